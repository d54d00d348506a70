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

/** Sends resources as responses of the framework, with the status, headers and bytes that {@link SiteHandler} sends. */
public final class Responses {

    private Responses() {}

    /** A resource of the site in the best encoding that the client accepts; 304 if the client has these very bytes. */
    public static HttpResponse<?> of(HttpRequest<?> request, PreparedResource resource, HttpStatus status) {
        PreparedResource.Variant variant =
                resource.variant(AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING)));
        return of(request, variant.body(), variant.headers(), status);
    }

    /** A page that was made for this request alone; 304 if the client has these very bytes. */
    public static HttpResponse<?> ofPage(HttpRequest<?> request, SiteHeaders headers, Resource page) {
        // Brotli takes its time: that is for what is encoded once.
        boolean gzip = AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING))
                .contains(Encoding.GZIP);
        Optional<Resource.Body> encoded = gzip ? page.body(Encoding.GZIP) : Optional.empty();
        Encoding encoding = encoded.isPresent() ? Encoding.GZIP : Encoding.IDENTITY;
        Resource.Body body = encoded.orElseGet(page::identity);
        return of(request, body, headers.of(page, encoding, body), HttpStatus.OK);
    }

    /** @param headers all but Date and Content-Length */
    public static HttpResponse<?> of(
            HttpRequest<?> request, Resource.Body body, Map<String, String> headers, HttpStatus status) {
        MutableHttpResponse<byte[]> response;
        if (status == HttpStatus.OK
                && SiteHeaders.matches(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), body.etag())) {
            response = HttpResponse.notModified();
        } else {
            response = HttpResponse.<byte[]>status(status).body(body.bytes());
        }
        headers.forEach(response::header);
        return request.getMethod() == HttpMethod.HEAD ? response.contentLength(body.bytes().length) : response;
    }
}
