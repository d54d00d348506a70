package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogs of many stories in the database, each under its story's name. */
public final class PushedStories {

    /** SQLSTATE of a table that does not exist: an earlier version of the program made the database. */
    private static final String NO_TABLE = "42P01";

    /** How many catalogs of a story are kept to return to. */
    private static final int KEPT = 5;

    private PushedStories() {}

    /**
     * The last word on a story.
     *
     * @param version greater than that of anything pushed earlier
     * @param hash    of the catalog's content; empty if the story was removed
     */
    public record Latest(String name, long version, String hash) {

        /** Whether the story is gone. */
        public boolean isRemoved() {
            return hash.isEmpty();
        }
    }

    /** The last word on each story, sorted by name; empty in a database of a version without stories. */
    public static List<Latest> latest(Connection connection) throws SQLException {
        try {
            return StatementRunner.all(
                    connection,
                    row -> new Latest(row.getString(1), row.getLong(2), row.getString(3)),
                    "select distinct on (name) name, version, hash from story order by name, version desc");
        } catch (SQLException e) {
            if (NO_TABLE.equals(e.getSQLState())) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * The catalog of a version; empty if it has been replaced meanwhile.
     *
     * @param largest archive to read into memory, in bytes
     */
    public static Optional<PushedCatalog> find(Connection connection, long version, long largest) throws SQLException {
        return StatementRunner.first(
                connection,
                PushedCatalog::of,
                "select version, hash, octet_length(archive), case when octet_length(archive) <= ? then archive end"
                        + " from story where version = ? and archive is not null",
                largest,
                version);
    }

    /**
     * Makes the catalog of a story available to all servers.
     *
     * @param hash the hash of its content
     * @return its version
     */
    public static long push(Connection connection, String name, String hash, byte[] archive) throws Exception {
        return StatementRunner.transaction(connection, () -> add(connection, name, hash, archive));
    }

    /** Removes a story from all servers. */
    public static void remove(Connection connection, String name) throws Exception {
        StatementRunner.transaction(connection, () -> add(connection, name, "", null));
    }

    private static long add(Connection connection, String name, String hash, byte @Nullable [] archive)
            throws SQLException {
        long version = StatementRunner.first(
                        connection,
                        row -> row.getLong(1),
                        "insert into story (version, name, hash, archive) values (nextval('version'), ?, ?, ?)"
                                + " returning version",
                        name,
                        hash,
                        archive)
                .orElseThrow();
        StatementRunner.update(
                connection,
                "delete from story where name = ? and version not in"
                        + " (select version from story where name = ? order by version desc limit ?)",
                name,
                name,
                KEPT);
        Registry.tell(connection, "story " + name);
        return version;
    }
}
