package org.dateline.catalog;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The form in which a quote must match its source exactly. It forgives what belongs to typesetting and not to the words:
 * Unicode NFC; typographic quotation marks and apostrophes as straight ones; hyphens that do not break as hyphens;
 * ligatures and the positional forms of Arabic letters as letters; no soft hyphens, marks of direction, tatweels,
 * zero-width spaces and byte order marks; each run of white space as one space, none at the ends. Lengths and offsets of
 * excerpts are Unicode code points of a text in this form, as in the Web Annotation Data Model's TextPositionSelector
 * (section 4.2.5). {@link QuoteFinder} forgives hyphenation at the ends of lines, which needs both texts.
 */
public record NormalisedText(String value) {

    /** Zero-width joiners are not among them: in Urdu and Persian they are part of the spelling. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\x{FEFF}\\x{200B}\\x{2060}]");

    /** Soft hyphens, with the end of the line where one divides a word there; marks of direction; tatweels. */
    private static final Pattern TYPESETTING = Pattern.compile(
            "\\x{AD}(?:\\h*\\R\\h*)?|[\\x{61C}\\x{640}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** Latin ligatures; the presentation forms of Arabic, which PDF files contain instead of letters. */
    private static final Pattern LIGATURES =
            Pattern.compile("[\\x{FB00}-\\x{FB06}\\x{FB50}-\\x{FDFF}\\x{FE70}-\\x{FEFC}]+");

    /** Idempotent. */
    public static NormalisedText of(String text) {
        if (isUsual(text)) {
            return new NormalisedText(plain(text));
        }
        return new NormalisedText(plain(LIGATURES
                .matcher(TYPESETTING.matcher(text).replaceAll(""))
                .replaceAll(NormalisedText::letters)
                .replace('\u2010', '-')
                .replace('\u2011', '-')));
    }

    /**
     * Whether a text has only letters and signs that the patterns do not know and that are composed already: Latin without
     * combining marks, quotation marks and dashes. So are most texts, and looking is much faster than replacing.
     */
    private static boolean isUsual(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00AD' || c >= '\u0300' && (c < '\u2012' || c > '\u2026')) {
                return false;
            }
        }
        return true;
    }

    private static String letters(MatchResult ligatures) {
        // Isolated vowel signs decompose to a space and the sign, and one form to words with tatweels.
        String letters = Normalizer.normalize(ligatures.group(), Normalizer.Form.NFKC);
        return TYPESETTING.matcher(letters).replaceAll("");
    }

    /**
     * The form without forgiveness for hyphens, ligatures and what cannot be seen but the zero-width spaces. Digests of
     * quotes in {@code verified.yaml} are made of it.
     */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        // Removed first: a letter and its mark combine only if nothing stands between them.
        String composed = isUsual(text)
                ? text
                : Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        composed.codePoints().forEach(c -> append(out, c));
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
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
