package org.dateline.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Settling settling = new Settling();

    @Test
    void a_state_is_settled_that_was_the_same_a_second_ago() {
        assertThat(settling.isSettled(System.nanoTime(), "new", "old")).isFalse();
        assertThat(settling.isSettled(System.nanoTime() + SECOND / 2, "new", "old"))
                .isFalse();
        assertThat(settling.isSettled(System.nanoTime() + 2 * SECOND, "new", "old"))
                .isTrue();
    }

    @Test
    void a_state_that_took_a_second_to_read_may_have_changed_meanwhile() throws InterruptedException {
        assertThat(settling.isSettled(System.nanoTime(), "half", "old")).isFalse();
        long asked = System.nanoTime();
        Thread.sleep(1_050);
        assertThat(settling.isSettled(asked, "half", "old")).isFalse();
        assertThat(settling.isChanging()).isTrue();
    }
}
