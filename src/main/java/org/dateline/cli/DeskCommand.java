package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dateline.catalog.CatalogLoader;
import org.dateline.desk.Desk;
import org.dateline.desk.web.DeskServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the desk, until it is stopped. */
@Command(
        name = "desk",
        description = "Open a page on this machine to review drafts and edit the catalog; it prints the link to open.",
        mixinStandardHelpOptions = true)
final class DeskCommand implements Callable<Integer> {

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port on 127.0.0.1; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The folder for the journal of all changes (default: .desk in the catalog's folder).")
    private @Nullable Path state;

    @Override
    public Integer call() throws IOException {
        Path folder = geodata.folder();
        if (port < 0 || port > 65_535) {
            throw new UsageException("got --port " + port + ", expected a number from 0 to 65535");
        }
        CatalogLoader.languages(folder);
        Serve.requireFree("127.0.0.1", port);
        Desk desk = new Desk(folder, state == null ? folder.resolve(Desk.STATE) : state.resolve(Desk.STATE));
        desk.unfinished().forEach(line -> System.err.println("dateline: " + line));
        DeskServer server = new DeskServer(desk, port);
        closeAtStop(server, desk);
        System.out.println("Dateline's desk for " + folder + " is at " + server.start());
        return Serve.RUNNING;
    }

    /** Names no class of the desk: the other commands look at this one's methods, and need not load it. */
    private static void closeAtStop(AutoCloseable... open) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(open), "stop"));
    }

    private static void stop(AutoCloseable... open) {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                System.err.println("dateline: " + Failure.said(e));
            }
        }
        TemporaryFolder.removeOwn();
    }
}
