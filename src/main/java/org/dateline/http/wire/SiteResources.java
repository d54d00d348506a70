package org.dateline.http.wire;

import org.jspecify.annotations.Nullable;

/** Finds the resources that the pipeline can answer: the site's resources and cached tiles. */
public interface SiteResources {

    /**
     * The resource at a path; null if there is none.
     *
     * @param path the path with its leading slash, without query
     * @param uri  the path with its query, as received
     */
    @Nullable
    PreparedResource find(String path, String uri);
}
