package org.dateline.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dateline.http.Server;
import org.dateline.site.Hosting;
import org.dateline.site.Tiles;
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

    @Override
    public Integer call() throws Exception {
        Path folder = geodata.folder();
        if (port < 0 || port > 65_535) {
            throw new UsageException("got port " + port + ", expected 0 to 65535");
        }
        Tiles layer = tiles == null ? null : new Tiles(tiles, tilesAttribution);
        Hosting hosting = new Hosting(base == null ? null : Hosting.base(base), layer, folder.resolve(Hosting.FROZEN));
        requireFree(host, port);
        Server server = Server.start(folder, hosting, host, port, null);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        System.out.println("Dateline serves " + folder + " at http://" + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + server.port() + "/");
        return RUNNING;
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
