package org.dateline.features.postgis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.dateline.features.QueryRefusedException;

/**
 * Marks where a page ended, for the URL of the next one: the number of the last record in its table, and a digest of
 * that and of the query, so that it fits no other query and no other load. The values that records are sorted by are
 * looked up in the table, which never changes.
 */
final class PageToken {

    private static final int DIGEST = 10;
    private static final int LENGTH = Long.BYTES + DIGEST;

    private PageToken() {}

    static String write(SqlFragment query, long seq) {
        byte[] token =
                ByteBuffer.allocate(LENGTH).putLong(seq).put(digest(query, seq)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @param query contains the table, with its version, and all conditions */
    static long read(SqlFragment query, String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() == LENGTH) {
                long seq = bytes.getLong();
                byte[] digest = new byte[DIGEST];
                bytes.get(digest);
                // Compared in encoded form: base64 has several ways to write the same bytes.
                if (Arrays.equals(digest, digest(query, seq))
                        && write(query, seq).equals(token)) {
                    return seq;
                }
            }
        } catch (IllegalArgumentException e) {
            // Not base64: reported like a wrong token.
        }
        throw new QueryRefusedException(
                "a value of the parameter after that does not belong to this query",
                "the link to the next page, unchanged, or the first page");
    }

    private static byte[] digest(SqlFragment query, long seq) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            part(digest, query.text());
            for (Object value : query.values()) {
                switch (value) {
                    case byte[] bytes -> {
                        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                        digest.update(bytes);
                    }
                    case List<?> texts -> {
                        part(digest, Integer.toString(texts.size()));
                        texts.forEach(text -> part(digest, text.toString()));
                    }
                    default -> part(digest, value.toString());
                }
            }
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seq));
            return Arrays.copyOf(digest.digest(), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
