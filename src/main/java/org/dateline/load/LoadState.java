package org.dateline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.dateline.features.postgis.StatementRunner;

/**
 * A row of the table {@code load}: the progress of a load, stored in the same transaction as its records.
 *
 * @param version     the version of the table that it fills
 * @param fingerprint tells this load from others
 * @param rowsRead    rows read from the file, including rejected ones
 * @param rejected    rejected rows
 */
record LoadState(String collection, long version, String fingerprint, long rowsRead, long rejected) {

    static Optional<LoadState> find(Connection connection, String collection) throws SQLException {
        return StatementRunner.first(
                connection,
                row -> new LoadState(collection, row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
                "select version, fingerprint, rows_read, rejected from load where collection = ?",
                collection);
    }

    /** Starts a load with a version of its own. */
    static LoadState begin(Connection connection, String collection, String fingerprint) throws SQLException {
        return StatementRunner.first(
                        connection,
                        row -> new LoadState(collection, row.getLong(1), fingerprint, 0, 0),
                        "insert into load (collection, version, fingerprint, rows_read, rejected)"
                                + " values (?, nextval('version'), ?, 0, 0) returning version",
                        collection,
                        fingerprint)
                .orElseThrow();
    }

    /** Records progress and returns the new state. */
    LoadState moved(Connection connection, long newRowsRead, long newRejected) throws SQLException {
        StatementRunner.update(
                connection,
                "update load set rows_read = ?, rejected = ? where collection = ?",
                newRowsRead,
                newRejected,
                collection);
        return new LoadState(collection, version, fingerprint, newRowsRead, newRejected);
    }

    void end(Connection connection) throws SQLException {
        StatementRunner.update(connection, "delete from load where collection = ?", collection);
    }
}
