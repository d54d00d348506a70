package org.dateline.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.dateline.Waiting;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private int count;

    private void task() throws Exception {
        runs.put(++count);
        Throwable now = failure.get();
        if (now instanceof Error error) {
            throw error;
        }
        if (now instanceof Exception exception) {
            throw exception;
        }
    }

    private void nextRuns(int wanted) throws InterruptedException {
        for (int i = 0; i < wanted; i++) {
            assertThat(runs.poll(10, TimeUnit.SECONDS)).as("a repetition").isNotNull();
        }
    }

    @Test
    void goes_on_after_whatever_its_task_throws_and_says_since_when_it_fails() throws Exception {
        try (Watch watch = new Watch("test", Duration.ofMillis(1), this::task)) {
            watch.start();
            nextRuns(2);
            assertThat(watch.failingSince()).isNull();
            for (Throwable thrown : List.of(
                    new IllegalStateException("a runtime exception"),
                    new OutOfMemoryError("Java heap space"),
                    new StackOverflowError(),
                    new NoClassDefFoundError("X"))) {
                failure.set(thrown);
                runs.clear();
                nextRuns(3);
                assertThat(watch.failingSince()).isNotNull();
            }
            failure.set(null);
            runs.clear();
            nextRuns(3);
            assertThat(watch.failingSince()).isNull();
        }
    }

    @Test
    void ends_when_it_is_closed() throws Exception {
        Watch watch = new Watch("test", Duration.ofMillis(1), this::task);
        watch.start();
        nextRuns(1);
        watch.close();
        // One run may be under way.
        Waiting.until(() -> {
            runs.clear();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            return runs.isEmpty();
        });
        assertThat(runs).isEmpty();
    }
}
