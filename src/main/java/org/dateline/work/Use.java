package org.dateline.work;

/** How much time somebody or something has used recently: what was used {@link #HALF_LIFE} ago counts half. Thread-safe. */
final class Use {

    private static final double HALF_LIFE = 5e9;

    private double nanos;
    private long at = System.nanoTime();

    synchronized void add(long more) {
        nanos = now() + more;
        at = System.nanoTime();
    }

    /** In nanoseconds. */
    synchronized double now() {
        return nanos == 0 ? 0 : nanos * Math.pow(0.5, (System.nanoTime() - at) / HALF_LIFE);
    }
}
