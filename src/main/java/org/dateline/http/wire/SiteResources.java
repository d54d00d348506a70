package org.dateline.http.wire;

import org.jspecify.annotations.Nullable;

/** Finds what the pipeline can answer at once: the resources of the site and the tiles that are in memory. */
public interface SiteResources {

    /**
     * The resource at a path; null where there is none.
     *
     * @param path with its leading slash, without query
     * @param uri  the same with its query, as it came
     */
    @Nullable
    PreparedResource find(String path, String uri);
}
