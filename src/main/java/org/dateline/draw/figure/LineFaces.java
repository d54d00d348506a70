package org.dateline.draw.figure;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What each letter of a line is set in: the Arabic script in Nastaliq, what the face asked for has in that face, and the
 * rest in fonts of the operator or the system. A letter that no font has stays in the face asked for, as its empty box.
 */
final class LineFaces {

    private final Typeface[] faces;
    private final Set<Integer> missing = new HashSet<>();

    private LineFaces(int length) {
        faces = new Typeface[length];
    }

    static LineFaces of(String text, Type type) {
        LineFaces line = new LineFaces(text.length());
        Advances own = Advances.of(type.face());
        Advances nastaliq = Advances.of(Face.NASTALIQ);
        Typeface before = type.face();
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            boolean arabic = isNastaliq(text, i);
            Typeface face;
            if (arabic && (letter <= ' ' || joins(letter) || nastaliq.has(letter))) {
                face = Face.NASTALIQ;
            } else if (isInvisible(letter) || UnicodeScript.of(letter) == UnicodeScript.INHERITED) {
                face = joins(letter) || UnicodeScript.of(letter) == UnicodeScript.INHERITED ? before : type.face();
            } else if (own.has(letter)) {
                face = type.face();
            } else {
                face = line.found(letter, text, before, arabic ? Face.NASTALIQ : type.face());
            }
            for (int end = i + Character.charCount(letter); i < end; i++) {
                line.faces[i] = face;
            }
            before = face;
        }
        return line;
    }

    private Typeface found(int letter, String text, Typeface before, Typeface otherwise) {
        if (before instanceof FoundFont font && font.font().canDisplay(letter)) {
            return font;
        }
        return FoundFonts.of(letter, region(text)).map(font -> (Typeface) font).orElseGet(() -> {
            missing.add(letter);
            return otherwise;
        });
    }

    /** Chinese characters differ by country; kana and Hangul beside them say which are meant. */
    private static String region(String text) {
        boolean korean = false;
        for (int i = 0; i < text.length(); i++) {
            UnicodeScript script = UnicodeScript.of(text.charAt(i));
            if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                return "JP";
            }
            korean |= script == UnicodeScript.HANGUL;
        }
        return korean ? "KR" : "SC";
    }

    private static boolean joins(int letter) {
        return letter == 0x200C || letter == 0x200D;
    }

    /** White space, marks of direction and other letters that have no glyph. */
    private static boolean isInvisible(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT
                || Character.getType(letter) == Character.CONTROL;
    }

    /** At the position of a char in the text. */
    Typeface at(int i) {
        return Objects.requireNonNull(faces[i]);
    }

    boolean lacks(int letter) {
        return missing.contains(letter);
    }

    /** Whether a letter is set in Nastaliq: letters of the Arabic script, and spaces between them. */
    private static boolean isNastaliq(String text, int at) {
        char c = text.charAt(at);
        return isArabic(c)
                || c == ' '
                        && at > 0
                        && at + 1 < text.length()
                        && isArabic(text.charAt(at - 1))
                        && isArabic(text.charAt(at + 1));
    }

    private static boolean isArabic(char c) {
        return c >= 0x0600 && c <= 0x06FF
                || c >= 0x0750 && c <= 0x077F
                || c >= 0xFB50 && c <= 0xFDFF
                || c >= 0xFE70 && c <= 0xFEFE;
    }
}
