package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.features.ReferenceSystem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;

class CsvPageWriterTest {

    private static String written(FeaturePage page) throws Exception {
        return new String(TestPages.written(new CsvPageWriter(), page), StandardCharsets.UTF_8);
    }

    private static Map<String, NamedCsvRecord> read(FeaturePage page) throws Exception {
        Map<String, NamedCsvRecord> records = new LinkedHashMap<>();
        for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(written(page))) {
            records.put(record.getField("id"), record);
        }
        return records;
    }

    @Test
    void the_first_line_names_the_columns_and_the_geometry_comes_last() throws Exception {
        assertThat(written(TestPages.hardCases()))
                .startsWith("id,name,date,count,share,open,tags,nested,FID,geom,WKT\r\n");
        assertThat(written(TestPages.empty())).isEqualTo("WKT\r\n");
    }

    @Test
    void quotes_commas_and_line_breaks_stay_inside_their_field() throws Exception {
        var hole = read(TestPages.hardCases()).get("hole");

        assertThat(hole.getField("name")).isEqualTo("A \"quoted\", comma'd\r\nname; <b>&amp;</b> ]]>");
        assertThat(hole.getField("tags")).isEqualTo("[\"a,b\",\"\\\"c\\\"\",\"ج\"]");
        assertThat(hole.getField("nested")).isEqualTo("{\"k\":[1,\"x\"]}");
        assertThat(hole.getField("date")).isEqualTo("2025-03-11");
        assertThat(hole.getField("count")).isEqualTo("1000000007");
    }

    @Test
    void right_to_left_text_comes_through() throws Exception {
        assertThat(read(TestPages.hardCases()).get("nastaliq").getField("name"))
                .isEqualTo("جعفر ایکسپریس، بولان (مشکاف)\u200F");
    }

    @Test
    void missing_values_and_geometries_are_empty() throws Exception {
        var bare = read(TestPages.hardCases()).get("2025 (no XML name)");

        for (String field : new String[] {"name", "date", "count", "open", "tags", "WKT"}) {
            assertThat(bare.getField(field)).as(field).isEmpty();
        }
    }

    @Test
    void geometries_can_be_read_back() throws Exception {
        var records = read(TestPages.hardCases());

        for (var feature : TestPages.hardCases().features()) {
            String wkt = records.get(feature.getID()).getField("WKT");
            var geometry = FeaturePage.degrees(feature);
            if (geometry.isPresent()) {
                assertThat(new WKTReader().read(wkt).equalsExact(geometry.get(), 5e-7))
                        .as("%s: %s", feature.getID(), wkt)
                        .isTrue();
            }
        }
        assertThat(records.get("near-null-island").getField("WKT")).isEqualTo("POINT (0.000007 -0.000003)");
    }

    @Test
    void axes_have_the_order_of_the_system() throws Exception {
        assertThat(read(TestPages.hardCases(ReferenceSystem.WGS84))
                        .get("nastaliq")
                        .getField("WKT"))
                .isEqualTo("POINT (29.6 67.5)");
        assertThat(read(TestPages.hardCases(ReferenceSystem.WEB_MERCATOR))
                        .get("nastaliq")
                        .getField("WKT"))
                .isEqualTo("POINT (7514065.6 3452236.5)");
    }
}
