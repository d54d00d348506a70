package org.dateline.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.dateline.http.live.LiveSite;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.site.resource.Hosting;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;

/** A real server on a free port, and a client that asks it. */
public final class RunningServer implements AutoCloseable {

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    public RunningServer(Path catalog) throws Exception {
        this(catalog, null);
    }

    public RunningServer(Path catalog, Server.@Nullable Store store) throws Exception {
        this(catalog, store, TrustedProxies.NONE);
    }

    public RunningServer(Path catalog, Server.@Nullable Store store, TrustedProxies proxies) throws Exception {
        this(catalog, store, proxies, Hosting.ANYWHERE);
    }

    public RunningServer(Path catalog, Server.@Nullable Store store, TrustedProxies proxies, Hosting hosting)
            throws Exception {
        this(Server.Content.ofCatalog(catalog, hosting), store, proxies);
    }

    public RunningServer(Server.Content content) throws Exception {
        this(content, null, TrustedProxies.NONE);
    }

    public RunningServer(Server.Content content, Server.Store store) throws Exception {
        this(content, store, TrustedProxies.NONE);
    }

    private RunningServer(Server.Content content, Server.@Nullable Store store, TrustedProxies proxies)
            throws Exception {
        server = Server.start(content, "127.0.0.1", 0, store, proxies, Server.Watching.NONE);
    }

    /** What admits its work. */
    public Admission admission() {
        return server.admission();
    }

    /** The site at its root. */
    public LiveSite live() {
        return server.live();
    }

    public int port() {
        return server.port();
    }

    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    public HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public static @Nullable String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** See {@link Server#drain}. */
    public void drain() {
        server.drain();
    }

    /** Stops the server alone; whoever waits for an answer goes on waiting. */
    public void stop() {
        server.close();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
