package org.dateline.catalog;

import java.util.Arrays;

/**
 * Where the characters of a text's normalised form stand in the text itself. All indices are UTF-16 indices.
 *
 * <p>A text is normalised letter by letter (each with its marks), which is how {@link NormalisedText} normalises it as a
 * whole, but for the white space between words and at the ends.
 */
public final class TextPositions {

    private final int[] starts;
    private final int[] ends;

    private TextPositions(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    public static TextPositions of(String raw) {
        String normalised = NormalisedText.of(raw).value();
        int[] starts = new int[normalised.length()];
        int[] ends = new int[normalised.length()];
        int at = 0;
        int next;
        for (int i = 0; i < raw.length() && at < starts.length; i = next) {
            next = letterEnd(raw, i);
            String letter = letter(raw, i, next);
            int length = normalised.startsWith(letter, at) ? letter.length() : 0;
            if (letter.isEmpty() && isSpace(raw.codePointAt(i)) && normalised.charAt(at) == ' ') {
                length = 1;
            }
            Arrays.fill(starts, at, at + length, i);
            Arrays.fill(ends, at, at + length, next);
            at += length;
        }
        // What could not be aligned stands at the end.
        Arrays.fill(starts, at, starts.length, raw.length());
        Arrays.fill(ends, at, ends.length, raw.length());
        return new TextPositions(starts, ends);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int letterEnd(String raw, int start) {
        int end = start + Character.charCount(raw.codePointAt(start));
        while (end < raw.length() && isMark(raw.codePointAt(end))) {
            end += Character.charCount(raw.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static String letter(String raw, int start, int end) {
        char c = raw.charAt(start);
        return end == start + 1 && c < 0x80
                ? c <= ' ' ? "" : String.valueOf(c)
                : NormalisedText.of(raw.substring(start, end)).value();
    }

    /** The part of the text that a part of its normalised form stands for: start and end. */
    public int[] inText(int start, int end) {
        return start >= end || end > ends.length ? new int[] {0, 0} : new int[] {starts[start], ends[end - 1]};
    }

    /** The part of the normalised form that a part of the text becomes: start and end. */
    public int[] inNormalised(int start, int end) {
        int from = 0;
        while (from < starts.length && starts[from] < start) {
            from++;
        }
        int to = from;
        while (to < ends.length && ends[to] <= end) {
            to++;
        }
        return new int[] {from, to};
    }
}
