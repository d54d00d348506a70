package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dateline.catalog.InvalidCatalogException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

    private static final String HEAD = """
            title: Invented
            description: Invented.
            source: A seed
            licence: None
            id: id
            """;
    private static final String PLACED = HEAD + "geometry: { longitude: x, latitude: y }\n";

    private static Mapping mapping(String yaml, String... columns) throws InvalidCatalogException {
        return MappingReader.read(
                MappingFile.parse(new MappingFinder.File("m.yaml", yaml.getBytes(StandardCharsets.UTF_8))),
                Arrays.stream(columns).map(Column::text).toList(),
                false);
    }

    /** Each property with its value, one a line; then the geometry. */
    private static String mapped(Mapping mapping, @Nullable Object... values) {
        MappedRow record = new RecordMapper(mapping).map(new Row(2, values, null, null));
        List<MappedProperty> properties = mapping.properties();
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < properties.size(); i++) {
            said.append(properties.get(i).property().name())
                    .append(": ")
                    .append(record.values()[i])
                    .append('\n');
        }
        return said.append(
                        record.geometry() == null
                                ? "nowhere"
                                : record.geometry().getGeometryType())
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    kind: none                             ¦ m.yaml:7: kind: got "none", expected a column of the table: id, x, y, when
                    name: '{x}, {none}'                    ¦ m.yaml:7: name: got "{none}", expected a column of the table: id, x, y, when
                    colour: red                            ¦ m.yaml:7: colour: got an unknown field "colour", expected one of the fields language, title, description, source, licence, columns, editions, missing, id, geometry, name, kind, date, location, parties, excerpt, figures, properties, index
                    date: { column: when, start: when, end: when } ¦ m.yaml:7: date: got column and start, expected exactly one of the fields column, start, year
                    date: { column: when, format: qqqqqqq } ¦ m.yaml:7: date.format: got "qqqqqqq", expected a format of days such as dd MMMM yyyy, with yyyy, MM and dd; not YYYY, mm or DD
                    date: { column: when, format: YYYY-MM-DD } ¦ m.yaml:7: date.format: got "YYYY-MM-DD", expected a format of days such as dd MMMM yyyy, with yyyy, MM and dd; not YYYY, mm or DD
                    date: { column: when, format: dd/mm/yyyy } ¦ m.yaml:7: date.format: got "dd/mm/yyyy", expected a format of days such as dd MMMM yyyy, with yyyy, MM and dd; not YYYY, mm or DD
                    date: { column: when, format: d-MMM-yy } ¦ m.yaml:7: date.format: got "d-MMM-yy", expected years of four digits (yyyy), or the field "pivot" as well: the first year that two digits can mean, such as 1930
                    location: { class: radius }            ¦ m.yaml:7: location: got {"class":"radius"}, expected uncertainty_m: a radius has metres
                    location: { column: x, values: { "1": nowhere } } ¦ m.yaml:7: location.values.1: got "nowhere", expected point, radius, area, line, between or unlocated
                    figures: [{ measure: killed, best: x }] ¦ m.yaml:7: figures[0]: got no field "by", expected the field "by"
                    figures: [{ measure: killed, by: X }]  ¦ m.yaml:7: figures[0]: got {"measure":"killed","by":"X"}, expected one of the fields low, best, high, or several
                    properties: [{ column: x, name: location }] ¦ m.yaml:7: properties[0].name: got "location", expected a unique name; set another one with name
                    index: [colour]                        ¦ m.yaml:7: index[0]: got "colour", expected a property that the records have
                    """)
    void a_fault_names_file_line_and_field(String line, String fault) {
        assertThatThrownBy(() -> mapping(PLACED + line, "id", "x", "y", "when"))
                .isInstanceOf(InvalidCatalogException.class)
                .hasMessage(fault);
    }

    @Test
    void a_figure_below_zero_is_a_code_that_the_mapping_does_not_know() throws Exception {
        String figures = PLACED + "figures: [{ measure: killed, best: dead, by: X }]\n";
        Mapping mapping = mapping(figures, "id", "x", "y", "dead");
        assertThat(mapped(mapping, "a", "1", "2", "0")).contains("killed_best: 0");
        assertThatThrownBy(() -> mapped(mapping, "a", "1", "2", "-99"))
                .isInstanceOf(BadRowException.class)
                .hasMessage(
                        "dead: got \"-99\", expected 0 or more; a mapping says which codes mean no value (missing)");
        Mapping coded = mapping(figures + "missing: { dead: [-99] }", "id", "x", "y", "dead");
        assertThat(mapped(coded, "a", "1", "2", "-99")).contains("killed_best: null");
    }

    @Test
    void the_list_of_columns_is_told_once() {
        assertThatThrownBy(() -> mapping(PLACED + "kind: a\nparties: [b, c]\nname: '{d}'", "id", "x", "y"))
                .satisfies(e -> assertThat(e.getMessage().split("id, x, y", -1)).hasSize(2));
    }

    @Test
    void all_faults_are_reported_at_once() {
        assertThatThrownBy(() -> mapping(HEAD + "kind: a\nname: b\n", "id"))
                .hasMessageContainingAll(
                        "kind", "name", "geometry: got nothing, expected longitude and latitude, or wkt");
    }

    @Test
    void unmapped_columns_are_kept_as_text_under_distinct_names() throws Exception {
        Mapping mapping = mapping(PLACED, "id", "x", "y", "location", "depth");
        assertThat(mapped(mapping, "a", "66.5", "30.2", "Quetta", "7")).isEqualTo("""
                id: a
                location: point
                uncertainty_m: null
                column_location: Quetta
                depth: 7
                Point""");
    }

    @Test
    void a_figure_names_its_party_and_an_unstated_figure_has_none() throws Exception {
        Mapping mapping = mapping(
                PLACED
                        + "figures: [{ measure: killed, low: lo, best: be, by: { column: who } }, { measure: hurt, best: hu, by: X }]",
                "id",
                "x",
                "y",
                "lo",
                "be",
                "who",
                "hu");
        assertThat(mapped(mapping, "a", "1", "2", "3", "4.0", "Army", null))
                .contains("killed_low: 3\nkilled_best: 4\nkilled_by: Army\nhurt_best: null\nhurt_by: null");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
                    2025-03-11,          1, 2025-03-11
                    2025-03-11 06:00:00, 1, 2025-03-11
                    11 March 2025,       1, 2025-03-11
                    2025-03,             1, 2025-03
                    2025-03-11,          2, 2025-03
                    2025-03-02,          2, 2025
                    2025-12-30,          2, null
                    2025-03-11,          3, 2025-03
                    2025-03-11,          4, 2025
                    null,                1, null
                    """)
    void a_date_is_never_more_precise_than_stated(String stated, String precision, String date) throws Exception {
        Mapping mapping = mapping(
                PLACED + "date: { column: when, format: d MMMM yyyy, precision: { column: how,"
                        + " values: { \"1\": day, \"2\": week, \"3\": month, \"4\": year } } }",
                "id",
                "x",
                "y",
                "when",
                "how");
        assertThat(mapped(mapping, "a", "1", "2", stated, precision)).contains("\ndate: " + date + "\n");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
                    2025-03-11, 2025-03-11, 2025-03-11
                    2025-03-11, 2025-03-14, 2025-03
                    2025-02-27, 2025-03-02, 2025
                    2024-12-31, 2025-01-01, null
                    """)
    void a_range_is_the_month_or_year_that_holds_it_and_its_ends_are_kept(String start, String end, String date)
            throws Exception {
        Mapping mapping = mapping(PLACED + "date: { start: from, end: to }", "id", "x", "y", "from", "to");
        assertThat(mapped(mapping, "a", "1", "2", start, end))
                .contains("\ndate: " + date + "\ndate_start: " + start + "\ndate_end: " + end + "\n");
    }

    @Test
    void parts_of_dates_that_say_nothing_without_others_are_noted() throws Exception {
        Mapping mapping = mapping(PLACED + "date: { year: y4, month: m, day: d }", "id", "x", "y", "y4", "m", "d");
        assertThat(mapped(mapping, "a", "1", "2", "1970", "0", "5")).contains("\ndate: 1970\n");
        assertThat(mapped(mapping, "a", "1", "2", "0", "3", "5")).contains("\ndate: null\n");
        assertThat(mapped(mapping, "a", "1", "2", "70", "3", "5")).contains("\ndate: 0070-03-05\n");
        assertThat(mapping.notes().get())
                .containsExactly(
                        "y4: 2 dates with a day but no month, or either but no year: these are left out",
                        "y4: 1 date before the year 1000 (the first is 0070-03-05); is the century missing?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', nullValues = "null", textBlock = """
                    a    ¦ 181  ¦ 1    ¦ 2025-01-01   ¦ 1   ¦ geometry: got longitude 181.0, latitude 1.0, expected -180 to 180 and -90 to 90
                    a    ¦ NaN  ¦ 1    ¦ 2025-01-01   ¦ 1   ¦ x: got "NaN", expected a number; a mapping can say that this means no value (missing)
                    a    ¦ 1    ¦ null ¦ 2025-01-01   ¦ 1   ¦ y: got "", expected degrees, or neither coordinate
                    a    ¦ 1    ¦ 1    ¦ 30 February 2025 ¦ 1 ¦ when: got "30 February 2025", expected an existing date, as d MMMM yyyy or YYYY-MM-DD, YYYY-MM or YYYY
                    a    ¦ 1    ¦ 1    ¦ 0000-01-01   ¦ 1 ¦ when: got "0000-01-01", expected a year from 0001 on
                    a    ¦ 1    ¦ 1    ¦ 2025-01-01   ¦ 1.5 ¦ n: got "1.5", expected a whole number
                    a    ¦ 1    ¦ 1    ¦ 2025-01-01   ¦ 1e999999999 ¦ n: got "1e999999999", expected a whole number
                    null ¦ 1    ¦ 1    ¦ 2025-01-01   ¦ 1   ¦ id: got nothing, expected an identifier
                    """)
    void an_unreadable_row_says_what_was_expected(String id, String x, String y, String when, String n, String reason)
            throws Exception {
        Mapping mapping = mapping(
                PLACED + "date: { column: when, format: d MMMM yyyy }\nproperties: [{ column: n, type: integer }]",
                "id",
                "x",
                "y",
                "when",
                "n");
        assertThatThrownBy(() -> mapped(mapping, id, x, y, when, n)).hasMessage(reason);
    }

    @Test
    void an_id_that_no_index_holds_is_no_id() throws Exception {
        Mapping mapping = mapping(PLACED, "id", "x", "y");
        assertThat(mapped(mapping, "ü".repeat(500), "1", "2")).contains("location: point");
        assertThatThrownBy(() -> mapped(mapping, "x".repeat(501), "1", "2"))
                .hasMessageEndingWith("expected at most 500 characters");
    }

    @Test
    void a_radius_is_its_circle_and_an_area_without_a_shape_keeps_its_point() throws Exception {
        Mapping mapping = mapping(
                PLACED
                        + "location: { column: p, values: { \"2\": { class: radius, uncertainty_m: 25000 }, \"3\": area } }",
                "id",
                "x",
                "y",
                "p");
        assertThat(mapped(mapping, "a", "66", "30", "2"))
                .isEqualTo("id: a\nlocation: radius\nuncertainty_m: 25000.0\nPolygon");
        assertThat(mapped(mapping, "a", "66", "30", "3"))
                .isEqualTo("id: a\nlocation: area\nuncertainty_m: null\nPoint");
        assertThat(mapped(mapping, "a", null, null, "3"))
                .isEqualTo("id: a\nlocation: unlocated\nuncertainty_m: null\nnowhere");
        assertThatThrownBy(() -> mapped(mapping, "a", "66", "30", "9"))
                .hasMessage("p: got \"9\", expected one of 2, 3");
    }

    @Test
    void the_two_mappings_that_come_with_the_program_read_rows_in_the_published_order() throws Exception {
        assertThat(shipped("acled")).isEqualTo(expected("acled"));
        assertThat(shipped("ucdp-ged")).isEqualTo(expected("ucdp-ged"));
    }

    private static String shipped(String name) throws Exception {
        try (RowReader reader = RowReader.open(Tables.FOLDER.resolve(name + "-invented.csv"), null, List.of())) {
            Mapping mapping = MappingReader.read(MappingFile.parse(MappingFinder.find(name)), reader.columns(), false);
            return Tables.rest(reader).stream()
                    .map(row -> mapped(mapping, row.values()))
                    .collect(Collectors.joining("\n\n"));
        }
    }

    private static String expected(String name) throws Exception {
        return java.nio.file.Files.readString(Tables.FOLDER.resolve(name + "-expected.txt"))
                .strip();
    }

    @Test
    void an_unknown_mapping_is_reported_with_the_available_ones() {
        assertThatThrownBy(() -> MappingFinder.find("gdelt"))
                .hasMessage(
                        "got --mapping gdelt, expected acled, gdelt2, gtd, ucdp-ged, or the path of a file that ends in .yaml");
    }
}
