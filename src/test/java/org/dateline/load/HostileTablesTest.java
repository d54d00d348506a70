package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, endless or nested without end: one clear line, never null or a library's words. */
class HostileTablesTest {

    private static final String COLLECTION = "{\"type\":\"FeatureCollection\",\"features\":[";

    @TempDir
    Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String deep(String open, String inside, String close, int levels) {
        return open.repeat(levels) + inside + close.repeat(levels);
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }

    /** Either rows, each sound or with a reason, or one line. */
    private static void endsInRowsOrOneLine(Path file) throws IOException {
        Throwable thrown = catchThrowable(() -> Tables.read(file)
                .forEach(row -> assertThat(String.valueOf(row.fault()))
                        .doesNotContain("Exception", "org.", "java.", "got null")));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(LoadException.class);
            assertThat(thrown.getMessage())
                    .startsWith(file.toString())
                    .contains(": got ")
                    .doesNotContain("null", "Exception", "org.", "java.", "StreamRead", "`", "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 600, 1_100, 100_000})
    void geojson_that_is_nested_deeply(int levels) throws IOException {
        String nested = deep("[", "", "]", levels);
        String objects = deep("{\"a\":", "1", "}", levels);
        String collections = deep(
                "{\"type\":\"GeometryCollection\",\"geometries\":[",
                "{\"type\":\"Point\",\"coordinates\":[1,2]}",
                "]}",
                levels);
        for (String ending : List.of("geojson", "ndjson")) {
            boolean lines = ending.equals("ndjson");
            String head = lines ? "" : COLLECTION;
            String tail = lines ? "\n" : "]}";
            String sound = feature("{\"type\":\"Point\",\"coordinates\":[1,2]}", "{\"id\":\"x\"}");
            String between = lines ? "\n" : ",";
            for (String bad : List.of(
                    feature("{\"type\":\"Polygon\",\"coordinates\":" + nested + "}", "{\"id\":\"a\"}"),
                    feature(collections, "{\"id\":\"a\"}"),
                    feature("null", "{\"id\":\"a\",\"b\":" + objects + "}"),
                    nested)) {
                endsInRowsOrOneLine(write("deep." + ending, head + sound + between + bad + tail));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson", "ndjson", "geojsonseq"})
    void a_row_that_does_not_end(String ending) throws IOException {
        Path file = write(
                "endless." + ending,
                switch (ending) {
                    case "csv" -> "id,longitude,latitude\na,1,2\n";
                    case "geojson" -> COLLECTION + feature("null", "{\"id\":\"a\"}") + ",";
                    case "geojsonseq" -> "\u001E" + feature("null", "{\"id\":\"a\"}") + "\n\u001E{\"a\":\"";
                    default -> feature("null", "{\"id\":\"a\"}") + "\n{\"a\":\"";
                });
        // 300 MB of the character NUL, which take no room on the disk.
        try (RandomAccessFile more = new RandomAccessFile(file.toFile(), "rw")) {
            more.setLength(300_000_000L);
        }
        endsInRowsOrOneLine(file);
        assertThatThrownBy(() -> Tables.read(file)).isInstanceOf(LoadException.class);
    }

    @Test
    void a_row_with_a_value_of_many_megabytes() throws IOException {
        Path file = folder.resolve("long.geojson");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(COLLECTION + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"id\":\"a\",\"b\":[");
            for (int i = 0; i < 15_000_000; i++) {
                out.write("12345,");
            }
            out.write("1]}}]}");
        }
        assertThatThrownBy(() -> Tables.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessage(file + ": got a row of more than 67108864 bytes, expected a smaller one");
    }

    /** As in public collections of hostile SQLite files: views over recursive queries. */
    @Test
    void a_view_of_a_geopackage_that_never_ends_is_stopped(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("endless.gpkg");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            for (String sql : List.of(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
                    "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, '')",
                    "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)",
                    "INSERT INTO gpkg_contents VALUES ('endless', 'features')",
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)",
                    "INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 4326)",
                    "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                            + "SELECT i AS fid, NULL AS geom FROM n")) {
                statement.execute(sql);
            }
        }

        assertThatThrownBy(() -> new GeoPackageRowReader(file, "endless", Duration.ofMillis(200)))
                .isInstanceOf(LoadException.class)
                .hasMessage(file + ": got no row for 0 s, expected a table, or a view that is quick and ends");
    }

    @Test
    void bytes_in_a_column_of_texts_are_told() throws Exception {
        Path file = Files.copy(Tables.FOLDER.resolve("date8.gpkg"), folder.resolve("bytes.gpkg"));
        String table;
        try (RowReader reader = RowReader.open(file, null, List.of());
                Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement();
                var layers = statement.executeQuery("SELECT table_name FROM gpkg_contents")) {
            assertThat(Tables.rest(reader)).allMatch(row -> row.fault() == null);
            table = layers.getString(1);
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            for (String sql :
                    List.of("PRAGMA writable_schema = ON", "DROP TRIGGER IF EXISTS rtree_" + table + "_geom_update6")) {
                statement.execute(sql);
            }
            statement.execute("UPDATE \"" + table + "\" SET seen = X'31' WHERE rowid = 1");
        }
        assertThat(Tables.read(file))
                .extracting(Row::fault)
                .containsExactly("seen: got bytes, expected a value of the column's type", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indexed.fgb", "tables.gpkg", "nan.fgb"})
    void a_file_that_ends_anywhere(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Tables.FOLDER.resolve(name));
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 150)) {
            Path cut = Files.write(folder.resolve("cut-" + name), Arrays.copyOf(whole, length));
            endsInRowsOrOneLine(cut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"indexed.fgb", "nan.fgb", "bin.fgb", "nan.gpkg", "date8.gpkg"})
    void a_file_with_any_bytes_changed(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Tables.FOLDER.resolve(name));
        Random random = new Random(13);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            int count = 1 + random.nextInt(4);
            for (int j = 0; j < count; j++) {
                // The first bytes of a GeoPackage say how to read all others.
                int at = 8 + random.nextInt(random.nextBoolean() ? 200 : damaged.length - 8);
                damaged[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            endsInRowsOrOneLine(Files.write(folder.resolve("damaged-" + name), damaged));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 1_000, 200_000})
    void well_known_binary_that_is_nested(int levels) {
        ByteBuffer wkb = ByteBuffer.allocate(levels * 9 + 21);
        for (int i = 0; i < levels; i++) {
            wkb.put((byte) 0).putInt(7).putInt(1);
        }
        wkb.put((byte) 0).putInt(1).putDouble(1).putDouble(2);
        if (levels <= GeometryChecks.DEEPEST) {
            assertThat(GeometryChecks.ofWkb(wkb.array()).getCoordinate().y).isEqualTo(2);
        } else {
            assertThatThrownBy(() -> GeometryChecks.ofWkb(wkb.array()))
                    .isInstanceOf(BadRowException.class)
                    .hasMessage("geometry: got more than 32 levels of collections, expected fewer");
        }
    }

    @Test
    void well_known_text_that_is_nested() {
        String text = deep("GEOMETRYCOLLECTION(", "POINT(1 2)", ")", 100_000);
        assertThatThrownBy(() -> GeometryChecks.ofWkt(text))
                .isInstanceOf(BadRowException.class)
                .hasMessage("geometry: got more than 32 levels of collections, expected fewer");
    }

    @Test
    void well_known_binary_that_promises_billions_of_positions() {
        ByteBuffer wkb = ByteBuffer.allocate(9).put((byte) 0).putInt(2).putInt(Integer.MAX_VALUE);
        assertThatThrownBy(() -> GeometryChecks.ofWkb(wkb.array())).isInstanceOf(BadRowException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            id,name¶a,"open¶b,y¶c,z¶                      ¦ 2
            id,name¶a,x¶b,"two¶lines"¶c,"cut off in a fie ¦ 5
            id,name¶a,"doubled ""mark¶b,y¶                ¦ 2
            id,"name¶a,b¶                                 ¦ 1
            id,name¶a,""¶b,"                              ¦ 3
            """)
    void a_quotation_mark_that_is_never_closed_is_refused_with_its_line(String text, long line) throws IOException {
        Path file = write("open.csv", text.strip().replace('¶', '\n'));
        assertThatThrownBy(() -> Tables.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith(file + ":" + line + ": got a quotation mark that is never closed");
    }

    @Test
    void a_row_that_is_read_ahead_of_the_line_of_names_may_be_open_then() throws IOException {
        Path file = write("ahead.csv", "id,name\n" + "a,\"x\ny\"\n".repeat(20_000));
        assertThat(Tables.read(file)).hasSize(20_000).allMatch(row -> row.fault() == null);
        Path long_ = write("long.csv", "id,name\na,\"" + "x".repeat(200_000) + "\"\n");
        assertThat(Tables.read(long_)).hasSize(1);
    }

    @Test
    void quotation_marks_that_are_closed_or_stand_within_a_field_are_fine() throws IOException {
        Path file = write("closed.csv", "id,name\na,\"\"\nb,\"x \"\"y\"\"\"\nc,5\" pipe\nd,\"\"\"\"\n");
        assertThat(Tables.shown(Tables.read(file))).isEqualTo("""
                2 [a, null]
                3 [b, x "y"]
                4 [c, 5" pipe]
                5 [d, "]""");
    }

    @Test
    void what_follows_compressed_text_is_not_lost_unsaid() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String part : List.of("id,name\n", "a,x\n", "b,y\n")) {
            try (GZIPOutputStream one = new GZIPOutputStream(text)) {
                one.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = Files.write(folder.resolve("parts.csv.gz"), text.toByteArray());
        assertThat(Tables.read(file)).hasSize(2);
        Files.write(file, new byte[700], StandardOpenOption.APPEND);
        assertThat(Tables.read(file)).hasSize(2);
        Files.write(file, "c,z\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Tables.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageEndingWith(
                        "got damaged gzip (more after its end), expected a file that gzip -t finds sound");
    }

    @Test
    void a_flag_that_is_neither_0_nor_1_is_not_true() throws Exception {
        Path file = folder.resolve("flags.gpkg");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            for (String sql : List.of(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
                    "INSERT INTO gpkg_spatial_ref_sys VALUES (100000, 'NONE', 100000, '" + WGS_84 + "')",
                    "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)",
                    "INSERT INTO gpkg_contents VALUES ('t', 'features')",
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)",
                    "INSERT INTO gpkg_geometry_columns VALUES ('t', 'geom', 100000)",
                    "CREATE TABLE t (id TEXT, geom BLOB, flag BOOLEAN)",
                    "INSERT INTO t VALUES ('a', NULL, 1), ('b', NULL, 0), ('c', NULL, -99), ('d', NULL, NULL)")) {
                statement.execute(sql);
            }
        }
        assertThat(Tables.read(file)).extracting(row -> row.values()[1]).containsExactly(true, false, -99, null);
    }

    private static final String WGS_84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AXIS[\"Longitude\",EAST],AXIS[\"Latitude\",NORTH]]";

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            WGS 84                    ¦ my degrees        ¦ true
            DATUM["WGS_1984"          ¦ DATUM["D_WGS_1984" ¦ true
            GEOGCS                    ¦ GEOGCRS           ¦ true
            "Greenwich",0             ¦ "Paris",2.33722917 ¦ false
            "degree",0.0174532925199433 ¦ "grad",0.01570796326794897 ¦ false
            DATUM["WGS_1984"          ¦ DATUM["North_American_Datum_1927" ¦ false
            GEOGCS                    ¦ PROJCS            ¦ false
            PRIMEM                    ¦ DERIVINGCONVERSION["pole"],PRIMEM ¦ false
            """)
    void a_definition_is_degrees_by_its_datum_meridian_and_unit(String part, String other, boolean degrees) {
        assertThat(SystemDefinition.isDegrees(WGS_84)).isTrue();
        assertThat(SystemDefinition.isDegrees(WGS_84.replace(part, other))).isEqualTo(degrees);
    }

    @Test
    void a_system_without_a_code_is_refused_by_name() {
        assertThatThrownBy(() -> Tables.read("s_cust.fgb"))
                .isInstanceOf(LoadException.class)
                .hasMessageMatching(
                        ".*: got the reference system \".+\", expected longitude and latitude on WGS 84 .*");
    }

    @Test
    void a_column_of_bytes_is_left_out() throws IOException {
        try (RowReader reader = RowReader.open(Tables.FOLDER.resolve("bin.fgb"), null, List.of())) {
            assertThat(reader.columns()).extracting(Column::name).doesNotContain("photo");
            assertThat(Tables.rest(reader)).isNotEmpty().allMatch(row -> row.fault() == null);
        }
    }

    @Test
    void bytes_that_are_not_utf_8_in_the_middle_of_json() throws IOException {
        byte[] text =
                (COLLECTION + feature("null", "{\"id\":\"\u00ff\"}") + "]}").getBytes(StandardCharsets.ISO_8859_1);
        endsInRowsOrOneLine(Files.write(folder.resolve("latin1.geojson"), text));
    }
}
