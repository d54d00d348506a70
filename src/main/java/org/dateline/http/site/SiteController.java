package org.dateline.http.site;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dateline.http.errors.NoPageException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.PreparedSite;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.WorkRunner;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;
import org.jspecify.annotations.Nullable;

/** The site for what is not at hand on the connection: resources that have to be made first, redirects, and what is not there. */
@Controller
final class SiteController {

    private final Stories stories;
    private final WorkRunner runner;

    SiteController(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    @Get(
            uris = {"/", "/{+path}"},
            produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> get(HttpRequest<?> request, @Nullable String path) {
        PreparedSite site = stories.of(request).site();
        String asked = request.getUri().getPath();
        PreparedResource resource = site.find(asked);
        if (resource != null) {
            return runner.answer(request, resource, HttpStatus.OK);
        }
        if (!asked.endsWith("/") && site.find(asked + "/") != null) {
            String last = request.getUri().getRawPath();
            return redirect(request, "./" + last.substring(last.lastIndexOf('/') + 1) + "/");
        }
        Optional<String> present = site.site().present(asked.substring(1));
        if (present.isPresent()) {
            long depth = asked.chars().filter(c -> c == '/').count() - 1;
            return redirect(request, "../".repeat((int) depth) + present.get());
        }
        if (site.site().embeds().mayBeShared(asked.substring(1))) {
            return shared(request, asked);
        }
        throw noPage(asked);
    }

    /** A frozen embed that another server has. */
    private CompletionStage<HttpResponse<?>> shared(HttpRequest<?> request, String asked) {
        LiveSite.State state = stories.of(request).state();
        PreparedResource known = state.answers().find(asked);
        return known != null
                ? runner.answer(request, known, HttpStatus.OK)
                : runner.once(
                                request,
                                state.answers().key(asked),
                                WorkKind.DATABASE,
                                Cost.LIGHT,
                                () -> state.site()
                                        .site()
                                        .embeds()
                                        .shared(asked.substring(1))
                                        .map(found -> state.answers().keep(asked, found))
                                        .orElseThrow(() -> noPage(asked)))
                        .thenCompose(found -> runner.answer(request, found, HttpStatus.OK));
    }

    private static NoPageException noPage(String asked) {
        return new NoPageException("got the path " + asked + ", expected one listed in /catalog.json");
    }

    /**
     * Redirects for good, with the query.
     *
     * @param target relative to the request, so that it is right below any path that a proxy hides
     */
    private static CompletionStage<HttpResponse<?>> redirect(HttpRequest<?> request, String target) {
        String query = request.getUri().getRawQuery();
        return CompletableFuture.completedFuture(
                HttpResponse.permanentRedirect(URI.create(target + (query == null ? "" : "?" + query))));
    }

    /** Answers a browser's preflight request, sent before a request from another origin with custom headers. */
    @Options("/{+path}")
    HttpResponse<?> options(@Nullable String path) {
        return HttpResponse.noContent()
                .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match")
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
    }
}
