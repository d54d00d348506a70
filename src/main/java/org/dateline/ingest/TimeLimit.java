package org.dateline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends work on a file that is not trusted: what takes too long, too much memory or nests too deep is refused in one line. */
final class TimeLimit {

    /** How long work that has taken all memory may take to fail of it. */
    private static final int LAST_MILLIS = 10_000;

    private TimeLimit() {}

    /**
     * Does work on a thread of its own, which is interrupted and left alone when its time is over.
     *
     * @param file for messages
     * @throws IOException that of the work, or one that says what stopped it
     */
    static <T> T within(int seconds, Path file, Callable<T> work) throws IOException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().daemon().name("ingest").start(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return answer(seconds, file, worker, result);
        } catch (OutOfMemoryError _) {
            // The work has taken what this thread needs, too. Once it fails for the same reason, there is room for a
            // sentence.
            end(worker);
            throw outOfMemory(file);
        }
    }

    private static void end(Thread worker) {
        try {
            worker.join(LAST_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException outOfMemory(Path file) {
        return FileText.refused(file, "which takes too much memory to read", "a report");
    }

    private static <T> T answer(int seconds, Path file, Thread worker, CompletableFuture<T> result) throws IOException {
        try {
            return result.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            worker.interrupt();
            throw FileText.refused(file, "which took more than " + seconds + " seconds to read", "a report");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case IOException known -> known;
                case OutOfMemoryError _ -> outOfMemory(file);
                case StackOverflowError _ -> FileText.refused(file, "which is nested too deep", "a report");
                default ->
                    new IOException(
                            "got " + file + ", which cannot be read ("
                                    + e.getCause().getClass().getSimpleName() + "), expected a report",
                            e.getCause());
            };
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + file, e);
        }
    }
}
