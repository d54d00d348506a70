package org.dateline.draw.figure;

import java.util.List;

/**
 * A whole drawing, in no format yet: from this one description come its SVG, PNG and PDF.
 *
 * @param width       in pixels at their natural size
 * @param height      the same
 * @param language    BCP 47, of most of its texts
 * @param title       its name when it is read aloud
 * @param description what it shows, for those who do not see it
 * @param ground      what a screen shows beneath it all; paper brings its own
 * @param marks       from the bottom up
 * @param breaks      heights at which it may be cut where it is too long for a page, rising
 */
public record Figure(
        double width,
        double height,
        String language,
        String title,
        String description,
        Colour ground,
        List<Mark> marks,
        List<Double> breaks) {

    /** Around a halo's letters on each side, in ems. */
    public static final double HALO = 0.13;

    public Figure {
        marks = List.copyOf(marks);
        breaks = List.copyOf(breaks);
    }
}
