package org.dateline.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.Database;
import org.dateline.http.live.FollowedFolder;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.ServerStatus;
import org.dateline.http.live.StoreFollower;
import org.dateline.site.resource.Hosting;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;

/** Starts and stops the HTTP server over a live site. */
public final class Server implements AutoCloseable {

    /** Requests that are under way when the server stops are given so long. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final LiveSite live;
    private final EmbeddedServer server;
    private final ServerStatus status;
    private final @Nullable StoreFollower follower;

    private Server(LiveSite live, EmbeddedServer server, ServerStatus status, @Nullable StoreFollower follower) {
        this.live = live;
        this.server = server;
        this.status = status;
        this.follower = follower;
    }

    /**
     * Where a server's records are, beside the catalog in its folder.
     *
     * @param database closed with the server by whoever opened it
     * @param followed where the catalog is the one that was pushed to the database: the folder that keeps the last one
     */
    public record Store(Database database, @Nullable FollowedFolder followed) {}

    /**
     * Starts the framework and loads the catalog side by side, then listens.
     *
     * @param port  0 for any free one
     * @param store null for a catalog whose records all lie in its folder
     * @throws InvalidCatalogException where the folder has faults
     * @throws IOException             where a file of it cannot be read
     * @throws io.micronaut.http.server.exceptions.ServerStartupException where the address cannot be had
     */
    public static Server start(Path folder, Hosting hosting, String host, int port, @Nullable Store store)
            throws InvalidCatalogException, IOException {
        FutureTask<LiveSite> loading = new FutureTask<>(() -> new LiveSite(folder, hosting));
        Thread.ofPlatform().name("catalog-load").daemon().start(loading);
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of("micronaut.server.host", host, "micronaut.server.port", port))
                .start();
        try {
            LiveSite live = loaded(loading);
            StoreFollower follower = store == null ? null : new StoreFollower(store.database(), live, store.followed());
            Admission admission = new Admission(Database.POOL);
            ServerStatus status = new ServerStatus(follower);
            context.registerSingleton(LiveSite.class, live);
            context.registerSingleton(Admission.class, admission);
            context.registerSingleton(ServerStatus.class, status);
            if (follower != null) {
                follower.start();
            }
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            live.watch();
            return new Server(live, server, status, follower);
        } catch (Exception e) {
            context.close();
            throw e;
        }
    }

    private static LiveSite loaded(FutureTask<LiveSite> loading) throws InvalidCatalogException, IOException {
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

    /** What it serves now. */
    public LiveSite live() {
        return live;
    }

    /** What admits its work. */
    Admission admission() {
        return server.getApplicationContext().getBean(Admission.class);
    }

    public int port() {
        return server.getPort();
    }

    /** Tells load balancers to send requests elsewhere; those that come are still answered. */
    public void drain() {
        status.drain();
    }

    /** Takes no more requests and ends when those under way are answered. */
    @Override
    public void close() {
        if (!server.isRunning()) {
            return;
        }
        status.drain();
        live.close();
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
            // Whatever is not answered by now never will be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }
}
