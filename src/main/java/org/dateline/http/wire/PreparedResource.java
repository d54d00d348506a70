package org.dateline.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.ResizableImage;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the site ready for the wire: for each encoding a direct buffer and headers that change once a second,
 * with the date. To answer is to wrap them.
 */
public final class PreparedResource {

    private final Resource resource;
    private final SiteHeaders headers;
    private final AtomicReferenceArray<@Nullable Optional<Variant>> variants =
            new AtomicReferenceArray<>(Encoding.values().length);

    public PreparedResource(Resource resource, SiteHeaders headers) {
        this.resource = resource;
        this.headers = headers;
    }

    /** Whether it takes no drawing to answer; what does is best made elsewhere than on a connection's own thread. */
    public boolean isQuick() {
        return !(resource instanceof SlowResource drawing) || drawing.made();
    }

    /** Whether a query may ask for it in another size. */
    public boolean isScalable() {
        return resource instanceof ResizableImage;
    }

    /** Bytes of its content without encoding; about what its encodings take beside it. */
    public int weight() {
        return 2 * resource.identity().bytes().length;
    }

    /** The variant for a client that takes these encodings, best first. */
    public Variant variant(List<Encoding> accepted) {
        for (Encoding encoding : accepted) {
            Variant variant = variant(encoding);
            if (variant != null) {
                return variant;
            }
        }
        throw new IllegalStateException("identity is always to be had");
    }

    private @Nullable Variant variant(Encoding encoding) {
        // Read without a lock by every event loop; two that make it at the same time make the same.
        Optional<Variant> known = variants.get(encoding.ordinal());
        if (known == null) {
            known = resource.body(encoding).map(body -> new Variant(headers.of(resource, encoding, body), body));
            variants.set(encoding.ordinal(), known);
        }
        return known.orElse(null);
    }

    /** One encoding of a resource. */
    static final class Variant {

        private final Map<String, String> undated;
        private final Resource.Body body;
        private final ByteBuf buffer;
        private volatile Dated headers;

        private record Dated(long second, HttpHeaders whole, HttpHeaders notModified) {}

        Variant(Map<String, String> undated, Resource.Body body) {
            this.undated = undated;
            this.body = body;
            // Never released but by the garbage collector, with the site or the cache that holds it.
            ByteBuffer direct = ByteBuffer.allocateDirect(body.bytes().length)
                    .put(body.bytes())
                    .flip();
            this.buffer =
                    Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(direct).asReadOnly());
            this.headers = dated(HttpDate.second());
        }

        Resource.Body body() {
            return body;
        }

        /** All headers but Date and Content-Length. */
        Map<String, String> headers() {
            return undated;
        }

        /** The response to GET or HEAD; 304 where the client has these very bytes (RFC 9110, section 13.1.2). */
        FullHttpResponse respond(boolean head, @Nullable String ifNoneMatch) {
            Dated now = headers;
            long second = HttpDate.second();
            if (now.second != second) {
                now = dated(second);
                headers = now;
            }
            if (SiteHeaders.matches(ifNoneMatch, body.etag())) {
                return response(HttpResponseStatus.NOT_MODIFIED, Unpooled.EMPTY_BUFFER, now.notModified);
            }
            return response(HttpResponseStatus.OK, head ? Unpooled.EMPTY_BUFFER : buffer.duplicate(), now.whole);
        }

        private static FullHttpResponse response(HttpResponseStatus status, ByteBuf content, HttpHeaders headers) {
            return new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, content, headers, EmptyHttpHeaders.INSTANCE);
        }

        private Dated dated(long second) {
            HttpHeaders notModified = DefaultHttpHeadersFactory.headersFactory().newHeaders();
            // As bytes already: the encoder then copies them, character by character no more.
            undated.forEach((name, value) -> notModified.set(AsciiString.cached(name), AsciiString.cached(value)));
            notModified.set(HttpHeaderNames.DATE, AsciiString.cached(HttpDate.format(second)));
            HttpHeaders whole = notModified
                    .copy()
                    .set(HttpHeaderNames.CONTENT_LENGTH, AsciiString.cached(Integer.toString(body.bytes().length)));
            return new Dated(second, whole, notModified);
        }
    }
}
