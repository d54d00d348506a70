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
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.http.Server;
import org.dateline.http.live.FollowedFolder;
import org.dateline.http.live.FollowedStories;
import org.dateline.http.live.StoreFollower.Followed;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.TileLayer;
import org.dateline.site.stories.StoryFolders;
import org.dateline.streets.StreetArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** Serves a catalog until it is stopped. */
@Command(name = "serve", description = "Serve a catalog (the default command).", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    /** Means that the program must not exit: the server runs on its own threads after the command has returned. */
    static final int RUNNING = -1;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Read options from a file with lines such as port = 8080; the command line and the environment "
                            + "(DATELINE_PORT=8080) come first.")
    private @Nullable Path config;

    @Mixin
    private GeodataOption geodata = new GeodataOption();

    @Option(
            names = "--stories",
            paramLabel = "DIR",
            description =
                    "Serve many catalogs in place of one: each subfolder of DIR, named with small letters, digits "
                            + "and hyphens, at /NAME/, and a list of all at /.")
    private @Nullable Path stories;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = "Public address of this server, for example https://maps.example.org/. Needed for "
                    + "feeds and for previews in social networks.")
    private @Nullable String base;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "NETWORK",
            split = ",",
            description = "Proxies whose headers X-Forwarded-For, -Proto, -Host, -Port and -Prefix are believed: "
                    + "addresses or networks separated by commas, for example 127.0.0.1,10.0.0.0/8 (default: none).")
    private String[] proxies = {};

    @Mixin
    private GroundOptions ground = new GroundOptions();

    @Mixin
    private FontsOption fonts = new FontsOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--follow",
            description = "Serve the catalog, or with --stories the stories, that \"push\" stored in the database, and "
                    + "every later one; the folder is created for this and keeps the latest.")
    private boolean follow;

    @Mixin
    private StateOption state = new StateOption();

    @Mixin
    private WatchOptions watch = new WatchOptions();

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long to keep answering after a signal to stop, while /health/ready returns 503 "
                    + "so that a load balancer sends requests elsewhere (default: ${DEFAULT-VALUE}).")
    private int drain;

    @Override
    public Integer call() throws Exception {
        watch.setLogLevel();
        fonts.use();
        Database records = database.address().map(Database::new).orElse(null);
        if (stories != null) {
            geodata.requireNotWithStories();
        }
        if (follow && records == null) {
            throw new UsageException("got --follow without --database, expected both");
        }
        Followed followed = follow ? taken(records) : Followed.NOTHING;
        Path folder = stories == null
                ? follow ? geodata.given() : geodata.folder()
                : follow ? stories : GeodataOption.requireStories(stories);
        if (port < 0 || port > 65_535) {
            throw new UsageException("got --port " + port + ", expected a number from 0 to 65535");
        }
        if (drain < 0 || drain > 600) {
            throw new UsageException("got --drain " + drain + ", expected seconds from 0 to 600");
        }
        TileLayer layer = ground.tileLayer();
        Path frozen = state.frozen(folder);
        Hosting hosting = onStreets(new Hosting(base == null ? null : Hosting.base(base), layer, frozen));
        if (records != null) {
            hosting = hosting.sharing(new FrozenFiles(records));
        }
        if (!hosting.canFreeze()) {
            System.err.println("got no " + frozen
                    + " to write in, expected a folder for frozen embeds: the embed builder will not offer them");
        }
        Path before = folder.resolve(Hosting.FROZEN);
        if (!before.toAbsolutePath().equals(frozen.toAbsolutePath()) && Files.isDirectory(before)) {
            System.err.println("got frozen embeds in " + before + ", expected them in " + frozen
                    + ": they are not served until they are moved there");
        }
        requireFree(host, port);
        Server server = Server.start(
                stories == null
                        ? Server.Content.ofCatalog(folder, hosting)
                        : Server.Content.ofStories(folder, hosting, state.given()),
                host,
                port,
                records == null ? null : new Server.Store(records, followed),
                trusted(),
                watch.watching());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, records), "stop"));
        onHangup(server::reload);
        System.out.println("Dateline serves " + folder + " at http://" + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + server.port() + "/");
        return RUNNING;
    }

    /** What is followed, with the last that the database has of it. */
    private Followed taken(Database records) throws IOException {
        if (stories == null) {
            FollowedFolder catalog = FollowedFolder.open(geodata.given());
            takeLast(catalog, records);
            return new Followed(catalog, null);
        }
        FollowedStories all = FollowedStories.open(stories);
        takeLast(all, records);
        return new Followed(null, all);
    }

    /**
     * Stores the database's stories in the folder; those that are refused stay as they are there, and all do if the database
     * does not answer.
     *
     * @throws UsageException if there is no story then
     */
    private static void takeLast(FollowedStories folder, Database records) throws IOException {
        try {
            folder.takeAll(
                    records,
                    (story, e) ->
                            System.err.println("dateline: could not take the story " + story + ": " + e.getMessage()));
        } catch (SQLException e) {
            System.err.println(
                    "dateline: could not read the stories from " + records.address() + ": " + e.getMessage());
        }
        if (StoryFolders.in(folder.folder()).stories().isEmpty()) {
            throw new UsageException("found no story in " + records.address() + " and none in " + folder.folder()
                    + ", expected some stored with \"dateline push --stories DIR\"");
        }
    }

    /** An archive that cannot be read is one line, and a map without streets. */
    private Hosting onStreets(Hosting hosting) {
        Path streets = ground.streets();
        if (streets == null) {
            return hosting;
        }
        try {
            return hosting.on(StreetArchive.open(streets));
        } catch (IOException e) {
            System.err.println("dateline: " + e.getMessage() + "; the map has no streets");
            return hosting;
        }
    }

    private TrustedProxies trusted() {
        try {
            return TrustedProxies.of(proxies);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * Stores the database's catalog in the folder; if the database does not answer, or its catalog is refused, the
     * folder keeps its last one.
     *
     * @throws UsageException if there is neither
     */
    private static void takeLast(FollowedFolder folder, Database records) {
        try (Connection read = records.read()) {
            Optional<PushedCatalog> pushed = PushedCatalog.newerThan(read, 0, CatalogArchive.LARGEST);
            if (pushed.isPresent()) {
                folder.take(pushed.get());
            }
        } catch (SQLException | IOException | InvalidCatalogException e) {
            System.err.println(
                    "dateline: could not read the catalog from " + records.address() + ": " + e.getMessage());
        }
        if (!Files.exists(folder.folder().resolve("catalog.yaml"))) {
            throw new UsageException("found no catalog in " + records.address() + " and none in " + folder.folder()
                    + ", expected one stored with \"dateline push\"");
        }
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
        TemporaryFolder.removeOwn();
        System.out.println("Dateline has stopped");
    }

    /** Runs an action at each SIGHUP, which would end the program otherwise. */
    private static void onHangup(Runnable action) {
        try {
            Signal.handle(
                    new Signal("HUP"),
                    _ -> Thread.ofPlatform().name("reload").daemon().start(action));
        } catch (IllegalArgumentException e) {
            // A system without this signal.
        }
    }

    /**
     * Checks the address before the catalog is loaded and the framework starts, which would fail later and with a long
     * message.
     */
    static void requireFree(String host, int port) throws IOException {
        // Bound but not listening, so that nobody can connect to it by mistake.
        try (Socket probe = new Socket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new UsageException(
                    "got --host " + host + ", expected an address of this machine or a name " + "that resolves to one");
        } catch (BindException e) {
            throw new UsageException("got " + host + ":" + port
                    + ", expected an address of this machine and a free port that this user may use (" + e.getMessage()
                    + ")");
        }
    }
}
