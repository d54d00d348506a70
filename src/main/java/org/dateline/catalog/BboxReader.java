package org.dateline.catalog;

import java.util.List;
import java.util.Optional;
import org.dateline.geo.Bbox;

/** Reads bounding boxes: [west, south, east, north]. */
final class BboxReader {

    private BboxReader() {}

    static Optional<Bbox> read(Field field, Faults faults) {
        List<Field> sides = field.items();
        if (sides.size() != 4) {
            faults.add(field.fault("[west, south, east, north]"));
            return Optional.empty();
        }
        try {
            return Optional.of(new Bbox(
                    sides.get(0).number(),
                    sides.get(1).number(),
                    sides.get(2).number(),
                    sides.get(3).number()));
        } catch (IllegalArgumentException e) {
            faults.add(field.fault("[west, south, east, north] in degrees: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
