package org.dateline.http.ogc;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response of the API that is kept for the next client with the same request. It is found by its entity tag, which
 * follows from everything that the response does, so it is never older than its collection.
 *
 * @param headers all headers of the response
 * @param body    the bytes as sent; not to be changed
 */
record KeptAnswer(List<Map.Entry<String, String>> headers, byte[] body) {

    /**
     * The largest body that is kept, in bytes: a screenful of records. Larger ones are requested once, page after page,
     * and would displace what is requested again.
     */
    static final int LARGEST = 100_000;

    /** What is worth keeping of a response; null if it is an error, has no body or is too large. */
    static @Nullable KeptAnswer of(HttpResponse<?> response) {
        return response.status() == HttpStatus.OK && response.body() instanceof byte[] body && body.length <= LARGEST
                ? new KeptAnswer(entries(response.getHeaders()), body)
                : null;
    }

    private static List<Map.Entry<String, String>> entries(HttpHeaders headers) {
        return headers.asMap().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                .toList();
    }

    /** The response to one more request with a method, GET or HEAD. */
    HttpResponse<?> response(HttpMethod method) {
        MutableHttpResponse<byte[]> response = HttpResponse.ok(body);
        headers.forEach(header -> response.header(header.getKey(), header.getValue()));
        return method == HttpMethod.HEAD ? response.contentLength(body.length) : response;
    }
}
