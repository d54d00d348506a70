package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.RunningServer.text;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.features.postgis.Database;
import org.dateline.http.RunningServer;
import org.dateline.http.Server;
import org.dateline.http.wire.TrustedProxies;
import org.dateline.load.CollectionAdmin;
import org.dateline.load.LoadListener;
import org.dateline.load.LoadRequest;
import org.dateline.load.Loader;
import org.dateline.load.RejectLimit;
import org.dateline.work.WorkKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others get of the database while clients keep it busy. */
@Timeout(120)
class FairSharesIT {

    private static final LoadListener SILENT = new LoadListener() {
        @Override
        public void kept(long rows, long rejected, double share) {}

        @Override
        public void step(String what) {}
    };

    private static final List<String> PATHS = List.of("items?limit=1", "items/a", "tiles/WebMercatorQuad/0/0/0");

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @TempDir
    private static Path folder;

    private static Database database;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        database = new Database(Postgres.shared().database());
        CollectionAdmin.open(database).close();
        load("slow");
        load("quick");
        server = new RunningServer(Catalogs.CHUKOTKA, new Server.Store(database), TrustedProxies.of("127.0.0.1"));
        while (!text(server.get("/ogc/collections")).contains("\"quick\"")) {
            Thread.sleep(50);
        }
        // What the first request of a kind takes is no other client's doing.
        for (String path : PATHS) {
            server.get("/ogc/collections/slow/" + path);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    private static void load(String collection) throws Exception {
        Path file = Files.writeString(
                folder.resolve(collection + ".csv"),
                "id,name,longitude,latitude\na,First,170.5,65.5\nb,Second,171,66\n");
        Path mapping = Files.writeString(folder.resolve(collection + ".yaml"), """
                title: Events
                description: Invented.
                source: A test
                licence: None
                id: id
                name: name
                geometry: {longitude: longitude, latitude: latitude}
                """);
        LoadRequest request = new LoadRequest(
                file,
                collection,
                mapping.toString(),
                null,
                folder.resolve("rejects.csv"),
                RejectLimit.parse("0"),
                false);
        new Loader(database, request, SILENT).load();
    }

    /** Keeps every query on a collection waiting in the database until the connection's transaction ends. */
    private static void hold(Connection connection, String collection) throws Exception {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            var version = statement.executeQuery("select version from collection where id = '" + collection + "'");
            version.next();
            statement.execute("lock table items_" + version.getLong(1) + " in access exclusive mode");
        }
    }

    private static CompletableFuture<HttpResponse<byte[]>> ask(String path, String... headers) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return server.get(path, headers);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                THREADS);
    }

    @Test
    void ten_clients_with_one_slow_filter_leave_the_database_to_others_and_browsers_get_a_page() throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> slow = new ArrayList<>();
        try (Connection primary = database.primary()) {
            hold(primary, "slow");
            for (int i = 0; i < 10; i++) {
                slow.add(ask(
                        "/ogc/collections/slow/items?filter=name%20LIKE%20'%25ir%25'",
                        "X-Forwarded-For", "192.0.2." + i, "Accept", i % 2 == 0 ? "application/json" : "text/html"));
            }
            while (server.admission().load(WorkKind.DATABASE).waiting() == 0) {
                Thread.sleep(1);
            }

            for (String path : PATHS) {
                assertThat(server.get("/ogc/collections/quick/" + path, "X-Forwarded-For", "192.0.2.99")
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            assertThat(slow).noneMatch(CompletableFuture::isDone);

            for (int i = 0; i < slow.size(); i++) {
                HttpResponse<byte[]> refused = slow.get(i).get();
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(header(refused, "Retry-After")).isNotNull();
                if (i % 2 == 0) {
                    assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
                } else {
                    assertThat(text(refused)).contains("<html lang=\"ru\"", "<h1>");
                }
            }
        }
    }
}
