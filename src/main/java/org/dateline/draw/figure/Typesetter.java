package org.dateline.draw.figure;

import com.ibm.icu.text.BreakIterator;
import java.awt.geom.Rectangle2D;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures text and breaks it into lines. */
public final class Typesetter {

    /** The distance between base lines, in ems; larger for Nastaliq, whose words are on a slope. */
    private static final double LATIN_LEADING = 1.38;

    private static final double NASTALIQ_LEADING = 2.15;

    private Typesetter() {}

    public static double width(String text, Type type) {
        return Line.of(text, type, false).width();
    }

    /** The bounds of a text's ink without its halo: left, top, right, bottom in pixels of the figure. */
    public static double[] bounds(Mark.Text text) {
        Line line = Line.of(text.content(), text.type(), text.rightToLeft());
        double left = line.left(text.x(), text.anchor());
        Rectangle2D ink = line.inked();
        return new double[] {
            left + ink.getMinX(), text.y() + ink.getMinY(), left + ink.getMaxX(), text.y() + ink.getMaxY()
        };
    }

    /** The distance between base lines, in pixels. */
    public static double leading(Type type, boolean arabic) {
        return type.size() * (arabic ? NASTALIQ_LEADING : LATIN_LEADING);
    }

    /** Breaks a text into lines of at most a width in pixels; a wider word gets a line of its own and sticks out. */
    public static List<String> lines(String text, Type type, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (Word word : words(text)) {
            String longer = line.isEmpty() || !word.apart ? line + word.letters : line + " " + word.letters;
            if (!line.isEmpty() && width(longer, type) > width) {
                lines.add(line);
                line = word.letters;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /**
     * What is not divided.
     *
     * @param apart whether there is a space before it
     */
    private record Word(String letters, boolean apart) {}

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (word.codePoints().noneMatch(Typesetter::isWrittenWithoutSpaces)) {
                words.add(new Word(word, true));
                continue;
            }
            BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
            breaks.setText(word);
            for (int start = 0, end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                words.add(new Word(word.substring(start, end), start == 0));
            }
        }
        return words;
    }

    private static boolean isWrittenWithoutSpaces(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
