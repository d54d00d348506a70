package org.dateline.draw.figure;

/**
 * How wide a text comes out on a page. Letters of the faces that travel with the program are measured; all others are
 * estimated, rather a little too wide than too narrow, since a label that is left out does less harm than two that collide.
 */
public final class TextWidth {

    private static final String NARROW = " ijl.,:;|!'’()[]";
    private static final String SLIM = "frtI-–·\"“”/";
    private static final String WIDE = "mwMWOQ—%@";

    private static final String ARABIC_WIDE = "سشصض";
    private static final String ARABIC_SLIM = "اآأإدڈذرڑزژو";

    /** Letters that are wider at the end of a word. */
    private static final String ARABIC_SWASH = "بپتٹثفقکگنیے";

    private static final double SWASH = 0.3;

    /** Letters whose bar extends before the start of the text in Nastaliq. */
    private static final String ARABIC_BARRED = "کگ";

    private static final double BAR = 0.45;

    /** Letters that do not join the next one. */
    private static final String ARABIC_FINAL = "اآأإدڈذرڑزژوؤےء";

    /** Nothing before this code point is Arabic. */
    private static final int FIRST_ARABIC = 0x600;

    private TextWidth() {}

    /** The width in pixels of a text as a page sets it. The Arabic script is set larger, and its letters join. */
    public static double of(String text, Type type) {
        if (isArabicScript(text)) {
            return nastaliq(text) * Look.number("nastaliq", "times") * type.size();
        }
        Advances advances = Advances.of(type.face());
        double width = 0;
        int letter;
        for (int i = 0; i < text.length(); i += Character.charCount(letter)) {
            letter = text.codePointAt(i);
            width += (advances.has(letter) ? advances.of(letter, 0) : advance(letter)) + type.spacing();
        }
        return width * type.size();
    }

    /** The width in pixels of a text in whatever font a reader has: for the Arabic script one in which words lie level is wider. */
    public static double inAnyFont(String text, Type type) {
        double width = of(text, type);
        return isArabicScript(text)
                ? Math.max(width, ems(text, 0) * Look.number("nastaliq", "times") * type.size())
                : width;
    }

    /**
     * In Nastaliq a word hangs on a slope: what it takes of the line is mostly its last letter's. Averages of the names of a
     * few hundred places; most come out within a tenth.
     */
    private static double nastaliq(String text) {
        double width = 0;
        boolean joined = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC && Character.isLetter(c);
            boolean ends = i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1));
            if (!letter) {
                width += c == ' ' ? 0.38 : Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 0.3;
            } else if (ARABIC_FINAL.indexOf(c) >= 0) {
                width += 0.41;
            } else if (ends) {
                width += 0.63;
            } else {
                width += ARABIC_WIDE.indexOf(c) >= 0 ? 0.64 : joined ? 0.34 : 0.18;
            }
            joined = letter && !ends && ARABIC_FINAL.indexOf(c) < 0;
        }
        return width;
    }

    /** The width of a text in ems of its font size in whatever sans-serif font, letters set apart by {@code spacing} ems. */
    public static double ems(String text, double spacing) {
        double width = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            double advance = advance(c);
            width += advance;
            boolean wordEnds = i == text.length() || text.charAt(i) == ' ';
            if (wordEnds && ARABIC_SWASH.indexOf(c) >= 0) {
                width += SWASH;
            }
            letters += advance > 0 ? 1 : 0;
        }
        return width + spacing * letters;
    }

    /** How far a text extends before its start, in ems. */
    public static double overhang(String text) {
        return !text.isEmpty() && ARABIC_BARRED.indexOf(text.codePointAt(0)) >= 0 ? BAR : 0;
    }

    /** Whether a text is written in the Arabic script, whose letters join and must not be set apart. */
    public static boolean isArabicScript(String text) {
        // Most labels are Latin, and each asks several times.
        int letter;
        for (int i = 0; i < text.length(); i += Character.charCount(letter)) {
            letter = text.codePointAt(i);
            if (letter >= FIRST_ARABIC && Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC) {
                return true;
            }
        }
        return false;
    }

    private static double advance(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        if (script == Character.UnicodeScript.ARABIC) {
            return ARABIC_WIDE.indexOf(c) >= 0 ? 0.9 : ARABIC_SLIM.indexOf(c) >= 0 ? 0.36 : 0.45;
        }
        if (Character.isIdeographic(c) || script == Character.UnicodeScript.HANGUL) {
            return 1;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 0.29;
        }
        if (SLIM.indexOf(c) >= 0) {
            return 0.4;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 0.88;
        }
        return Character.isUpperCase(c) ? 0.68 : 0.59;
    }
}
