package org.dateline.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.Registry;

/** What a load and an operator need of the database beside a load itself. */
public final class CollectionAdmin {

    private CollectionAdmin() {}

    /**
     * A connection to the primary, with all shared tables in their present form; the caller closes it.
     *
     * @throws LoadException where the database has no PostGIS
     */
    public static Connection open(Database database) throws SQLException {
        Connection connection = database.primary();
        try {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select from pg_extension where extname = 'postgis'")) {
                if (!rows.next()) {
                    throw new LoadException("got " + database.address()
                            + " without PostGIS, expected it there: create extension postgis");
                }
            }
            database.migrate();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Makes sure that nobody else loads or unloads this collection, until the connection is closed.
     *
     * @throws LoadException where somebody does
     */
    static void lock(Connection connection, String collection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_try_advisory_lock(hashtextextended('dateline load ' || ?, 0))")) {
            lock.setString(1, collection);
            try (ResultSet rows = lock.executeQuery()) {
                rows.next();
                if (!rows.getBoolean(1)) {
                    throw new LoadException("got a load of " + collection + " that is under way, expected none");
                }
            }
        }
    }

    /** Takes a collection, and what is left of an interrupted load of it, out of the database. Says whether it was there. */
    public static boolean unload(Database database, String collection) throws Exception {
        LoadRequest.requireId(collection);
        try (Connection connection = open(database)) {
            lock(connection, collection);
            boolean[] removed = new boolean[1];
            StatementRunner.transaction(connection, () -> {
                removed[0] = Registry.remove(connection, collection);
                var interrupted = LoadState.find(connection, collection);
                if (interrupted.isPresent()) {
                    interrupted.get().end(connection);
                }
            });
            LoadTables.dropOld(connection, collection, 0);
            return removed[0];
        }
    }
}
