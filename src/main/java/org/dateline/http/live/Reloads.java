package org.dateline.http.live;

import java.util.concurrent.atomic.LongAdder;

/** Counts what became of changed states of the catalog. Thread-safe. */
public final class Reloads {

    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /**
     * @param taken   how many states have been served since the start, without the first one
     * @param refused how many have been refused for their faults
     */
    public record Count(long taken, long refused) {}

    void take() {
        taken.increment();
    }

    void refuse() {
        refused.increment();
    }

    Count count() {
        return new Count(taken.sum(), refused.sum());
    }
}
