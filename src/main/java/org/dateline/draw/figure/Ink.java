package org.dateline.draw.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shape is filled and stroked, the stroke above the fill.
 *
 * @param fill   null for none
 * @param stroke null for none
 */
public record Ink(@Nullable Colour fill, @Nullable Stroke stroke) {

    /**
     * @param width in the units of the group that holds the shape
     * @param dash  lengths of dashes and gaps in turn; empty for a solid line
     * @param round whether its ends are round; joins always are
     */
    public record Stroke(Colour colour, double width, List<Double> dash, boolean round) {
        public Stroke {
            dash = List.copyOf(dash);
        }
    }

    public static Ink fill(Colour colour) {
        return new Ink(colour, null);
    }

    public static Ink line(Colour colour, double width) {
        return new Ink(null, new Stroke(colour, width, List.of(), true));
    }

    public static Ink dashed(Colour colour, double width, double dash, double gap) {
        return new Ink(null, new Stroke(colour, width, List.of(dash, gap), false));
    }

    /** The same with an edge. */
    public Ink edged(Colour colour, double width) {
        return new Ink(fill, new Stroke(colour, width, List.of(), true));
    }
}
