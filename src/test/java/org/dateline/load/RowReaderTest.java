package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.features.Property.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.wololo.flatgeobuf.generated.ColumnType;

class RowReaderTest {

    @TempDir
    Path folder;

    private static List<Column> columns(String name) throws Exception {
        try (RowReader reader =
                RowReader.open(Tables.FOLDER.resolve(name), name.endsWith("gpkg") ? "events" : null, List.of())) {
            return reader.columns();
        }
    }

    @Test
    void csv_has_quotes_lines_within_fields_and_rows_of_a_wrong_length() throws Exception {
        assertThat(Tables.shown(Tables.read("hard.csv"))).isEqualTo("""
                2 [a, A "quoted" name, with a comma, two
                lines, 66.5, 30.2]
                4 [b, null, null, null, null]
                5 [c, too few] got 2 fields, expected 5, one per column
                6 [d, کوئٹہ, null, 66.99, 30.18]""");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name_and_bad_bytes_cost_one_row() throws Exception {
        assertThat(columns("bom-and-bad-bytes.csv").getFirst().name()).isEqualTo("id");
        List<Row> rows = Tables.read("bom-and-bad-bytes.csv");
        assertThat(rows)
                .extracting(Row::fault)
                .containsExactly(null, "name: got bytes that are not UTF-8, expected a table saved as UTF-8", null);
    }

    @Test
    void a_row_of_hxl_tags_is_no_record_and_a_note_says_so() throws Exception {
        Path file = Files.writeString(
                folder.resolve("hxl.csv"), "id,name,lat\n#event+id,#loc +name,#geo+lat\n#1,Rivertown,30.1\n");
        try (RowReader reader = RowReader.open(file, null, List.of())) {
            assertThat(reader.next().values()).containsExactly("#1", "Rivertown", "30.1");
            assertThat(reader.next()).isNull();
            assertThat(reader.notes()).containsExactly("line 2 has HXL tags; it is not a record");
        }
    }

    @Test
    void an_empty_file_is_no_table() {
        assertThatThrownBy(() -> Tables.read("empty.csv"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("got an empty file, expected a line of column names");
    }

    @Test
    void an_unclosed_quotation_mark_is_reported_and_makes_no_row() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "id,name\na,\"x\"y\nb,c\n");
        assertThatThrownBy(() -> Tables.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("expected RFC 4180");
    }

    @Test
    void columns_of_geojson_are_seen_from_all_features() throws Exception {
        assertThat(columns("collection.geojson"))
                .extracting(Column::name, Column::type)
                .map(Object::toString)
                .containsExactly(
                        "(\"id\", STRING)",
                        "(\"name\", STRING)",
                        "(\"killed\", NUMBER)",
                        "(\"tags\", STRINGS)",
                        "(\"seen\", BOOLEAN)",
                        "(\"more\", ANY)");
    }

    @Test
    void geojson_features_without_a_geometry_are_rows_and_those_with_a_bad_one_say_why() throws Exception {
        assertThat(Tables.shown(Tables.read("collection.geojson"))).isEqualTo("""
                1 [a, A, 3, ["x","y"], null, null] POINT (66.5 30.2)
                2 [b, null, 2.5, null, true, {"k":1}]
                3 [c, null, null, null, null, null] geometry: got [200,30], expected longitude within -180..180 and latitude within -90..90, in this order; cut what crosses the antimeridian there
                4 [d, null, null, null, null, null] geometry: got Self-intersection at 1.0, 1.0, expected a valid geometry
                5 [e, null, null, null, null, null] POINT (1 2)""");
    }

    /** In GeoJSON as in all formats; a table of the world's countries has both. */
    @Test
    void areas_that_jump_over_180_degrees_are_cut_there_and_lines_are_refused() throws Exception {
        String area = "170 70, -175 68, -170 66, -180 65, 179.8 65, 170 60, 170 70";
        Geometry cut = GeometryChecks.ofWkt("GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((" + area + ")))")
                .getGeometryN(1);
        assertThat(cut.isValid()).isTrue();
        assertThat(cut.getEnvelopeInternal().toString()).isEqualTo("Env[-180.0 : 180.0, 60.0 : 70.0]");
        assertThat(cut.contains(GeometryChecks.point(0, 65.5))).isFalse();
        byte[] bytes = new WKBWriter().write(new WKTReader().read("POLYGON ((" + area + "))"));
        assertThat(GeometryChecks.ofWkb(bytes).toText()).isEqualTo(cut.toText());
        assertThatThrownBy(() -> GeometryChecks.ofWkt("LINESTRING (170 70, -175 68)"))
                .hasMessage(
                        "geometry: got a stretch from [170, 70] to [-175, 68], around the world, expected lines cut at"
                                + " the antimeridian: one that ends at [180, 68.66667], and one that starts at [-180, 68.66667]"
                                + " (MultiLineString)");
    }

    @Test
    void a_broken_line_of_a_sequence_costs_one_row() throws Exception {
        List<Row> rows = Tables.read("lines.geojsonl");
        assertThat(rows).extracting(Row::line).containsExactly(1L, 3L, 4L);
        assertThat(rows.get(1).fault()).contains("got invalid JSON", "expected one feature per line");
        assertThat(rows.get(2).values()).containsExactly("c", null);
    }

    @Test
    void a_feature_behind_a_record_separator_may_take_several_lines() throws Exception {
        assertThat(Tables.shown(Tables.read("sequence.geojsonseq"))).isEqualTo("""
                2 [a]
                3 [b] POINT (1 2)""");
    }

    @Test
    void a_sequence_is_known_by_its_beginning_too() throws Exception {
        Path file = Files.copy(Tables.FOLDER.resolve("lines.geojsonl"), folder.resolve("lines.geojson"));
        assertThat(Tables.read(file)).hasSize(3);
    }

    @Test
    void geopackage_rows_have_types_and_lines_as_well_as_points() throws Exception {
        assertThat(columns("tables.gpkg"))
                .extracting(Column::name, Column::type, Column::key)
                .map(Object::toString)
                .containsExactly(
                        "(\"fid\", INTEGER, true)",
                        "(\"id\", STRING, false)",
                        "(\"killed\", INTEGER, false)",
                        "(\"share\", NUMBER, false)",
                        "(\"on\", DATE, false)");
        try (RowReader reader = RowReader.open(Tables.FOLDER.resolve("tables.gpkg"), "events", List.of())) {
            assertThat(Tables.shown(Tables.rest(reader))).isEqualTo("""
                    1 [1, a, 3, 0.5, 2025-03-11] POINT (66.5 30.2)
                    2 [2, b, null, null, null] LINESTRING (66 30, 67 31)""");
        }
    }

    @Test
    void flatgeobuf_is_read_past_its_index() throws Exception {
        // The index puts features into an order of its own.
        assertThat(Tables.read("indexed.fgb"))
                .extracting(row -> row.geometry().toText() + " " + List.of(row.values()[0]))
                .containsExactlyInAnyOrder("POINT (66.5 30.2) [a]", "LINESTRING (66 30, 67 31) [b]");
        assertThat(columns("indexed.fgb")).extracting(Column::type).startsWith(Type.STRING, Type.INTEGER, Type.NUMBER);
    }

    @Test
    void a_truncated_flatgeobuf_is_reported() throws Exception {
        byte[] whole = Files.readAllBytes(Tables.FOLDER.resolve("indexed.fgb"));
        Path file = folder.resolve("cut.fgb");
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 10));
        assertThatThrownBy(() -> Tables.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("got the end of the file, expected a feature");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    utm.geojson ¦      ¦ got the reference system "urn:ogc:def:crs:EPSG::32642", expected longitude and latitude
                    utm.fgb     ¦      ¦ got the reference system EPSG:32642, expected longitude and latitude
                    tables.gpkg ¦ utm  ¦ got the reference system EPSG:32642, expected longitude and latitude
                    tables.gpkg ¦      ¦ got no --layer, expected --layer with one of events, utm
                    tables.gpkg ¦ none ¦ got --layer none, expected --layer with one of events, utm
                    hard.csv    ¦ none ¦ expected it with a GeoPackage
                    hard.txt    ¦      ¦ expected a table that ends in .csv
                    """)
    void unreadable_input_is_refused_with_what_was_expected(String name, String layer, String message) {
        assertThatThrownBy(() -> RowReader.open(Tables.FOLDER.resolve(name), layer, List.of())
                        .close())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void numbers_of_flatgeobuf_are_what_they_say() {
        ByteBuffer bytes = ByteBuffer.allocate(12).putLong(-1).putFloat(0.1f).flip();
        assertThat(FlatGeobufRowReader.value(bytes, ColumnType.ULong)).hasToString("18446744073709551615");
        assertThat(FlatGeobufRowReader.value(bytes, ColumnType.Float)).isEqualTo(0.1);
    }
}
