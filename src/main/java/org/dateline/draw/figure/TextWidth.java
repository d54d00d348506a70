package org.dateline.draw.figure;

/**
 * Estimates the width of a text without a font, from average advances of common sans-serif fonts and, for the Arabic
 * script, of Naskh and Nastaliq. Estimates are a little too wide rather than too narrow, because a missing label does
 * less harm than two that collide.
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

    private TextWidth() {}

    /**
     * The width of a text in ems.
     * @param spacing the spacing between letters, in ems
     */
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
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
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
