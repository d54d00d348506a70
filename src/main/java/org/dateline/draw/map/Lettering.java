package org.dateline.draw.map;

import java.util.List;
import java.util.Map;
import org.dateline.draw.plane.Box;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a map.
 *
 * @param framed  whether names stand within the view only: what is beyond may be cut off anywhere
 * @param links   where symbols lead, on pages; null in images
 * @param numbers of features, which stand on the map in any case, before their names
 * @param most    how many features are named at the most
 * @param kept    what to keep free of names, in pixels of the page
 */
record Lettering(boolean framed, @Nullable MapLinks links, Map<String, Integer> numbers, int most, List<Box> kept) {

    static Lettering linked(MapLinks links, boolean framed) {
        return new Lettering(framed, links, Map.of(), Integer.MAX_VALUE, List.of());
    }

    static Lettering numbered(Map<String, Integer> numbers, List<Box> kept) {
        return new Lettering(true, null, numbers, Integer.MAX_VALUE, kept);
    }

    static Lettering few(int most) {
        return new Lettering(true, null, Map.of(), most, List.of());
    }

    /** Few names, few dots: towns and stations that nobody names would be a string of pearls. */
    boolean sparse() {
        return most < Integer.MAX_VALUE;
    }
}
