package org.dateline.http.live;

import java.time.Duration;

/** Tells whether a state that changes has stayed the same for long enough to be complete. */
final class Settling {

    /** What has not changed for this long is assumed to be completely written: several files, or one in pieces. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private String changing = "";
    private long since;

    /**
     * Whether a state differs from the one in use and has been the same for a while; asked again and again.
     *
     * @param asked {@link System#nanoTime} before the state was read: a machine may stall while it is read
     */
    synchronized boolean isSettled(long asked, String now, String inUse) {
        if (now.equals(inUse)) {
            changing = "";
            return false;
        }
        if (!now.equals(changing)) {
            changing = now;
            since = System.nanoTime();
            return false;
        }
        boolean settled = asked - since >= SETTLED.toNanos();
        if (settled) {
            changing = "";
        }
        return settled;
    }

    /** Whether the state has changed lately. */
    synchronized boolean isChanging() {
        return !changing.isEmpty();
    }
}
