package org.dateline.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a load.
 *
 * @param rows      rows of the file
 * @param records   records in the collection
 * @param unlocated records without a geometry
 * @param rejected  rejected rows
 * @param steps     duration of each step, in order
 * @param notes     what the table has and the collection does not, and the like
 */
public record LoadSummary(
        long rows, long records, long unlocated, long rejected, Map<String, Duration> steps, List<String> notes) {

    public LoadSummary {
        steps = new LinkedHashMap<>(steps);
        notes = List.copyOf(notes);
    }
}
