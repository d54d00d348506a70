package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.StatementRunner;

/** Runs part of a load on its own connection, so that the database works on two parts at a time. */
final class ConcurrentTask<T> implements AutoCloseable {

    interface Part<T> {
        T on(Connection connection) throws Exception;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<T> result;

    ConcurrentTask(Database database, Part<T> part) {
        result = thread.submit(() -> {
            try (Connection connection = database.primary()) {
                prepare(connection);
                return part.on(connection);
            }
        });
    }

    /**
     * Prepares a connection for loading: memory for sorting, and no wait for the disk at each chunk. A crash then loses
     * the last chunks together with the count of them; publishing does wait for the disk.
     */
    static void prepare(Connection connection) throws SQLException {
        StatementRunner.run(
                connection,
                "set synchronous_commit = off",
                "set maintenance_work_mem = '256MB'",
                "set work_mem = '128MB'",
                "set client_min_messages = warning");
    }

    /** Waits for the result. */
    T get() throws Exception {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Waits for the task as well, because half its result is useless. */
    @Override
    public void close() {
        thread.close();
    }
}
