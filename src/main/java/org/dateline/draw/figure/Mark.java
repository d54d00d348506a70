package org.dateline.draw.figure;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A drawn element, the only kind of input that renderers know. Lengths are in pixels, y downwards. */
public sealed interface Mark {

    /** @param inks the inks from the bottom up, for example a casing and the line on it */
    record Path(Path2D data, List<Ink> inks) implements Mark {
        public Path {
            inks = List.copyOf(inks);
        }

        public Path(Path2D data, Ink ink) {
            this(data, List.of(ink));
        }
    }

    record Circle(double x, double y, double radius, Ink ink) implements Mark {}

    /** @param round the radius of the corners */
    record Bar(double x, double y, double width, double height, double round, Ink ink) implements Mark {}

    /** A straight line, which stretches with its cell where marks do. */
    record Segment(double x1, double y1, double x2, double y2, Ink ink) implements Mark {}

    /**
     * A raster image stretched to a box.
     *
     * @param content   the file's content; must not be changed
     * @param mediaType the file's media type
     */
    record Picture(byte[] content, String mediaType, double x, double y, double width, double height) implements Mark {}

    /**
     * One line of text.
     *
     * @param part        the class on pages; empty for text in the page's own style
     * @param x           the position of the start, middle or end, depending on the anchor
     * @param y           the y coordinate of the base line
     * @param rightToLeft the direction of the line as a whole; runs within it have their own
     * @param halo        the colour of the halo around the letters; null for none
     * @param language    BCP 47
     * @param angle       the angle by which the line is turned around its position, in radians clockwise
     * @param width       the width to which pages fit the text, whatever fonts their readers have; 0 for its natural
     *                    width
     */
    record Text(
            String part,
            String content,
            double x,
            double y,
            Anchor anchor,
            Type type,
            Colour colour,
            boolean rightToLeft,
            @Nullable Colour halo,
            String language,
            double width,
            double angle)
            implements Mark {

        /** A level line. */
        public Text(
                String part,
                String content,
                double x,
                double y,
                Anchor anchor,
                Type type,
                Colour colour,
                boolean rightToLeft,
                @Nullable Colour halo,
                String language,
                double width) {
            this(part, content, x, y, anchor, type, colour, rightToLeft, halo, language, width, 0);
        }

        /** The same, turned. */
        public Text turned(double by) {
            return new Text(part, content, x, y, anchor, type, colour, rightToLeft, halo, language, width, by);
        }

        public Text(
                String content,
                double x,
                double y,
                Anchor anchor,
                Type type,
                Colour colour,
                boolean rightToLeft,
                @Nullable Colour halo,
                String language) {
            this("", content, x, y, anchor, type, colour, rightToLeft, halo, language, 0, 0);
        }
    }

    /** Which point of a text is at its x, regardless of its direction. */
    enum Anchor {
        LEFT,
        MIDDLE,
        RIGHT
    }

    /**
     * Marks with their own coordinates, which are scaled, then moved.
     *
     * @param clip the outline of the visible part, in the group's own coordinates; null for all
     */
    record Group(
            double scale, double dx, double dy, @Nullable Path2D clip, List<Mark> marks) implements Mark {
        public Group {
            marks = List.copyOf(marks);
        }
    }

    /**
     * The ground of a map: marks without texts, which are made when they are drawn, because that takes far longer than to say
     * what they follow from. Thread-safe.
     */
    final class Ground implements Mark {

        private final String from;
        private final Supplier<List<Mark>> making;
        private @Nullable List<Mark> marks;

        /** @param from says all that the marks follow from */
        public Ground(String from, Supplier<List<Mark>> making) {
            this.from = from;
            this.making = making;
        }

        /** What the marks follow from: grounds of which it is equal look alike. */
        public String from() {
            return from;
        }

        /** The marks, each time the same. */
        public synchronized List<Mark> marks() {
            List<Mark> known = marks;
            if (known == null) {
                known = List.copyOf(making.get());
                marks = known;
            }
            return known;
        }
    }

    /**
     * Marks that represent one thing, which pages can link and highlight; images just draw the marks.
     *
     * @param part the classes on pages
     * @param data the {@code data-} attributes on pages; empty for decoration that screen readers skip
     * @param link null for none
     */
    record Item(
            String part, Map<String, String> data, @Nullable Link link, List<Mark> marks) implements Mark {
        public Item {
            data = Map.copyOf(data);
            marks = List.copyOf(marks);
        }
    }

    /**
     * The link of an item.
     *
     * @param label   the text for screen readers; null for a second link of something, for pointers alone
     * @param current whether it leads to the present page
     */
    record Link(String href, @Nullable String label, boolean current) {}
}
