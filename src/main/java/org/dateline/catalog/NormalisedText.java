package org.dateline.catalog;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The form in which a quote must match its source exactly: Unicode NFC; typographic quotation marks and apostrophes as
 * straight ones; no zero-width spaces and byte order marks; each run of white space as one space, none at the ends.
 * Lengths and offsets of excerpts are Unicode code points of a text in this form, as in the Web Annotation Data Model's
 * TextPositionSelector (section 4.2.5).
 */
public record NormalisedText(String value) {

    /** Zero-width joiners are not among them: in Urdu and Persian they are part of the spelling. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\x{FEFF}\\x{200B}\\x{2060}]");

    /** Idempotent. */
    public static NormalisedText of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        // Removed first: a letter and its mark combine only if nothing stands between them.
        String visible = INVISIBLE.matcher(text).replaceAll("");
        Normalizer.normalize(visible, Normalizer.Form.NFC).codePoints().forEach(c -> append(out, c));
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return new NormalisedText(out.toString());
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '“', '”', '„', '«', '»' -> out.append('"');
            case '‘', '’', '‚', '‛' -> out.append('\'');
            default -> {
                if (!Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)) {
                    out.appendCodePoint(codePoint);
                } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            }
        }
    }

    /** The length in code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }
}
