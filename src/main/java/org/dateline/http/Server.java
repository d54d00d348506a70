package org.dateline.http;

import static java.util.Objects.requireNonNull;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.micronaut.http.server.netty.NettyEmbeddedServerFactory;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.Database;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.ServerStatus;
import org.dateline.http.live.StoreFollower;
import org.dateline.http.live.Stories;
import org.dateline.http.watch.AccessLog;
import org.dateline.http.watch.Metrics;
import org.dateline.http.watch.MetricsEndpoint;
import org.dateline.http.wire.Connections;
import org.dateline.http.wire.Exchange;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.model.Counted;
import org.dateline.site.resource.Hosting;
import org.dateline.work.Admission;
import org.dateline.work.Room;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Starts and stops the HTTP server over a live site. */
public final class Server implements AutoCloseable {

    /** How long pending requests may take when the server stops. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final Stories stories;
    private final EmbeddedServer server;
    private final ServerStatus status;
    private final @Nullable StoreFollower follower;
    private final Watching watching;
    private final @Nullable MetricsEndpoint metrics;

    private Server(
            Stories stories,
            EmbeddedServer server,
            ServerStatus status,
            @Nullable StoreFollower follower,
            Watching watching,
            @Nullable MetricsEndpoint metrics) {
        this.stories = stories;
        this.server = server;
        this.status = status;
        this.follower = follower;
        this.watching = watching;
        this.metrics = metrics;
    }

    /**
     * The database of a server.
     *
     * @param database the database with the records; its opener closes it after the server
     * @param followed what is taken from the database apart from collections and frozen embeds
     */
    public record Store(Database database, StoreFollower.Followed followed) {

        /** Nothing but collections and frozen embeds is taken from the database. */
        public Store(Database database) {
            this(database, StoreFollower.Followed.NOTHING);
        }
    }

    /**
     * How a server is watched.
     *
     * @param metrics where it answers {@code /metrics}; null for nowhere
     * @param log     the log of requests, which the server closes; null for none
     */
    public record Watching(
            @Nullable InetSocketAddress metrics, @Nullable AccessLog log) {

        /** Without metrics and log. */
        public static final Watching NONE = new Watching(null, null);
    }

    /** Starts a server that believes no proxy, without metrics and log of requests. */
    public static Server start(Path folder, Hosting hosting, String host, int port, @Nullable Store store)
            throws InvalidCatalogException, IOException {
        return start(Content.ofCatalog(folder, hosting), host, port, store, TrustedProxies.NONE, Watching.NONE);
    }

    /** What a server serves. */
    public interface Content {

        /**
         * Opens it.
         *
         * @param room the memory that making a site takes for a while
         * @throws InvalidCatalogException if a catalog has faults without which nothing can be served
         */
        Stories open(SharedCache cache, Room room) throws InvalidCatalogException, IOException;

        /** The heap in bytes that it takes beyond that of a single catalog. */
        default long heap() {
            return 0;
        }

        /** The catalog in a folder. */
        static Content ofCatalog(Path folder, Hosting hosting) {
            return (cache, room) -> Stories.ofOne(LiveSite.ofFolder(folder, hosting, cache, room));
        }

        /**
         * The stories in a folder's subfolders.
         *
         * @param state the folder for what the server keeps; null for the stories' own
         */
        static Content ofStories(Path folder, Hosting hosting, @Nullable Path state) {
            return new Content() {
                @Override
                public Stories open(SharedCache cache, Room room) throws IOException {
                    return Stories.ofFolder(folder, hosting, state, cache, room);
                }

                @Override
                public long heap() {
                    return Stories.share(Runtime.getRuntime().maxMemory());
                }
            };
        }
    }

    /**
     * Starts the framework and loads the catalog in parallel, then listens.
     *
     * @param content what it serves
     * @param port  the port; 0 for any free port
     * @param store null if the server has no database
     * @param proxies whose headers are believed
     * @throws InvalidCatalogException if the catalog has faults
     * @throws IOException if a file of the folder cannot be read
     * @throws io.micronaut.http.server.exceptions.ServerStartupException if the address is not available
     */
    public static Server start(
            Content content, String host, int port, @Nullable Store store, TrustedProxies proxies, Watching watching)
            throws InvalidCatalogException, IOException {
        Admission admission = new Admission(Database.POOL, content.heap());
        FutureTask<Stories> loading = new FutureTask<>(() -> content.open(SharedCache.ofHeap(), admission.room()));
        Thread.ofPlatform().name("catalog-load").daemon().start(loading);
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                // To look for settings, the framework would read the index of the whole program once more.
                .enableDefaultPropertySources(false)
                .properties(settings(host, port))
                .start();
        try {
            // What the server needs and the catalog does not is made while that is being loaded.
            context.getBean(EventLoopGroupRegistry.class);
            context.getBean(NettyEmbeddedServerFactory.class);
            Stories stories = loaded(loading);
            StoreFollower follower =
                    store == null ? null : new StoreFollower(store.database(), stories, store.followed());
            ServerStatus status = new ServerStatus(follower);
            context.registerSingleton(Stories.class, stories);
            context.registerSingleton(TrustedProxies.class, proxies);
            context.registerSingleton(Admission.class, admission);
            context.registerSingleton(ServerStatus.class, status);
            if (follower != null) {
                follower.start();
            }
            Metrics metrics = watching.metrics() == null
                    ? null
                    : new Metrics(
                            stories,
                            admission,
                            context.getBean(Connections.class),
                            status,
                            context.getBean(EventLoopGroupRegistry.class).getDefaultEventLoopGroup(),
                            store == null ? null : store.database());
            context.registerSingleton(Exchange.Listener.class, listener(metrics, watching.log()));
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            stories.watch();
            tellLimits(admission, context.getBean(Connections.class));
            MetricsEndpoint endpoint =
                    metrics == null ? null : new MetricsEndpoint(requireNonNull(watching.metrics()), metrics);
            return new Server(stories, server, status, follower, watching, endpoint);
        } catch (Exception e) {
            context.close();
            throw e;
        }
    }

    private static Map<String, Object> settings(String host, int port) throws IOException {
        Properties file = new Properties();
        try (InputStream settings = requireNonNull(Server.class.getResourceAsStream("/server.properties"))) {
            file.load(settings);
        }
        Map<String, Object> all = new HashMap<>();
        file.stringPropertyNames().forEach(name -> all.put(name, file.getProperty(name)));
        all.put("micronaut.server.host", host);
        all.put("micronaut.server.port", port);
        return all;
    }

    private static Exchange.Listener listener(@Nullable Metrics metrics, @Nullable AccessLog log) {
        if (metrics == null) {
            return log == null ? Exchange.Listener.NONE : log;
        }
        return log == null
                ? metrics
                : exchange -> {
                    metrics.answered(exchange);
                    log.answered(exchange);
                };
    }

    private static void tellLimits(Admission admission, Connections connections) {
        LoggerFactory.getLogger(Server.class)
                .info(
                        "Limits: {} MB of heap, {} MB of it for what is kept ready, room for {}; {}",
                        Runtime.getRuntime().maxMemory() >> 20,
                        SharedCache.ofHeap().limit() >> 20,
                        Counted.of(admission.room().places(), "heavy job"),
                        Counted.of(connections.most(), "connection"));
    }

    private static Stories loaded(FutureTask<Stories> loading) throws InvalidCatalogException, IOException {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InvalidCatalogException invalid -> throw invalid;
                case IOException unreadable -> throw unreadable;
                case RuntimeException unexpected -> throw unexpected;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Loads the folder at once, and opens the log of requests anew. */
    public void reload() {
        LoggerFactory.getLogger(Server.class).info("Told to load the catalog");
        if (watching.log() != null) {
            watching.log().reopen();
        }
        try {
            stories.reload();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The site at the root. */
    public LiveSite live() {
        return stories.root().join();
    }

    /** The admission of this server's work. */
    Admission admission() {
        return server.getApplicationContext().getBean(Admission.class);
    }

    /** The port of the metrics; 0 without any. */
    public int metricsPort() {
        return metrics == null ? 0 : metrics.port();
    }

    public int port() {
        return server.getPort();
    }

    /** Tells load balancers to send requests elsewhere; requests that still arrive are answered. */
    public void drain() {
        status.drain();
    }

    /** Accepts no more requests, and returns when pending requests are answered and nothing is being loaded any more. */
    @Override
    public void close() {
        if (!server.isRunning()) {
            return;
        }
        status.drain();
        stories.close();
        if (follower != null) {
            follower.close();
        }
        try {
            server.getApplicationContext()
                    .getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(LONGEST_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Requests that are still pending now will not be answered.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
        if (metrics != null) {
            metrics.close();
        }
        if (watching.log() != null) {
            watching.log().close();
        }
        try {
            stories.awaitLoading(LONGEST_REQUEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
