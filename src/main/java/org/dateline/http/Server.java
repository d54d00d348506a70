package org.dateline.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.site.Hosting;

/** Starts and stops the HTTP server over a live site. */
public final class Server implements AutoCloseable {

    private final LiveSite live;
    private final EmbeddedServer server;

    private Server(LiveSite live, EmbeddedServer server) {
        this.live = live;
        this.server = server;
    }

    /**
     * Starts the framework and loads the catalog side by side, then listens.
     *
     * @param port  0 for any free one
     * @throws InvalidCatalogException where the folder has faults
     * @throws IOException             where a file of it cannot be read
     * @throws io.micronaut.http.server.exceptions.ServerStartupException where the address cannot be had
     */
    public static Server start(Path folder, Hosting hosting, String host, int port)
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
            context.registerSingleton(LiveSite.class, live);
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            live.watch();
            return new Server(live, server);
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

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        live.close();
        server.close();
    }
}
