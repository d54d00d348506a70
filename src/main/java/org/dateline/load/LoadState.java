package org.dateline.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The row of the table {@code load}: how far a load has come, kept in the transaction that keeps its records.
 *
 * @param version     of the table that it fills
 * @param fingerprint the same load or another
 * @param rowsRead    of the file, those that were turned away too
 * @param rejected    rows that were turned away
 */
record LoadState(String collection, long version, String fingerprint, long rowsRead, long rejected) {

    static Optional<LoadState> find(Connection connection, String collection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select version, fingerprint, rows_read, rejected from load where collection = ?")) {
            select.setString(1, collection);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new LoadState(
                                collection, rows.getLong(1), rows.getString(2), rows.getLong(3), rows.getLong(4)))
                        : Optional.empty();
            }
        }
    }

    /** A new one with a version of its own. */
    static LoadState begin(Connection connection, String collection, String fingerprint) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into load (collection, version, fingerprint, rows_read, rejected)"
                        + " values (?, nextval('version'), ?, 0, 0) returning version")) {
            insert.setString(1, collection);
            insert.setString(2, fingerprint);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return new LoadState(collection, rows.getLong(1), fingerprint, 0, 0);
            }
        }
    }

    /** The same further on, written down. */
    LoadState moved(Connection connection, long newRowsRead, long newRejected) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update load set rows_read = ?, rejected = ? where collection = ?")) {
            update.setLong(1, newRowsRead);
            update.setLong(2, newRejected);
            update.setString(3, collection);
            update.executeUpdate();
        }
        return new LoadState(collection, version, fingerprint, newRowsRead, newRejected);
    }

    void end(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from load where collection = ?")) {
            delete.setString(1, collection);
            delete.executeUpdate();
        }
    }
}
