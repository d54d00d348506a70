package org.dateline.streets;

import java.util.List;
import java.util.Map;

/**
 * A surface, line or name of a tile in the words of the neutral set.
 *
 * @param kind  as in the files of the schemas, for example {@code water}, {@code minor} or {@code suburb}
 * @param form  what it is made of
 * @param parts rings, lines or points: x and y alternately, as shares of the world in Web Mercator from 0 to 1
 * @param names by language code; {@code ""} for the name as written; empty for a surface, or a line without a name
 */
public record StreetFeature(String kind, Form form, List<double[]> parts, Map<String, String> names) {

    /** The forms in vector tiles. */
    public enum Form {
        POINT,
        LINE,
        SURFACE
    }

    public StreetFeature {
        parts = List.copyOf(parts);
        names = Map.copyOf(names);
    }
}
