package org.dateline.http.site;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dateline.http.errors.BrokenStoryException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.WorkRunner;
import org.dateline.work.BusyException;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;
import org.jspecify.annotations.Nullable;

/** Has the site ready that a request is about, before a controller answers: that of a story is made if it is not in memory. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class StoryOpener {

    /** How long a request waits for the stories to be read for the first time. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Stories stories;
    private final WorkRunner runner;

    private record Opening(String story) {}

    StoryOpener(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    /** Redirects from a story's name to its home page. */
    @RequestFilter
    @Nullable
    HttpResponse<?> addSlash(HttpRequest<?> request) {
        if (!Stories.lacksSlash(request)) {
            return null;
        }
        String query = request.getUri().getRawQuery();
        return HttpResponse.permanentRedirect(
                URI.create("./" + Stories.folder(request) + (query == null ? "" : "?" + query)));
    }

    /** Continues with the request when its site is there. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> open(HttpRequest<?> request) {
        String folder = Stories.folder(request);
        if (folder.isEmpty()) {
            return stories.isKnown(request) || request.getPath().startsWith("/health")
                    ? CompletableFuture.completedFuture(request)
                    : listed(request);
        }
        return open(request, folder.substring(0, folder.length() - 1)).thenApply(site -> {
            Stories.set(request, site);
            return request;
        });
    }

    /** The site of a story, made for the request if it is not in memory; fails with a {@link BrokenStoryException}. */
    public CompletionStage<LiveSite> open(HttpRequest<?> request, String story) {
        LiveSite ready = stories.opened(story);
        if (ready != null) {
            return CompletableFuture.completedFuture(ready);
        }
        return runner.once(request, new Opening(story), WorkKind.ENCODING, Cost.HEAVY, () -> {
            LiveSite site = stories.open(story);
            if (site == null) {
                throw new BrokenStoryException(story + "/");
            }
            return site;
        });
    }

    /** Waits for the list of all stories. */
    private CompletionStage<HttpRequest<?>> listed(HttpRequest<?> request) {
        return stories.root()
                .copy()
                .orTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, failure) -> {
                    if (failure instanceof TimeoutException) {
                        throw new BusyException("the stories are still being read; try again in a moment", 2);
                    }
                    return request;
                });
    }
}
