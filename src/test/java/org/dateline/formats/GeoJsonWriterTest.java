package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonWriterTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Map<String, JsonNode> written(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        GeoJsonWriter writer = new GeoJsonWriter(catalog);
        Map<String, JsonNode> collections = new HashMap<>();
        for (Layer layer : catalog.layers()) {
            collections.put(layer.id(), JSON.readTree(writer.write(layer)));
        }
        return collections;
    }

    private static JsonNode feature(Map<String, JsonNode> collections, String id) {
        for (JsonNode collection : collections.values()) {
            for (JsonNode feature : collection.path("features")) {
                if (feature.path("id").asString().equals(id)) {
                    return feature;
                }
            }
        }
        throw new AssertionError("no feature " + id);
    }

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void exterior_rings_run_counter_clockwise_and_are_closed(Path folder) throws Exception {
        int rings = 0;
        for (JsonNode collection : written(folder).values()) {
            for (JsonNode feature : collection.path("features")) {
                JsonNode geometry = feature.path("geometry");
                if (geometry.path("type").asString().equals("Polygon")) {
                    rings += ring(geometry.path("coordinates").path(0));
                } else if (geometry.path("type").asString().equals("MultiPolygon")) {
                    for (JsonNode polygon : geometry.path("coordinates")) {
                        rings += ring(polygon.path(0));
                    }
                }
            }
        }
        assertThat(rings).isPositive();
    }

    private static int ring(JsonNode positions) {
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    positions.path(i).path(0).asDouble(),
                    positions.path(i).path(1).asDouble());
        }
        assertThat(ring[0]).isEqualTo(ring[ring.length - 1]);
        assertThat(Orientation.isCCW(ring)).isTrue();
        return 1;
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_position_is_a_longitude_and_a_latitude_within_the_features_bbox_which_a_point_does_not_need(Path folder)
            throws Exception {
        for (JsonNode collection : written(folder).values()) {
            for (JsonNode feature : collection.path("features")) {
                boolean isPoint =
                        feature.path("geometry").path("type").asString("").equals("Point");
                JsonNode around = isPoint ? collection : feature;
                within(feature.path("geometry").path("coordinates"), around.path("bbox"));
                assertThat(feature.has("bbox") && isPoint).isFalse();
            }
        }
    }

    private static void within(JsonNode coordinates, JsonNode bbox) {
        if (!coordinates.path(0).isNumber()) {
            coordinates.forEach(inner -> within(inner, bbox));
            return;
        }
        double longitude = coordinates.path(0).asDouble();
        double west = bbox.path(0).asDouble();
        double east = bbox.path(2).asDouble();
        boolean inside = west <= east ? west <= longitude && longitude <= east : longitude >= west || longitude <= east;
        assertThat(inside).as("%s in %s", coordinates, bbox).isTrue();
        assertThat(coordinates.path(1).asDouble())
                .isBetween(bbox.path(1).asDouble(), bbox.path(3).asDouble());
    }

    @Test
    void a_radius_is_a_circle_around_its_centre_and_no_pin() throws Exception {
        JsonNode hijacking = feature(written(Catalogs.JAFFAR_EXPRESS), "jaffar-express-hijacking");

        assertThat(hijacking.path("geometry").path("type").asString()).isEqualTo("Polygon");
        assertThat(hijacking.path("properties").path("location").asString()).isEqualTo("radius");
        assertThat(hijacking.path("properties").path("uncertainty_m").asDouble())
                .isEqualTo(10_000);
        assertThat(hijacking.path("properties").path("center").toString()).isEqualTo("[67.62,29.64]");
    }

    @Test
    void unlocated_features_have_null_geometry_and_no_bbox() throws Exception {
        JsonNode killing = feature(written(Catalogs.JAFFAR_EXPRESS), "punjabi-travellers-february");

        assertThat(killing.path("geometry").isNull()).isTrue();
        assertThat(killing.has("bbox")).isFalse();
        assertThat(killing.path("properties").path("excerpt_count").asInt()).isEqualTo(1);
    }

    @Test
    void an_empty_layer_is_a_collection_without_features_and_bbox() throws Exception {
        JsonNode notes = Objects.requireNonNull(written(Catalogs.CHUKOTKA).get("notes"));

        assertThat(notes.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(notes.path("features")).isEmpty();
        assertThat(notes.has("bbox")).isFalse();
    }

    @Test
    void a_collection_across_the_antimeridian_has_a_bbox_whose_west_is_greater_than_its_east() throws Exception {
        JsonNode bbox =
                Objects.requireNonNull(written(Catalogs.CHUKOTKA).get("places")).path("bbox");

        assertThat(bbox.path(0).asDouble()).isGreaterThan(bbox.path(2).asDouble());
    }

    @Test
    void each_feature_carries_the_excerpts_that_name_it_with_their_words_party_and_report() throws Exception {
        JsonNode sibi =
                feature(written(Catalogs.JAFFAR_EXPRESS), "sibi-district").path("properties");

        JsonNode excerpt = sibi.path("excerpts").path(0);
        assertThat(excerpt.path("quote").asString()).contains("in remote Sibi district in Balochistan province");
        assertThat(excerpt.path("words").toString()).isEqualTo("[\"Sibi district\"]");
        assertThat(excerpt.path("party").asString()).isEqualTo("bla");
        assertThat(excerpt.path("report").asString()).isEqualTo("abc-wires");
        assertThat(excerpt.path("report_date").isNull())
                .as("the report states no date")
                .isTrue();
    }

    @Test
    void an_excerpt_has_its_own_date_and_its_reports_date() throws Exception {
        JsonNode lost = feature(written(Catalogs.CHUKOTKA), "propazha-zonda")
                .path("properties")
                .path("excerpts")
                .path(0);

        assertThat(lost.path("report_date").asString()).isEqualTo("2024-02-14");
        assertThat(lost.path("effective_date").asString()).isEqualTo("2024-01");
    }

    @Test
    void the_line_says_its_geodesic_length_in_kilometres() throws Exception {
        JsonNode line = feature(written(Catalogs.JAFFAR_EXPRESS), "quetta-peshawar-line")
                .path("properties");

        assertThat(line.path("length_km").asDouble()).isBetween(1_500.0, 1_650.0);
    }
}
