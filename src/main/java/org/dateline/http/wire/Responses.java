package org.dateline.http.wire;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;
import java.util.Optional;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;

/** Sends resources as responses of the framework, with the status, headers and bytes that {@link SiteHandler} sends. */
public final class Responses {

    private Responses() {}

    /** The response with a cached encoding of a resource, or a 304; null if it would have to be made. */
    static @Nullable HttpResponse<?> atHand(
            HttpRequest<?> request, PreparedResource resource, Encoding encoding, HttpStatus status) {
        String etag = resource.etag(encoding);
        if (etag != null && has(request, etag, status)) {
            return notModified(resource.headers(encoding, etag));
        }
        PreparedResource.Variant variant = resource.find(encoding);
        byte[] bytes = variant == null ? null : variant.bytes();
        return bytes == null || etag == null
                ? null
                : of(request, new Resource.Body(bytes, etag), variant.headers(), status);
    }

    /** The response with a page made for this request; 304 if the client has the same bytes. */
    public static HttpResponse<?> ofPage(HttpRequest<?> request, SiteHeaders headers, Resource page) {
        // Brotli is slow, so it is used only for content that is encoded once.
        byte[] plain = page.content();
        boolean gzip = AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING))
                .contains(Encoding.GZIP);
        Optional<Resource.Body> encoded = gzip ? page.body(Encoding.GZIP, plain) : Optional.empty();
        Encoding encoding = encoded.isPresent() ? Encoding.GZIP : Encoding.IDENTITY;
        Resource.Body body = encoded.orElseGet(() -> Resource.Body.of(plain));
        return of(request, body, headers.of(page, encoding, body.etag()), HttpStatus.OK);
    }

    /** @param headers all headers except Date and Content-Length */
    public static HttpResponse<?> of(
            HttpRequest<?> request, Resource.Body body, Map<String, String> headers, HttpStatus status) {
        if (has(request, body.etag(), status)) {
            return notModified(headers);
        }
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status).body(body.bytes());
        headers.forEach(response::header);
        return request.getMethod() == HttpMethod.HEAD ? response.contentLength(body.bytes().length) : response;
    }

    private static boolean has(HttpRequest<?> request, String etag, HttpStatus status) {
        return status == HttpStatus.OK
                && SiteHeaders.matches(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag);
    }

    private static HttpResponse<?> notModified(Map<String, String> headers) {
        MutableHttpResponse<?> response = HttpResponse.notModified();
        headers.forEach(response::header);
        return response;
    }
}
