package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in the layouts that others publish, read with the mappings that come with the program. */
class PublishedTablesTest {

    @TempDir
    Path folder;

    /** The rows of a table as mapped, or why they are rejected: values of some properties, or "geometry". */
    private record Mapped(List<String> rows, List<String> notes) {

        static Mapped of(Path file, String mapping, String... wanted) throws Exception {
            MappingFile stated = MappingFile.parse(MappingFinder.find(mapping));
            try (RowReader reader = RowReader.open(file, null, stated.header())) {
                Mapping found = MappingReader.read(stated, reader.columns(), reader.hasGeometry());
                List<String> names = found.properties().stream()
                        .map(property -> property.property().name())
                        .toList();
                RecordMapper mapper = new RecordMapper(found);
                List<String> rows = new ArrayList<>();
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    rows.add(shown(mapper, row, names, wanted));
                }
                List<String> notes = new ArrayList<>(reader.notes());
                notes.addAll(found.notes().get());
                return new Mapped(rows, notes);
            }
        }

        private static String shown(RecordMapper mapper, Row row, List<String> names, String... wanted) {
            try {
                MappedRow mapped = mapper.map(row);
                List<String> values = new ArrayList<>();
                for (String name : wanted) {
                    values.add(String.valueOf(
                            name.equals("geometry") ? mapped.geometry() : mapped.values()[names.indexOf(name)]));
                }
                return String.join(" | ", values);
            } catch (BadRowException e) {
                return e.getMessage();
            }
        }
    }

    private static Mapped mapped(String file, String mapping, String... wanted) throws Exception {
        return Mapped.of(Tables.FOLDER.resolve(file), mapping, wanted);
    }

    private static String own(String name) {
        return Tables.FOLDER.resolve(name + ".yaml").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"layout-2015.csv", "layout-2020-saved-by-excel.csv", "layout-2022.csv", "api-answer.json"})
    void every_published_layout_of_acled_loads(String file) throws Exception {
        assertThat(mapped("acled/" + file, "acled", "date", "date_start", "date_end", "parties", "killed_best").rows)
                .containsExactly(
                        "2015-01-01 | 2015-01-01 | 2015-01-01"
                                + " | [Protesters (Nordland), Dock Workers (Nordland), Labour Group (Nordland)] | 0",
                        "null | 2014-12-29 | 2015-01-04 | [Militia (Nordland)] | 3",
                        "2014-12 | 2014-12-01 | 2014-12-31 | [Unidentified Armed Group (Nordland)] | 10",
                        "2015-05-09 | 2015-05-09 | 2015-05-09 | [Rioters (Nordland), Labour Group (Nordland)] | 0");
    }

    @Test
    void columns_that_an_edition_lacks_are_left_out_with_a_note() throws Exception {
        Mapped old = mapped("acled/layout-2015.csv", "acled", "id", "name", "place");
        assertThat(old.rows.getFirst()).isEqualTo("1NOL | Protests, Harbour Town | Harbour Town");
        assertThat(old.notes)
                .singleElement()
                .asString()
                .contains("sub_event_type", "disorder_type", "tags")
                .doesNotContain("assoc_actor_1");
    }

    @Test
    void what_is_needed_to_tell_the_truth_is_required_in_every_edition() throws Exception {
        Path file = Files.writeString(
                folder.resolve("acled.csv"), "event_id_cnty,event_date,longitude,latitude\nA1,2015-01-01,1,2\n");
        assertThatThrownBy(() -> Mapped.of(file, "acled"))
                .hasMessageContainingAll("location.column", "date.precision.column", "time_precision")
                .hasMessageNotContaining("actor1");
    }

    @Test
    void dates_that_leave_the_month_open_are_rejected() throws Exception {
        Path file = Files.writeString(
                folder.resolve("acled.csv"),
                "event_id_cnty,event_date,time_precision,geo_precision,longitude,latitude\nA1,5/9/2020,1,1,1,2\n");
        assertThat(Mapped.of(file, "acled", "date").rows.getFirst())
                .startsWith("event_date: got \"5/9/2020\", expected an existing date");
    }

    @Test
    void codes_and_identifiers_that_were_written_as_floating_point_are_whole_numbers() throws Exception {
        assertThat(mapped("flt.csv", own("flt"), "id", "location").rows)
                .containsExactly("36210 | point", "36211 | area");
    }

    @Test
    void a_range_over_new_year_keeps_its_ends() throws Exception {
        assertThat(mapped("ny.csv", own("ny"), "date", "date_start", "date_end").rows)
                .containsExactly("null | 2013-12-31 | 2014-01-01", "2014-01 | 2014-01-01 | 2014-01-02");
    }

    @Test
    void years_of_two_digits_need_a_pivot() throws Exception {
        assertThatThrownBy(() -> mapped("yy.csv", own("yy"), "date")).hasMessageContaining("the field \"pivot\"");
        Path pivot = Files.writeString(
                folder.resolve("pivot.yaml"),
                Files.readString(Path.of(own("yy"))).replace("d-MMM-yy", "d-MMM-yy, pivot: 1930"));
        assertThat(mapped("yy.csv", pivot.toString(), "date").rows)
                .containsExactly("1997-12-31", "2020-01-01", "1968-06-15");
    }

    @Test
    void a_multipoint_of_one_point_is_a_point() throws Exception {
        assertThat(mapped("mp.gpkg", own("mp"), "location", "geometry").rows)
                .allMatch(row -> row.startsWith("point | POINT ("));
    }

    @Test
    void year_month_and_day_in_three_columns_are_a_date_as_precise_as_they_say() throws Exception {
        for (String mapping : List.of(own("gtd"), "gtd")) {
            assertThat(mapped("gtd.csv", mapping, "date").rows).containsExactly("1970-07-02", "1970", "1970-01");
        }
        assertThat(mapped("gtd.csv", "gtd", "id", "kind", "location", "parties", "killed_best", "killed_by").rows)
                .containsExactly(
                        "197000000001 | Assassination | point | [MANO-D] | 1.0 | GTD",
                        "197000000002 | Hostage Taking (Kidnapping) | point | [23rd of September Communist League] | 0.0 | GTD",
                        "197001000001 | Assassination | area | [Unknown] | 1.0 | GTD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            2020 ¦ 13 ¦ 1  ¦ iyear: month: got "13", expected a number from 1 to 12, or 0 for unknown
            2020 ¦ 2  ¦ 30 ¦ iyear: got "2020-2-30", expected an existing day
            2020 ¦ 0  ¦ 30 ¦ 2020
            0    ¦ 1  ¦ 1  ¦ null
            """)
    void a_date_in_three_columns_is_checked(String year, String month, String day, String date) throws Exception {
        Path file = Files.writeString(
                folder.resolve("gtd.csv"),
                "eventid,iyear,imonth,iday,latitude,longitude,specificity\n1," + String.join(",", year, month, day)
                        + ",1,2,1\n");
        assertThat(Mapped.of(file, "gtd", "date").rows).containsExactly(date);
    }

    @Test
    void codes_for_missing_values_are_no_values() throws Exception {
        Path file = Files.writeString(
                folder.resolve("gtd.csv"),
                "eventid,iyear,imonth,iday,latitude,longitude,specificity,nkill,nwound\n"
                        + "1,2020,-9,-9,1,2,1,-99,-99.0\n2,2020,1,1,1,2,1,0,-98\n");
        assertThat(Mapped.of(file, "gtd", "date", "killed_best", "killed_by", "wounded_best").rows)
                .containsExactly(
                        "2020 | null | null | null",
                        "nwound: got \"-98\", expected 0 or more; a mapping says which codes mean no value (missing)");
        Path mapping = Files.writeString(folder.resolve("all.yaml"), """
                title: T
                description: D.
                source: S.
                licence: L.
                id: id
                geometry: { longitude: x, latitude: y }
                missing: [-99, NA]
                properties: [{ column: a, type: integer }, { column: b }]
                """);
        Path table = Files.writeString(folder.resolve("all.csv"), "id,x,y,a,b\n1,1,2,-99.0,NA\n-99,1,2,3,c\n");
        assertThat(Mapped.of(table, mapping.toString(), "id", "a", "b").rows)
                .containsExactly("1 | null | null", "id: got nothing, expected an identifier");
    }

    @Test
    void what_r_and_spreadsheets_write_is_read() throws Exception {
        Path file = Files.writeString(
                folder.resolve("gtd.csv"),
                "eventid,iyear,imonth,iday,latitude,longitude,specificity,nkill,summary,extended\n"
                        + "1.0,2020.0,1,NA,NA,NA,5.0,2.0,NA,0.0\n");
        assertThat(Mapped.of(file, "gtd", "id", "date", "location", "killed_best", "summary", "extended").rows)
                .containsExactly("1 | 2020-01 | unlocated | 2.0 | null | false");
    }

    @Test
    void a_time_that_a_format_reads_is_told_too_and_an_impossible_one_is_no_date() {
        DateReader dates = new DateReader(List.of("dd/MM/yyyy HH:mm"), null);
        assertThat(dates.read("18/11/2016 00:00", "seen")).hasToString("2016-11-18");
        assertThat(dates.notes()).isEmpty();
        assertThat(dates.read("18/11/2016 12:30", "seen")).hasToString("2016-11-18");
        assertThat(dates.notes()).containsExactly("seen: the time of day was left out of 1 date");
        assertThatThrownBy(() -> dates.read("2016-11-18T25:00", "seen")).isInstanceOf(BadRowException.class);

        DateReader days = new DateReader(List.of("d MMM yy"), 1930);
        assertThat(days.read("18 Nov 16", "seen")).hasToString("2016-11-18");
        assertThat(days.read("18 Nov 16 12:30:00", "seen")).hasToString("2016-11-18");
        assertThat(days.notes()).containsExactly("seen: the time of day was left out of 1 date");
    }

    @Test
    void gdelt_events_have_no_line_of_names_and_are_separated_by_tabs() throws Exception {
        String row = "1\t20150218\t201502\t2015\t2015.13\tGOV\tPOLICE\tNOR" + "\t".repeat(8) + "OPP\tPROTESTERS"
                + "\t".repeat(9) + "1\t141\t141\t14\t3\t-6.5\t2\t1\t2\t-3.1" + "\t".repeat(17)
                + "4\tHarbour Town, North, Nordland\tNO\tNO01\t\t22.95\t88.96\t-1\t20150218230000\thttps://example.org/a\n";
        Path file = Files.writeString(folder.resolve("20150218230000.export.CSV"), row);
        assertThat(Mapped.of(file, "gdelt2", "id", "name", "kind", "date", "location", "geometry", "AvgTone").rows)
                .containsExactly("1 | POLICE, PROTESTERS, Harbour Town, North, Nordland | protest | 2015-02-18 | point"
                        + " | POINT (88.96 22.95) | -3.1");
        Path named = Files.writeString(
                folder.resolve("named.tsv"),
                String.join(
                                "\t",
                                MappingFile.parse(MappingFinder.find("gdelt2")).header()) + "\n" + row);
        assertThat(Mapped.of(named, "gdelt2", "id").rows).containsExactly("1");
        Path short_ = Files.writeString(folder.resolve("short.csv"), "1\t2\t3\n");
        assertThatThrownBy(() -> Mapped.of(short_, "gdelt2", "id"))
                .hasMessageEndingWith(
                        "got 3 fields in the first line, expected 61, one for each column that the mapping names");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ;", "UTF-16LE, ,", "UTF-16BE, \t", "UTF-8, \t"})
    void semicolons_tabs_and_utf_16_are_read(String charset, String separator) throws Exception {
        String sign = separator == null ? "," : separator.isEmpty() ? "\t" : separator;
        String text = "\uFEFFid,name,longitude,latitude\na,\"ü;,\t\",66,30\n".replaceAll("(?<=[a-z0-9\"]),", sign);
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName(charset)));
        assertThat(Tables.shown(Tables.read(file))).isEqualTo("2 [a, ü;,\t, 66, 30]");
    }

    @Test
    void an_unclosed_quotation_mark_is_found_after_a_semicolon_too() throws Exception {
        assertThatThrownBy(() -> Tables.read("unclosed.csv"))
                .hasMessageContaining("unclosed.csv:2: got a quotation mark");
        Path file = Files.writeString(folder.resolve("t.csv"), "id;note\na;x\nb;\"open\nc;y\n");
        assertThatThrownBy(() -> Tables.read(file)).hasMessageContaining("t.csv:3: got a quotation mark");
    }

    @Test
    void a_table_may_be_compressed() throws Exception {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,longitude,latitude\na,66,30\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Tables.shown(Tables.read(file))).isEqualTo("2 [a, 66, 30]");
    }

    @Test
    void empty_coordinates_are_a_missing_geometry() throws Exception {
        assertThat(Tables.read("gempty.geojson"))
                .extracting(row -> row.fault() == null ? String.valueOf(row.geometry()) : row.fault())
                .containsExactly("null", "null", "null", "null", "null", "POINT (66 30)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin.fgb", "bin.gpkg"})
    void a_column_of_bytes_is_left_out_with_a_note(String file) throws Exception {
        try (RowReader reader = RowReader.open(Tables.FOLDER.resolve(file), null, List.of())) {
            assertThat(reader.notes()).containsExactly("the column photo has bytes: left out");
            assertThat(reader.columns()).extracting(Column::name).doesNotContain("photo");
            assertThat(Tables.rest(reader)).isNotEmpty().allMatch(row -> row.fault() == null);
        }
    }

    @Test
    void a_time_that_is_left_out_of_a_date_is_told() {
        DateReader dates = new DateReader(List.of(), null);
        assertThat(dates.read("2016-11-18 00:00:00.000", "seen")).hasToString("2016-11-18");
        assertThat(dates.read("2016-11-18T00:00:00Z", "seen")).hasToString("2016-11-18");
        assertThat(dates.notes()).isEmpty();
        assertThat(dates.read("2016-11-18T12:30:00+02:00", "seen")).hasToString("2016-11-18");
        assertThat(dates.notes()).containsExactly("seen: the time of day was left out of 1 date");
    }

    @Test
    void a_table_with_geometries_needs_no_columns_of_degrees() throws Exception {
        Path file = Files.writeString(folder.resolve("ged.geojson"), """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [26.5, 5.4]},
                 "properties": {"id": 36210, "type_of_violence": 1, "conflict_name": "C", "side_a": "A", "side_b": "B", "number_of_sources": -1,
                  "where_prec": 1, "where_coordinates": "W", "date_prec": 2, "date_start": "2013-12-31T00:00:00", "date_end": "2014-01-01T00:00:00",
                  "best_est": 3}}]}
                """);
        assertThat(Mapped.of(
                                file,
                                "ucdp-ged",
                                "id",
                                "kind",
                                "geometry",
                                "date_start",
                                "killed_best",
                                "number_of_sources")
                        .rows)
                .containsExactly("36210 | state-based conflict | POINT (26.5 5.4) | 2013-12-31 | 3 | null");
    }
}
