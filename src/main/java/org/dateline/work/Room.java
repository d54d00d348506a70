package org.dateline.work;

import java.time.Duration;

/**
 * The memory for heavy work, in places for one job each. Writing a new state of the catalog takes one as well, and goes
 * first. Thread-safe.
 */
public final class Room {

    /** The heap in bytes that the program and a small catalog take, without what is cached. */
    private static final long OWN = 32L << 20;

    /** The heap in bytes that one job may take. */
    private static final long OF_ONE = 16L << 20;

    private final int places;
    private int free;
    private int claims;
    private Runnable onFree = () -> {};

    /** @param places for how many jobs there is memory */
    Room(int places) {
        this.places = places;
        this.free = places;
    }

    /** The room in a heap of which something else takes a part; both in bytes: one place at least. */
    static Room inHeap(long heap, long taken) {
        return new Room(
                (int) Math.clamp((heap - taken - SharedCache.share(heap) - OWN) / OF_ONE, 1, Integer.MAX_VALUE));
    }

    /** Sets what to do when a place becomes free; called without any lock. */
    void onFree(Runnable action) {
        onFree = action;
    }

    /** For how many jobs there is memory. */
    public int places() {
        return places;
    }

    synchronized boolean isFree() {
        return free > 0 && claims == 0;
    }

    /** Takes a place for a job; false if there is none. */
    synchronized boolean take() {
        if (!isFree()) {
            return false;
        }
        free--;
        return true;
    }

    /** Takes a place that may not be there: for a job that comes back with results. */
    synchronized void takeAnyway() {
        free--;
    }

    /** Gives a place back. */
    void giveBack() {
        synchronized (this) {
            free++;
            if (claims > 0) {
                notifyAll();
            }
        }
        onFree.run();
    }

    /**
     * Takes a place before all jobs, waiting for one if need be.
     *
     * @param longest the longest wait, after which memory is used beyond the limit: what has to be done is not put off
     *                for ever
     */
    public void claim(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        synchronized (this) {
            claims++;
            try {
                for (long left; free <= 0 && (left = (until - System.nanoTime()) / 1_000_000) > 0; ) {
                    wait(left);
                }
                free--;
            } finally {
                claims--;
            }
        }
    }

    /** Gives a claimed place back. */
    public void release() {
        giveBack();
    }
}
