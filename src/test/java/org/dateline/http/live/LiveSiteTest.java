package org.dateline.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.dateline.http.RunningServer.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.dateline.Catalogs;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSiteTest {

    /** An edit shows within two seconds on a machine at rest; a busy one is given more. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        server = new RunningServer(folder.resolve("catalog"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_edit_shows_without_a_restart() throws Exception {
        edit("catalog.yaml", "Зимник и паром", "Другое название");

        waitUntil("/", body -> body.contains("Другое название"), SOON);
    }

    @Test
    void a_broken_edit_keeps_the_last_good_catalog_and_says_so_until_it_is_mended() throws Exception {
        String before = text(server.get("/catalog.json"));
        String good = Files.readString(folder.resolve("catalog/catalog.yaml"));

        edit("catalog.yaml", "languages:", "langauges:");

        String health = waitUntil("/health", body -> body.contains("REFUSED"), SOON);
        assertThat(health)
                .contains("\"status\":\"DEGRADED\"", "\"file\":\"catalog.yaml\"")
                // Anybody may ask, and catalog.yaml may be any file.
                .doesNotContain("langauges");
        assertThat(text(server.get("/catalog.json"))).isEqualTo(before);

        Files.writeString(folder.resolve("catalog/catalog.yaml"), good);

        waitUntil("/health", body -> body.contains("\"OK\"") && body.contains("{\"status\":\"UP\""), SOON);
        assertThat(text(server.get("/catalog.json"))).isEqualTo(before);
    }

    @Test
    void health_shows_nothing_of_foreign_files_in_the_folder() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign"), """
                sesame:x:0:0
                sesame: {sesame: "sesame
                {"sesame": "sesame"}
                """);
        Path parties = folder.resolve("catalog/parties.yaml");
        Files.delete(parties);
        Files.createSymbolicLink(parties, foreign);
        for (String file : List.of("measures.yaml", "views/chukotka.yaml", "layers/places/features.geojson")) {
            Files.copy(foreign, folder.resolve("catalog").resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(waitUntil("/health", body -> body.contains("REFUSED"), SOON))
                .contains("parties.yaml", "measures.yaml", "views/chukotka.yaml", "layers/places/features.geojson")
                .doesNotContain("sesame", folder.toString());

        Files.copy(foreign, folder.resolve("catalog/catalog.yaml"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(waitUntil("/health", body -> body.contains("\"catalog.yaml\""), SOON))
                .doesNotContain("sesame");

        Files.move(folder.resolve("catalog"), folder.resolve("gone"));
        assertThat(waitUntil("/health", body -> !body.contains("\"catalog.yaml\""), SOON))
                .contains("REFUSED")
                .doesNotContain(folder.toString());
    }

    @Test
    void a_folder_that_goes_away_keeps_the_last_good_catalog() throws Exception {
        Files.move(folder.resolve("catalog"), folder.resolve("gone"));

        waitUntil("/health", body -> body.contains("REFUSED"), SOON);
        assertThat(server.get("/").statusCode()).isEqualTo(200);

        Files.move(folder.resolve("gone"), folder.resolve("catalog"));

        waitUntil("/health", body -> body.contains("\"OK\""), SOON);
    }

    @Test
    void a_file_that_is_still_being_written_is_not_taken() throws Exception {
        Path file = folder.resolve("catalog/corrections.yaml");
        byte[] whole = Files.readString(file)
                .replaceFirst("(?s)\\z", "\n# written last\n")
                .getBytes(StandardCharsets.UTF_8);
        String before = text(server.get("/catalog.json"));
        // For longer than a file must stay the same to be taken, in pieces that follow each other sooner on a busy
        // machine, too.
        Instant last = Instant.now();
        for (int i = 0; i < 40; i++) {
            Instant writing = Instant.now();
            Files.write(file, Arrays.copyOf(whole, whole.length * i / 40));
            Thread.sleep(50);
            String seen = text(server.get("/catalog.json"));
            String health = text(server.get("/health"));
            // A file that a stalled machine leaves half for a second is taken for whole.
            assumeThat(last).isAfter(Instant.now().minusMillis(900));
            last = writing;
            assertThat(seen).isEqualTo(before);
            assertThat(health).contains("\"status\":\"OK\"");
        }
        Files.write(file, whole);
        waitUntil("/catalog.json", body -> !body.equals(before), SOON);
        assertThat(text(server.get("/health"))).contains("\"status\":\"OK\"");
    }

    private void edit(String file, String pattern, String replacement) throws Exception {
        Path path = folder.resolve("catalog").resolve(file);
        String before = Files.readString(path);
        String after = before.replaceFirst(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    private String waitUntil(String path, Predicate<String> wanted, Duration atMost) throws Exception {
        Instant end = Instant.now().plus(atMost);
        String body = text(server.get(path));
        while (!wanted.test(body)) {
            assertThat(Instant.now()).as("%s within %s: %s", path, atMost, body).isBefore(end);
            Thread.sleep(50);
            body = text(server.get(path));
        }
        return body;
    }
}
