package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as public makers publish them, with invented rows, loaded without a mapping: they load, or a line says why not. */
class OtherMakersTablesTest {

    @TempDir
    Path folder;

    /** @param located location class and metres of each row, if the table states them */
    private record Loaded(List<String> rows, List<String> located, List<String> notes) {}

    private Loaded load(String name, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        try (RowReader reader = RowReader.open(file, null, List.of())) {
            Mapping mapping =
                    DefaultMapping.of(file, "t", reader.columns(), reader.hasGeometry() || name.endsWith("json"));
            RecordMapper mapper = new RecordMapper(mapping);
            List<String> names = mapping.properties().stream()
                    .map(property -> property.property().name())
                    .toList();
            List<String> rows = new ArrayList<>();
            List<String> located = new ArrayList<>();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                MappedRow mapped = mapper.map(row);
                rows.add(mapped.id() + " " + mapped.geometry());
                if (mapping.located()) {
                    located.add(mapped.values()[names.indexOf("location")] + " "
                            + mapped.values()[names.indexOf("uncertainty_m")]);
                }
            }
            List<String> notes = new ArrayList<>(reader.notes());
            notes.addAll(mapping.notes().get());
            return new Loaded(rows, located, notes);
        }
    }

    @Test
    void earthquakes_of_the_usgs_load() throws Exception {
        Loaded loaded = load("earthquakes.csv", """
                time,latitude,longitude,depth,mag,magType,nst,net,id,updated,place,type
                2025-03-11T08:30:12.345Z,30.12,67.01,10,4.6,mb,41,us,us0a,2025-03-12T00:00:00.040Z,"1 km S of Rivertown",earthquake
                2025-03-11T09:00:00.000Z,30.5,67.5,,3.1,ml,,us,us0b,2025-03-12T00:00:00.040Z,,earthquake
                """);
        assertThat(loaded.rows).containsExactly("us0a POINT (67.01 30.12)", "us0b POINT (67.5 30.5)");
        assertThat(loaded.notes).containsExactly("time: the time of day was left out of 2 dates");
    }

    @Test
    void tables_of_the_humanitarian_data_exchange_load_without_their_tags() throws Exception {
        Loaded loaded = load("hdx.csv", """
                id,name,latitude,longitude,affected
                #event+id,#loc+name,#geo+lat,#geo+lon,#affected
                1,Rivertown,30.1,67.1,120
                """);
        assertThat(loaded.rows).containsExactly("1 POINT (67.1 30.1)");
        assertThat(loaded.notes).containsExactly("line 2 has HXL tags; it is not a record");
    }

    @Test
    void metres_that_no_radius_has_cost_the_circle_and_not_the_row() throws Exception {
        Loaded loaded = load("rad.csv", """
                id,longitude,latitude,location,uncertainty_m
                east,179.95,-17,radius,25000
                pole,10,90,radius,25000
                zero,66,30,radius,0
                none,66,30,radius,
                less,66,30,radius,-5
                less-point,66,30,point,-5
                area,66,30,area,5000
                """);
        assertThat(loaded.rows.get(0)).startsWith("east MULTIPOLYGON");
        assertThat(loaded.rows.get(1)).startsWith("pole POLYGON");
        assertThat(loaded.rows.subList(2, 7))
                .containsExactly(
                        "zero POINT (66 30)",
                        "none POINT (66 30)",
                        "less POINT (66 30)",
                        "less-point POINT (66 30)",
                        "area POINT (66 30)");
        assertThat(loaded.located)
                .containsExactly(
                        "radius 25000.0",
                        "radius 25000.0",
                        "point 0.0",
                        "area null",
                        "area null",
                        "point null",
                        "area null");
        assertThat(loaded.notes)
                .containsExactly(
                        "1 row with a radius of 0 m: a point",
                        "3 rows without a number of metres from 0 to 10,000,000 (first in line 5: nothing): no"
                                + " uncertainty; a radius without it is an area of unknown extent",
                        "1 row with metres that is no point or radius: the metres are left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firms.csv   | latitude,longitude,brightness,acq_date,acq_time,confidence | no column \"id\"",
                "emdat.csv   | DisNo.,Country,Latitude,Longitude,Start Year,Start Month,Start Day | no column \"id\"",
                "kepler.csv  | id,lat,lng,timestamp | no columns \"longitude\" and \"latitude\", or \"WKT\"",
            })
    void others_are_refused_by_the_column_that_is_missing_and_the_way_out(String name, String header, String missing) {
        assertThatThrownBy(() -> load(name, header + "\n" + header + "\n"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("got no --mapping and " + missing)
                .hasMessageContaining(header.replace(",", ", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                // A byte order mark before a quoted name; a stated separator, decimal commas in degrees; Excel's empty
                // columns.
                "t.csv ¦ \uFEFF\"id\",\"longitude\",\"latitude\"¶a,66,30¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ sep=;¶id;longitude;latitude¶a;66,5;-30,25¶ ¦ a POINT (66.5 -30.25) ¦",
                "t.csv ¦ id,longitude,latitude,,¶a,\u00A066,30,,¶ ¦ a POINT (66 30) ¦ column 4 has no name: left out, column 5 has no name: left out",
                "t.csv ¦ id,longitude,latitude¶a,66,30 ¦ a POINT (66 30) ¦ the last line has no line break; is the file complete?",
                "t.csv ¦ id,WKT¶a,SRID=4326;POINT (66 30)¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ id,WKT¶a,GEOMETRYCOLLECTION (POINT (66 30))¶ ¦ a POINT (66 30) ¦",
                // A blank after the separator, as GIS programs state it; empty rows above the names; a number with an
                // exponent; blanks around an id; tags with years.
                "t.csv ¦ sep=, ¶id,longitude,latitude¶a,66,30¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ ¶,,¶id,longitude,latitude¶a,66,30¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ id,longitude,latitude¶a,6.65E1,3.0E1¶ ¦ a POINT (66.5 30) ¦",
                "t.csv ¦ id,longitude,latitude¶ a1\u00A0,66,30¶ ¦ a1 POINT (66 30) ¦",
                "t.csv ¦ id,longitude,latitude,n¶#id,#geo+lon,#geo+lat,#affected+2013+2014¶a,66,30,5¶ ¦ a POINT (66 30) ¦ line 2 has HXL tags; it is not a record",
                // A year without its century, as an interface gave it.
                "t.csv ¦ id,longitude,latitude,date¶a,66,30,0025-09-26¶b,66,30,0025-09-27¶ ¦ a POINT (66 30), b POINT (66 30) ¦ date: 2 dates before the year 1000 (the first is 0025-09-26); is the century missing?",
                // Whole numbers as floating point; words for no value; bars; blanks around names; Excel's empty rows.
                "t.csv ¦ id,longitude,latitude,date¶a,66,30,2016.0¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ id,longitude,latitude,kind¶a,66,30,\\N¶b,66,30,NULL¶c,66,30,x¶ ¦ a POINT (66 30), b POINT (66 30), c POINT (66 30) ¦ kind: 2 texts such as \"\\N\", kept; a mapping can say that this means no value (missing)",
                "t.csv ¦ id|longitude|latitude¶a|66|30¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ id|x,longitude,latitude,id¶b,66,30,a¶ ¦ a POINT (66 30) ¦",
                "t.csv ¦ id ; longitude ; latitude¶a;66,5;30¶;;¶; ;¶ ¦ a POINT (66.5 30) ¦ 2 rows without any value: left out",
                // A quotation mark that belongs to the text takes the next row; a text of two lines does not.
                "t.tsv ¦ id\tname\tlongitude\tlatitude¶a\t\"X\t66\t30¶b\ty\"\t66\t30¶ ¦ a POINT (66 30) ¦ 1 row with a text that looks like several rows (first in line 2: name); is a quotation mark not closed there?",
                "t.csv ¦ id,name,longitude,latitude¶a,\"x, or¶y\",66,30¶ ¦ a POINT (66 30) ¦",
                "t.geojson ¦ {\"features\": [{\"type\": \"Feature\", \"id\": 7, \"properties\": {\"\": \"x\"}}]} ¦ 7 null ¦ column 2 has no name: left out",
                "t.json ¦ \uFEFF{\"type\": \"Feature\", \"id\": 7}¶{\"type\": \"Feature\", \"id\": 8}¶ ¦ 7 null, 8 null ¦",
                "t.json ¦ [{\"id\": 7, \"WKT\": null}] ¦ 7 null ¦",
                "t.json ¦ {\"count\": 3, \"messages\": [], \"data\": [{\"id\": 7}]} ¦ 7 null ¦ the file says \"count\": 3 and has 1 row; are there more pages?",
                "t.geojson ¦ {\"numberMatched\": 1, \"features\": [{\"type\": \"Feature\", \"id\": 7, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[]]}}]} ¦ 7 null ¦",
                "t.geojson ¦ {\"features\": [{\"type\": \"Feature\", \"id\": 7}]}¶{\"features\": [{\"type\": \"Feature\", \"id\": 8}]} ¦ 7 null, 8 null ¦",
            })
    void what_programs_add_to_tables_is_read_and_what_may_be_missing_is_noted(
            String name, String content, String rows, @Nullable String notes) throws Exception {
        Loaded loaded = load(name, content.replace('¶', '\n'));
        assertThat(String.join(", ", loaded.rows)).isEqualTo(rows);
        assertThat(String.join(", ", loaded.notes)).isEqualTo(notes == null ? "" : notes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "t.csv     ¦ PK␃␄ ¦ got an archive or a spreadsheet, expected text: unpack it, or save the spreadsheet as CSV",
                "t.csv     ¦ <!DOCTYPE html><html> ¦ got a web page, expected a table; does its address need a password?",
                "t.csv     ¦ id,\"name,WKT¶a,x¶ ¦ :1: got a quotation mark that is never closed",
                "t.csv     ¦ id,WKT,name␍a,,x␍b,,\"y␍ ¦ :3: got a quotation mark that is never closed",
                "t.csv     ¦ id,WKT,name¶a,,\"x¶b,,y¶c,,\"z\"¶ ¦ the record that started in line 2",
                "t.json    ¦ {\"count\": 0, \"data\": []} ¦ got 0 rows without any property, expected records",
                "t.json    ¦ {\"status\": 403, \"error\": \"denied\"} ¦ got no \"features\", expected a GeoJSON FeatureCollection",
                "t.geojson ¦ {\"crs\": \"EPSG:3857\", \"features\": []} ¦ got the reference system \"\"EPSG:3857\"\", expected longitude",
                "t.json    ¦ {\"features\": [{\"attributes\": {\"id\": 7}, \"geometry\": {\"x\": 66, \"y\": 30}}]} ¦ got Esri's JSON, expected GeoJSON; servers give it with f=geojson",
                "t.geojson ¦ {\"features\": [{\"type\": \"Feature\", \"id\": 7, \"properties\": {¶\"d\": 1, \"d\": 2}}]} ¦ :2: feature 1: got the field \"d\" a second time, expected each field once",
                "t.geojson ¦ {\"features\": [{\"type\": \"Feature\", \"id\": 7},]} ¦ feature 1: got invalid JSON (Unexpected character (']'",
                "t.geojson ¦ {\"features\": [{\"type\": \"Feature\", \"id\": 7, \"properties\": {\"d\": NaN}}]} ¦ got invalid JSON (Non-standard token 'NaN'), expected",
            })
    void what_is_no_table_or_not_whole_is_refused_with_its_kind(String name, String content, String message) {
        String text = content.replace('¶', '\n')
                .replace('␍', '\r')
                .replace('␃', '\u0003')
                .replace('␄', '\u0004');
        assertThatThrownBy(() -> load(name, text))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "date¶2016-W46                           ¦ date: got \"2016-W46\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY",
                "date¶2016-11-18 24:00                   ¦ date: got \"2016-11-18 24:00\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY",
                "date¶42692                              ¦ date: got \"42692\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY",
                "date¶0000-01-01                         ¦ date: got \"0000-01-01\", expected a year from 0001 on",
                "date¶NaT                                ¦ date: got \"NaT\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY; a mapping can say that this means no value (missing)",
                "date_start,date_end¶2016-11-20,2016-11-18 ¦ date_end: got \"2016-11-18\", expected a date that is not before date_start, 2016-11-20",
                "date_end,date_start¶2016-10,2016-11-18  ¦ date_end: got \"2016-10\", expected a date that is not before date_start, 2016-11-18",
                "date_start¶Nov 2016                     ¦ date_start: got \"Nov 2016\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY",
            })
    void a_date_that_is_none_or_out_of_order_is_rejected(String table, String reason) {
        assertThatThrownBy(() -> load("t.csv", "id,longitude,latitude," + table.replace("¶", "\na,66,30,") + "\n"))
                .isInstanceOf(BadRowException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "{\"id\": 7, \"properties\": [1]}           ¦ properties: got [1], expected an object, or null",
                "{\"properties\": {\"id\": {\"a\": 1}}}      ¦ id: got \"{\"a\":1}\", expected a text or a number",
                "{\"id\": 7, \"properties\": {\"a\": 1, \"a\": 1}} ¦ got the field \"a\" a second time, expected each field once",
                "{\"id\": 7, \"geometry\": {\"x\": 66, \"y\": 30}} ¦ geometry: got nothing, expected Point",
                "{\"id\": 7, \"geometry\": {\"type\": \"Point\", \"coordinates\": \"[66,30]\"}} ¦ geometry: got \"[66,30]\", expected a position",
                "{\"id\": 7, \"geometry\": {\"type\": \"Point\", \"coordinates\": [NaN, NaN]}} ¦ got invalid JSON (Non-standard token 'NaN')",
            })
    void a_feature_that_cannot_be_what_is_meant_is_rejected(String feature, String reason) {
        assertThatThrownBy(() -> load(
                        "t.ndjson",
                        "{\"type\": \"Feature\", \"id\": 1}\n"
                                + feature.replaceFirst("\\{", "{\"type\": \"Feature\", ")))
                .isInstanceOf(BadRowException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void texts_for_what_is_no_number_make_no_column_of_texts() throws Exception {
        assertThatThrownBy(() -> load("t.geojson", """
                        {"features": [{"type": "Feature", "id": "a", "properties": {"depth": 1.5}},
                          {"type": "Feature", "id": "b", "properties": {"depth": "-Infinity"}}]}"""))
                .isInstanceOf(BadRowException.class)
                .hasMessage("depth: got \"-Infinity\", expected a number");
    }

    @Test
    void an_export_of_openstreetmap_names_its_id_otherwise() {
        assertThatThrownBy(() -> load("stations.geojson", """
                        {"type": "FeatureCollection", "name": "stations",
                         "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
                         "features": [{"type": "Feature",
                           "properties": {"full_id": "n1", "osm_id": "1", "railway": "station", "name:ur": "مثال"},
                           "geometry": {"type": "Point", "coordinates": [67, 30.1]}}]}"""))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(
                        "got no --mapping and no column \"id\" (columns: full_id, osm_id, railway, name:ur)");
    }
}
