package org.dateline.draw.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

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
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, type) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }
}
