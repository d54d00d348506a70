package org.dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program itself, ended without a warning while it writes. */
class DeskKillTest {

    private static final String REPORT = "reports/hill-wire.yaml";

    @TempDir
    Path temporary;

    private record Running(Process process, DeskClient client) {}

    private Running start(Path root) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.dateline.cli.Dateline",
                        "desk",
                        "--geodata",
                        root.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            int link = line.indexOf("http://");
            if (link >= 0) {
                return new Running(process, new DeskClient(URI.create(line.substring(link))));
            }
        }
        throw new AssertionError("no desk: " + said);
    }

    /** Sets the report's address to a number; whether that was confirmed. */
    private static boolean change(Running desk, int number) {
        String request = """
                {"id": "%1$d", "report": "hill-wire", "op": "set", "target": "report", "field": "url",
                "value": "https://example.org/%1$d"}
                """.formatted(number);
        try {
            return desk.client.ask("/api/ops", request).status() == 200;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    @Test
    void kill_9_at_any_moment_loses_no_confirmed_answer() throws Exception {
        Path root = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), temporary.resolve("riada"));
        String before = Files.readString(root.resolve(REPORT));
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger confirmed = new AtomicInteger();
        for (int round = 0; round < 2; round++) {
            Running desk = start(root);
            Thread editor = Thread.ofPlatform().start(() -> {
                while (change(desk, asked.incrementAndGet())) {
                    confirmed.set(asked.get());
                }
            });
            int enough = confirmed.get() + 8 + 5 * round;
            while (confirmed.get() < enough && editor.isAlive()) {
                Thread.onSpinWait();
            }
            desk.process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            editor.join();
            assertThat(confirmed.get()).isGreaterThanOrEqualTo(enough);
            String content = Files.readString(root.resolve(REPORT));
            assertThat(content).isIn(with(before, confirmed.get()), with(before, confirmed.get() + 1));
        }
        try (Desk desk = new Desk(root, root.resolve(Desk.STATE))) {
            assertThat(desk.unfinished()).isEmpty();
            CatalogLoader.load(root);
            for (int i = 0;
                    i <= asked.get()
                            && !desk.overview().path("history").path("undo").isNull();
                    i++) {
                desk.turn(JsonMapper.shared().createObjectNode().put("id", "undo" + i), true);
            }
            assertThat(Files.readString(root.resolve(REPORT))).isEqualTo(before);
        }
    }

    private static String with(String before, int number) {
        return before.replace("url: null", "url: \"https://example.org/" + number + "\"");
    }
}
