package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dateline.features.Property;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sqlite.SQLiteConnection;

/**
 * Writes a GeoPackage 1.3 (OGC 12-128r17) with one feature table, made by SQLite in memory. Its rows have their own
 * numbers, as the format requires; the identifier is a column.
 */
public final class GeoPackageWriter implements PageWriter {

    private static final List<String> TABLES = List.of(
            "PRAGMA application_id = 0x47504B47",
            "PRAGMA user_version = 10300",
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, "
                    + "organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, "
                    + "description TEXT)",
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, "
                    + "identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL "
                    + "DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
                    + "min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, "
                    + "CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
                    + "geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, "
                    + "CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), "
                    + "CONSTRAINT uk_gc_table_name UNIQUE (table_name), "
                    + "CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), "
                    + "CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))");

    /** A timestamp that always includes milliseconds (clause 1.1.3.1.1). */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public void write(FeaturePage page, OutputStream out) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            database.setAutoCommit(true);
            try (Statement statement = database.createStatement()) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
            database.setAutoCommit(false);
            systems(database, page);
            contents(database, page);
            features(database, page);
            database.commit();
            out.write(file(database));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /**
     * The database as a file. SQLite leaves the header's change counter and version empty in memory; readers compare
     * them (SQLite, "Database File Format", section 1.3).
     */
    private static byte[] file(Connection database) throws SQLException {
        byte[] file = database.unwrap(SQLiteConnection.class).serialize("main");
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("SELECT sqlite_version()")) {
            String[] parts = found.getString(1).split("\\.");
            int version = Integer.parseInt(parts[0]) * 1_000_000
                    + Integer.parseInt(parts[1]) * 1_000
                    + Integer.parseInt(parts[2]);
            ByteBuffer.wrap(file).putInt(24, 1).putInt(92, 1).putInt(96, version);
        }
        return file;
    }

    private static void insert(Connection database, String table, @Nullable Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    /** Inserts the three reference systems that every GeoPackage must have, and the features' own. */
    private static void systems(Connection database, FeaturePage page) throws SQLException {
        String table = "gpkg_spatial_ref_sys";
        insert(database, table, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", null);
        insert(database, table, "Undefined geographic SRS", 0, "NONE", 0, "undefined", null);
        insert(
                database,
                table,
                "WGS 84 geodetic",
                4326,
                "EPSG",
                4326,
                "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                        + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]",
                "longitude and latitude in degrees");
        int srid = page.system().srid();
        if (srid != 4326) {
            insert(
                    database,
                    table,
                    "EPSG:" + srid,
                    srid,
                    "EPSG",
                    srid,
                    page.system().wellKnownText(),
                    null);
        }
    }

    private static void contents(Connection database, FeaturePage page) throws SQLException {
        Envelope box = page.envelopeXFirst();
        boolean none = box.isNull();
        String title = page.collection().title().first();
        insert(
                database,
                "gpkg_contents",
                page.collection().id(),
                "features",
                title,
                page.collection().source() + " (" + page.collection().licence() + ")",
                MOMENT.format(page.made()),
                none ? null : box.getMinX(),
                none ? null : box.getMinY(),
                none ? null : box.getMaxX(),
                none ? null : box.getMaxY(),
                page.system().srid());
    }

    private static void features(Connection database, FeaturePage page) throws SQLException {
        Set<String> taken = new HashSet<>();
        String key = free("fid", taken);
        String shape = free("geom", taken);
        List<String> columns = new ArrayList<>();
        StringBuilder create =
                new StringBuilder("CREATE TABLE " + quoted(page.collection().id()) + " (" + key
                        + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, " + shape + " GEOMETRY");
        for (Property property : page.selected()) {
            String column = free(property.name(), taken);
            columns.add(column);
            create.append(", ").append(quoted(column)).append(' ').append(type(property.type()));
        }
        try (Statement statement = database.createStatement()) {
            statement.execute(create.append(')').toString());
        }
        insert(
                database,
                "gpkg_geometry_columns",
                page.collection().id(),
                shape,
                "GEOMETRY",
                page.system().srid(),
                0,
                0);
        String marks = ", ?".repeat(columns.size() + 1);
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO " + quoted(page.collection().id()) + " VALUES (NULL" + marks + ")")) {
            for (SimpleFeature feature : page.features()) {
                Admission.check();
                Optional<Geometry> geometry = page.geometryXFirst(feature);
                insert.setObject(
                        1, geometry.map(one -> blob(one, page.system().srid())).orElse(null));
                for (int i = 0; i < columns.size(); i++) {
                    Property property = page.selected().get(i);
                    value(insert, i + 2, property.type(), feature.getAttribute(property.name()));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A unique column name; SQLite does not distinguish case. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String type(Property.Type type) {
        return switch (type) {
            case STRING, PARTIAL_DATE, STRINGS, ANY -> "TEXT";
            case INTEGER -> "INTEGER";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case DATE_TIME -> "DATETIME";
        };
    }

    private static void value(PreparedStatement insert, int at, Property.Type type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            insert.setNull(at, Types.NULL);
            return;
        }
        switch (type) {
            case INTEGER -> insert.setLong(at, ((Number) value).longValue());
            case NUMBER -> insert.setDouble(at, ((Number) value).doubleValue());
            case BOOLEAN -> insert.setInt(at, (Boolean) value ? 1 : 0);
            case DATE_TIME -> insert.setString(at, MOMENT.format((Instant) value));
            case STRING, DATE, PARTIAL_DATE, STRINGS, ANY -> insert.setString(at, ValueText.of(value));
        }
    }

    /** A geometry blob (clause 2.1.3): magic, version, flags (little-endian, no envelope), system, then WKB. */
    private static byte[] blob(Geometry geometry, int srid) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        int flags = geometry.isEmpty() ? 0b0001_0001 : 0b0000_0001;
        return ByteBuffer.allocate(8 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) flags)
                .putInt(srid)
                .put(wkb)
                .array();
    }
}
