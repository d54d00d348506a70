package org.dateline.formats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.dateline.model.Report;

/**
 * Makes names of texts and passages that stay the same wherever the site is published: they depend only on the text's
 * SHA-256, so anyone with the text can compute them.
 */
final class TextNames {

    /** The namespace for names that are URLs (RFC 9562, section 6.6). */
    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private TextNames() {}

    /** The name of a report's text, {@code ni:///sha-256;…} (RFC 6920), which identifies its exact bytes. */
    static String of(Report report) {
        byte[] digest = HexFormat.of().parseHex(report.sha256());
        return "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /**
     * The name of a passage, {@code urn:uuid:…}: a version 5 UUID (RFC 9562) in the URL namespace. It is made from the
     * text's name with a fragment as in RFC 5147, which gives the passage in code points of the normalised text.
     */
    static String of(Report report, Passage passage) {
        String name = of(report) + "#char=" + passage.start() + "," + passage.end();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] hashed = sha1(ByteBuffer.allocate(16 + bytes.length)
                .putLong(URL_NAMESPACE.getMostSignificantBits())
                .putLong(URL_NAMESPACE.getLeastSignificantBits())
                .put(bytes)
                .array());
        ByteBuffer id = ByteBuffer.wrap(hashed);
        long high = id.getLong() & ~0xF000L | 0x5000L;
        long low = id.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return "urn:uuid:" + new UUID(high, low);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
