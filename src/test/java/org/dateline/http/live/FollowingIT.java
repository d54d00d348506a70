package org.dateline.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dateline.Waiting.until;
import static org.dateline.http.RunningServer.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.Waiting;
import org.dateline.Zips;
import org.dateline.catalog.CatalogArchive;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseAddress;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.features.postgis.PushedStories;
import org.dateline.http.RunningServer;
import org.dateline.http.Server;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.load.CollectionAdmin;
import org.dateline.load.LoadListener;
import org.dateline.load.LoadRequest;
import org.dateline.load.Loader;
import org.dateline.load.RejectLimit;
import org.dateline.site.resource.Hosting;
import org.dateline.work.WorkKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, each with a folder of its own. */
class FollowingIT {

    /** A change arrives within two seconds on a machine at rest; a busy one is given more. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static final LoadListener SILENT = new LoadListener() {
        @Override
        public void kept(long rows, long rejected, double share) {}

        @Override
        public void step(String what) {}
    };

    private static Postgres postgres;

    private Database one;
    private Database other;
    private List<RunningServer> servers;

    /** One of its own, which a test stops and starts. */
    @BeforeAll
    static void startDatabase() {
        postgres = new Postgres();
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void start() throws Exception {
        DatabaseAddress address = postgres.database();
        one = new Database(address);
        other = new Database(address);
        CollectionAdmin.open(one).close();
        push(Catalogs.CHUKOTKA);
        servers = List.of(following("one", one), following("other", other));
    }

    private RunningServer following(String name, Database database) throws Exception {
        FollowedFolder followed = FollowedFolder.open(folder.resolve(name));
        try (Connection read = database.read()) {
            followed.take(
                    PushedCatalog.newerThan(read, 0, CatalogArchive.LARGEST).orElseThrow());
        }
        Hosting hosting = new Hosting(null, null, folder.resolve(name + "-state/frozen"));
        return new RunningServer(
                followed.folder(),
                new Server.Store(database, new StoreFollower.Followed(followed, null)),
                TrustedProxies.NONE,
                hosting.sharing(new FrozenFiles(database)));
    }

    @AfterEach
    void stop() {
        servers.forEach(RunningServer::close);
        one.close();
        other.close();
    }

    private void load(String... rows) throws Exception {
        loadAs("events", rows);
    }

    private void loadAs(String collection, String... rows) throws Exception {
        Path file = folder.resolve("events.csv");
        Files.writeString(file, "id,name,longitude,latitude\n" + String.join("\n", rows) + "\n");
        Path mapping = folder.resolve("events.yaml");
        Files.writeString(mapping, """
                title: Events
                description: Invented.
                source: A test
                licence: None
                id: id
                name: name
                geometry: {longitude: longitude, latitude: latitude}
                """);
        new Loader(
                        one,
                        new LoadRequest(
                                file,
                                collection,
                                mapping.toString(),
                                null,
                                folder.resolve("rejects.csv"),
                                RejectLimit.parse("0"),
                                false),
                        SILENT)
                .load();
    }

    private void push(Path catalog) throws Exception {
        try (Connection primary = one.primary()) {
            PushedCatalog.push(primary, "of a test", Zips.of(catalog));
        }
    }

    /** Not as long as this pool of connections has not found the database again. */
    private static boolean isKept(FrozenFiles files, String name) {
        try {
            return files.find(name).isPresent();
        } catch (StoreUnavailableException _) {
            return false;
        }
    }

    private static String waitUntil(RunningServer server, String path, Predicate<String> holds) throws Exception {
        Instant end = Instant.now().plus(SOON);
        String body = "";
        while (Instant.now().isBefore(end)) {
            body = text(server.get(path));
            if (holds.test(body)) {
                return body;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " did not change in " + SOON + ": " + body);
    }

    @Test
    void a_load_reaches_every_server_and_a_later_load_replaces_it() throws Exception {
        load("a,First,170.5,65.5", "b,Second,-179.5,66");
        for (RunningServer server : servers) {
            waitUntil(server, "/ogc/collections", body -> body.contains("\"events\""));
            assertThat(text(server.get("/ogc/collections/events/items"))).contains("\"numberMatched\":2", "Second");
            assertThat(server.get("/ogc/collections/events/tiles/WebMercatorQuad/0/0/0")
                            .body())
                    .isNotEmpty();
        }

        load("c,Third,170.5,65.5");
        for (RunningServer server : servers) {
            waitUntil(server, "/ogc/collections/events/items", body -> body.contains("Third"));
            assertThat(text(server.get("/ogc/collections/events/items"))).doesNotContain("Second");
            assertThat(server.get("/ogc/collections/events/items/a").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_pushed_catalog_reaches_every_server_and_a_broken_one_changes_nothing() throws Exception {
        Path next = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("next"));
        Path yaml = next.resolve("catalog.yaml");
        String good = Files.readString(yaml);
        Files.writeString(yaml, good.replace("Зимник и паром", "Другое название"));
        push(next);
        for (RunningServer server : servers) {
            waitUntil(server, "/", body -> body.contains("Другое название"));
        }

        Files.writeString(yaml, good.replace("languages:", "langauges:"));
        push(next);
        for (RunningServer server : servers) {
            waitUntil(server, "/health", body -> body.contains("REFUSED"));
            assertThat(text(server.get("/"))).contains("Другое название");
        }
        assertThat(folder.resolve("one/catalog.yaml")).content().contains("languages:");

        Files.writeString(yaml, good);
        push(next);
        for (RunningServer server : servers) {
            waitUntil(server, "/health", body -> body.contains("\"OK\""));
            assertThat(text(server.get("/"))).contains("Зимник и паром");
        }
    }

    @Test
    void what_one_server_froze_every_server_has_and_keeps_without_the_database() throws Exception {
        String hash = CatalogLoader.load(folder.resolve("one")).hash().substring(0, 12);
        String page = "/embed/vrangel/@" + hash + "/";
        String dark = "/en/embed/vrangel/@" + hash + "/dark/";
        String picture = "/embed/vrangel/@" + hash + ".png";
        RunningServer first = servers.getFirst();
        RunningServer second = servers.getLast();
        byte[] frozen = first.get(page).body();
        byte[] drawn = first.get(picture).body();

        Path next = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("next"));
        Path view = next.resolve("views/vrangel.yaml");
        Files.writeString(view, Files.readString(view).replace("Остров Врангеля", "Другой остров"));
        push(next);
        for (RunningServer server : servers) {
            waitUntil(server, "/embed/vrangel/", body -> body.contains("Другой остров"));
        }

        // A state that no server here has shown: the database alone has it.
        assertThat(second.get("/embed/vrangel/@0123456789ab/").statusCode()).isEqualTo(404);
        new FrozenFiles(one).keep("0123456789ab/vrangel.ru.auto.html", frozen);
        assertThat(second.get("/embed/vrangel/@0123456789ab/").body()).isEqualTo(frozen);
        assertThat(second.get(page).body()).isEqualTo(frozen);
        assertThat(RunningServer.header(second.get(page), "Cache-Control")).contains("immutable");
        assertThat(second.get(picture).body()).isEqualTo(drawn);
        assertThat(second.get(dark).statusCode()).isEqualTo(404);

        // Once its copy is there, it needs no database, and no other server.
        Path copies = folder.resolve("other-state/frozen/" + hash);
        Path copiedPicture = copies.resolve("vrangel.ru.png");
        Path copiedPage = copies.resolve("vrangel.ru.auto.html");
        until(() -> Files.exists(copiedPicture) && Files.exists(copiedPage));
        assertThat(copiedPicture).hasBinaryContent(drawn);
        assertThat(copiedPage).hasBinaryContent(frozen);
    }

    private RunningServer followingStories(String name, Database database) throws Exception {
        FollowedStories followed = FollowedStories.open(folder.resolve(name));
        followed.takeAll(database, (story, e) -> {
            throw new IllegalStateException(story, e);
        });
        Hosting hosting = new Hosting(null, null, folder.resolve(name + "/frozen"));
        return new RunningServer(
                Server.Content.ofStories(followed.folder(), hosting.sharing(new FrozenFiles(database)), null),
                new Server.Store(database, new StoreFollower.Followed(null, followed)));
    }

    private void pushStory(String name, Path catalog) throws Exception {
        try (Connection primary = one.primary()) {
            PushedStories.push(primary, name, "of a test", Zips.of(catalog));
        }
    }

    @Test
    void stories_that_are_pushed_changed_broken_or_removed_are_so_on_every_server_and_harm_no_other() throws Exception {
        pushStory("north", Catalogs.CHUKOTKA);
        pushStory("flood", Catalogs.FLOOD);
        pushStory("spare", Catalogs.FLOOD);
        loadAs("north/events", "a,Of the north,170.5,65.5");
        loadAs("flood/events", "a,Of the flood,-0.4,39.4");
        try (RunningServer first = followingStories("first", one);
                RunningServer second = followingStories("second", other)) {
            List<RunningServer> both = List.of(first, second);
            for (RunningServer server : both) {
                waitUntil(server, "/north/ogc/collections/events/items", body -> body.contains("Of the north"));
                waitUntil(server, "/flood/ogc/collections/events/items", body -> body.contains("Of the flood"));
                assertThat(text(server.get("/north/ogc/collections/events/items")))
                        .doesNotContain("Of the flood");
                assertThat(server.get("/ogc/collections/events").statusCode()).isEqualTo(404);
                waitUntil(server, "/health", body -> body.contains("\"id\":\"flood/events\""));
            }
            // A server of a single catalog on the same database has none of it.
            assertThat(text(servers.getFirst().get("/ogc/collections"))).doesNotContain("\"events\"");

            String hash =
                    CatalogLoader.load(folder.resolve("first/north")).hash().substring(0, 12);
            String page = "/north/embed/vrangel/@" + hash + "/";
            byte[] frozen = first.get(page).body();
            Path next = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("next"));
            Path yaml = next.resolve("catalog.yaml");
            String good = Files.readString(yaml);
            Files.writeString(yaml, good.replace("Зимник и паром", "Другое название"));
            pushStory("north", next);
            pushStory("twin", Catalogs.CHUKOTKA);
            Files.writeString(yaml, good.replace("languages:", "langauges:"));
            pushStory("flood", next);
            pushStory("bad", next);
            for (RunningServer server : both) {
                waitUntil(server, "/north/", body -> body.contains("Другое название"));
                waitUntil(server, "/ru/", body -> body.contains("Другое название") && body.contains("href=\"../twin/"));
                assertThat(server.get(page).body()).isEqualTo(frozen);
                // Each was pushed by itself, so perhaps one is known before the other.
                String health = waitUntil(
                        server,
                        "/health",
                        body -> body.contains("\"story\":\"flood\"") && body.contains("\"story\":\"bad\""));
                assertThat(health).contains("DEGRADED");
                assertThat(server.get("/flood/").statusCode()).isEqualTo(200);
            }
            // The frozen embed of another story with the same content has its own links.
            assertThat(new FrozenFiles(one).of("north").find(hash + "/vrangel.ru.auto.html"))
                    .isPresent();
            assertThat(new FrozenFiles(one).of("twin").find(hash + "/vrangel.ru.auto.html"))
                    .isEmpty();
            Path copy = folder.resolve("second/north/frozen/" + hash + "/vrangel.ru.auto.html");
            until(() -> Files.exists(copy));
            assertThat(copy).hasBinaryContent(frozen);

            try (Connection primary = one.primary()) {
                PushedStories.remove(primary, "north");
                PushedStories.remove(primary, "spare");
            }
            pushStory("flood", Catalogs.FLOOD);
            for (RunningServer server : both) {
                waitUntil(server, "/", body -> !body.contains("href=\"north/") && !body.contains("href=\"spare/"));
                assertThat(server.get("/north/").statusCode()).isEqualTo(404);
                waitUntil(server, "/health", body -> !body.contains("\"story\":\"flood\""));
            }
            assertThat(folder.resolve("second/spare")).doesNotExist();
            assertThat(copy).exists();
        }

        // What is there is not unpacked again, and the database is not needed.
        FollowedStories again = FollowedStories.open(folder.resolve("first"));
        try (Connection read = one.read()) {
            for (PushedStories.Latest latest : PushedStories.latest(read)) {
                if (latest.name().equals("flood")) {
                    assertThat(again.take(latest, read)).isFalse();
                    Path yaml = folder.resolve("first/flood/catalog.yaml");
                    Files.writeString(yaml, Files.readString(yaml) + "\n# edited\n");
                    assertThat(again.take(latest, read)).isTrue();
                    assertThat(yaml).content().doesNotContain("# edited");
                }
            }
        }
    }

    @Test
    void bytes_in_the_database_that_are_no_archive_change_nothing() throws Exception {
        String before = text(servers.getFirst().get("/catalog.json"));
        try (Connection primary = one.primary()) {
            PushedCatalog.push(primary, "of a test", "no archive".getBytes(StandardCharsets.UTF_8));
        }
        for (RunningServer server : servers) {
            waitUntil(server, "/health", body -> body.contains("REFUSED"));
            assertThat(text(server.get("/catalog.json"))).isEqualTo(before);
        }
    }

    @Test
    void an_archive_that_is_too_large_is_not_read() throws Exception {
        try (Connection read = one.primary()) {
            PushedCatalog pushed = PushedCatalog.newerThan(read, 0, 100).orElseThrow();
            assertThat(pushed.archive()).isNull();
            assertThat(pushed.bytes()).isGreaterThan(100);
            FollowedFolder fresh = FollowedFolder.open(folder.resolve("fresh"));
            assertThatThrownBy(() -> fresh.take(pushed))
                    .isInstanceOf(InvalidCatalogException.class)
                    .hasMessageStartingWith("the pushed archive: got " + pushed.bytes() + " bytes, expected at most ");
        }
    }

    @Test
    void a_server_continues_without_its_database_and_reconnects() throws Exception {
        load("a,First,170.5,65.5");
        RunningServer server = servers.getFirst();
        waitUntil(server, "/ogc/collections", body -> body.contains("\"events\""));
        server.get("/ogc/collections/events/items?limit=1");
        String requested = text(server.get("/ogc/collections/events/items?limit=1"));
        assertThat(requested).contains("First");

        postgres.stop();
        waitUntil(server, "/health", body -> body.contains("\"DOWN\"") && body.contains("\"DEGRADED\""));
        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(text(server.get("/ogc/collections"))).contains("\"events\"");
        var unanswered = server.get("/ogc/collections/events/items");
        assertThat(unanswered.statusCode()).isEqualTo(503);
        assertThat(text(unanswered)).contains("database").doesNotContain("127.0.0.1", "Exception", "select");
        assertThat(text(server.get("/ogc/collections/events/items?limit=1"))).isEqualTo(requested);

        // What is frozen now is kept, and reaches the others later.
        String hash = CatalogLoader.load(folder.resolve("one")).hash().substring(0, 12);
        byte[] frozen = server.get("/embed/vrangel/@" + hash + "/").body();
        assertThat(new String(frozen, StandardCharsets.UTF_8)).contains("Остров Врангеля");
        assertThat(server.get("/embed/vrangel/@0123456789ab/").statusCode()).isEqualTo(503);

        postgres.start();
        waitUntil(server, "/ogc/collections/events/items", body -> body.contains("First"));
        waitUntil(server, "/health", body -> body.contains("\"database\":{\"status\":\"UP\""));
        FrozenFiles files = new FrozenFiles(other);
        until(() -> isKept(files, hash + "/vrangel.ru.auto.html"));
        assertThat(files.find(hash + "/vrangel.ru.auto.html"))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(frozen));
    }

    @Test
    void a_stopping_server_is_not_ready_and_answers_pending_requests() throws Exception {
        RunningServer server = new RunningServer(folder.resolve("one"), new Server.Store(one));
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        server.drain();
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/alive").statusCode()).isEqualTo(200);
        assertThat(server.get("/").statusCode()).isEqualTo(200);

        // What draws is there from now on.
        assertThat(server.get("/embed/vrangel.png").statusCode()).isEqualTo(200);
        // Drawn for a second or more: under way when the server is told to stop.
        CompletableFuture<Integer> drawing = CompletableFuture.supplyAsync(() -> {
            try {
                return server.get("/embed/chukotka.png").statusCode();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        // Long enough for the request to arrive on a busy machine, which draws more slowly, too.
        Thread.sleep(500);
        Waiting.until(() -> server.admission().load(WorkKind.DRAWING).running() > 0 || drawing.isDone());
        server.stop();
        assertThat(drawing.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        server.close();
    }
}
