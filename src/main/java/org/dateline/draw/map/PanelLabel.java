package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Face;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;

/**
 * A name, a number or both, to be written on the map of a figure in one piece. Lengths are in pixels.
 *
 * @param text   empty for a number alone
 * @param number before the text in its own direction
 * @param strong whether the number has the colour of incidents
 */
record PanelLabel(String text, String language, Type type, Colour colour, OptionalInt number, boolean strong) {

    /** Of the disc that a number stands on, half its width. */
    static final double BADGE = 7.6;

    private static final double DIGITS = 9.5;
    private static final double GAP = 3.5;

    double badge() {
        return number.isPresent() ? 2 * BADGE : 0;
    }

    double gap() {
        return number.isPresent() && !text.isEmpty() ? GAP : 0;
    }

    /** Left, top, right, bottom of the letters' ink, from the base line's left end. */
    double[] ink() {
        if (text.isEmpty()) {
            return new double[] {0, 0, 0, 0};
        }
        return Typesetter.bounds(mark(0, 0));
    }

    double width() {
        double[] ink = ink();
        return badge() + gap() + Math.max(Typesetter.width(text, type), ink[2]) - Math.min(0, ink[0]);
    }

    double ascent() {
        return Math.max(text.isEmpty() ? 0 : 0.74 * type.size(), -ink()[1]);
    }

    double height() {
        return Math.max(badge(), ascent() + Math.max(0.2 * type.size(), ink()[3]));
    }

    boolean rightToLeft() {
        return Typesetter.isArabic(text);
    }

    Mark.Text mark(double x, double y) {
        return new Mark.Text(text, x, y, Mark.Anchor.LEFT, type, colour, rightToLeft(), Palette.MAP_HALO, language);
    }

    /** All of it, between two sides and around a middle line. */
    List<Mark> marks(double left, double right, double middle) {
        List<Mark> marks = new ArrayList<>();
        double baseline = middle - height() / 2 + ascent();
        if (number.isPresent()) {
            double badgeX = rightToLeft() ? right - BADGE : left + BADGE;
            double badgeY = text.isEmpty() ? middle : baseline - 0.36 * type.size();
            marks.addAll(badge(badgeX, badgeY, number.getAsInt(), strong));
        }
        if (!text.isEmpty()) {
            double before = rightToLeft() ? 0 : badge() + gap();
            marks.add(mark(left + before - Math.min(0, ink()[0]), baseline));
        }
        return marks;
    }

    /** A number as it stands on the map and in the key. */
    static List<Mark> badge(double x, double y, int number, boolean incident) {
        return List.of(
                new Mark.Circle(
                        x,
                        y,
                        BADGE - 0.6,
                        Ink.fill(incident ? Palette.MAP_INCIDENT : Palette.MAP_BADGE)
                                .edged(Palette.MAP_ROUTE_CORE, 1.2)),
                new Mark.Text(
                        Integer.toString(number),
                        x,
                        y + 0.36 * DIGITS,
                        Mark.Anchor.MIDDLE,
                        Type.bold(number > 99 ? 7 : DIGITS),
                        Palette.MAP_BADGE_INK,
                        false,
                        null,
                        "und"));
    }

    static Type type(LabelStyle style, boolean selected, String text) {
        Face face = switch (style) {
            case INCIDENT, PLACE, COUNTRY, CAPITAL -> Face.SANS_BOLD;
            case AREA, LINE, SEA -> selected ? Face.SANS_BOLD : Face.SANS_ITALIC;
            case STATION, PROVINCE, TOWN -> selected ? Face.SANS_BOLD : Face.SANS;
        };
        return new Type(face, style.size() + (selected ? 1.5 : 0), Typesetter.isArabic(text) ? 0 : style.spacing());
    }

    static Colour colour(LabelStyle style) {
        return switch (style) {
            case INCIDENT -> Palette.MAP_INCIDENT;
            case PLACE -> Palette.MAP_INK;
            case AREA -> Palette.MAP_AREA_INK;
            case LINE -> Palette.MAP_ROUTE;
            case STATION, CAPITAL, TOWN -> Palette.MAP_INK_2;
            case COUNTRY -> Palette.MAP_COUNTRY;
            case PROVINCE -> Palette.MAP_INK_3;
            case SEA -> Palette.MAP_SEA_INK;
        };
    }
}
