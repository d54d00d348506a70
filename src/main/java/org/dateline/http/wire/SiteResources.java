package org.dateline.http.wire;

import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Serves what the pipeline can answer, and prepares what it cannot. Finds the resources that the pipeline can answer: the site's resources and cached tiles. */
public interface SiteResources {

    /**
     * The resource at a path; null if there is none.
     *
     * @param path the path with its leading slash, without query
     * @param uri  the path with its query, as received
     */
    @Nullable
    PreparedResource find(String path, String uri);

    /**
     * The header with the story that a request is about, in what is passed on to the framework: its name and a slash, or its
     * name alone if the request has no slash after it.
     */
    String STORY_HEADER = "X-Dateline-Story";

    /** The part of a request's target that is within its story. */
    default String within(String target) {
        return target;
    }

    /** Prepares a request that the pipeline cannot answer for the framework. */
    default void passOn(HttpRequest request) {
        request.headers().remove(STORY_HEADER);
    }
}
