package org.dateline.draw.plate;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.dateline.draw.map.Sign;

/**
 * The text of an image of a map.
 *
 * @param legend   the explanation of each sign
 * @param distance formats a length in metres
 * @param trueAt   says at which latitude the scale is exact
 * @param key      the entries for numbers, and for features without a number
 * @param more     says how many features on the map have no entry; empty if all have
 */
public record MapText(
        PlateText plate,
        Map<Sign, String> legend,
        DoubleFunction<String> distance,
        String trueAt,
        List<Group> key,
        String more) {

    public MapText {
        legend = Map.copyOf(legend);
        key = List.copyOf(key);
    }

    /** The entries under a heading. */
    public record Group(String heading, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param number   the number on the map; 0 for none
     * @param kind     the kind of feature, such as city or province
     * @param detail   says how precisely it is known, and how many quotes of which reports mention it
     * @param strong   whether the number has the colour of incidents
     */
    public record Entry(int number, String name, String kind, String detail, boolean strong) {}
}
