package org.dateline.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Resource;

/** Answers with pages in the site's look that are no part of the site: they are made for one request. */
public final class SitePages {

    private SitePages() {}

    /** Such a page; 304 where the client has these very bytes. */
    public static HttpResponse<?> answer(HttpRequest<?> request, PreparedSite site, Resource page) {
        // Brotli takes its time: that is for what is encoded once.
        boolean gzip = AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING))
                .contains(Encoding.GZIP);
        Optional<Resource.Body> encoded = gzip ? page.body(Encoding.GZIP) : Optional.empty();
        Encoding encoding = encoded.isPresent() ? Encoding.GZIP : Encoding.IDENTITY;
        Resource.Body body = encoded.orElseGet(page::identity);
        Map<String, String> headers = site.headers().of(page, encoding, body);
        return SiteController.answer(request, body, headers, HttpStatus.OK);
    }

    /** That nothing is there: the site's own page for a browser, a problem for a program. */
    public static HttpResponse<?> notFound(HttpRequest<?> request, PreparedSite site, String detail) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains("text/html")) {
            return Problem.response(HttpStatus.NOT_FOUND, detail);
        }
        return SiteController.answer(request, site.notFound(request.getUri().getPath()), HttpStatus.NOT_FOUND);
    }
}
