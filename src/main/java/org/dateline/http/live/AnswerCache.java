package org.dateline.http.live;

import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.resource.Resource;
import org.dateline.work.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Recently requested answers of one state of the site that are no part of it: tiles, by the address that they were requested
 * at, states of the map, images of another size. They go with their state, so that none is ever older than its collection.
 */
public final class AnswerCache {

    private static final int OVERHEAD = 1_000;

    private final SiteHeaders headers;
    private final Kept kept;

    private record Key(AnswerCache owner, Object request) {}

    private record Answer(PreparedResource resource, int weight) implements Kept.Item {}

    AnswerCache(SiteHeaders headers, Kept kept) {
        this.headers = headers;
        this.kept = kept;
    }

    /** @param request what was requested; a tile's path and query, as they came */
    public @Nullable PreparedResource find(Object request) {
        Answer answer = kept.find(key(request));
        return answer == null ? null : answer.resource();
    }

    /** What identifies a request among all that is made. */
    public Object key(Object request) {
        return new Key(this, request);
    }

    /** Keeps an answer that has been made. */
    public PreparedResource keep(Object request, Resource answer) {
        PreparedResource resource = new PreparedResource(answer, headers, kept);
        kept.keep(key(request), new Answer(resource, OVERHEAD + answer.content().length));
        return resource;
    }

    /** Forgets all of them. */
    void drop() {
        kept.dropIf(key -> key instanceof Key(AnswerCache owner, Object _) && owner == this);
    }
}
