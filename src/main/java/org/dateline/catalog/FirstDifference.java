package org.dateline.catalog;

import java.util.Optional;

/** Where two wordings first differ, for people who cannot see it: a dash for a hyphen, one alphabet's letter for another's. */
public final class FirstDifference {

    private FirstDifference() {}

    /** The index (UTF-16) from which two texts differ; the length of the shorter one if that begins the other. */
    public static int index(String one, String other) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        // Never between the halves of a character.
        return same > 0 && Character.isHighSurrogate(one.charAt(same - 1)) ? same - 1 : same;
    }

    /**
     * Names the characters that differ; empty if they are plain letters and digits, which can be told apart by sight, or
     * if one of the texts ends there.
     */
    public static Optional<String> named(String text, String quote) {
        int at = index(text, quote);
        if (at >= text.length() || at >= quote.length()) {
            return Optional.empty();
        }
        int there = text.codePointAt(at);
        int here = quote.codePointAt(at);
        return isPlain(there) && isPlain(here)
                ? Optional.empty()
                : Optional.of("the text has " + named(there) + " where the quote has " + named(here));
    }

    private static boolean isPlain(int codePoint) {
        return codePoint < 0x80 && Character.isLetterOrDigit(codePoint) || codePoint == ' ';
    }

    private static String named(int codePoint) {
        return "U+%04X %s".formatted(codePoint, Character.getName(codePoint));
    }
}
