package org.dateline.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogArchive;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.http.Server;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.TileLayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a catalog until it is stopped. */
@Command(name = "serve", description = "Serve a catalog (the default command).", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    /** The server runs on its own threads: the program does not end with the command. */
    static final int RUNNING = -1;

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any free one (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description =
                    "Address that readers reach this server at, as https://maps.example.org/. Previews in feeds and social networks need it.")
    private @Nullable String base;

    @Option(
            names = "--tiles",
            paramLabel = "URL",
            description =
                    "Tile layer to draw instead of the catalog's basemap, as https://host/{z}/{x}/{y}.png. Readers' browsers then ask that host.")
    private @Nullable String tiles;

    @Option(
            names = "--tiles-attribution",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Credit for the tile layer.")
    private String tilesAttribution = "";

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--follow",
            description =
                    "Take the catalog from the database, where \"push\" put it, and each later one; the folder keeps the last.")
    private boolean follow;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description =
                    "When told to stop, go on for so long while /health/ready says 503, so that a load balancer looks elsewhere (${DEFAULT-VALUE}).")
    private int drain;

    @Override
    public Integer call() throws Exception {
        Database records = database.address().map(Database::new).orElse(null);
        if (follow && records == null) {
            throw new UsageException("got --follow without --database, expected both");
        }
        Path folder = follow ? followed(records) : geodata.folder();
        if (port < 0 || port > 65_535) {
            throw new UsageException("got port " + port + ", expected 0 to 65535");
        }
        if (drain < 0 || drain > 600) {
            throw new UsageException("got --drain " + drain + ", expected seconds from 0 to 600");
        }
        TileLayer layer = tiles == null ? null : new TileLayer(tiles, tilesAttribution);
        Hosting hosting = new Hosting(base == null ? null : Hosting.base(base), layer, folder.resolve(Hosting.FROZEN));
        requireFree(host, port);
        Server server =
                Server.start(folder, hosting, host, port, records == null ? null : new Server.Store(records, follow));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, records), "stop"));
        System.out.println("Dateline serves " + folder + " at http://" + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + server.port() + "/");
        return RUNNING;
    }

    /** The folder with the catalog of the database in it or, where no database answers, with the last one it had. */
    private Path followed(Database records) {
        Path folder = geodata.wanted();
        try (Connection read = records.read()) {
            Optional<PushedCatalog> pushed = PushedCatalog.newerThan(read, 0);
            if (pushed.isPresent()) {
                CatalogArchive.unpack(pushed.get().archive(), folder);
            }
        } catch (SQLException | IOException e) {
            System.err.println(
                    "dateline: the catalog could not be taken from " + records.address() + ": " + e.getMessage());
        }
        if (!Files.exists(folder.resolve("catalog.yaml"))) {
            throw new UsageException("got no catalog from " + records.address() + " and none in " + folder
                    + ", expected one that was pushed (dateline push)");
        }
        return folder;
    }

    private void stop(Server server, @Nullable Database records) {
        server.drain();
        try {
            Thread.sleep(Duration.ofSeconds(drain));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
        if (records != null) {
            records.close();
        }
    }

    /** Looks before the catalog is loaded and the framework started, both of which would say it later and at length. */
    private static void requireFree(String host, int port) throws IOException {
        // A socket that is bound but does not listen: nobody can connect to it by mistake.
        try (Socket probe = new Socket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new UsageException("got host " + host + ", expected one that is known");
        } catch (BindException e) {
            throw new UsageException("got " + host + ":" + port
                    + ", expected an address of this machine with a port that is free and allowed (" + e.getMessage()
                    + ")");
        }
    }
}
