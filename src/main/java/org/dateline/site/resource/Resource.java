package org.dateline.site.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the site. Its content is made each time that somebody asks for it: whoever serves it keeps what is likely to be
 * requested again. Thread-safe.
 */
public class Resource {

    private final String mediaType;
    private final Caching caching;
    private final @Nullable String policy;
    private final Supplier<byte[]> content;

    /** How long a client may keep a resource without asking. */
    public enum Caching {
        /** Ask each time: the content at this address may change. */
        REVALIDATE("no-cache"),
        /** The address holds a hash of the content. */
        IMMUTABLE("public, max-age=31536000, immutable");

        private final String header;

        Caching(String header) {
            this.header = header;
        }

        /** The value of the header Cache-Control. */
        public String header() {
            return header;
        }
    }

    /**
     * The content in one encoding.
     *
     * @param bytes do not change them
     * @param etag  strong, quoted, of these very bytes (RFC 9110, section 8.8.3)
     */
    public record Body(byte[] bytes, String etag) {

        public static Body of(byte[] bytes) {
            return new Body(bytes, '"' + hash(bytes).substring(0, 32) + '"');
        }
    }

    /** A resource whose content may change. */
    public Resource(String mediaType, Supplier<byte[]> content) {
        this(mediaType, Caching.REVALIDATE, content);
    }

    public Resource(String mediaType, Caching caching, Supplier<byte[]> content) {
        this(mediaType, caching, null, content);
    }

    /** @param policy see {@link #policy} */
    public Resource(String mediaType, Caching caching, @Nullable String policy, Supplier<byte[]> content) {
        this.mediaType = mediaType;
        this.caching = caching;
        this.policy = policy;
        this.content = content;
    }

    /** The value of the header Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    public Caching caching() {
        return caching;
    }

    /** The value of the header Content-Security-Policy; null for the one that all pages have. */
    public @Nullable String policy() {
        return policy;
    }

    /** Its content, made now. */
    public byte[] content() {
        return content.get();
    }

    public Body identity() {
        return Body.of(content());
    }

    /** Whether encodings make it smaller: images and fonts are compressed already. */
    public boolean isCompressible() {
        return MediaTypes.isCompressible(mediaType);
    }

    /** The content in an encoding; empty if that is not available or saves nothing. */
    public Optional<Body> body(Encoding encoding) {
        return encoding != Encoding.IDENTITY && !isCompressible() ? Optional.empty() : body(encoding, content());
    }

    /** Some content of this resource in an encoding; empty if that is not available or saves nothing. */
    public Optional<Body> body(Encoding encoding, byte[] plain) {
        return bytes(encoding, plain).map(Body::of);
    }

    /** The same without its hash. */
    public Optional<byte[]> bytes(Encoding encoding, byte[] plain) {
        if (encoding == Encoding.IDENTITY) {
            return Optional.of(plain);
        }
        if (!isCompressible()) {
            return Optional.empty();
        }
        return encoding.encode(plain).filter(encoded -> encoded.length < plain.length);
    }

    /** SHA-256, lower-case hex. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
