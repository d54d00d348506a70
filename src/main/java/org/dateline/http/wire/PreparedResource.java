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
import org.dateline.work.Kept;
import org.dateline.work.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A resource ready for the wire: each encoding that has been requested as a direct buffer, with headers that change once a
 * second, with the date. To answer is to wrap them. Encodings are kept while there is room and made again afterwards, which
 * is work to be admitted. Thread-safe.
 */
public final class PreparedResource {

    /** Says that an encoding is not offered: it saves nothing. */
    private static final String NOT_OFFERED = "";

    private final Resource resource;
    private final SiteHeaders headers;
    private final Kept kept;
    private final Key[] keys = new Key[Encoding.values().length];
    /** What is known of each encoding, kept or not. */
    private final AtomicReferenceArray<@Nullable String> etags = new AtomicReferenceArray<>(keys.length);

    /** Of one encoding of one resource; it holds neither, so that what is kept keeps no site alive. */
    private static final class Key {}

    /** @param kept where its encodings are kept */
    public PreparedResource(Resource resource, SiteHeaders headers, Kept kept) {
        this.resource = resource;
        this.headers = headers;
        this.kept = kept;
        for (Encoding encoding : Encoding.values()) {
            keys[encoding.ordinal()] = new Key();
            if (encoding != Encoding.IDENTITY && !resource.isCompressible()) {
                etags.set(encoding.ordinal(), NOT_OFFERED);
            }
        }
    }

    /** What it is to make it. */
    public Kind kind() {
        return resource instanceof SlowResource ? Kind.DRAWING : Kind.ENCODING;
    }

    /** Whether a query may ask for it in another size. */
    public boolean isScalable() {
        return resource instanceof ResizableImage;
    }

    /** Which encoding a client gets that takes these, best first. */
    Encoding choose(List<Encoding> accepted) {
        for (Encoding encoding : accepted) {
            if (!NOT_OFFERED.equals(etags.get(encoding.ordinal()))) {
                return encoding;
            }
        }
        throw new IllegalStateException("identity is always to be had");
    }

    /** What identifies an encoding among all that is made. */
    Object key(Encoding encoding) {
        return keys[encoding.ordinal()];
    }

    /** An encoding that is at hand; null if it would have to be made. */
    @Nullable
    Variant find(Encoding encoding) {
        return kept.find(keys[encoding.ordinal()]);
    }

    /** The entity tag of an encoding; null if it has not been made yet. */
    @Nullable
    String etag(Encoding encoding) {
        return etags.get(encoding.ordinal());
    }

    /** All headers but Date and Content-Length. */
    Map<String, String> headers(Encoding encoding, String etag) {
        return headers.of(resource, encoding, etag);
    }

    /** The content in one encoding, with that. */
    public record Made(Encoding encoding, Resource.Body body) {}

    /** Makes the best encoding that a client takes, and keeps it. That takes time: see {@link #kind}. */
    public Made make(List<Encoding> accepted) {
        byte[] plain = null;
        for (Encoding encoding : accepted) {
            if (NOT_OFFERED.equals(etags.get(encoding.ordinal()))) {
                continue;
            }
            plain = plain == null ? plain() : plain;
            Resource.Body body = resource.body(encoding, plain).orElse(null);
            if (body != null) {
                keep(encoding, body);
                return new Made(encoding, body);
            }
            etags.set(encoding.ordinal(), NOT_OFFERED);
        }
        throw new IllegalStateException("identity is always to be had");
    }

    /** Makes all encodings, and keeps them. */
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
        if (kind() == Kind.DRAWING) {
            // Encoding it again, for another client, shall not draw it again.
            keep(Encoding.IDENTITY, Resource.Body.of(made));
        }
        return made;
    }

    private void keep(Encoding encoding, Resource.Body body) {
        etags.set(encoding.ordinal(), body.etag());
        kept.keep(keys[encoding.ordinal()], new Variant(headers(encoding, body.etag()), body));
    }

    /** Forgets what is kept of it. */
    public void drop() {
        for (Key key : keys) {
            kept.drop(key);
        }
    }

    /** One encoding of a resource. */
    static final class Variant implements Kept.Item {

        /** Its headers and the rest around it, in bytes. */
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

        /** Responses that are still being sent hold the buffer, too. */
        @Override
        public void dropped() {
            buffer.release();
        }

        /** A copy of the content; null if it is kept no longer. */
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

        /** All headers but Date and Content-Length. */
        Map<String, String> headers() {
            return undated;
        }

        /** The response to GET or HEAD; 304 if the client has these very bytes; null if they are kept no longer. */
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
            // As bytes already: the encoder then copies them, character by character no more.
            undated.forEach((name, value) -> notModified.set(AsciiString.cached(name), AsciiString.cached(value)));
            notModified.set(HttpHeaderNames.DATE, AsciiString.cached(HttpDate.format(second)));
            HttpHeaders whole = notModified
                    .copy()
                    .set(HttpHeaderNames.CONTENT_LENGTH, AsciiString.cached(Integer.toString(length)));
            return new Dated(second, whole, notModified);
        }
    }
}
