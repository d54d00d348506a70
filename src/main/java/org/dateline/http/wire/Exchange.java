package org.dateline.http.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it, for metrics and the access log.
 *
 * @param id        identifies it in the logs
 * @param begun     when its header had arrived
 * @param address   the client's address; the one that a proxy on this machine or in its network states
 * @param within    the part of the target that is within its story; all of it for a single catalog
 * @param protocol  such as HTTP/1.1
 * @param target    the path with its query, as it was sent
 * @param status    of the response; {@link #LEFT} if the client left before it
 * @param bytes     the content of the response
 * @param nanos     the time until the response was handed to the connection, or sent if the framework made it
 */
public record Exchange(
        String id,
        Instant begun,
        String address,
        String method,
        String target,
        String within,
        String protocol,
        int status,
        long bytes,
        long nanos,
        @Nullable String referer,
        @Nullable String userAgent) {

    /** The status of a request whose client left before the response, as nginx counts it. */
    public static final int LEFT = 499;

    /** The header with a request's id, in what is passed on to the framework and in its responses. */
    public static final String ID_HEADER = "X-Request-Id";

    /** Is told of each request. Called on event loops, so it must not wait for anything. */
    public interface Listener {

        /** Is told of nothing. */
        Listener NONE = _ -> {};

        void answered(Exchange exchange);
    }
}
