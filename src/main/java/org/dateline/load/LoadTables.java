package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.StatementRunner;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Creates, fills and drops the tables of loads. The collection's id is a table's comment, which identifies the tables
 * of earlier loads: the previous one stays, because someone may still read it, and older ones are dropped.
 */
final class LoadTables {

    /** SQLSTATE: a lock was not available in time. */
    private static final String LOCKED = "55P03";

    private LoadTables() {}

    static void create(Connection connection, String collection, ItemsTable table) throws SQLException {
        List<String> columns = new ArrayList<>(List.of("seq bigint not null", "id text collate \"C\" not null"));
        columns.addAll(table.columns());
        columns.addAll(List.of("geometry geometry(Geometry, 4326)", "quad bigint", "size real"));
        StatementRunner.run(
                connection,
                "create table " + table.name() + " (" + String.join(", ", columns) + ")",
                "comment on table " + table.name() + " is '" + collection + "'");
    }

    static void copy(Connection connection, ItemsTable table, byte[] rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table.name() + " from stdin (format binary)");
        try {
            copy.writeToCopy(rows, 0, rows.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    static void drop(Connection connection, long version) throws SQLException {
        StatementRunner.run(connection, "drop table if exists items_" + version + ", cells_" + version);
    }

    /** Drops all but the newest tables of a collection; one that is still read stays until the next time. */
    static void dropOld(Connection connection, String collection, int keep) throws SQLException {
        List<Long> versions = versions(connection, collection);
        StatementRunner.run(connection, "set lock_timeout = '6s'");
        for (long version : versions.subList(Math.min(keep, versions.size()), versions.size())) {
            try {
                drop(connection, version);
            } catch (SQLException e) {
                if (!LOCKED.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /** The versions of a collection's tables, the newest first. */
    private static List<Long> versions(Connection connection, String collection) throws SQLException {
        return StatementRunner.all(
                connection,
                row -> row.getLong(1),
                "select substr(relname, 7)::bigint as version from pg_class"
                        + " where relnamespace = ?::regnamespace and relkind = 'r' and relname ~ '^items_[0-9]+$'"
                        + " and obj_description(oid, 'pg_class') = ? order by version desc",
                Database.SCHEMA,
                collection);
    }
}
