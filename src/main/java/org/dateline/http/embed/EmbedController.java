package org.dateline.http.embed;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.dateline.http.errors.Problem;
import org.dateline.http.live.LiveSite;
import org.dateline.site.Site;

/** {@code /embed/?bbox=…}: any state of the map as an embed. Named views are part of the site itself. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class EmbedController {

    private final LiveSite live;
    private final DrawnStates drawn = new DrawnStates();

    EmbedController(LiveSite live) {
        this.live = live;
    }

    @Get(uri = "/embed", produces = MediaType.ALL)
    HttpResponse<?> embed(HttpRequest<?> request) {
        Site site = live.site().site();
        EmbedRequest asked;
        try {
            asked = EmbedRequest.parse(site.catalog(), Queries.last(request));
        } catch (IllegalArgumentException e) {
            return Problem.response(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return HttpResponse.ok(drawn.page(site, asked))
                .contentType("text/html; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", site.embeds().policy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
