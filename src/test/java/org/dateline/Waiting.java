package org.dateline;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** For what happens soon after a call has returned: a line of a log, a copy, a summary that is kept. */
public final class Waiting {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Waiting() {}

    /** Returns when the condition holds or time is up; what is asserted next says which. */
    public static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }
}
