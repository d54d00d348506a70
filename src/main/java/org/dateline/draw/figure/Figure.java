package org.dateline.draw.figure;

import java.util.List;

/**
 * A complete drawing, independent of any format: SVG, PNG and PDF are all rendered from it.
 *
 * @param width       the width in pixels
 * @param height      the height in pixels
 * @param language    the language of most of its texts (BCP 47)
 * @param title       the title for screen readers
 * @param description the description for screen readers
 * @param ground      the background on screens; paper needs none
 * @param marks       from the bottom up
 * @param breaks      the heights, ascending, at which it may be divided if it is too long for a page
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

    /** The width of a halo on each side of the letters, in ems. */
    public static final double HALO = 0.13;

    public Figure {
        marks = List.copyOf(marks);
        breaks = List.copyOf(breaks);
    }

    /** A SHA-256 in lower-case hex: figures with the same one give the same image in pixels. */
    public String digest() {
        return FigureDigest.of(this);
    }
}
