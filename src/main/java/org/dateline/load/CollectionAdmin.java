package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.Registry;
import org.dateline.features.postgis.StatementRunner;

/** Prepares the database for loads, locks collections and removes them. */
public final class CollectionAdmin {

    private CollectionAdmin() {}

    /**
     * A connection to the primary, with all shared tables up to date; the caller closes it.
     *
     * @throws LoadException if the database has no PostGIS
     */
    public static Connection open(Database database) throws SQLException {
        Connection connection = database.primary();
        try {
            if (StatementRunner.first(connection, _ -> true, "select from pg_extension where extname = 'postgis'")
                    .isEmpty()) {
                throw new LoadException(
                        "got " + database.address() + " without PostGIS, expected it there: create extension postgis");
            }
            database.migrate();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Locks a collection against other loads and unloads until the connection is closed.
     *
     * @throws LoadException if another connection has the lock
     */
    static void lock(Connection connection, String collection) throws SQLException {
        boolean locked = StatementRunner.first(
                        connection,
                        row -> row.getBoolean(1),
                        "select pg_try_advisory_lock(hashtextextended('dateline load ' || ?, 0))",
                        collection)
                .orElseThrow();
        if (!locked) {
            throw new LoadException("got a load of " + collection + " in progress, expected none");
        }
    }

    /** Removes a collection and the remains of an interrupted load of it. Returns whether it existed. */
    public static boolean unload(Database database, String collection) throws Exception {
        LoadRequest.requireId(collection);
        try (Connection connection = open(database)) {
            lock(connection, collection);
            boolean removed = StatementRunner.transaction(connection, () -> {
                boolean found = Registry.remove(connection, collection);
                var interrupted = LoadState.find(connection, collection);
                if (interrupted.isPresent()) {
                    interrupted.get().end(connection);
                }
                return found;
            });
            LoadTables.dropOld(connection, collection, 0);
            return removed;
        }
    }
}
