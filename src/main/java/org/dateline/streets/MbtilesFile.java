package org.dateline.streets;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;

/** An MBTiles archive, version 1.3: a SQLite database with the tables {@code metadata} and {@code tiles}. Only read. */
final class MbtilesFile implements TileFile {

    private static final Cleaner CLEANER = Cleaner.create();

    /**
     * The longest that a query may take, in nanoseconds: a table can be a view that never ends. JDBC's own timeout is only
     * about locks.
     */
    private static final long LONGEST_QUERY = 2_000_000_000L;

    /** How many steps of SQLite's machine there are between two looks at the clock. */
    private static final int STEPS = 20_000;

    /** The longest value of the metadata that is read, in characters. */
    private static final int LONGEST = 4 << 20;

    /** What is read of the metadata: others may write as much beside it as they like. */
    private static final Set<String> READ = Set.of("attribution", "bounds", "format", "json", "maxzoom", "minzoom");

    /** Formats of tiles that are pictures; what vector tiles are called differs. */
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp");

    private static final String AT = " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?";
    private static final String TILE = "SELECT tile_data, length(tile_data) FROM tiles" + AT;
    private static final String SIZE = "SELECT length(tile_data) FROM tiles" + AT;

    private final Connection connection;
    private final Map<String, String> about;
    private final ArchiveMetadata metadata;
    private final Deadline deadline = new Deadline();

    /** Ends a query that takes too long. */
    private static final class Deadline extends ProgressHandler {

        private long end;

        void start() {
            end = System.nanoTime() + LONGEST_QUERY;
        }

        @Override
        protected int progress() {
            return System.nanoTime() - end > 0 ? 1 : 0;
        }
    }

    MbtilesFile(Path file) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            Connection opened = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            connection = opened;
            CLEANER.register(this, () -> close(opened));
            ProgressHandler.setHandler(opened, STEPS, deadline);
            about = read();
            metadata = metadata(about.getOrDefault("json", ""));
            requireTiles();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was only read.
        }
    }

    private Map<String, String> read() throws SQLException {
        Map<String, String> about = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT name, value FROM metadata WHERE lower(name) IN ("
                        + READ.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                        + ") AND length(value) <= " + LONGEST)) {
            deadline.start();
            ResultSet rows = query.executeQuery();
            while (rows.next() && about.size() < READ.size()) {
                about.putIfAbsent(
                        String.valueOf(rows.getString(1)).toLowerCase(Locale.ROOT), String.valueOf(rows.getString(2)));
            }
        }
        return about;
    }

    private static ArchiveMetadata metadata(String json) {
        try {
            return ArchiveMetadata.read(json);
        } catch (JacksonException e) {
            // Then the tiles themselves say which layers they have.
            return ArchiveMetadata.NONE;
        }
    }

    /** Tells at the start, and not of each tile, what no tile can be read from. */
    private void requireTiles() throws IOException, SQLException {
        String format = about.getOrDefault("format", "").toLowerCase(Locale.ROOT);
        if (PICTURES.contains(format)) {
            throw new IOException("got tiles of the format " + format + ", expected vector tiles (pbf)");
        }
        try (PreparedStatement query = connection.prepareStatement(TILE)) {
            query.clearParameters();
        }
    }

    @Override
    public Map<String, String> about() {
        return about;
    }

    @Override
    public List<String> layers() {
        return metadata.layers();
    }

    @Override
    public synchronized byte @Nullable [] tile(int zoom, int column, int row) throws IOException {
        try (PreparedStatement query = connection.prepareStatement(TILE)) {
            at(query, zoom, column, row);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                if (rows.getLong(2) > LARGEST_STORED) {
                    throw new IOException(
                            "got a tile of " + rows.getLong(2) + " bytes, expected at most " + LARGEST_STORED);
                }
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public synchronized long size(int zoom, int column, int row) throws IOException {
        try (PreparedStatement query = connection.prepareStatement(SIZE)) {
            at(query, zoom, column, row);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void at(PreparedStatement query, int zoom, int column, int row) throws SQLException {
        deadline.start();
        query.setInt(1, zoom);
        query.setInt(2, column);
        // MBTiles counts rows from the south.
        query.setInt(3, (1 << zoom) - 1 - row);
    }

    private static IOException unreadable(SQLException e) {
        return new IOException(
                "got a file that SQLite cannot read as MBTiles (" + e.getMessage()
                        + "), expected the tables metadata and tiles",
                e);
    }
}
