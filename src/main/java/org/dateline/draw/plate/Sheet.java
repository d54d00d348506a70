package org.dateline.draw.plate;

import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.plane.Paths;

/**
 * A page that is filled from the top. Horizontal distances are measured from the side where lines start, so that one
 * layout serves both writing directions.
 */
final class Sheet {

    private final double width;
    private final double margin;
    private final boolean rightToLeft;
    private final String language;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Double> breaks = new ArrayList<>();
    private double y;

    Sheet(double width, double margin, boolean rightToLeft, String language) {
        this.width = width;
        this.margin = margin;
        this.rightToLeft = rightToLeft;
        this.language = language;
    }

    /** The width between the margins. */
    double inner() {
        return width - 2 * margin;
    }

    double y() {
        return y;
    }

    void down(double pixels) {
        y += pixels;
    }

    void to(double y) {
        this.y = y;
    }

    /** Allows a page to end at the present height. */
    void mayBreak() {
        breaks.add(y);
    }

    List<Mark> marks() {
        return marks;
    }

    List<Double> breaks() {
        return breaks;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** The left side of a box, from its distance to the start of lines and its width. */
    double left(double start, double width) {
        return rightToLeft ? this.width - margin - start - width : margin + start;
    }

    /** Adds marks with their own coordinates, their upper left corner at a place. */
    void add(double left, double top, List<Mark> group) {
        marks.add(new Mark.Group(1, left, top, null, group));
    }

    void rule(double start, double length, Colour colour) {
        double left = left(start, length);
        marks.add(new Mark.Path(Paths.line(left, y, left + length, y), Ink.line(colour, 1)));
    }

    /** Adds a line of text on a base line. */
    void text(String text, double start, double baseline, Type type, Colour colour) {
        text(text, start, baseline, type, colour, rightToLeft, language);
    }

    void text(
            String text,
            double start,
            double baseline,
            Type type,
            Colour colour,
            boolean textRightToLeft,
            String textLanguage) {
        marks.add(new Mark.Text(
                text,
                left(start, 0),
                baseline,
                rightToLeft ? Mark.Anchor.RIGHT : Mark.Anchor.LEFT,
                type,
                colour,
                textRightToLeft,
                null,
                textLanguage));
    }

    /** Adds text in as many lines as it needs, and moves down. */
    void paragraph(String text, double start, double width, Type type, Colour colour) {
        paragraph(text, start, width, type, colour, rightToLeft, language);
    }

    void paragraph(
            String text,
            double start,
            double width,
            Type type,
            Colour colour,
            boolean textRightToLeft,
            String textLanguage) {
        double leading = leading(type, text);
        for (String line : Typesetter.lines(text, type, width)) {
            text(line, start, y + ascent(type, text), type, colour, textRightToLeft, textLanguage);
            y += leading;
        }
    }

    static double height(String text, double width, Type type) {
        return Typesetter.lines(text, type, width).size() * leading(type, text);
    }

    static double leading(Type type, String text) {
        return Typesetter.leading(type, TextWidth.isArabicScript(text));
    }

    /** The distance from the top of a line to its base line. */
    static double ascent(Type type, String text) {
        return leading(type, text) * (TextWidth.isArabicScript(text) ? 0.66 : 0.76);
    }
}
