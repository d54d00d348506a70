package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.StoreUnavailableException;

/**
 * Files in the database that stay as they were when the first server stored them. Servers with folders of their own
 * share them. Each of many stories has files of its own. Every method throws a {@link StoreUnavailableException} if the database does not answer.
 */
public final class FrozenFiles {

    /** SQLSTATE of a table that does not exist: an earlier version of the program made the database. */
    private static final String NO_TABLE = "42P01";

    private final Database database;
    private final String folder;
    private final boolean stores;

    /** Those of a single catalog, or of the list of stories. */
    public FrozenFiles(Database database) {
        this(database, "", true);
    }

    private FrozenFiles(Database database, String folder, boolean stores) {
        this.database = database;
        this.folder = folder;
        this.stores = stores;
    }

    /** Those of a story. */
    public FrozenFiles of(String story) {
        return new FrozenFiles(database, story + "/", stores);
    }

    /** The same, to which nothing is added. */
    public FrozenFiles unchanged() {
        return new FrozenFiles(database, folder, false);
    }

    /** Whether new files are stored. */
    public boolean stores() {
        return stores;
    }

    /** The paths of its own files. */
    public List<String> paths() {
        return pathsByStory().getOrDefault(folder.replace("/", ""), List.of());
    }

    /** The paths of all files in the database, by story; the empty name has those of no story. */
    public Map<String, List<String>> pathsByStory() {
        Map<String, List<String>> paths = new HashMap<>();
        reading(read -> StatementRunner.all(read, row -> row.getString(1), "select path from frozen"))
                .orElse(List.of())
                .forEach(path -> {
                    // {story}/{hash}/{file}, without a story {hash}/{file}
                    int end = path.indexOf('/') == path.lastIndexOf('/') ? -1 : path.indexOf('/');
                    paths.computeIfAbsent(path.substring(0, Math.max(0, end)), _ -> new ArrayList<>())
                            .add(path.substring(end + 1));
                });
        return paths;
    }

    /** The content of a file; empty if there is none. */
    public Optional<byte[]> find(String path) {
        return reading(read -> StatementRunner.first(
                        read, row -> row.getBytes(1), "select content from frozen where path = ?", folder + path))
                .flatMap(found -> found);
    }

    /**
     * Stores a file, unless there is one with its path, or nothing is added.
     *
     * @return the content that counts: that of the server that was first
     * @throws StoreUnavailableException if the database does not answer or takes no writes
     */
    public byte[] keep(String path, byte[] content) {
        if (!stores) {
            return find(path).orElse(content);
        }
        try {
            try (Connection primary = database.primary()) {
                return keep(primary, folder + path, content);
            } catch (SQLException e) {
                if (!NO_TABLE.equals(e.getSQLState())) {
                    throw e;
                }
            }
            database.migrate();
            try (Connection primary = database.primary()) {
                return keep(primary, folder + path, content);
            }
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    private static byte[] keep(Connection primary, String path, byte[] content) throws SQLException {
        StatementRunner.update(
                primary,
                "insert into frozen (path, content) values (?, ?) on conflict (path) do nothing",
                path,
                content);
        return StatementRunner.first(primary, row -> row.getBytes(1), "select content from frozen where path = ?", path)
                .orElseThrow(() -> new SQLException("the file " + path + " was removed while it was stored"));
    }

    private interface Reading<T> {
        T from(Connection read) throws SQLException;
    }

    /** Empty if the database is of a version without such files. */
    private <T> Optional<T> reading(Reading<T> reading) {
        try (Connection read = database.read()) {
            return Optional.of(reading.from(read));
        } catch (SQLException e) {
            if (NO_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw unanswered(e);
        }
    }

    private static StoreUnavailableException unanswered(SQLException e) {
        return new StoreUnavailableException("the database of frozen embeds does not answer; try again in a moment", e);
    }
}
