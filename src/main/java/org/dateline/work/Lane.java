package org.dateline.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one kind: some run, the others wait for their turn. The next job is that of the client that has used the
 * least. A running job that has used its time slice makes room for others where it can ({@link Job#checkAndMakeRoom}).
 * Because not all work can, a quarter of the permits is reserved for clients that have used little.
 */
final class Lane {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** The recent use in nanoseconds below which clients and requests count as light. */
    private static final double LIGHT = 5e8;

    /** Jobs that already hold results come before all others. */
    private static final Comparator<Job<?>> LEAST_USED_FIRST = Comparator.<Job<?>, Boolean>comparing(
                    job -> !job.isReturning())
            .thenComparingDouble(job -> Math.rint(job.ofAddress.now() / LIGHT))
            .thenComparingDouble(job -> job.client.use().now() + (job.ofSuch == null ? 0 : job.ofSuch.now()));

    private final Duration longest;
    private final int permits;
    private final int mostWaiting;
    private final Executor threads;
    /** The waiting jobs in the order of arrival. */
    private final List<Job<?>> waiting = new ArrayList<>();

    private volatile int waitingCount;
    private int running;
    private long done;
    private long refused;

    Lane(Duration longest, int permits, int mostWaiting, Executor threads) {
        this.longest = longest;
        this.permits = permits;
        this.mostWaiting = mostWaiting;
        this.threads = threads;
    }

    /** The time that one job may run. */
    Duration longest() {
        return longest;
    }

    static BusyException tooMuch() {
        return new BusyException("too many requests are waiting; try again in a moment", 2);
    }

    boolean othersWait() {
        return waitingCount > 0;
    }

    /** Lets a job run or wait. If too many wait, a job of the client that has used the most is refused. */
    void enter(Job<?> job) {
        Job<?> tooMany = null;
        synchronized (this) {
            if (job.isAbandoned()) {
                return;
            }
            waiting.add(job);
            next();
            if (waiting.size() > mostWaiting) {
                tooMany = waiting.reversed().stream()
                        .filter(one -> !one.started())
                        .max(LEAST_USED_FIRST)
                        .orElse(null);
                waiting.remove(tooMany);
            }
            count();
        }
        if (tooMany != null) {
            refuse(tooMany);
        }
    }

    /** Refuses a job that has not started. */
    void giveUp(Job<?> job) {
        if (!job.started() && remove(job)) {
            refuse(job);
        }
    }

    void refuse(Job<?> job) {
        synchronized (this) {
            refused++;
        }
        job.refuse(tooMuch());
    }

    synchronized void leave(Job<?> job) {
        if (job.holds) {
            job.holds = false;
            running--;
            done++;
            next();
            count();
        }
    }

    /** Makes a running job wait like the others. */
    synchronized void makeRoom(Job<?> job) {
        job.holds = false;
        running--;
        waiting.add(job);
        next();
        count();
    }

    /** Removes a waiting job; false if it does not wait here. */
    synchronized boolean remove(Job<?> job) {
        boolean was = waiting.remove(job);
        count();
        return was;
    }

    private void next() {
        while (running < permits) {
            Job<?> job = first();
            if (job == null) {
                return;
            }
            waiting.remove(job);
            running++;
            job.holds = true;
            boolean waitedToStart = !job.started();
            job.turn();
            if (waitedToStart) {
                threads.execute(job);
            }
        }
    }

    private @Nullable Job<?> first() {
        boolean lastOnes = permits - running <= permits / 4;
        return waiting.stream()
                .filter(job -> !lastOnes || job.isReturning() || job.isLight(LIGHT))
                .min(LEAST_USED_FIRST)
                .orElse(null);
    }

    private void count() {
        waitingCount = waiting.size();
    }

    synchronized Admission.Load load() {
        return new Admission.Load(running, waiting.size(), done, refused);
    }
}
