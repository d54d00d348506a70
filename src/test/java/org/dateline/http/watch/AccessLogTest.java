package org.dateline.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.dateline.http.wire.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    @TempDir
    Path folder;

    private static Exchange exchange(String target, @Nullable String userAgent) {
        return new Exchange(
                "4f1d",
                Instant.parse("2026-11-29T12:34:56.789Z"),
                "192.0.2.7",
                "GET",
                target,
                target,
                "HTTP/1.1",
                200,
                1234,
                56_700_000,
                null,
                userAgent);
    }

    @Test
    void a_combined_line_is_what_apache_writes_with_id_and_seconds() {
        assertThat(AccessLog.combined(exchange("/places/sibi/", "Mozilla/5.0")))
                .matches(
                        "192\\.0\\.2\\.7 - - \\[29/Nov/2026:\\d\\d:34:56 [+-]\\d{4}] \"GET /places/sibi/ HTTP/1\\.1\" 200 "
                                + "1234 \"-\" \"Mozilla/5\\.0\" 4f1d 0\\.057\\n");
    }

    @Test
    void a_json_line_is_an_object() {
        assertThat(AccessLog.json(exchange("/places/sibi/", null)))
                .isEqualTo("{\"time\":\"2026-11-29T12:34:56.789Z\",\"id\":\"4f1d\",\"address\":\"192.0.2.7\","
                        + "\"method\":\"GET\",\"target\":\"/places/sibi/\",\"route\":\"/places\",\"status\":200,"
                        + "\"bytes\":1234,\"milliseconds\":56.7}\n");
    }

    @Test
    void nothing_that_a_client_sends_begins_a_line_or_ends_a_field() {
        Exchange forged = exchange("/\"\\", "x\" 200\n192.0.2.1 - - \u001b[2J سبی");

        assertThat(AccessLog.combined(forged).strip())
                .doesNotContain("\n", "\u001b")
                .contains("\"GET /\\\"\\\\ HTTP/1.1\"", "\"x\\\" 200\\x0a192.0.2.1 - - \\x1b[2J \\x");
        assertThat(AccessLog.json(forged).strip()).doesNotContain("\n", "\u001b");
        assertThat(AccessLog.json(exchange("/" + "a".repeat(30_000), null))).hasSizeLessThan(3_000);
    }

    @Test
    void a_file_that_was_moved_away_is_opened_anew() throws Exception {
        Path file = folder.resolve("access.log");
        Files.writeString(file, "before\n");
        try (AccessLog log = new AccessLog(file, AccessLog.Form.JSON)) {
            log.answered(exchange("/first", null));
            while (!Files.readString(file).contains("/first")) {
                Thread.sleep(5);
            }
            Files.move(file, folder.resolve("access.log.1"));
            log.reopen();
            log.answered(exchange("/second", null));
        }
        assertThat(folder.resolve("access.log.1"))
                .content()
                .startsWith("before\n")
                .contains("/first");
        assertThat(file).content().contains("/second").doesNotContain("/first");
    }
}
