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
import org.jspecify.annotations.Nullable;

/**
 * Admits all work that costs. Of each kind only so much runs at a time, on threads of its own; the rest waits briefly, fair
 * by client, and is refused with a {@link BusyException} beyond that. Work that nobody waits for any more ends, and so does
 * work that takes too long, at its next {@link #check}.
 */
public final class Admission implements AutoCloseable {

    /** Bytes of heap that work of a kind may take, with some room. */
    private static final long HEAP_OF_ONE = 24L << 20;

    static final int MOST_WAITING = 64;

    /** Requests whose cost is remembered. */
    private static final int REMEMBERED = 1_000;

    /**
     * @param done    since the start: begun and ended, in whichever way
     * @param refused since the start
     */
    public record Load(int running, int waiting, long done, long refused) {}

    private final @Nullable Duration longest;
    private final Map<Kind, Lane> lanes = new EnumMap<>(Kind.class);
    private final Map<Kind, ExecutorService> threads = new EnumMap<>(Kind.class);
    private final Cache<String, Use> addresses =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Use> requests =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<Object, Job<?>> shared = new HashMap<>();

    /** With room for what this machine's processors and the heap allow. */
    public Admission(int databaseConnections) {
        this(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory(), databaseConnections, null);
    }

    /** @param longest that any work may run; null for what is usual for its kind */
    Admission(int processors, long heap, int databaseConnections, @Nullable Duration longest) {
        this.longest = longest;
        int byHeap = Math.clamp(heap / HEAP_OF_ONE, 1, processors);
        int half = Math.clamp(processors / 2, 1, byHeap);
        open(Kind.DRAWING, half);
        open(Kind.ENCODING, half);
        open(Kind.QUERY, byHeap);
        open(Kind.DATABASE, databaseConnections);
    }

    private void open(Kind kind, int permits) {
        AtomicInteger count = new AtomicInteger();
        // As many as are admitted: jobs that made room for others keep theirs.
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
     * Does work as soon as it is the client's turn.
     *
     * @param request what is asked for, if the same is likely to cost the same again
     * @return fails with a {@link BusyException} if the work is refused, and is cancelled if the client leaves
     */
    public <T> CompletableFuture<T> submit(Kind kind, Client client, @Nullable String request, Callable<T> work) {
        Job<T> job = job(kind, client, request, work);
        job.join(client);
        enter(kind, job);
        return job.result;
    }

    /** The same, once for all who ask for the same key meanwhile. */
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<T> once(Object key, Kind kind, Client client, Callable<T> work) {
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

    private <T> Job<T> job(Kind kind, Client client, @Nullable String request, Callable<T> work) {
        Use ofAddress = addresses.get(client.address(), _ -> new Use());
        Use ofSuch = request == null ? null : requests.get(request, _ -> new Use());
        return new Job<>(client, ofAddress, ofSuch, lanes, kind, work);
    }

    private void enter(Kind kind, Job<?> job) {
        Lane lane = lane(kind);
        lane.enter(job);
        if (!job.started() && !job.result.isDone()) {
            CompletableFuture.delayedExecutor(Lane.LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> lane.giveUp(job));
        }
    }

    private Lane lane(Kind kind) {
        return java.util.Objects.requireNonNull(lanes.get(kind));
    }

    /**
     * To be called in each loop that can be long: ends the current work if nobody waits for it any more or it has taken too
     * long. Does nothing outside of admitted work.
     */
    public static void check() {
        if (Job.CURRENT.isBound()) {
            Job.CURRENT.get().check();
        }
    }

    /** The same; it also lets others have their turn. For loops of work that holds little memory meanwhile. */
    public static void checkAndMakeRoom() {
        if (Job.CURRENT.isBound()) {
            Job.CURRENT.get().checkAndMakeRoom();
        }
    }

    /** Does a part of the current work as another kind; at once, outside of admitted work. */
    public static <T> T as(Kind kind, Callable<T> part) throws Exception {
        return Job.CURRENT.isBound() ? Job.CURRENT.get().in(kind, part) : part.call();
    }

    public Load load(Kind kind) {
        return lane(kind).load();
    }

    @Override
    public void close() {
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
