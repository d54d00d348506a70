package org.dateline.cli;

import io.micronaut.http.server.exceptions.ServerStartupException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dateline.http.LiveSite;
import org.dateline.http.Server;
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

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port to listen on; 0 for any free one (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--tiles", paramLabel = "URL", description = "Tile layer to draw instead of the catalog's basemap, as https://host/{z}/{x}/{y}.png. Readers' browsers then ask that host.")
    private @Nullable String tiles;

    @Option(names = "--tiles-attribution", paramLabel = "TEXT", defaultValue = "", description = "Credit for the tile layer.")
    private String tilesAttribution = "";

    @Override
    public Integer call() throws Exception {
        Path folder = geodata.folder();
        if (port < 0 || port > 65_535) {
            throw new UsageException("got port " + port + ", expected 0 to 65535");
        }
        LiveSite live = new LiveSite(folder, tiles == null ? null : new Tiles(tiles, tilesAttribution));
        try {
            Server server = Server.start(live, host, port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            System.out.println("Dateline serves " + folder + " at http://" + host + ":" + server.port() + "/");
            return RUNNING;
        } catch (ServerStartupException e) {
            throw new UsageException(explain(e));
        }
    }

    private String explain(ServerStartupException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "got " + host + ":" + port + ", expected an address that is free and this machine's own ("
                        + cause.getMessage() + ")";
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "got host " + host + ", expected one that is known";
            }
        }
        return "could not listen on " + host + ":" + port + ": " + exception.getMessage();
    }
}
