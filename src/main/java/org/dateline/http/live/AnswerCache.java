package org.dateline.http.live;

import java.util.concurrent.atomic.AtomicIntegerArray;
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

    /** How many recent requests are remembered, a power of two. */
    private static final int REMEMBERED = 1 << 10;

    private final SiteHeaders headers;
    private final SharedCache cache;
    private final CachePart answers;
    /** The hashes of recent requests, each in the place that its last bits say. */
    private final AtomicIntegerArray lately = new AtomicIntegerArray(REMEMBERED);

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
     * Whether a request came lately as well, as far as is remembered. Most queries are never repeated, and to keep and drop
     * their responses would cost more than to make them.
     */
    public boolean isRepeated(Object request) {
        int hash = request.hashCode();
        return lately.getAndSet(hash & (REMEMBERED - 1), hash) == hash;
    }

    /** Keeps a response in the form of its maker, of some bytes. */
    public void keepOther(Object request, int bytes, Object answer) {
        answers.keep(request, OVERHEAD + bytes, answer);
    }

    /** Forgets all responses. */
    void drop() {
        answers.drop();
    }
}
