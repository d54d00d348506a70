package org.dateline.draw.map;

import java.util.List;
import java.util.Map;
import org.dateline.draw.plane.Box;
import org.jspecify.annotations.Nullable;

/**
 * The options for names and numbers on a map.
 *
 * @param framed  whether names must be within the view, because the surroundings may be cut off
 * @param links   the links of symbols on pages; null in images
 * @param numbers the numbers of features by id, which are always drawn, in front of the names
 * @param most    the largest number of features to name
 * @param kept    boxes to keep free of names, in pixels of the page
 */
record Lettering(boolean framed, @Nullable MapLinks links, Map<String, Integer> numbers, int most, List<Box> kept) {

    static Lettering linked(MapLinks links, boolean framed, List<Box> kept) {
        return new Lettering(framed, links, Map.of(), Integer.MAX_VALUE, kept);
    }

    static Lettering numbered(Map<String, Integer> numbers, List<Box> kept) {
        return new Lettering(true, null, numbers, Integer.MAX_VALUE, kept);
    }

    static Lettering few(int most) {
        return new Lettering(true, null, Map.of(), most, List.of());
    }

    /** The fonts of its names. */
    Label.Fonts fonts() {
        if (links == null) {
            return Label.Fonts.DRAWN;
        }
        // An embed, whose surroundings may be cut off, brings no fonts along.
        return framed ? Label.Fonts.READER : Label.Fonts.PAGE;
    }

    /** Whether to draw few names and therefore few dots: unnamed towns and stations would only clutter the map. */
    boolean sparse() {
        return most < Integer.MAX_VALUE;
    }
}
