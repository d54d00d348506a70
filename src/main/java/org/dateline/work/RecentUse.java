package org.dateline.work;

/** Measures recently used time: time used {@link #HALF_LIFE} nanoseconds ago counts half. Thread-safe. */
final class RecentUse {

    private static final double HALF_LIFE = 5e9;

    private double nanos;
    private long at = System.nanoTime();

    synchronized void add(long more) {
        nanos = now() + more;
        at = System.nanoTime();
    }

    /** The recent use at present, in nanoseconds. */
    synchronized double now() {
        return nanos == 0 ? 0 : nanos * Math.pow(0.5, (System.nanoTime() - at) / HALF_LIFE);
    }
}
