package org.dateline.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnexpectedHandlerTest {

    @Test
    void a_flood_of_failures_is_logged_once_and_shows_nothing_inside() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            UnexpectedHandler handler = new UnexpectedHandler();
            for (int i = 0; i < 1_000; i++) {
                assertThat(handler.handle(HttpRequest.GET("/a"), new IllegalStateException("secret"))
                                .code())
                        .isEqualTo(500);
            }
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("/a could not be answered")))
                .hasSize(1);
        assertThat(log.size()).isLessThan(10_000);
    }
}
