package org.dateline.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error in this catalog that has been corrected. It concerns the catalog's own work: errors in a report stay as the
 * report has them.
 *
 * @param id    unique among corrections
 * @param date  the day of the correction
 * @param text  what was wrong
 * @param was   the former text; null if not stated
 * @param now   the present text; null if not stated, or if nothing replaces it
 * @param about ids of what it concerns; not empty
 */
public record Correction(
        String id,
        LocalDate date,
        Text text,
        @Nullable Text was,
        @Nullable Text now,
        Map<Kind, Set<String>> about) {

    /** The kinds of things that a correction may concern. */
    public enum Kind {
        REPORT,
        EXCERPT,
        PLACE,
        MEASURE,
        CLAIM
    }

    public Correction {
        Map<Kind, Set<String>> copy = new EnumMap<>(Kind.class);
        about.forEach((kind, ids) -> {
            if (!ids.isEmpty()) {
                copy.put(kind, Collections.unmodifiableSet(new java.util.LinkedHashSet<>(ids)));
            }
        });
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("got a correction of nothing, expected an id of what it concerns");
        }
        about = Collections.unmodifiableMap(copy);
    }

    /** The ids of one kind; empty if there are none. */
    public Set<String> about(Kind kind) {
        return about.getOrDefault(kind, Set.of());
    }
}
