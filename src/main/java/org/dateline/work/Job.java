package org.dateline.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A piece of work, from its admission to its result. */
final class Job<T> implements Runnable {

    /** The job of the current thread. */
    static final ScopedValue<Job<?>> CURRENT = ScopedValue.newInstance();

    /** The time in nanoseconds after which a job makes room if others wait. */
    private static final long SLICE = 20_000_000;

    /** The usual time in nanoseconds from which a request is heavy, whatever it looks like. */
    private static final double HEAVY = 5e8;

    /** The longest life of a job including waiting, in multiples of the time that it may run. */
    private static final int PATIENCE = 4;

    final Client client;
    final RecentUse ofAddress;
    private final Cost cost;
    final @Nullable UsualTime ofSuch;
    final CompletableFuture<T> result = new CompletableFuture<>();

    private final Map<WorkKind, Lane> lanes;
    private final Callable<T> work;
    private final Set<Client> waiting = new HashSet<>();
    private final long arrived = System.nanoTime();

    /** Whether it has a permit of its lane; accessed only by the lane. */
    boolean holds;

    /** When it last began to wait in its lane, by {@link System#nanoTime}; accessed only by the lane. */
    long waitingSince;

    /** The room of which it holds a place; null if it needs none. */
    private @Nullable Room room;

    private volatile boolean abandoned;
    /** Whether it comes back from another lane, with results that it holds. */
    private volatile boolean returning;

    private volatile boolean itsTurn;
    private volatile @Nullable Thread thread;
    /** The lane in which it runs or waits; changed only by its own thread. */
    private volatile Lane lane;
    /** When it last started to run. */
    private long since;

    private long used;
    /** Whether it runs in the database from the start. */
    private final boolean stored;

    /** The time in the database, in nanoseconds. */
    private long inDatabase;

    /**
     * @param cost      what it costs according to its request
     * @param ofAddress the recent use of the client's address
     * @param ofSuch    the usual time of the same request; null if it is not remembered
     */
    Job(
            Client client,
            Cost cost,
            RecentUse ofAddress,
            @Nullable UsualTime ofSuch,
            Map<WorkKind, Lane> lanes,
            WorkKind kind,
            Callable<T> work) {
        this.client = client;
        this.cost = cost;
        this.ofAddress = ofAddress;
        this.ofSuch = ofSuch;
        this.lanes = lanes;
        this.lane = lanes.get(kind);
        this.work = work;
        this.stored = kind == WorkKind.DATABASE;
    }

    boolean started() {
        return thread != null;
    }

    boolean isReturning() {
        return returning;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** Whether it costs little, by its request and by what such requests have used. */
    boolean isLight() {
        return cost == Cost.LIGHT && (ofSuch == null || ofSuch.nanos() < HEAVY);
    }

    /** Notes that it holds a place in the room, which it gives back when it ends. */
    void takes(Room place) {
        room = place;
    }

    // Clients that wait for it

    /** Adds a client; false if it is too late to wait for this job. */
    boolean join(Client asking) {
        synchronized (waiting) {
            if (abandoned || result.isDone()) {
                return false;
            }
            waiting.add(asking);
        }
        if (!asking.waitsFor(this)) {
            left(asking);
        }
        return true;
    }

    void left(Client leaving) {
        synchronized (waiting) {
            waiting.remove(leaving);
            if (!waiting.isEmpty() || result.isDone()) {
                return;
            }
            abandoned = true;
        }
        lane.remove(this);
        Thread own = thread;
        if (own != null) {
            LockSupport.unpark(own);
        }
        finish(null, new CancellationException("the client has left"));
    }

    void refuse(BusyException why) {
        finish(null, why);
    }

    /** Ends it whether it has started or not. */
    void stop(BusyException why) {
        abandoned = true;
        Thread own = thread;
        if (own != null) {
            LockSupport.unpark(own);
        }
        finish(null, why);
    }

    private void finish(@Nullable T value, @Nullable Throwable failure) {
        Set<Client> all;
        synchronized (waiting) {
            all = Set.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(one -> one.hasDone(this));
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(failure);
        }
    }

    // The job's thread

    /** Called by the lane to give it a permit. */
    void turn() {
        itsTurn = true;
        Thread own = thread;
        if (own != null) {
            LockSupport.unpark(own);
        }
    }

    /**
     * Runs this job, and then those that wait for its permit, because waking up another thread costs more than many
     * jobs.
     */
    @Override
    public void run() {
        Job<?> next = this;
        while (next != null) {
            next = next.runAlone();
        }
    }

    /** Returns the job that this thread runs next; null for none. */
    private @Nullable Job<?> runAlone() {
        thread = Thread.currentThread();
        since = System.nanoTime();
        long begun = processorTime();
        T value = null;
        Throwable failure = null;
        try {
            value = ScopedValue.where(CURRENT, this).call(() -> {
                check();
                return work.call();
            });
        } catch (Throwable e) {
            failure = e;
        }
        charge();
        if (ofSuch != null) {
            // Not the time of waiting for a processor, which other requests take.
            ofSuch.ran(stored ? used : processorTime() - begun + inDatabase);
        }
        if (room != null) {
            room.giveBack();
        }
        if (failure instanceof VirtualMachineError error) {
            lane.leave(this);
            finish(null, failure);
            throw error;
        }
        Job<?> next = lane.leaveToNext(this);
        try {
            finish(value, failure);
        } catch (Throwable e) {
            // It has its permit already, and this thread ends.
            lane.runElsewhere(next);
            throw e;
        }
        return next;
    }

    /**
     * @throws CancellationException if no client waits for it any more
     * @throws BusyException if it has taken too long
     */
    void check() {
        if (abandoned) {
            throw new CancellationException("the client has left");
        }
        long now = System.nanoTime();
        long longest = lane.longest().toNanos();
        if (used + now - since > longest || now - arrived > PATIENCE * longest) {
            throw new BusyException(
                    "the request took longer than " + lane.longest().toSeconds()
                            + " s; ask for a smaller box or a simpler filter",
                    5);
        }
    }

    /** The same; where others wait and it has had its slice, it waits like them. */
    void checkAndMakeRoom() {
        check();
        if (System.nanoTime() - since > SLICE && lane.othersWait()) {
            charge();
            itsTurn = false;
            lane.makeRoom(this);
            await();
        }
    }

    /** Runs a part of the work in another lane, and gives up its permit and its place in the room meanwhile. */
    <R> R in(WorkKind kind, Callable<R> part) throws Exception {
        Lane own = lane;
        charge();
        long before = used;
        if (room != null) {
            room.giveBack();
        }
        move(lanes.get(kind));
        used = 0;
        try {
            return part.call();
        } finally {
            charge();
            inDatabase += kind == WorkKind.DATABASE ? used : 0;
            used = before;
            returning = true;
            move(own);
            returning = false;
            if (room != null) {
                room.takeAnyway();
            }
        }
    }

    private void move(Lane to) {
        itsTurn = false;
        lane.leave(this);
        lane = to;
        to.enter(this);
        await();
    }

    private void await() {
        long until = System.nanoTime() + Lane.LONGEST_WAIT.toNanos();
        while (!itsTurn && !abandoned) {
            LockSupport.parkNanos(this, until - System.nanoTime());
            if (until - System.nanoTime() <= 0 && lane.remove(this)) {
                since = System.nanoTime();
                throw Lane.tooMuch();
            }
        }
        since = System.nanoTime();
        if (abandoned) {
            throw new CancellationException("the client has left");
        }
    }

    /** The time that this thread has run, in nanoseconds. */
    private static long processorTime() {
        return Threads.TIMED ? Threads.ALL.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Found at the first job, because that takes a while. */
    private static final class Threads {
        static final ThreadMXBean ALL = ManagementFactory.getThreadMXBean();
        static final boolean TIMED = ALL.isCurrentThreadCpuTimeSupported();
    }

    private void charge() {
        long now = System.nanoTime();
        long time = now - since;
        since = now;
        used += time;
        client.use().add(time);
        ofAddress.add(time);
    }
}
