package org.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Path FILE = Path.of("flood.txt");

    @Test
    void work_without_end_is_interrupted_and_refused_in_one_line() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> TimeLimit.within(1, FILE, () -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("got flood.txt, which took more than 1 seconds to read, expected a report");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_nests_too_deep_or_fails_is_refused_in_one_line() throws Exception {
        assertThat(TimeLimit.within(60, FILE, () -> "read")).isEqualTo("read");
        assertThatThrownBy(() -> TimeLimit.within(60, FILE, () -> {
                    throw new StackOverflowError();
                }))
                .hasMessage("got flood.txt, which is nested too deep, expected a report");
        assertThatThrownBy(() -> TimeLimit.within(60, FILE, () -> {
                    throw new IllegalStateException("x");
                }))
                .hasMessageStartingWith("got flood.txt, which cannot be read (IllegalStateException)");
    }
}
