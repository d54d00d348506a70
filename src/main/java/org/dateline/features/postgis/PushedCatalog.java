package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The catalog in the database that any number of servers take theirs from.
 *
 * @param version greater than that of any catalog before it
 * @param archive of {@link org.dateline.catalog.CatalogArchive}
 */
public record PushedCatalog(long version, byte[] archive) {

    /** So many of them are kept, to go back to. */
    private static final int KEPT = 5;

    /** The last one, where it is newer than a version. */
    public static Optional<PushedCatalog> newerThan(Connection connection, long version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select version, archive from catalog where version > ? order by version desc limit 1")) {
            select.setLong(1, version);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new PushedCatalog(rows.getLong(1), rows.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    /**
     * Puts a catalog before all servers.
     *
     * @param hash of its content
     * @return its version
     */
    public static long push(Connection connection, String hash, byte[] archive) throws SQLException {
        connection.setAutoCommit(false);
        long version;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into catalog (version, hash, archive) values (nextval('version'), ?, ?) returning version")) {
            insert.setString(1, hash);
            insert.setBytes(2, archive);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                version = rows.getLong(1);
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from catalog where version not in"
                + " (select version from catalog order by version desc limit ?)")) {
            delete.setInt(1, KEPT);
            delete.executeUpdate();
        }
        Registry.tell(connection, "catalog");
        connection.commit();
        return version;
    }
}
