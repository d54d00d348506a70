package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalog in the database, which any number of servers use.
 *
 * @param version greater than that of any earlier catalog
 * @param hash    of its content
 * @param bytes   the size of the archive
 * @param archive the archive of {@link org.dateline.catalog.CatalogArchive}; null if it is larger than its reader allows
 */
public record PushedCatalog(long version, String hash, long bytes, byte @Nullable [] archive) {

    /** How many are kept to return to. */
    private static final int KEPT = 5;

    /**
     * The latest catalog, if it is newer than a version.
     *
     * @param largest archive to read into memory, in bytes
     */
    public static Optional<PushedCatalog> newerThan(Connection connection, long version, long largest)
            throws SQLException {
        return StatementRunner.first(
                connection,
                PushedCatalog::of,
                "select version, hash, octet_length(archive), case when octet_length(archive) <= ? then archive end"
                        + " from catalog where version > ? order by version desc limit 1",
                largest,
                version);
    }

    /** Of a row with these columns. */
    static PushedCatalog of(ResultSet row) throws SQLException {
        return new PushedCatalog(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4));
    }

    /**
     * Makes a catalog available to all servers.
     *
     * @param hash the hash of its content
     * @return its version
     */
    public static long push(Connection connection, String hash, byte[] archive) throws Exception {
        return StatementRunner.transaction(connection, () -> {
            long version = StatementRunner.first(
                            connection,
                            row -> row.getLong(1),
                            "insert into catalog (version, hash, archive) values (nextval('version'), ?, ?)"
                                    + " returning version",
                            hash,
                            archive)
                    .orElseThrow();
            StatementRunner.update(
                    connection,
                    "delete from catalog where version not in"
                            + " (select version from catalog order by version desc limit ?)",
                    KEPT);
            Registry.tell(connection, "catalog");
            return version;
        });
    }
}
