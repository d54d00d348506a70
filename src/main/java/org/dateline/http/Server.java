package org.dateline.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts and stops the HTTP server over a live site. */
public final class Server implements AutoCloseable {

    private final LiveSite live;
    private final EmbeddedServer server;

    private Server(LiveSite live, EmbeddedServer server) {
        this.live = live;
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @throws io.micronaut.http.server.exceptions.ServerStartupException where the address cannot be had
     */
    public static Server start(LiveSite live, String host, int port) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of("micronaut.server.host", host, "micronaut.server.port", port))
                .singletons(live)
                .start();
        try {
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            live.watch();
            return new Server(live, server);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
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
