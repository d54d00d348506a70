package org.dateline.http.embed;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.Parameters;
import org.dateline.site.Site;

/** {@code /embed/?bbox=…}: any state of the map as an embed. Embeds of named views are part of the site. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class EmbedController {

    private final LiveSite live;
    private final EmbedStateCache states = new EmbedStateCache();

    EmbedController(LiveSite live) {
        this.live = live;
    }

    @Get(uri = "/embed", produces = MediaType.ALL)
    HttpResponse<?> embed(HttpRequest<?> request) {
        Site site = live.site().site();
        EmbedParameters known = new EmbedParameters(site.catalog());
        EmbedRequest wanted = known.read(Parameters.parse(request.getUri().getRawQuery(), known.all()));
        return HttpResponse.ok(states.page(site, wanted))
                .contentType("text/html; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", site.embeds().policy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
