package org.dateline.http.live;

import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.resource.Resource;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps recently requested responses of one state of the site that are not part of the site itself: tiles (by path and
 * query), states of the map, and resized images. They are discarded with their state, so none is ever older than its
 * collection.
 */
public final class AnswerCache {

    private static final int OVERHEAD = 1_000;

    private final SiteHeaders headers;
    private final SharedCache cache;

    private record Key(AnswerCache owner, Object request) {}

    private record Answer(PreparedResource resource, int weight) implements SharedCache.Item {}

    AnswerCache(SiteHeaders headers, SharedCache cache) {
        this.headers = headers;
        this.cache = cache;
    }

    /** @param request the request; for a tile, its path and query as received */
    public @Nullable PreparedResource find(Object request) {
        Answer answer = cache.find(key(request));
        return answer == null ? null : answer.resource();
    }

    /** The key that identifies a request among all work. */
    public Object key(Object request) {
        return new Key(this, request);
    }

    /** Keeps a response. */
    public PreparedResource keep(Object request, Resource answer) {
        PreparedResource resource = new PreparedResource(answer, headers, cache);
        cache.keep(key(request), new Answer(resource, OVERHEAD + answer.content().length));
        return resource;
    }

    /** Forgets all responses. */
    void drop() {
        cache.dropIf(key -> key instanceof Key(AnswerCache owner, Object _) && owner == this);
    }
}
