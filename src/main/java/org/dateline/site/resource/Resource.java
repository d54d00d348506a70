package org.dateline.site.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the site. Its content is made at the first request, and each encoding once. Thread-safe.
 */
public class Resource {

    private final String mediaType;
    private final Caching caching;
    private final @Nullable String policy;
    private final Supplier<byte[]> content;
    private final Map<Encoding, Optional<Body>> bodies = new EnumMap<>(Encoding.class);

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
    public record Body(byte[] bytes, String etag) {}

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

    public Body identity() {
        return body(Encoding.IDENTITY).orElseThrow();
    }

    /** The content in an encoding; empty if that is not available or saves nothing. */
    public synchronized Optional<Body> body(Encoding encoding) {
        // No computeIfAbsent: encoding asks for the plain body, and a map must not be used while it computes.
        Optional<Body> known = bodies.get(encoding);
        if (known == null) {
            known = encode(encoding);
            bodies.put(encoding, known);
        }
        return known;
    }

    private Optional<Body> encode(Encoding encoding) {
        if (encoding == Encoding.IDENTITY) {
            return Optional.of(tagged(content.get()));
        }
        if (!compressible()) {
            return Optional.empty();
        }
        byte[] plain = body(Encoding.IDENTITY).orElseThrow().bytes();
        return encoding.encode(plain)
                .filter(encoded -> encoded.length < plain.length)
                .map(Resource::tagged);
    }

    private boolean compressible() {
        return mediaType.startsWith("text/")
                || mediaType.contains("json")
                || mediaType.contains("xml")
                || mediaType.contains("vector-tile");
    }

    static Body tagged(byte[] bytes) {
        return new Body(bytes, '"' + hash(bytes).substring(0, 32) + '"');
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
