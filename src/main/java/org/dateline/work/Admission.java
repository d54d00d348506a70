package org.dateline.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits all expensive work. Of each kind, only a limited number of jobs run at a time, on separate threads. Others
 * wait briefly, in an order that is fair to clients; beyond that, and while the heap is full, work is refused with a
 * {@link BusyException}. Work that no client waits for any more, or that takes too long, ends at its next {@link #check}.
 */
public final class Admission implements AutoCloseable {

    /** The heap in bytes that one job may take, with a reserve. */
    private static final long HEAP_OF_ONE = 24L << 20;

    static final int MOST_WAITING = 64;

    /** How many requests' costs are remembered. */
    private static final int REMEMBERED = 1_000;

    /**
     * @param done    how many jobs have ended since the start, with any outcome
     * @param refused how many jobs have been refused since the start
     */
    public record Load(int running, int waiting, long done, long refused) {}

    private final @Nullable Duration longest;
    private final BooleanSupplier full;
    private final Map<WorkKind, Lane> lanes = new EnumMap<>(WorkKind.class);
    private final Map<WorkKind, ExecutorService> threads = new EnumMap<>(WorkKind.class);
    private final Cache<String, RecentUse> addresses =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, RecentUse> requests =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<Object, Job<?>> shared = new HashMap<>();

    /** Limits the work to what this machine's processors and the heap allow. */
    public Admission(int databaseConnections) {
        this(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                databaseConnections,
                null,
                new Heap()::isFull);
    }

    /**
     * @param longest the longest time that a job may run; null for the default of its kind
     * @param full    whether there is no memory for more work
     */
    Admission(int processors, long heap, int databaseConnections, @Nullable Duration longest, BooleanSupplier full) {
        this.longest = longest;
        this.full = full;
        int byHeap = Math.clamp(heap / HEAP_OF_ONE, 1, processors);
        int half = Math.clamp(processors / 2, 1, byHeap);
        open(WorkKind.DRAWING, half);
        open(WorkKind.ENCODING, half);
        open(WorkKind.QUERY, byHeap);
        open(WorkKind.DATABASE, databaseConnections);
    }

    private void open(WorkKind kind, int permits) {
        AtomicInteger count = new AtomicInteger();
        // Not more threads than admitted jobs, because jobs that have made room for others keep theirs.
        ExecutorService pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                5,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                job -> Thread.ofPlatform()
                        .name(kind.label() + "-" + count.incrementAndGet())
                        .daemon()
                        .unstarted(job));
        threads.put(kind, pool);
        lanes.put(kind, new Lane(longest == null ? kind.longest() : longest, permits, MOST_WAITING, pool));
    }

    /**
     * Runs work as soon as it is the client's turn.
     *
     * @param request identifies the request if the same request is likely to cost the same again; otherwise null
     * @return fails with a {@link BusyException} if the work is refused, and is cancelled if the client leaves
     */
    public <T> CompletableFuture<T> submit(WorkKind kind, Client client, @Nullable String request, Callable<T> work) {
        Job<T> job = job(kind, client, request, work);
        job.join(client);
        enter(kind, job);
        return job.result;
    }

    /** Runs work once for all clients that request the same key at the same time. */
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<T> once(Object key, WorkKind kind, Client client, Callable<T> work) {
        Job<T> job;
        synchronized (shared) {
            Job<?> known = shared.get(key);
            if (known != null && known.join(client)) {
                return (CompletableFuture<T>) known.result.copy();
            }
            job = job(kind, client, null, work);
            shared.put(key, job);
            job.join(client);
        }
        job.result.whenComplete((_, _) -> {
            synchronized (shared) {
                shared.remove(key, job);
            }
        });
        enter(kind, job);
        return job.result.copy();
    }

    private <T> Job<T> job(WorkKind kind, Client client, @Nullable String request, Callable<T> work) {
        RecentUse ofAddress = addresses.get(client.address(), _ -> new RecentUse());
        RecentUse ofSuch = request == null ? null : requests.get(request, _ -> new RecentUse());
        return new Job<>(client, ofAddress, ofSuch, lanes, kind, work);
    }

    private void enter(WorkKind kind, Job<?> job) {
        Lane lane = lane(kind);
        if (full.getAsBoolean()) {
            lane.refuse(job);
            return;
        }
        lane.enter(job);
        if (!job.started() && !job.result.isDone()) {
            CompletableFuture.delayedExecutor(Lane.LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> lane.giveUp(job));
        }
    }

    private Lane lane(WorkKind kind) {
        return java.util.Objects.requireNonNull(lanes.get(kind));
    }

    /**
     * Must be called in every loop that may be long: ends the current work if no client waits for it any more or it has
     * taken too long. Does nothing outside admitted work.
     */
    public static void check() {
        if (Job.CURRENT.isBound()) {
            Job.CURRENT.get().check();
        }
    }

    /** Like {@link #check}, but also lets other work have its turn; for loops of work that holds little memory. */
    public static void checkAndMakeRoom() {
        if (Job.CURRENT.isBound()) {
            Job.CURRENT.get().checkAndMakeRoom();
        }
    }

    /** Runs a part of the current work as another kind; runs it directly if there is no admitted work. */
    public static <T> T as(WorkKind kind, Callable<T> part) throws Exception {
        return Job.CURRENT.isBound() ? Job.CURRENT.get().in(kind, part) : part.call();
    }

    public Load load(WorkKind kind) {
        return lane(kind).load();
    }

    @Override
    public void close() {
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
