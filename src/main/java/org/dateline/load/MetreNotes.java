package org.dateline.load;

import java.util.ArrayList;
import java.util.List;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;

/** Counts rows whose metres cannot be kept as the table states them. Not thread-safe. */
final class MetreNotes {

    private long zeros;
    private long impossible;
    private String first = "";
    private long unused;

    /** A radius of 0 m, which is a point. */
    void zero() {
        zeros++;
    }

    /**
     * Metres that no radius or uncertainty can have.
     *
     * @param metres null for none
     */
    void impossible(long line, @Nullable Double metres) {
        if (impossible++ == 0) {
            first = "line " + line + ": " + (metres == null ? "nothing" : CodeText.of(metres));
        }
    }

    /** Metres of a location that is neither a point nor a radius. */
    void unused() {
        unused++;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (zeros > 0) {
            notes.add(Counted.of(zeros, "row") + " with a radius of 0 m: a point");
        }
        if (impossible > 0) {
            notes.add(Counted.of(impossible, "row") + " without a number of metres from 0 to 10,000,000 (first in "
                    + first + "): no uncertainty; a radius without it is an area of unknown extent");
        }
        if (unused > 0) {
            notes.add(Counted.of(unused, "row") + " with metres that is no point or radius: the metres are left out");
        }
        return notes;
    }
}
