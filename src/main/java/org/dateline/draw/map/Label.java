package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.LabelPlacer.Placed;

/**
 * A label on a map: a name, a number or both. Lengths are in pixels.
 *
 * @param text     empty for a number alone
 * @param language the text's language
 * @param count    the number of quotes as written after the name; empty for none
 * @param number   the number in front of the name, in reading direction; 0 for none
 * @param strong   whether the number has the colour of incidents
 * @param fonts    the fonts it will be set in
 */
record Label(
        String text,
        String language,
        LabelStyle style,
        boolean selected,
        String count,
        int number,
        boolean strong,
        Fonts fonts) {

    /** The fonts that labels are set in. */
    enum Fonts {
        /** The fonts that a picture is drawn with, in which its labels are measured. */
        DRAWN,
        /** The fonts that pages bring along. */
        PAGE,
        /** Whatever fonts the reader of an embed has. */
        READER
    }

    private static final double BADGE_HEIGHT = Look.size("badge-height");
    private static final double BADGE_GAP = Look.size("badge-gap");

    /** The radius of the disc under a number. */
    private static final double DISC = Look.size("number");

    private static final double DISC_GAP = 3.5;

    /** The distance from a text's middle to its base line, in ems. */
    private static final double MIDDLE = 0.36;

    Label {
        text = text.isEmpty() ? text : style.written(text);
    }

    /** A copy without the name. */
    Label numberAlone() {
        return new Label("", "und", style, selected, "", number, strong, fonts);
    }

    boolean rightToLeft() {
        return TextWidth.isArabicScript(text);
    }

    private Type type() {
        return style.type(selected);
    }

    private double size() {
        return type().size() * (rightToLeft() ? Look.number("nastaliq", "times") : 1);
    }

    private double overhang() {
        return TextWidth.overhang(text) * size();
    }

    /** The text's width without its overhang at the start. */
    private double textWidth() {
        return switch (fonts) {
            case DRAWN -> Typesetter.width(text, type());
            case PAGE -> TextWidth.of(text, type());
            case READER -> TextWidth.inAnyFont(text, type());
        };
    }

    private double disc() {
        return number == 0 ? 0 : 2 * DISC + (text.isEmpty() ? 0 : DISC_GAP);
    }

    private double badge() {
        return count.isEmpty()
                ? 0
                : Math.max(BADGE_HEIGHT, Look.size("badge-sides") + count.length() * Look.size("badge-digit"));
    }

    double width() {
        double behind = count.isEmpty() ? 0 : BADGE_GAP + badge();
        return disc() + (text.isEmpty() ? 0 : textWidth() + overhang()) + behind;
    }

    double height() {
        return Math.max(number == 0 ? 0 : 2 * DISC, text.isEmpty() ? 0 : ascent() + descent());
    }

    /** The room above the base line for the script's tallest letters. */
    private double ascent() {
        return letters("ascent") * size();
    }

    /** The room below the base line for the script's deepest letters. */
    private double descent() {
        return letters("descent") * size();
    }

    private double letters(String part) {
        return Look.number("letters", rightToLeft() ? "nastaliq-" + part : part);
    }

    /**
     * The marks of the label: a badge or number at one end of its box, and the name directly next to it, whatever its
     * actual width.
     */
    List<Mark> marks(Placed at) {
        Box box = at.box();
        if (at.angle() != 0) {
            double down = (ascent() - descent()) / 2;
            // The base line lies below the middle of the letters, also when it is turned.
            double x = box.middleX() - Math.sin(at.angle()) * down;
            double y = box.middleY() + Math.cos(at.angle()) * down;
            return List.of(text(x, y, Mark.Anchor.MIDDLE).turned(at.angle()));
        }
        if (text.isEmpty()) {
            return number(box.middleX(), box.middleY(), number, strong);
        }
        List<Mark> marks = new ArrayList<>();
        double baseline = box.middleY() + (ascent() - descent()) / 2;
        if (number > 0) {
            double middle = baseline - MIDDLE * type().size();
            marks.addAll(number(rightToLeft() ? box.right() - DISC : box.left() + DISC, middle, number, strong));
            marks.add(
                    rightToLeft()
                            ? text(box.right() - disc() - overhang(), baseline, Mark.Anchor.RIGHT)
                            : text(box.left() + disc(), baseline, Mark.Anchor.LEFT));
        } else if (!count.isEmpty()) {
            double left = rightToLeft() ? box.left() : box.right() - badge();
            double beside = BADGE_GAP + badge();
            marks.add(
                    rightToLeft()
                            ? text(box.left() + beside, baseline, Mark.Anchor.LEFT)
                            : text(box.right() - beside, baseline, Mark.Anchor.RIGHT));
            marks.addAll(badge(left, box.middleY()));
        } else {
            marks.add(
                    switch (at.side().across()) {
                        case -1 -> text(box.right() - overhang(), baseline, Mark.Anchor.RIGHT);
                        case 1 -> text(box.left(), baseline, Mark.Anchor.LEFT);
                        default -> text((box.left() + box.right() - overhang()) / 2, baseline, Mark.Anchor.MIDDLE);
                    });
        }
        return marks;
    }

    private Mark.Text text(double x, double baseline, Mark.Anchor anchor) {
        return new Mark.Text(
                "label label-" + style.id() + (selected ? " selected" : ""),
                text,
                x,
                baseline,
                anchor,
                type(),
                style.colour(selected),
                rightToLeft(),
                Palette.MAP_HALO,
                language,
                // Not in Arabic script, because other fonts differ too much to be fitted by stretching.
                rightToLeft() ? 0 : textWidth());
    }

    /** The marks of the number of quotes on its plate. */
    private List<Mark> badge(double left, double middle) {
        double size = Look.size("badge-type");
        Ink plate = Ink.of(style == LabelStyle.INCIDENT || selected ? "badge-strong" : "badge", "");
        return List.of(
                new Mark.Bar(left, middle - BADGE_HEIGHT / 2, badge(), BADGE_HEIGHT, BADGE_HEIGHT / 2, plate),
                new Mark.Text(
                        "count",
                        count,
                        left + badge() / 2,
                        middle + MIDDLE * size,
                        Mark.Anchor.MIDDLE,
                        Type.bold(size),
                        Palette.MAP_BADGE_INK,
                        false,
                        null,
                        "und",
                        0));
    }

    /** The marks of a number on the map and in the key, centred at x and y. */
    static List<Mark> number(double x, double y, int number, boolean strong) {
        double size = Look.size("number-type");
        Ink disc = Ink.of(strong ? "number-strong" : "number", "");
        return List.of(
                new Mark.Circle(x, y, DISC - 0.6, disc),
                new Mark.Text(
                        Integer.toString(number),
                        x,
                        y + MIDDLE * size,
                        Mark.Anchor.MIDDLE,
                        Type.bold(number > 99 ? 7 : size),
                        Palette.MAP_BADGE_INK,
                        false,
                        null,
                        "und"));
    }
}
