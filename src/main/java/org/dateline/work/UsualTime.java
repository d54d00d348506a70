package org.dateline.work;

/**
 * Remembers how long the same request usually takes: the shorter of its last two runs, because the first run of all also
 * loads classes and fills caches. Thread-safe.
 */
final class UsualTime {

    private long last;
    private long before;

    /** Notes what a run has taken, in nanoseconds. */
    synchronized void ran(long time) {
        before = last;
        last = time;
    }

    /** In nanoseconds; 0 if it has not run twice. */
    synchronized double nanos() {
        return Math.min(last, before);
    }
}
