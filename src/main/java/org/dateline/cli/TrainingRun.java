package org.dateline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dateline.catalog.NewCatalog;
import org.dateline.geo.Bbox;
import org.dateline.ground.DerivedGround;
import org.dateline.ground.Focus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the program as its users do, requests what readers do and exits. It runs while the program is packaged, and
 * where an installed program first starts, to create the AOT cache (JEP 514) that makes later starts faster. The cache has
 * the classes that are loaded here, so the options of the JVM are those of a server: some libraries choose classes by them.
 *
 * <p>All classes of the cache are loaded at each start. Those of queries (GeoTools) are not in it: they take 11 MB, and a first
 * query without them 0.3 s longer.
 */
final class TrainingRun {

    private static final Bbox LONDON = new Bbox(-0.5, 51.25, 0.5, 51.75);

    private TrainingRun() {}

    /** @param arguments the catalog's folder; a small one is made if there is none */
    public static void main(String[] arguments) throws Exception {
        TemporaryFolder.make();
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("training");
        if (arguments.length == 0) {
            NewCatalog.write(folder, "Training", List.of("en"), LONDON);
        }
        // The first start with a catalog waits for its ground, which others have in the folder of caches.
        DerivedGround.of(List.of(Focus.ofView(LONDON)), List.of("en"), List.of());
        int port = freePort();
        List<String> serve = List.of("serve", "--geodata", folder.toString(), "--port", Integer.toString(port));
        int exit = Dateline.execute(serve, Map.of());
        if (exit == Serve.RUNNING) {
            request(port);
            exit = 0;
        }
        // Stops the server, too.
        System.exit(exit);
    }

    private static void request(int port) throws IOException {
        String catalog = answer(port, "/catalog.json", "identity");
        String layer = JsonMapper.shared()
                .readTree(catalog.substring(catalog.indexOf("\r\n\r\n")))
                .path("layers")
                .path(0)
                .path("id")
                .asString();
        for (String path : List.of("/", "/layers/" + layer + ".geojson", "/catalog.json", "/health", "/not-there")) {
            for (String encoding : List.of("gzip", "br", "identity")) {
                answer(port, path, encoding);
            }
        }
    }

    /** The response with its head. From a plain socket: the classes of a client would be loaded at each start of a server. */
    private static String answer(int port, String path, String encoding) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept-Encoding: " + encoding
                + "\r\nAccept: text/html,*/*\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
