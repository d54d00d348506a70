package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.features.ReferenceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** GeoJSON as one text and as a sequence of texts: the same features. */
class GeoJsonPageWriterTest {

    private static Map<String, JsonNode> features(FeaturePage page) throws Exception {
        Map<String, JsonNode> features = new LinkedHashMap<>();
        for (JsonNode feature :
                Written.json(TestPages.written(new GeoJsonPageWriter(), page)).path("features")) {
            features.put(feature.path("id").asString(), feature);
        }
        return features;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hole             | Polygon            | [66.0,29.0,68.0,31.0]",
                "antimeridian     | MultiPolygon       | [178.0,70.0,-177.0,72.0]",
                "mixed            | GeometryCollection | [60.0,20.0,68.0,30.5]",
                "line             | MultiLineString    | [67.0,30.0,69.0,31.0]",
                "near-null-island | Point              | [7.0E-6,-3.0E-6,7.0E-6,-3.0E-6]",
            })
    void geometries_keep_their_type_and_get_a_box(String id, String type, String bbox) throws Exception {
        JsonNode feature = features(TestPages.hardCases()).get(id);

        assertThat(feature.path("geometry").path("type").asString()).isEqualTo(type);
        assertThat(feature.path("bbox")).isEqualTo(Written.json(bbox.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_hole_has_the_opposite_direction_of_its_outer_ring() throws Exception {
        JsonNode rings =
                features(TestPages.hardCases()).get("hole").path("geometry").path("coordinates");

        assertThat(rings.size()).isEqualTo(2);
        assertThat(rings.path(1).size()).isEqualTo(4);
    }

    @Test
    void a_feature_without_a_geometry_has_null_and_no_box() throws Exception {
        JsonNode bare = features(TestPages.hardCases()).get("2025 (no XML name)");

        assertThat(bare.path("geometry").isNull()).isTrue();
        assertThat(bare.has("bbox")).isFalse();
        assertThat(bare.path("properties").path("count").isNull()).isTrue();
    }

    @Test
    void text_and_nested_values_come_through_whole() throws Exception {
        Map<String, JsonNode> features = features(TestPages.hardCases());

        assertThat(features.get("hole").path("properties").path("name").asString())
                .isEqualTo("A \"quoted\", comma'd\r\nname; <b>&amp;</b> ]]>");
        assertThat(features.get("nastaliq").path("properties").path("name").asString())
                .isEqualTo("جعفر ایکسپریس، بولان (مشکاف)\u200F");
        assertThat(features.get("near-null-island")
                        .path("properties")
                        .path("name")
                        .asString())
                .isEqualTo("𝒜 🚂");
        assertThat(features.get("line").path("properties").path("nested").toString())
                .isEqualTo("{\"k\":[1,\"x\"]}");
        assertThat(features.get("nastaliq").path("properties").path("date").asString())
                .isEqualTo("2025-03");
    }

    @Test
    void another_system_has_its_own_order_of_axes_and_no_box() throws Exception {
        JsonNode feature = features(TestPages.hardCases(ReferenceSystem.WGS84)).get("nastaliq");

        assertThat(feature.path("geometry").path("coordinates").toString()).isEqualTo("[29.6,67.5]");
        assertThat(feature.has("bbox")).isFalse();
    }

    @Test
    void an_empty_page_is_a_collection_of_no_features() throws Exception {
        JsonNode empty = Written.json(TestPages.written(new GeoJsonPageWriter(), TestPages.empty()));

        assertThat(empty.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(empty.path("features").isArray()).isTrue();
        assertThat(empty.path("numberReturned").asInt(-1)).isZero();
        assertThat(empty.path("timeStamp").asString()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void a_sequence_has_each_feature_between_a_record_separator_and_a_line_feed() throws Exception {
        String sequence =
                new String(TestPages.written(new GeoJsonSeqWriter(), TestPages.hardCases()), StandardCharsets.UTF_8);
        List<JsonNode> read = new ArrayList<>();
        for (String text : sequence.substring(1).split("\u001E")) {
            // A record that is cut off lacks its line feed, and a line feed inside would look like the end.
            assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
            read.add(Written.json(text.getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(sequence).startsWith("\u001E");
        assertThat(read)
                .containsExactlyElementsOf(features(TestPages.hardCases()).values());
        assertThat(TestPages.written(new GeoJsonSeqWriter(), TestPages.empty())).isEmpty();
    }

    @Test
    void a_buffer_fits_a_page_exactly() throws Exception {
        for (FeaturePage page : List.of(TestPages.hardCases(), TestPages.empty())) {
            PageBuffer buffer = new PageBuffer(10);

            new GeoJsonPageWriter().write(page, buffer);

            assertThat(buffer.toByteArray()).isEqualTo(TestPages.written(new GeoJsonPageWriter(), page));
            assertThat(buffer.toByteArray()).as("the array itself, not a copy").isSameAs(buffer.toByteArray());
        }
    }

    @Test
    void a_buffer_grows_to_its_usual_size_and_beyond() {
        PageBuffer buffer = new PageBuffer(6_000);
        byte[] part = new byte[4_000];
        for (byte i = 1; i <= 3; i++) {
            java.util.Arrays.fill(part, i);
            buffer.write(part, 0, part.length);
            buffer.write(i);
        }

        byte[] all = buffer.toByteArray();

        assertThat(all).hasSize(12_003);
        assertThat(List.of(all[0], all[4_000], all[4_001], all[8_001], all[8_002], all[12_002]))
                .containsExactly((byte) 1, (byte) 1, (byte) 2, (byte) 2, (byte) 3, (byte) 3);
    }
}
