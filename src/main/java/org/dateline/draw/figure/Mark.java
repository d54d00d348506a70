package org.dateline.draw.figure;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that is drawn: all that the writers of pages and images know. Lengths are in pixels, y downwards. */
public sealed interface Mark {

    /** @param inks from the bottom up: a casing, and the line on it */
    record Path(Path2D data, List<Ink> inks) implements Mark {
        public Path {
            inks = List.copyOf(inks);
        }

        public Path(Path2D data, Ink ink) {
            this(data, List.of(ink));
        }
    }

    record Circle(double x, double y, double radius, Ink ink) implements Mark {}

    /** @param round the radius of its corners */
    record Bar(double x, double y, double width, double height, double round, Ink ink) implements Mark {}

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
     * @param part        its class on pages; empty for text that the page sets as it sets its own
     * @param x           where it begins, is centred or ends, as its anchor says
     * @param y           of the base line
     * @param rightToLeft the direction of the line as a whole; runs in it turn by themselves
     * @param halo        colour of what lies around the letters; null for none
     * @param language    BCP 47
     * @param count       a number on a plate behind it, on pages; empty for none
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
            String count)
            implements Mark {

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
            this("", content, x, y, anchor, type, colour, rightToLeft, halo, language, "");
        }
    }

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

    /**
     * Marks that stand for one thing, which pages can point at; in images they are drawn as they are.
     *
     * @param part classes on pages
     * @param data what pages say of it in {@code data-} attributes; empty for what is only to be seen, not to be heard
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
     * Where an item leads.
     *
     * @param label   what is read aloud
     * @param current whether it leads to the page itself
     */
    record Link(String href, String label, boolean current) {}
}
