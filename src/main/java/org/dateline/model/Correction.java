package org.dateline.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something in this catalog that was wrong and is right now. It speaks of the catalog's own work: what a report got
 * wrong stays as the report has it.
 *
 * @param id    unique among corrections
 * @param date  the day on which it was put right
 * @param text  what was wrong
 * @param was   what stood there; null where that is not said
 * @param now   what stands there now; null where that is not said, or nothing does
 * @param about ids of what it concerns; not empty
 */
public record Correction(
        String id,
        LocalDate date,
        Text text,
        @Nullable Text was,
        @Nullable Text now,
        Map<Kind, Set<String>> about) {

    /** What a correction may concern. */
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

    /** The ids of one kind; empty for none. */
    public Set<String> about(Kind kind) {
        return about.getOrDefault(kind, Set.of());
    }
}
