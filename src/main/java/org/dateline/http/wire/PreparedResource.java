package org.dateline.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
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
import io.netty.util.IllegalReferenceCountException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.ResizableImage;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.dateline.work.Cost;
import org.dateline.work.SharedCache;
import org.dateline.work.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * A resource ready to send: each requested encoding is a direct buffer, with headers that are updated once a second
 * because of the date. An answer only wraps them. Encodings are cached while there is room and otherwise made again, as
 * admitted work. Thread-safe.
 */
public final class PreparedResource {

    /** Marks an encoding that is not offered because it saves nothing. */
    private static final String NOT_OFFERED = "";

    private final Resource resource;
    private final SiteHeaders headers;
    private final SharedCache cache;
    private final Key[] keys = new Key[Encoding.values().length];
    /** The entity tags of the encodings, whether these are cached or not. */
    private final AtomicReferenceArray<@Nullable String> etags = new AtomicReferenceArray<>(keys.length);

    /** The cache key of one encoding of one resource. It refers to neither, so that the cache keeps no site alive. */
    private static final class Key {}

    /** @param cache the cache of its encodings */
    public PreparedResource(Resource resource, SiteHeaders headers, SharedCache cache) {
        this.resource = resource;
        this.headers = headers;
        this.cache = cache;
        for (Encoding encoding : Encoding.values()) {
            keys[encoding.ordinal()] = new Key();
            if (encoding != Encoding.IDENTITY && !resource.isCompressible()) {
                etags.set(encoding.ordinal(), NOT_OFFERED);
            }
        }
    }

    /** The kind of work that making it takes. */
    public WorkKind kind() {
        return resource instanceof SlowResource ? WorkKind.DRAWING : WorkKind.ENCODING;
    }

    /** What making it costs. */
    Cost cost() {
        return kind() == WorkKind.DRAWING ? Cost.HEAVY : Cost.LIGHT;
    }

    /** Whether a query may request it in another size. */
    public boolean isScalable() {
        return resource instanceof ResizableImage;
    }

    /** The encoding for a client that accepts the given ones, best first. */
    Encoding choose(List<Encoding> accepted) {
        for (Encoding encoding : accepted) {
            if (!NOT_OFFERED.equals(etags.get(encoding.ordinal())) && encoding.isAvailable()) {
                return encoding;
            }
        }
        throw new IllegalStateException("the identity encoding is always available");
    }

    /** The key that identifies an encoding among all work. */
    Object key(Encoding encoding) {
        return keys[encoding.ordinal()];
    }

    /** An encoding that is cached; null if it would have to be made. */
    @Nullable
    Variant find(Encoding encoding) {
        return cache.find(keys[encoding.ordinal()]);
    }

    /** The entity tag of an encoding; null if it has not been made yet. */
    @Nullable
    String etag(Encoding encoding) {
        return etags.get(encoding.ordinal());
    }

    /** All headers except Date and Content-Length. */
    Map<String, String> headers(Encoding encoding, String etag) {
        return headers.of(resource, encoding, etag);
    }

    /** The content in one encoding. */
    public record Encoded(Encoding encoding, Resource.Body body) {}

    /** Makes and caches the best encoding that a client accepts. This takes time: see {@link #kind}. */
    public Encoded make(List<Encoding> accepted) {
        byte[] plain = null;
        for (Encoding encoding : accepted) {
            if (NOT_OFFERED.equals(etags.get(encoding.ordinal()))) {
                continue;
            }
            plain = plain == null ? plain() : plain;
            Resource.Body body = resource.body(encoding, plain).orElse(null);
            if (body != null) {
                keep(encoding, body);
                return new Encoded(encoding, body);
            }
            if (encoding.isAvailable()) {
                etags.set(encoding.ordinal(), NOT_OFFERED);
            }
        }
        throw new IllegalStateException("the identity encoding is always available");
    }

    /** Makes and caches all encodings. */
    public void makeAll() {
        for (Encoding encoding : Encoding.values()) {
            make(List.of(encoding, Encoding.IDENTITY));
        }
    }

    private byte[] plain() {
        Variant variant = find(Encoding.IDENTITY);
        byte[] known = variant == null ? null : variant.bytes();
        if (known != null) {
            return known;
        }
        byte[] made = resource.content();
        if (kind() == WorkKind.DRAWING) {
            // Cache the plain content too, so that encoding it for another client does not draw it again.
            keep(Encoding.IDENTITY, Resource.Body.of(made));
        }
        return made;
    }

    private void keep(Encoding encoding, Resource.Body body) {
        etags.set(encoding.ordinal(), body.etag());
        cache.keep(keys[encoding.ordinal()], new Variant(headers(encoding, body.etag()), body));
    }

    /** Removes its encodings from the cache. */
    public void drop() {
        for (Key key : keys) {
            cache.drop(key);
        }
    }

    /** One encoding of a resource. */
    static final class Variant implements SharedCache.Item {

        /** The approximate size of its headers and objects, in bytes. */
        private static final int OVERHEAD = 3_000;

        private final Map<String, String> undated;
        private final String etag;
        private final int length;
        private final ByteBuf buffer;
        private volatile Dated headers;

        private record Dated(long second, HttpHeaders whole, HttpHeaders notModified) {}

        Variant(Map<String, String> undated, Resource.Body body) {
            this.undated = undated;
            this.etag = body.etag();
            this.length = body.bytes().length;
            this.buffer = Unpooled.directBuffer(length, length).writeBytes(body.bytes());
            this.headers = dated(HttpDate.second());
        }

        @Override
        public int weight() {
            return length + OVERHEAD;
        }

        /** Responses that are still being sent refer to the buffer too. */
        @Override
        public void dropped() {
            buffer.release();
        }

        /** A copy of the content; null if it is no longer cached. */
        byte @Nullable [] bytes() {
            ByteBuf held = hold();
            if (held == null) {
                return null;
            }
            try {
                return ByteBufUtil.getBytes(held);
            } finally {
                held.release();
            }
        }

        /** All headers except Date and Content-Length. */
        Map<String, String> headers() {
            return undated;
        }

        /** The response to GET or HEAD; 304 if the client has the same bytes; null if they are no longer cached. */
        @Nullable
        FullHttpResponse respond(boolean head, @Nullable String ifNoneMatch) {
            Dated now = headers;
            long second = HttpDate.second();
            if (now.second != second) {
                now = dated(second);
                headers = now;
            }
            if (SiteHeaders.matches(ifNoneMatch, etag)) {
                return response(HttpResponseStatus.NOT_MODIFIED, Unpooled.EMPTY_BUFFER, now.notModified);
            }
            ByteBuf content = head ? Unpooled.EMPTY_BUFFER : hold();
            return content == null ? null : response(HttpResponseStatus.OK, content, now.whole);
        }

        private @Nullable ByteBuf hold() {
            try {
                return buffer.retainedDuplicate();
            } catch (IllegalReferenceCountException e) {
                return null;
            }
        }

        private static FullHttpResponse response(HttpResponseStatus status, ByteBuf content, HttpHeaders headers) {
            return new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, content, headers, EmptyHttpHeaders.INSTANCE);
        }

        private Dated dated(long second) {
            HttpHeaders notModified = DefaultHttpHeadersFactory.headersFactory().newHeaders();
            // Already as bytes, so that the encoder copies them instead of converting each character.
            undated.forEach((name, value) -> notModified.set(AsciiString.cached(name), AsciiString.cached(value)));
            notModified.set(HttpHeaderNames.DATE, AsciiString.cached(HttpDate.format(second)));
            HttpHeaders whole = notModified
                    .copy()
                    .set(HttpHeaderNames.CONTENT_LENGTH, AsciiString.cached(Integer.toString(length)));
            return new Dated(second, whole, notModified);
        }
    }
}
