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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Admits all expensive work. Of each kind, only a limited number of jobs run at a time, on separate threads, and of
 * heavy ones only as many as memory allows. Others wait briefly, in an order that is fair to clients; beyond that, and while
 * the heap is full, work is refused with a {@link BusyException}. Work that no client waits for any more, or that takes too long, ends at its next {@link #check}.
 */
public final class Admission implements AutoCloseable {

    static final int MOST_WAITING = 64;

    /** How many requests' costs are remembered. */
    private static final int REMEMBERED = 1_000;

    /**
     * @param done    how many jobs have ended since the start, with any outcome
     * @param refused how many jobs have been refused since the start
     */
    public record Load(int running, int waiting, long done, long refused) {}

    private final @Nullable Duration longest;
    private final Predicate<Cost> noMemory;
    private final Room room;
    private final Map<WorkKind, Lane> lanes = new EnumMap<>(WorkKind.class);
    private final Map<WorkKind, ExecutorService> threads = new EnumMap<>(WorkKind.class);
    private final Cache<String, RecentUse> addresses = remembered();
    private final Cache<String, UsualTime> requests = remembered();
    private final Map<Object, Job<?>> shared = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("admission").daemon().unstarted(task));

    /**
     * Limits the work to what this machine's processors and the heap allow.
     *
     * @param taken the heap in bytes that something else takes
     */
    public Admission(int databaseConnections, long taken) {
        this(
                Runtime.getRuntime().availableProcessors(),
                Room.inHeap(Runtime.getRuntime().maxMemory(), taken),
                databaseConnections,
                null,
                new Heap()::hasNoRoomFor);
    }

    /**
     * @param room     the memory for heavy work
     * @param longest  the longest time that a job may run; null for the default of its kind
     * @param noMemory whether there is no memory for more work of a cost
     */
    Admission(
            int processors, Room room, int databaseConnections, @Nullable Duration longest, Predicate<Cost> noMemory) {
        this.longest = longest;
        this.room = room;
        this.noMemory = noMemory;
        // A job that has started or ended no longer needs its timer, which would keep its result in memory.
        timer.setRemoveOnCancelPolicy(true);
        int half = Math.max(1, processors / 2);
        open(WorkKind.DRAWING, half + 1, half, room);
        open(WorkKind.ENCODING, half + 1, half, room);
        open(WorkKind.QUERY, processors + Math.max(1, processors / 4), processors, room);
        // The database is waited for; memory is taken by what is made of its answers.
        int most = Math.max(1, databaseConnections - databaseConnections / 4);
        open(WorkKind.DATABASE, databaseConnections, most, new Room(Integer.MAX_VALUE));
        room.onFree(() -> lanes.values().forEach(Lane::wake));
    }

    private static <V> Cache<String, V> remembered() {
        // Evicted on the thread that adds, because waking up another one costs more.
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .executor(Runnable::run)
                .build();
    }

    private void open(WorkKind kind, int permits, int forHeavy, Room space) {
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
        Duration limit = longest == null ? kind.longest() : longest;
        lanes.put(kind, new Lane(limit, permits, forHeavy, MOST_WAITING, space, pool));
    }

    /** The memory for heavy work. */
    public Room room() {
        return room;
    }

    /**
     * Runs work as soon as it is the client's turn.
     *
     * @param cost    what it costs, as far as the request tells
     * @param request identifies the request if the same request is likely to cost the same again; otherwise null
     * @return fails with a {@link BusyException} if the work is refused, and is cancelled if the client leaves
     */
    public <T> CompletableFuture<T> submit(
            WorkKind kind, Cost cost, Client client, @Nullable String request, Callable<T> work) {
        Job<T> job = job(kind, cost, client, request, work);
        job.join(client);
        enter(kind, job);
        return job.result;
    }

    /** Runs work once for all clients that request the same key at the same time. */
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<T> once(Object key, WorkKind kind, Cost cost, Client client, Callable<T> work) {
        Job<T> job;
        synchronized (shared) {
            Job<?> known = shared.get(key);
            if (known != null && known.join(client)) {
                return (CompletableFuture<T>) known.result.copy();
            }
            job = job(kind, cost, client, null, work);
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

    private <T> Job<T> job(WorkKind kind, Cost cost, Client client, @Nullable String request, Callable<T> work) {
        RecentUse ofAddress = addresses.get(client.address(), _ -> new RecentUse());
        UsualTime ofSuch = request == null ? null : requests.get(request, _ -> new UsualTime());
        return new Job<>(client, cost, ofAddress, ofSuch, lanes, kind, work);
    }

    private void enter(WorkKind kind, Job<?> job) {
        Lane lane = lane(kind);
        if (noMemory.test(job.isLight() ? Cost.LIGHT : Cost.HEAVY)) {
            lane.refuse(job);
            return;
        }
        lane.enter(job);
        if (!job.started() && !job.result.isDone() && !timer.isShutdown()) {
            ScheduledFuture<?> limit =
                    timer.schedule(() -> lane.giveUp(job), Lane.LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            job.result.whenComplete((_, _) -> limit.cancel(false));
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

    /** Ends all work: what waits is refused, and what runs is interrupted. */
    @Override
    public void close() {
        timer.shutdownNow();
        lanes.values().forEach(Lane::close);
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
