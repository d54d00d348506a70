package org.dateline.http.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a task on its own thread until it is closed, whatever the task throws. A failure is logged once, not at each
 * repetition, and ends with the first success.
 */
final class Watch implements AutoCloseable {

    /** A task; the thread is interrupted when the watch is closed. */
    interface Task {
        void run() throws Exception;
    }

    private final String name;
    private final Duration pause;
    private final Task task;
    private final Thread thread;
    private volatile @Nullable Instant failingSince;

    /** @param pause the time before each repetition */
    Watch(String name, Duration pause, Task task) {
        this.name = name;
        this.pause = pause;
        this.task = task;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::repeat);
    }

    void start() {
        thread.start();
    }

    /** The time of the first failure since the task last succeeded; null after a success. */
    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    private void repeat() {
        while (!thread.isInterrupted()) {
            try {
                Thread.sleep(pause);
                task.run();
                succeeded();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Catch errors too: if a lack of memory does not end the program, it is temporary.
                failed(e);
            }
        }
    }

    private void succeeded() {
        if (failingSince != null) {
            failingSince = null;
            log().info("{} works again", name);
        }
    }

    private void failed(Throwable failure) {
        if (failingSince == null) {
            failingSince = Instant.now();
            try {
                log().error("{} failed and is tried again", name, failure);
            } catch (Throwable e) {
                // Even logging failed; the server's state shows the failure.
            }
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Watch.class);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
