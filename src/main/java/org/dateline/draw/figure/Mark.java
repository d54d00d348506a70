package org.dateline.draw.figure;

import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is drawn: all that the painters of images know. Lengths are in pixels of the figure, y downwards. */
public sealed interface Mark {

    record Path(Path2D data, Ink ink) implements Mark {}

    record Circle(double x, double y, double radius, Ink ink) implements Mark {}

    /**
     * A picture stretched to a box.
     *
     * @param content   of its file; do not change it
     * @param mediaType of the file
     */
    record Picture(byte[] content, String mediaType, double x, double y, double width, double height) implements Mark {}

    /**
     * One line of text.
     *
     * @param x           where it begins, is centred or ends, as its anchor says
     * @param y           of the base line
     * @param rightToLeft the direction of the line as a whole; runs in it turn by themselves
     * @param halo        colour of what lies around the letters; null for none
     * @param language    BCP 47
     */
    record Text(
            String content,
            double x,
            double y,
            Anchor anchor,
            Type type,
            Colour colour,
            boolean rightToLeft,
            @Nullable Colour halo,
            String language)
            implements Mark {}

    /** Where a text stands to its x, whatever way it runs. */
    enum Anchor {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /**
     * Marks in a plane of their own: scaled, then moved.
     *
     * @param clip outline, in the group's own plane, of what is shown of it; null for all
     */
    record Group(
            double scale, double dx, double dy, @Nullable Path2D clip, List<Mark> marks) implements Mark {
        public Group {
            marks = List.copyOf(marks);
        }
    }
}
