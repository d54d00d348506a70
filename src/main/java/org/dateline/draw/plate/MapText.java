package org.dateline.draw.plate;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.dateline.draw.map.Sign;

/**
 * What an image of a map says.
 *
 * @param legend   words for each sign
 * @param distance a length in metres, in words
 * @param trueAt   at which latitude the scale holds
 * @param key      what the numbers mean, and what has none
 */
public record MapText(
        PlateText plate, Map<Sign, String> legend, DoubleFunction<String> distance, String trueAt, List<Group> key) {

    public MapText {
        legend = Map.copyOf(legend);
        key = List.copyOf(key);
    }

    /** Entries under a heading. */
    public record Group(String heading, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param number   on the map; 0 for what has none
     * @param kind     city, province ...
     * @param detail   how precisely it is known, and in how many quotes of which reports
     * @param strong   whether its number has the colour of incidents
     */
    public record Entry(int number, String name, String kind, String detail, boolean strong) {}
}
