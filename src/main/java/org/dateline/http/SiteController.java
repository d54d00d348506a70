package org.dateline.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import java.net.URI;
import java.util.Map;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;

/** The site for requests that did not come through {@link SiteHandler}: HTTP/2, redirects, and what is not there. */
@Controller
final class SiteController {

    private final LiveSite live;

    SiteController(LiveSite live) {
        this.live = live;
    }

    @Get(
            uris = {"/", "/{+path}"},
            produces = MediaType.ALL)
    HttpResponse<?> get(HttpRequest<?> request, @Nullable String path) {
        PreparedSite site = live.site();
        String asked = request.getUri().getPath();
        PreparedResource resource = site.find(asked);
        if (resource != null) {
            return answer(request, resource, HttpStatus.OK);
        }
        if (!asked.endsWith("/") && site.find(asked + "/") != null) {
            return HttpResponse.permanentRedirect(URI.create(request.getUri().getRawPath() + "/"));
        }
        if (!wantsPage(request)) {
            return Problem.response(
                    HttpStatus.NOT_FOUND, "got the path " + asked + ", expected one that /catalog.json lists");
        }
        return answer(request, site.notFound(asked), HttpStatus.NOT_FOUND);
    }

    /** What a browser asks before it sends a request with headers of its own from another origin. */
    @Options("/{+path}")
    HttpResponse<?> options(@Nullable String path) {
        return HttpResponse.noContent()
                .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match")
                .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    static HttpResponse<?> answer(HttpRequest<?> request, PreparedResource resource, HttpStatus status) {
        PreparedResource.Variant variant =
                resource.variant(AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING)));
        return answer(request, variant.body(), variant.headers(), status);
    }

    /** @param headers all but Date and Content-Length */
    static HttpResponse<?> answer(
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
