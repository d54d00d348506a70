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
 * Says on standard error how far a load is: a bar on a terminal, else a line every ten seconds. If the program is stopped
 * in between, it says how to go on.
 */
final class LoadProgress implements LoadListener, AutoCloseable {

    /** In nanoseconds, between two lines. */
    private static final long SAY_EVERY = 10_000_000_000L;

    private static final long MEGABYTE = 1_000_000;

    private final long size;
    private final @Nullable ProgressBar bar;
    private final Thread stopped = new Thread(this::interrupted, "load-stopped");
    private final long start = System.nanoTime();
    private long said = start;
    private volatile long rows;
    private long firstRows = -1;
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
        Runtime.getRuntime().addShutdownHook(stopped);
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
        } else if (now - said > SAY_EVERY) {
            said = now;
            System.err.printf(
                    Locale.ROOT,
                    "%,d rows (%.0f %%), %,d rejected; %,.0f rows/s%n",
                    newRows,
                    share * 100,
                    rejected,
                    (newRows - Math.max(0, firstRows)) / ((now - start) / 1e9));
        }
        firstRows = firstRows < 0 ? newRows : firstRows;
    }

    @Override
    public void step(String what) {
        if (bar != null) {
            bar.stepTo(Math.max(1, size));
            bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows; %s", rows, what));
        } else if (System.nanoTime() - said > SAY_EVERY) {
            said = System.nanoTime();
            System.err.printf(Locale.ROOT, "%,d rows; %s%n", rows, what);
        }
    }

    private void interrupted() {
        System.err.printf(
                Locale.ROOT,
                "%nStopped; %,d rows are kept and nothing is published. The same command goes on from there, with --restart "
                        + "it begins anew.%n",
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
                Runtime.getRuntime().removeShutdownHook(stopped);
            } catch (IllegalStateException e) {
                // The program is being stopped, and says so.
            }
        }
    }
}
