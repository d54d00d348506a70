package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.features.ReferenceSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.SQLiteConnection;

class GeoPackageWriterTest {

    private static final String TABLE = "\"hard-cases\"";

    private Connection database;

    @BeforeEach
    void open() throws Exception {
        database = opened(TestPages.hardCases());
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private static Connection opened(FeaturePage page) throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection.unwrap(SQLiteConnection.class).deserialize("main", TestPages.written(new GeoPackageWriter(), page));
        return connection;
    }

    private static List<Map<String, @Nullable Object>> rows(Connection connection, String query) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, @Nullable Object> feature(String id) throws SQLException {
        List<Map<String, @Nullable Object>> found =
                rows(database, "SELECT * FROM " + TABLE + " WHERE id = '" + id + "'");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Out of the blob of clause 2.1.3, whose header is looked at on the way. */
    private static Geometry geometry(@Nullable Object blob, int srid) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap((byte[]) blob).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(bytes.array(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("GP");
        assertThat(bytes.get(2)).as("version").isZero();
        assertThat(bytes.get(3))
                .as("flags: little-endian, no envelope, not empty")
                .isEqualTo((byte) 1);
        assertThat(bytes.getInt(4)).isEqualTo(srid);
        return new WKBReader().read(Arrays.copyOfRange(bytes.array(), 8, bytes.capacity()));
    }

    @Test
    void it_is_a_geopackage_that_sqlite_finds_whole() throws Exception {
        assertThat(rows(database, "PRAGMA application_id").getFirst().values()).containsExactly(0x47504B47);
        assertThat(rows(database, "PRAGMA user_version").getFirst().values()).containsExactly(10300);
        assertThat(rows(database, "PRAGMA integrity_check").getFirst().values()).containsExactly("ok");
        assertThat(rows(database, "PRAGMA foreign_key_check")).isEmpty();
    }

    /** SQLite, "Database File Format", sections 1.3.8 and 1.3.9; the OGC's suite compares the two counters. */
    @Test
    void its_header_states_a_change_counter_and_the_version_of_sqlite() throws Exception {
        ByteBuffer header = ByteBuffer.wrap(TestPages.written(new GeoPackageWriter(), TestPages.hardCases()));
        assertThat(header.getInt(24)).isPositive().isEqualTo(header.getInt(92));
        assertThat(header.getInt(96)).isGreaterThan(3_030_000);
        assertThat(rows(database, "SELECT sql FROM sqlite_master WHERE name = 'gpkg_contents'")
                        .getFirst()
                        .values()
                        .toString())
                .contains("last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))");
    }

    @Test
    void its_contents_describe_the_table() throws Exception {
        assertThat(rows(database, "SELECT * FROM gpkg_contents"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("table_name", "hard-cases").containsEntry("data_type", "features");
                    // The form of clause 1.1.3.1.1, with milliseconds even where they are none.
                    assertThat(row).containsEntry("last_change", "2026-01-02T03:04:05.000Z");
                    assertThat(row).containsEntry("min_x", -180.0).containsEntry("max_x", 180.0);
                });
        assertThat(rows(database, "SELECT * FROM gpkg_geometry_columns"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("column_name", "geom")
                        .containsEntry("geometry_type_name", "GEOMETRY")
                        .containsEntry("srs_id", 4326));
        assertThat(rows(database, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
                .extracting(row -> row.get("srs_id"))
                .containsExactly(-1, 0, 4326);
    }

    @Test
    void geometries_are_the_same() throws Exception {
        for (var feature : TestPages.hardCases().features()) {
            Object blob = feature(feature.getID()).get("geom");
            if (FeaturePage.degrees(feature).isEmpty()) {
                assertThat(blob).isNull();
            } else {
                assertThat(geometry(blob, 4326)
                                .equalsExact(FeaturePage.degrees(feature).orElseThrow()))
                        .as(feature.getID())
                        .isTrue();
            }
        }
    }

    @Test
    void text_comes_through_whole() throws Exception {
        assertThat(feature("hole")).containsEntry("name", "A \"quoted\", comma'd\r\nname; <b>&amp;</b> ]]>");
        assertThat(feature("nastaliq")).containsEntry("name", "جعفر ایکسپریس، بولان (مشکاف)\u200F");
        assertThat(feature("near-null-island")).containsEntry("name", "𝒜 🚂");
        assertThat(feature("line")).containsEntry("name", "");
    }

    @Test
    void values_keep_their_types() throws Exception {
        assertThat(feature("hole"))
                .containsEntry("count", 1_000_000_007)
                .containsEntry("share", 0.1)
                .containsEntry("open", 1)
                .containsEntry("date", "2025-03-11")
                .containsEntry("tags", "[\"a,b\",\"\\\"c\\\"\",\"ج\"]")
                .containsEntry("nested", "{\"k\":[1,\"x\"]}");
        assertThat(feature("2025 (no XML name)"))
                .containsEntry("count", null)
                .containsEntry("share", null)
                .containsEntry("open", null)
                .containsEntry("date", null)
                .containsEntry("name", null);
    }

    @Test
    void properties_that_bear_the_names_of_the_key_and_the_geometry_get_others() throws Exception {
        assertThat(feature("hole")).containsEntry("FID_2", "hole!").containsEntry("geom_2", "not one");
        assertThat(rows(database, "SELECT fid FROM " + TABLE))
                .extracting(row -> row.get("fid"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void an_empty_page_is_a_table_without_rows() throws Exception {
        try (Connection empty = opened(TestPages.empty())) {
            assertThat(rows(empty, "SELECT * FROM \"empty\"")).isEmpty();
            assertThat(rows(empty, "SELECT min_x FROM gpkg_contents").getFirst())
                    .containsEntry("min_x", null);
        }
    }

    @Test
    void another_system_comes_with_its_definition_and_easting_first() throws Exception {
        try (Connection metres = opened(TestPages.hardCases(ReferenceSystem.WEB_MERCATOR))) {
            assertThat(rows(metres, "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 3857"))
                    .singleElement()
                    .satisfies(row -> assertThat((String) row.get("definition")).startsWith("PROJCS["));
            Object blob = rows(metres, "SELECT geom FROM " + TABLE + " WHERE id = 'nastaliq'")
                    .getFirst()
                    .get("geom");
            assertThat(geometry(blob, 3857).getCoordinate().x).isCloseTo(7_514_065.63, within(0.01));
        }
    }

    @Test
    void latitude_never_comes_first() throws Exception {
        try (Connection degrees = opened(TestPages.hardCases(ReferenceSystem.WGS84))) {
            Object blob = rows(degrees, "SELECT geom FROM " + TABLE + " WHERE id = 'nastaliq'")
                    .getFirst()
                    .get("geom");
            assertThat(geometry(blob, 4326).getCoordinate().x).isEqualTo(67.5);
        }
    }
}
