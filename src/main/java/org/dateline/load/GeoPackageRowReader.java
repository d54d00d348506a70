package org.dateline.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dateline.features.Property.Type;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Reads one feature table of a GeoPackage (OGC 12-128r17) with SQLite. */
final class GeoPackageRowReader implements RowReader {

    /** Size of the envelope in bytes by its code in the flags (clause 2.1.3). */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    /** The longest wait for the next row: a view may compute for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** After how many steps of SQLite the time is checked; a fraction of a millisecond. */
    private static final int STEPS = 10_000;

    private final Duration longestWait;
    private final Connection database;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final ResultSet rows;
    private final long count;
    private int system;
    private long number;
    /** The time in nanoseconds at which waiting ends. */
    private long deadline;

    GeoPackageRowReader(Path file, @Nullable String layer) throws IOException {
        this(file, layer, LONGEST_WAIT);
    }

    /** @param longestWait the longest wait for the next row */
    GeoPackageRowReader(Path file, @Nullable String layer, Duration longestWait) throws IOException {
        this.longestWait = longestWait;
        if (!Files.isReadable(file)) {
            throw new LoadException("got " + file + ", expected a file that can be read");
        }
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LARGEST_ROW));
            database = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
            limit();
            ProgressHandler.setHandler(database, STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return System.nanoTime() - deadline > 0 ? 1 : 0;
                }
            });
            String table = layer(file, layer);
            String shape = geometryColumn(file, table);
            try (Statement statement = database.createStatement();
                    ResultSet found = statement.executeQuery("PRAGMA table_info(" + quoted(table) + ")")) {
                while (found.next()) {
                    if (isBinary(found.getString("type"))) {
                        notes.add(RowReader.bytes(found.getString("name")));
                    } else if (!found.getString("name").equalsIgnoreCase(shape)) {
                        columns.add(new Column(
                                found.getString("name"), type(found.getString("type")), found.getInt("pk") > 0));
                    }
                }
            }
            try (Statement statement = database.createStatement();
                    ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
                count = counted.getLong(1);
            }
            StringBuilder select = new StringBuilder("SELECT " + quoted(shape));
            columns.forEach(column -> select.append(", ").append(quoted(column.name())));
            rows = database.createStatement()
                    .executeQuery(select.append(" FROM ")
                            .append(quoted(table))
                            .append(" ORDER BY rowid")
                            .toString());
        } catch (SQLException e) {
            if (isTooSlow(e)) {
                throw tooSlow(file + ": ");
            }
            throw new LoadException(file + ": got a file that is not a GeoPackage (" + said(e) + "), expected one");
        }
    }

    private void limit() {
        deadline = System.nanoTime() + longestWait.toNanos();
    }

    private static boolean isTooSlow(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code;
    }

    private LoadException tooSlow(String where) {
        return new LoadException(where + "got no row for " + longestWait.toSeconds()
                + " s, expected a table, or a view that is quick and ends");
    }

    private String layer(Path file, @Nullable String wanted) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        if (tables.isEmpty()) {
            throw new LoadException(file + ": got a GeoPackage without a layer of features, expected one");
        }
        if (wanted != null && tables.contains(wanted) || wanted == null && tables.size() == 1) {
            return wanted == null ? tables.getFirst() : wanted;
        }
        throw new LoadException(file + ": got " + (wanted == null ? "no --layer" : "--layer " + wanted)
                + ", expected --layer with one of " + String.join(", ", tables));
    }

    private String geometryColumn(Path file, String table) throws SQLException {
        try (var statement = database.prepareStatement(
                "SELECT g.column_name, g.srs_id, s.organization, s.organization_coordsys_id, s.definition"
                        + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s USING (srs_id)"
                        + " WHERE g.table_name = ?")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new LoadException(file + ": got the layer " + table + " without a geometry column");
                }
                boolean degrees = "EPSG".equalsIgnoreCase(found.getString(3)) && found.getInt(4) == 4326
                        || "OGC".equalsIgnoreCase(found.getString(3)) && "CRS84".equals(found.getString(4))
                        // GDAL writes OGC:CRS84 with a number of its own.
                        || "NONE".equalsIgnoreCase(found.getString(3))
                                && SystemDefinition.isDegrees(String.valueOf(found.getString(5)));
                if (!degrees) {
                    throw RowReader.otherSystem(file, found.getString(3) + ":" + found.getString(4));
                }
                system = found.getInt(2);
                return found.getString(1);
            }
        }
    }

    private static boolean isBinary(String declared) {
        return declared.toUpperCase(Locale.ROOT).startsWith("BLOB");
    }

    private static String said(SQLException e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^\\[[A-Z_]+\\] ", "")
                .lines()
                .findFirst()
                .orElse("unreadable");
    }

    private static Type type(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        return switch (type.replaceFirst("\\(.*", "")) {
            case "BOOLEAN" -> Type.BOOLEAN;
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER" -> Type.INTEGER;
            case "FLOAT", "DOUBLE", "REAL" -> Type.NUMBER;
            case "DATE" -> Type.DATE;
            case "DATETIME" -> Type.DATE_TIME;
            default -> Type.STRING;
        };
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public @Nullable Row next() {
        try {
            limit();
            if (!rows.next()) {
                return null;
            }
            number++;
            @Nullable Object[] values = new Object[columns.size()];
            @Nullable String fault = null;
            for (int i = 0; i < values.length; i++) {
                Object value = rows.getObject(i + 2);
                values[i] = value instanceof byte[] || "".equals(value)
                        ? null
                        : columns.get(i).type() == Type.BOOLEAN ? flag(value) : value;
                if (value instanceof byte[]) {
                    fault = columns.get(i).name() + ": got bytes, expected a value of the column's type";
                }
            }
            byte[] blob = rows.getBytes(1);
            try {
                return new Row(number, values, blob == null ? null : geometry(blob), fault);
            } catch (BadRowException e) {
                return new Row(number, values, null, e.getMessage());
            }
        } catch (SQLException e) {
            if (isTooSlow(e)) {
                throw tooSlow("row " + (number + 1) + ": ");
            }
            throw new LoadException("row " + number + ": got a value that SQLite cannot read (" + said(e)
                    + "), expected a complete GeoPackage");
        }
    }

    /** SQLite has no type for flags: 0 and 1 are meant. Any other number is what it is, such as a code for unknown. */
    private static @Nullable Object flag(@Nullable Object value) {
        return value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)
                ? (Object) (number.doubleValue() == 1)
                : value;
    }

    /** Reads a GeoPackage blob: magic, version, flags, system, envelope, then WKB. */
    private @Nullable Geometry geometry(byte[] blob) {
        int flags = blob.length < 8 ? 0 : blob[3];
        int envelope = flags >> 1 & 7;
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P' || envelope >= ENVELOPES.length) {
            throw BadRowException.saying("geometry: got " + blob.length + " bytes, expected a GeoPackage geometry");
        }
        ByteOrder order = (flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int stated = ByteBuffer.wrap(blob).order(order).getInt(4);
        if (stated != system) {
            throw BadRowException.saying(
                    "geometry: got the reference system " + stated + ", expected the layer's, " + system);
        }
        if ((flags >> 4 & 1) == 1) {
            return null;
        }
        int start = 8 + ENVELOPES[envelope];
        return GeometryChecks.ofWkb(Arrays.copyOfRange(blob, Math.min(start, blob.length), blob.length));
    }

    @Override
    public double share() {
        return count == 0 ? 1 : (double) number / count;
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
