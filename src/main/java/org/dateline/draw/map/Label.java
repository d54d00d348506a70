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
import org.dateline.draw.render.PageSvgRenderer;

/**
 * A label on a map: a name, a number or both. Lengths are in pixels.
 *
 * @param text     empty for a number alone
 * @param language the text's language
 * @param count    the number of quotes as written after the name; empty for none
 * @param number   the number in front of the name, in reading direction; 0 for none
 * @param strong   whether the number has the colour of incidents
 * @param drawn    whether the label is for an image, which is drawn with the fonts it is measured with; a page's reader
 *                 may have others
 */
record Label(
        String text,
        String language,
        LabelStyle style,
        boolean selected,
        String count,
        int number,
        boolean strong,
        boolean drawn) {

    /** The room above and below the base line for the script's tallest and deepest letters, in ems. */
    private static final double LATIN_ASCENT = 0.82;

    private static final double LATIN_DESCENT = 0.22;
    private static final double NASTALIQ_ASCENT = 1.6;
    private static final double NASTALIQ_DESCENT = 0.45;

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
        return new Label("", "und", style, selected, "", number, strong, drawn);
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

    private double textWidth() {
        double spacing = rightToLeft() ? 0 : type().spacing();
        return TextWidth.ems(text, spacing) * style.widening(selected) * size() + overhang();
    }

    private double disc() {
        return number == 0 ? 0 : 2 * DISC + (text.isEmpty() ? 0 : DISC_GAP);
    }

    double width() {
        double behind = count.isEmpty() ? 0 : PageSvgRenderer.countWidth(TextWidth.ems(count, 0));
        double name = text.isEmpty() ? 0 : drawn ? Math.max(textWidth(), inked()) : textWidth();
        return disc() + name + behind;
    }

    private double inked() {
        return Typesetter.width(text, type()) + overhang();
    }

    double height() {
        return Math.max(number == 0 ? 0 : 2 * DISC, text.isEmpty() ? 0 : ascent() + descent());
    }

    private double ascent() {
        double least = (rightToLeft() ? NASTALIQ_ASCENT : LATIN_ASCENT) * size();
        return drawn && rightToLeft() ? Math.max(least, -ink()[1]) : least;
    }

    private double descent() {
        double least = (rightToLeft() ? NASTALIQ_DESCENT : LATIN_DESCENT) * size();
        return drawn && rightToLeft() ? Math.max(least, ink()[3]) : least;
    }

    /** The extent of the ink. In Nastaliq, words are on a slope, so longer names are higher. */
    private double[] ink() {
        return Typesetter.bounds(text(0, 0, Mark.Anchor.LEFT));
    }

    List<Mark> marks(Placed at) {
        Box box = at.box();
        if (text.isEmpty()) {
            return number(box.middleX(), box.middleY(), number, strong);
        }
        List<Mark> marks = new ArrayList<>();
        double baseline = box.middleY() + (ascent() - descent()) / 2;
        int across = at.side().across();
        if (number > 0) {
            // Attached to the name, whatever its actual width.
            double width = disc() + inked();
            double left = box.left() + (box.width() - width) * (1 - across) / 2;
            double middle = baseline - MIDDLE * type().size();
            marks.addAll(number(rightToLeft() ? left + width - DISC : left + DISC, middle, number, strong));
            marks.add(text(rightToLeft() ? left : left + disc(), baseline, Mark.Anchor.LEFT));
        } else {
            // Include the plate around the digits of a number after the name.
            double plate = count.isEmpty() ? 0 : PageSvgRenderer.COUNT_AIR;
            double left = box.left() + (rightToLeft() ? plate : 0);
            double right = box.right() - (rightToLeft() ? overhang() : plate);
            marks.add(
                    switch (across) {
                        case -1 -> text(right, baseline, Mark.Anchor.RIGHT);
                        case 1 -> text(left, baseline, Mark.Anchor.LEFT);
                        default -> text((left + right) / 2, baseline, Mark.Anchor.MIDDLE);
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
                count);
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
