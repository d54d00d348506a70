package org.dateline.http.watch;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.PlatformDependent;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import org.dateline.features.postgis.Database;
import org.dateline.http.live.Reloads;
import org.dateline.http.live.ServerStatus;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.Connections;
import org.dateline.http.wire.Exchange;
import org.dateline.work.Admission;
import org.dateline.work.SharedCache;
import org.dateline.work.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * What the server does, for Prometheus. Requests and event loops are measured as they go; all else is read when somebody
 * asks. Names follow <a href="https://prometheus.io/docs/practices/naming/">Prometheus' conventions</a>. Thread-safe.
 */
public final class Metrics implements Exchange.Listener {

    /** In seconds: from what is at hand to the longest work. */
    private static final double[] DURATIONS = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 20};

    /** In seconds. */
    private static final double[] LAGS = {.001, .005, .01, .05, .1, .5, 1, 5};

    private static final Duration LOOK_AT_LOOPS = Duration.ofMillis(500);

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormatWriter writer = PrometheusTextFormatWriter.create();

    private final Histogram requests = Histogram.builder()
            .name("dateline_http_request_duration_seconds")
            .help("Time from a request's header to its response, by route and status; 499: the client left before it.")
            .labelNames("route", "status")
            .classicOnly()
            .classicUpperBounds(DURATIONS)
            .withoutExemplars()
            .register(registry);

    private final Histogram lag = Histogram.builder()
            .name("dateline_event_loop_lag_seconds")
            .help("How late the threads of the connections came to a task, looked at twice a second.")
            .classicOnly()
            .classicUpperBounds(LAGS)
            .withoutExemplars()
            .register(registry);

    /**
     * @param loops    the threads of the connections
     * @param database null if the server has none
     */
    public Metrics(
            Stories stories,
            Admission admission,
            Connections connections,
            ServerStatus status,
            Iterable<EventExecutor> loops,
            @Nullable Database database) {
        of(stories);
        of(admission);
        gauge("dateline_connections", "Open connections.", connections::count);
        gauge("dateline_connections_limit", "The most connections at a time.", connections::most);
        gauge(
                "dateline_unsent_bytes",
                "Responses that wait for their clients to read them, in bytes.",
                connections::unsent);
        if (database != null) {
            of(database, status);
        }
        ofProcess();
        loops.forEach(this::watch);
    }

    private void of(Stories stories) {
        CounterWithCallback.builder()
                .name("dateline_reloads_total")
                .help("Changed states of catalogs in memory: taken, or refused for their faults.")
                .labelNames("outcome")
                .callback(value -> {
                    Reloads.Count count = stories.reloads();
                    value.call(count.taken(), "taken");
                    value.call(count.refused(), "refused");
                })
                .register(registry);
        gauge(
                "dateline_catalog_faults",
                "Faults of the folder's present state, which is not served; 0 if it is.",
                () -> stories.faults().values().stream().mapToInt(List::size).sum());
        gauge(
                "dateline_catalog_loaded_timestamp_seconds",
                "When the latest of the served catalogs was loaded.",
                () -> stories.open().stream()
                                .mapToLong(site -> site.state().loaded().toEpochMilli())
                                .max()
                                .orElse(0)
                        / 1e3);
        gauge(
                "dateline_folder_watched",
                "1 while the catalog's folder is watched, 0 while that fails.",
                () -> stories.watchFailingSince() == null ? 1 : 0);
        if (stories.areMany()) {
            gauge("dateline_stories", "Stories of this server.", stories::count);
            gauge(
                    "dateline_stories_in_memory",
                    "Stories whose pages are in memory.",
                    () -> Math.max(0, stories.open().size() - 1));
            gauge(
                    "dateline_stories_faulty",
                    "Stories whose folder's present state is not served.",
                    () -> stories.faults().size());
        }
        SharedCache cache = SharedCache.ofHeap();
        gauge("dateline_cache_bytes", "What is kept ready, in bytes.", cache::bytes);
        gauge("dateline_cache_limit_bytes", "The most that is kept ready, in bytes.", cache::limit);
        counter("dateline_cache_evicted_total", "What was dropped from the cache for lack of room.", cache::evicted);
    }

    private void of(Admission admission) {
        byKind("dateline_work_running", "Jobs under way.", admission, Admission.Load::running);
        byKind("dateline_work_waiting", "Jobs that wait for their turn.", admission, Admission.Load::waiting);
        totals("dateline_work_done_total", "Jobs that have ended.", admission, Admission.Load::done);
        totals(
                "dateline_work_refused_total",
                "Jobs that were refused because too much was going on.",
                admission,
                Admission.Load::refused);
    }

    private void byKind(String name, String help, Admission admission, ToDoubleFunction<Admission.Load> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("kind")
                .callback(values -> ofEachKind(admission, value, (kind, number) -> values.call(number, kind)))
                .register(registry);
    }

    private void totals(String name, String help, Admission admission, ToDoubleFunction<Admission.Load> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("kind")
                .callback(values -> ofEachKind(admission, value, (kind, number) -> values.call(number, kind)))
                .register(registry);
    }

    private static void ofEachKind(
            Admission admission, ToDoubleFunction<Admission.Load> value, ObjDoubleConsumer<String> told) {
        for (WorkKind kind : WorkKind.values()) {
            told.accept(kind.label(), value.applyAsDouble(admission.load(kind)));
        }
    }

    private void of(Database database, ServerStatus status) {
        gauge(
                "dateline_database_up",
                "1 while the database answers, 0 while it does not.",
                () -> status.databaseFailingSince() == null ? 1 : 0);
        GaugeWithCallback.builder()
                .name("dateline_database_connections")
                .help("Connections of the pool for reads: in use or idle.")
                .labelNames("state")
                .callback(value -> {
                    Database.Pool pool = database.pool();
                    value.call(pool.active(), "active");
                    value.call(pool.idle(), "idle");
                })
                .register(registry);
        gauge(
                "dateline_database_connections_awaited",
                "Reads that wait for a connection of the pool.",
                () -> database.pool().awaited());
    }

    private void ofProcess() {
        Runtime runtime = Runtime.getRuntime();
        gauge(
                "dateline_heap_used_bytes",
                "Used memory of the heap, garbage included.",
                () -> runtime.totalMemory() - runtime.freeMemory());
        gauge("dateline_heap_limit_bytes", "The most that the heap may take.", runtime::maxMemory);
        gauge("dateline_direct_memory_bytes", "Memory for buffers outside of the heap.", Metrics::directMemory);
        CounterWithCallback.builder()
                .name("dateline_gc_seconds_total")
                .help("Time spent in collections of garbage.")
                .labelNames("collector")
                .callback(value -> ManagementFactory.getGarbageCollectorMXBeans()
                        .forEach(collector -> value.call(collector.getCollectionTime() / 1e3, collector.getName())))
                .register(registry);
        gauge(
                "dateline_threads",
                "Threads of the program.",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
        // The names that every program uses, by which dashboards find them.
        gauge(
                "process_start_time_seconds",
                "When the program started.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
        gauge("process_resident_memory_bytes", "Memory of the process.", Metrics::residentMemory);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(values -> values.call(value.getAsDouble()))
                .register(registry);
    }

    private void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(values -> values.call(value.getAsDouble()))
                .register(registry);
    }

    private static double directMemory() {
        long ofNetty = Math.max(0, PlatformDependent.usedDirectMemory());
        return ofNetty
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }

    /** In bytes; 0 where the system does not tell. */
    private static double residentMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private void watch(EventExecutor loop) {
        long due = System.nanoTime() + LOOK_AT_LOOPS.toNanos();
        loop.schedule(
                () -> {
                    lag.observe(Math.max(0, System.nanoTime() - due) / 1e9);
                    if (!loop.isShuttingDown()) {
                        watch(loop);
                    }
                },
                LOOK_AT_LOOPS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void answered(Exchange exchange) {
        requests.labelValues(Route.of(exchange.within()), Integer.toString(exchange.status()))
                .observe(exchange.nanos() / 1e9);
    }

    /** The type of what {@link #write} writes. */
    String contentType() {
        return writer.getContentType();
    }

    void write(OutputStream out) throws IOException {
        writer.write(out, registry.scrape());
    }
}
