package org.dateline.load;

import java.sql.Connection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dateline.features.postgis.Database;

/** A part of a load on a connection of its own, while the other goes on: the database works on both at a time. */
final class ConcurrentTask<T> implements AutoCloseable {

    interface Part<T> {
        T on(Connection connection) throws Exception;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<T> result;

    ConcurrentTask(Database database, Part<T> part) {
        result = thread.submit(() -> {
            try (Connection connection = database.primary()) {
                StatementRunner.prepare(connection);
                return part.on(connection);
            }
        });
    }

    /** What the part came to, waited for. */
    T get() throws Exception {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Waits for the part, too: what it makes is of no use half made. */
    @Override
    public void close() {
        thread.close();
    }
}
