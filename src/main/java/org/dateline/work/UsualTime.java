package org.dateline.work;

/** Remembers how long the same request usually takes: each run counts three tenths. Thread-safe. */
final class UsualTime {

    private static final double SHARE = 0.3;

    private double nanos;
    private boolean known;

    /** Notes that a run has taken some time so far, in nanoseconds. */
    synchronized void atLeast(long time) {
        nanos = Math.max(nanos, time);
    }

    /** Notes that a run has taken some time in all, in nanoseconds. */
    synchronized void ran(long time) {
        nanos = known ? nanos + SHARE * (time - nanos) : time;
        known = true;
    }

    /** In nanoseconds; 0 if not known. */
    synchronized double nanos() {
        return nanos;
    }
}
