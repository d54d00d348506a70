package org.dateline.http.errors;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import org.dateline.http.live.PreparedSite;
import org.dateline.site.Site;
import org.dateline.site.resource.MediaTypes;

/** What a reader sees who has to come back in a moment, in the language of the page that was requested. */
final class BusyPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'; "
                    + "base-uri 'none'; form-action 'none'";

    private BusyPage() {}

    static MutableHttpResponse<byte[]> response(HttpRequest<?> request, PreparedSite prepared) {
        Site site = prepared.site();
        String asked = request.getParameters().get("lang");
        String language = asked != null && site.catalog().languages().contains(asked)
                ? asked
                : site.languageOf(request.getUri().getPath().substring(1));
        return HttpResponse.<byte[]>status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(prepared.busy(language))
                .contentType(MediaTypes.HTML)
                .header("Content-Language", language)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff");
    }
}
