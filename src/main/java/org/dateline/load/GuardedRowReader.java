package org.dateline.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Guards the reader of a file that may be broken anywhere: whatever a format's reader or library throws becomes one
 * line that names the file and, if known, the row.
 */
final class GuardedRowReader implements RowReader {

    /** Opens the reader of a format. */
    interface Opener {
        RowReader open() throws IOException;
    }

    private final Path file;
    private final RowReader reader;
    private long rows;

    /** @throws LoadException if it cannot be opened */
    GuardedRowReader(Path file, Opener opener) {
        this.file = file;
        try {
            this.reader = opener.open();
        } catch (LoadException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw said(file.toString(), e);
        }
    }

    @Override
    public List<Column> columns() {
        return reader.columns();
    }

    @Override
    public List<String> notes() {
        return reader.notes();
    }

    @Override
    public boolean hasGeometry() {
        return reader.hasGeometry();
    }

    @Override
    public @Nullable Row next() {
        rows++;
        try {
            return reader.next();
        } catch (LoadException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw said(file + ": row " + rows, e);
        }
    }

    private static LoadException said(String where, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RowTooLargeException) {
                return new LoadException(where + ": " + cause.getMessage());
            }
            if (cause instanceof EOFException) {
                return new LoadException(where + ": got the end of the file, expected more; is it complete?");
            }
        }
        return new LoadException(where + ": "
                + switch (failure) {
                    case OutOfMemoryError _ ->
                        "got a row that is too large for the memory, expected a smaller one, or more memory (-Xmx)";
                    case StackOverflowError _ -> "got values nested too deeply, expected at most a few hundred levels";
                    case ZipException _ ->
                        "got damaged gzip (" + failure.getMessage() + "), expected a file that gzip -t finds sound";
                    case IOException _ ->
                        "got an unreadable file (" + failure.getClass().getSimpleName() + "), expected a readable one";
                    default -> "got a file that is damaged or has another format, expected the format of its ending";
                });
    }

    @Override
    public double share() {
        return reader.share();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
