package org.dateline.http.live;

import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.resource.Resource;
import org.dateline.work.CachePart;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps recently requested responses of one state of the site that are not part of the site itself: tiles (by path and
 * query), pages of features, states of the map, and resized images. They are discarded with their state, so none is
 * ever older than its collection.
 */
public final class AnswerCache {

    private static final int OVERHEAD = 1_000;

    /** About how many bytes it takes to remember a request. */
    private static final int ASKED = 300;

    private final SiteHeaders headers;
    private final SharedCache cache;
    private final CachePart answers;

    AnswerCache(SiteHeaders headers, SharedCache cache) {
        this.headers = headers;
        this.cache = cache;
        this.answers = cache.part();
    }

    /** @param request the request; for a tile, its path and query as received */
    public @Nullable PreparedResource find(Object request) {
        return answers.find(request);
    }

    /** The key that identifies a request among all work. */
    public Object key(Object request) {
        return answers.key(request);
    }

    /** Keeps a response. */
    public PreparedResource keep(Object request, Resource answer) {
        PreparedResource resource = new PreparedResource(answer, headers, cache);
        answers.keep(request, OVERHEAD + answer.content().length, resource);
        return resource;
    }

    /** A response that the API keeps in its own form; null if it is not cached. */
    public <T> @Nullable T findOther(Object request) {
        return answers.find(request);
    }

    /**
     * Keeps a response in the form of its maker, of some bytes, from the second time on: most queries are never repeated, and
     * to keep and drop their responses would cost more than to make them.
     */
    public void keepIfRepeated(Object request, int bytes, Object answer) {
        Asked asked = new Asked(request);
        if (answers.find(asked) == null) {
            answers.keep(asked, ASKED, true);
        } else {
            answers.keep(request, OVERHEAD + bytes, answer);
        }
    }

    /** The key of the fact that a request came before. */
    private record Asked(Object request) {}

    /** Forgets all responses. */
    void drop() {
        answers.drop();
    }
}
