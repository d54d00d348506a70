package org.dateline.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dateline.catalog.NewCatalog;
import org.dateline.geo.Bbox;
import org.dateline.ground.DerivedGround;
import org.dateline.ground.Focus;
import org.dateline.http.Server;
import org.dateline.site.resource.Hosting;

/**
 * Starts the server, requests one resource of each kind and exits. It runs while the program is packaged, and where an
 * installed program first starts, to create the AOT cache (JEP 514) that makes later starts faster.
 */
final class TrainingRun {

    private static final Bbox LONDON = new Bbox(-0.5, 51.25, 0.5, 51.75);

    private TrainingRun() {}

    /** @param arguments the catalog's folder; a small one is made if there is none */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            run(Path.of(arguments[0]));
            return;
        }
        TemporaryFolder.make();
        Path folder = Files.createTempDirectory("training");
        NewCatalog.write(folder, "Training", List.of("en"), LONDON);
        run(folder);
        TemporaryFolder.removeOwn();
    }

    private static void run(Path folder) throws Exception {
        // Every start parses the command line, so its classes belong in the cache as well.
        List<String> arguments = List.of("serve", "--geodata", folder.toString(), "--port", "0");
        Dateline.useSettings(Dateline.Invocation.of(arguments).program(), arguments, Map.of());
        // The first start with a catalog waits for its ground, which others have in the folder of caches.
        DerivedGround.of(List.of(Focus.ofView(LONDON)), List.of("en"), List.of());
        try (Server server = Server.start(folder, Hosting.ANYWHERE, "127.0.0.1", 0, null);
                HttpClient client = HttpClient.newHttpClient()) {
            String layer =
                    server.live().site().site().catalog().layers().getFirst().id();
            for (String path : List.of(
                    "/",
                    "/layers/" + layer + ".geojson",
                    "/catalog.json",
                    "/health",
                    "/not-there",
                    "/ogc/collections/" + layer + "/items?limit=1&filter=name%20IS%20NOT%20NULL")) {
                for (String encoding : List.of("gzip", "br", "identity")) {
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                    .header("Accept-Encoding", encoding)
                                    .header("Accept", "text/html,*/*")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            }
        }
    }
}
