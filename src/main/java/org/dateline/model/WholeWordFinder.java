package org.dateline.model;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds words in a text as whole words: "Pakistan" occurs in "Pakistan's" but not in "Pakistani". */
public final class WholeWordFinder {

    /** Scripts without spaces between words: any match counts. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private WholeWordFinder() {}

    /** The indices (UTF-16) at which the words start in the text, in order; empty if they do not occur. */
    public static List<Integer> find(String text, String words) {
        List<Integer> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (isWhole(text, at, at + words.length())) {
                found.add(at);
            }
        }
        return found;
    }

    /** Whether a part of a text (UTF-16 indices, the second past its end) begins and ends where words do. */
    public static boolean isWhole(String text, int start, int end) {
        return !joined(text, start) && !joined(text, end);
    }

    /** Whether the characters on both sides of an index belong to the same word. */
    private static boolean joined(String text, int index) {
        if (index <= 0 || index >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(index);
        int after = text.codePointAt(index);
        return partOfWord(before)
                && partOfWord(after)
                && !UNSPACED.contains(UnicodeScript.of(before))
                && !UNSPACED.contains(UnicodeScript.of(after));
    }

    /** Includes marks: the vowel signs of Devanagari and Bengali, the points of Arabic and Hebrew. */
    private static boolean partOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
