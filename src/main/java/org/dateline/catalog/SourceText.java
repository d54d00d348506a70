package org.dateline.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A text that is available, perhaps that of a report.
 *
 * @param file       its path within the folder of texts, with forward slashes
 * @param sha256     the SHA-256 of its bytes, lower-case hex
 * @param raw        its characters as they are in the file, without a byte order mark
 * @param normalised the form in which quotes are compared with it
 */
public record SourceText(String file, String sha256, String raw, NormalisedText normalised) {

    /** @throws CharacterCodingException if the bytes are not UTF-8 */
    static SourceText of(String file, byte[] bytes) throws CharacterCodingException {
        String raw = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return new SourceText(file, FolderFingerprint.of(bytes), text, NormalisedText.of(text));
    }

    /**
     * A place in the file, as an editor shows it.
     *
     * @param line   from 1
     * @param column from 1, in code points
     */
    public record Place(int line, int column) {}

    /** @param offset in code points of the normalised text */
    public Place place(int offset) {
        // The normalised form of a prefix is a prefix, so the shortest one that reaches past the offset ends at its
        // character.
        int low = 0;
        int high = raw.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (NormalisedText.of(raw.substring(0, middle)).length() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        String before = raw.substring(0, Math.max(0, Math.min(low, raw.length()) - 1));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(line, 1 + before.codePointCount(lineStart, before.length()));
    }
}
