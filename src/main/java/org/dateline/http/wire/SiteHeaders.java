package org.dateline.http.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.PagePolicy;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.TileLayer;
import org.jspecify.annotations.Nullable;

/** The headers of the site's responses, the same however a response is sent. */
public final class SiteHeaders {

    /** A drawing that is opened by itself is a page, too: it has styles and pictures of its own and nothing else. */
    private static final String DRAWING_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

    /** What browsers do by themselves; only documents have links that it concerns. */
    private static final String REFERRER_POLICY = "strict-origin-when-cross-origin";

    private final String policy;

    /** @param tiles the operator's tile layer; null for none */
    public SiteHeaders(@Nullable TileLayer tiles) {
        this.policy = PagePolicy.of(tiles) + "; frame-ancestors 'self'";
    }

    /** All headers except Date and Content-Length. */
    public Map<String, String> of(Resource resource, Encoding encoding, String etag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", resource.mediaType());
        if (encoding != Encoding.IDENTITY) {
            headers.put("Content-Encoding", encoding.token());
        }
        headers.put("ETag", etag);
        headers.put("Cache-Control", resource.caching().header());
        headers.put("Vary", "Accept-Encoding");
        common(headers, resource.mediaType());
        if (resource.policy() != null) {
            headers.put("Content-Security-Policy", resource.policy());
        }
        return headers;
    }

    /** Adds the headers of every response, including errors. */
    void common(Map<String, String> headers, String mediaType) {
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("X-Content-Type-Options", "nosniff");
        if (mediaType.startsWith("text/html")) {
            headers.put("Referrer-Policy", REFERRER_POLICY);
            headers.put("Content-Security-Policy", policy);
        } else if (mediaType.equals(MediaTypes.SVG)) {
            headers.put("Referrer-Policy", REFERRER_POLICY);
            headers.put("Content-Security-Policy", DRAWING_POLICY);
        }
    }

    /** Whether a header If-None-Match names an entity tag; it compares weakly (RFC 9110, section 13.1.2). */
    public static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            String tag = candidate.trim();
            if (tag.equals("*") || strong(tag).equals(strong(etag))) {
                return true;
            }
        }
        return false;
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
