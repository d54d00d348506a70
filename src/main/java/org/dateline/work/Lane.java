package org.dateline.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one kind: some run, the others wait for their turn. The next job is one of the address that has used
 * the least, and of these the one that has waited the longest, less a little for what its client has used. A running job that has used
 * its time slice makes room for others where it can ({@link Job#checkAndMakeRoom}). Because not all work can, some permits are
 * reserved for light work. Heavy work also needs a place in the {@link Room}.
 */
final class Lane {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** The recent use in nanoseconds below which an address has used about nothing. */
    private static final double LITTLE = 5e8;

    /**
     * How much longer a job waits for each nanosecond that its client has used: little, because among clients that use
     * about the same, one slow answer must not make the next ones slow as well.
     */
    private static final double WAIT_FOR_USE = 0.1;

    /** Jobs that already hold results come before all others; of an address, light jobs come before heavy ones. */
    private static final Comparator<Job<?>> LEAST_USED_FIRST = Comparator.<Job<?>, Boolean>comparing(
                    job -> !job.isReturning())
            .thenComparingDouble(job -> Math.rint(job.ofAddress.now() / LITTLE))
            .thenComparing(job -> !job.isLight())
            .thenComparingDouble(Lane::place);

    private final Duration longest;
    private final int permits;
    private final int forHeavy;
    private final int mostWaiting;
    private final Room room;
    private final Executor threads;
    /** The waiting jobs in the order of arrival. */
    private final List<Job<?>> waiting = new ArrayList<>();

    private volatile int waitingCount;
    private int running;
    private boolean closed;
    private long done;
    private long refused;

    /**
     * @param longest  the time that one job may run
     * @param permits  how many jobs may run at a time
     * @param forHeavy how many of these may be heavy
     */
    Lane(Duration longest, int permits, int forHeavy, int mostWaiting, Room room, Executor threads) {
        this.longest = longest;
        this.permits = permits;
        this.forHeavy = forHeavy;
        this.mostWaiting = mostWaiting;
        this.room = room;
        this.threads = threads;
    }

    /** The time that one job may run. */
    Duration longest() {
        return longest;
    }

    static BusyException tooMuch() {
        return new BusyException("too many requests are waiting; try again in a moment", 2);
    }

    private static BusyException stopping() {
        return new BusyException("the server is stopping; try again in a moment", 5);
    }

    boolean othersWait() {
        return waitingCount > 0;
    }

    /** Lets a job run or wait. If too many wait, a job of the client that has used the most is refused. */
    void enter(Job<?> job) {
        Job<?> tooMany = null;
        boolean late;
        synchronized (this) {
            late = closed;
            if (job.isAbandoned()) {
                return;
            }
            if (!late) {
                queue(job);
                if (waiting.size() > mostWaiting) {
                    tooMany = waiting.reversed().stream()
                            .filter(one -> !one.started())
                            .max(LEAST_USED_FIRST)
                            .orElse(null);
                    waiting.remove(tooMany);
                }
                count();
            }
        }
        if (late) {
            job.stop(stopping());
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

    /** The place in the queue, in nanoseconds: first come, first served, and later for what its client has used. */
    private static double place(Job<?> job) {
        double usual = job.ofSuch == null ? 0 : job.ofSuch.nanos();
        return job.waitingSince + WAIT_FOR_USE * (job.client.use().now() + usual);
    }

    private void queue(Job<?> job) {
        job.waitingSince = System.nanoTime();
        waiting.add(job);
        next();
    }

    /** Ends the jobs that wait, and lets no more in. */
    void close() {
        List<Job<?>> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
            count();
        }
        left.forEach(job -> job.stop(stopping()));
    }

    /** Gives a job's permit to those that wait. */
    synchronized void leave(Job<?> job) {
        if (giveBack(job)) {
            next();
            count();
        }
    }

    /** The same at the end of a job; returns the one that its thread must run next, null for none. */
    synchronized @Nullable Job<?> leaveToNext(Job<?> job) {
        if (!giveBack(job)) {
            return null;
        }
        Job<?> next = next(true);
        count();
        return next;
    }

    /** Runs on a thread of its own a job that has a permit; null for none. */
    void runElsewhere(@Nullable Job<?> job) {
        if (job != null) {
            threads.execute(job);
        }
    }

    private boolean giveBack(Job<?> job) {
        boolean held = job.holds;
        if (held) {
            job.holds = false;
            running--;
            done++;
        }
        return held;
    }

    /** Makes a running job wait like the others. */
    synchronized void makeRoom(Job<?> job) {
        job.holds = false;
        running--;
        queue(job);
        count();
    }

    /** Removes a waiting job; false if it does not wait here. */
    synchronized boolean remove(Job<?> job) {
        boolean was = waiting.remove(job);
        count();
        return was;
    }

    /** Starts what can start, after a place in the room became free. */
    synchronized void wake() {
        if (!waiting.isEmpty()) {
            next();
            count();
        }
    }

    private void next() {
        next(false);
    }

    /** Lets jobs run as far as permits go. Returns one that starts on the caller's thread, if that is free. */
    private @Nullable Job<?> next(boolean threadIsFree) {
        Job<?> onThisThread = null;
        while (running < permits && !closed) {
            Job<?> job = first();
            if (job == null) {
                break;
            }
            boolean starts = !job.started();
            if (starts && !job.isLight()) {
                if (!room.take()) {
                    // Another lane was faster.
                    continue;
                }
                job.takes(room);
            }
            waiting.remove(job);
            running++;
            job.holds = true;
            job.turn();
            if (starts && threadIsFree && onThisThread == null) {
                onThisThread = job;
            } else if (starts) {
                threads.execute(job);
            }
        }
        return onThisThread;
    }

    private @Nullable Job<?> first() {
        boolean heavy = running < forHeavy;
        boolean space = room.isFree();
        return waiting.stream()
                .filter(job -> job.isLight() || (heavy || job.isReturning()) && (space || job.started()))
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
