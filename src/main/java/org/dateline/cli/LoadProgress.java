package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.dateline.load.LoadListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of a load on standard error: a bar on a terminal, otherwise a line every ten seconds. If the
 * program is stopped, it says how to continue.
 */
final class LoadProgress implements LoadListener, AutoCloseable {

    /** The interval between two lines, in nanoseconds. */
    private static final long INTERVAL = 10_000_000_000L;

    private static final long MEGABYTE = 1_000_000;

    private final long size;
    private final @Nullable ProgressBar bar;
    private final Thread shutdownHook = new Thread(this::interrupted, "load-stopped");
    private final long start = System.nanoTime();
    private long lastLine = start;
    private volatile long rows;
    private long resumedAt = -1;
    private boolean closed;

    private LoadProgress(long size, boolean terminal) {
        this.size = size;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName("load")
                        .setInitialMax(Math.max(1, size))
                        .setUnit(" MB", MEGABYTE)
                        .showSpeed()
                        .build()
                : null;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    static LoadProgress of(Path file) throws IOException {
        var console = System.console();
        return new LoadProgress(
                Files.isRegularFile(file) ? Files.size(file) : 0, console != null && console.isTerminal());
    }

    @Override
    public void kept(long newRows, long rejected, double share) {
        rows = newRows;
        long now = System.nanoTime();
        if (bar != null) {
            bar.stepTo(Math.round(share * size));
            bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows, %,d rejected", newRows, rejected));
        } else if (now - lastLine > INTERVAL) {
            lastLine = now;
            System.err.printf(
                    Locale.ROOT,
                    "%,d rows (%.0f %%), %,d rejected; %,.0f rows/s%n",
                    newRows,
                    share * 100,
                    rejected,
                    (newRows - Math.max(0, resumedAt)) / ((now - start) / 1e9));
        }
        resumedAt = resumedAt < 0 ? newRows : resumedAt;
    }

    @Override
    public void step(String what) {
        if (bar != null) {
            bar.stepTo(Math.max(1, size));
            bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows; %s", rows, what));
        } else if (System.nanoTime() - lastLine > INTERVAL) {
            lastLine = System.nanoTime();
            System.err.printf(Locale.ROOT, "%,d rows; %s%n", rows, what);
        }
    }

    private void interrupted() {
        System.err.printf(
                Locale.ROOT,
                "%nStopped after %,d rows; they are kept, and nothing is published. Run the same command to continue, or add "
                        + "--restart to start again.%n",
                rows);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (bar != null) {
                bar.close();
            }
            try {
                Runtime.getRuntime().removeShutdownHook(shutdownHook);
            } catch (IllegalStateException e) {
                // The program is being stopped: the hook has run or is running.
            }
        }
    }
}
