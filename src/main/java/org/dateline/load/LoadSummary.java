package org.dateline.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a load did.
 *
 * @param rows      of the file
 * @param records   that the collection now has
 * @param unlocated of these, those without a geometry
 * @param rejected  rows that were turned away
 * @param steps     how long each step took, in their order
 */
public record LoadSummary(long rows, long records, long unlocated, long rejected, Map<String, Duration> steps) {

    public LoadSummary {
        steps = new LinkedHashMap<>(steps);
    }
}
