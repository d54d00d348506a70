package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.ogc.Api.ids;
import static org.dateline.http.ogc.Api.query;

import java.util.ArrayList;
import java.util.List;
import org.dateline.Catalogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * OGC API - Features - Part 3: Filtering (OGC 19-079r2), Part 5: Schemas (OGC 23-058r2), sorting and selection of
 * properties, a test for each requirement.
 */
class FilterRequirementsTest {

    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "queryables", "sortables"})
    void req_schemas_json_schema(String name) throws Exception {
        for (String collection : api.collections()) {
            String path = "/collections/" + collection + "/" + name;
            JsonNode schema = api.json(path, "Accept", "application/schema+json");
            assertThat(header(api.get(path), "Content-Type")).isEqualTo("application/schema+json");
            assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("$id").asString()).isEqualTo(api.root() + path);
            assertThat(schema.path("type").asString()).isEqualTo("object");
        }
    }

    @Test
    void features_without_geometry_or_date_can_be_left_out_or_asked_for_alone() throws Exception {
        for (String parameter : List.of("unlocated", "undated")) {
            int all = matched("");
            int with = matched("&" + parameter + "=exclude");
            int without = matched("&" + parameter + "=only");
            assertThat(with + without).isEqualTo(all).isEqualTo(matched("&" + parameter + "=include"));
            assertThat(with).isPositive();
        }
        assertThat(matched("&unlocated=only")).isPositive();
        for (JsonNode feature :
                api.json("/collections/claims/items?f=json&unlocated=exclude").path("features")) {
            assertThat(feature.path("geometry").isObject()).isTrue();
        }
    }

    private int matched(String more) throws Exception {
        return api.json("/collections/claims/items?f=json&limit=1" + more)
                .path("numberMatched")
                .asInt();
    }

    @Test
    void geometries_can_be_skipped() throws Exception {
        JsonNode page = api.json("/collections/places/items?f=json&skipGeometry=true");
        assertThat(page.path("features").size()).isPositive();
        for (JsonNode feature : page.path("features")) {
            assertThat(feature.path("geometry").isNull()).isTrue();
            assertThat(feature.path("properties").path("name").asString()).isNotEmpty();
        }
        assertThat(api.json("/collections/places/items/sibi?f=json&skipGeometry=true")
                        .path("geometry")
                        .isNull())
                .isTrue();
    }

    @Test
    void req_schemas_properties() throws Exception {
        for (String collection : api.collections()) {
            JsonNode schema = api.json("/collections/" + collection + "/schema");
            int ids = 0;
            List<Integer> positions = new ArrayList<>();
            for (var entry : schema.path("properties").properties()) {
                JsonNode property = entry.getValue();
                boolean spatial = property.path("format").asString("").startsWith("geometry-");
                assertThat(property.has("type")).as(entry.getKey()).isNotEqualTo(spatial);
                ids += property.path("x-ogc-role").asString("").equals("id") ? 1 : 0;
                positions.add(property.path("x-ogc-propertySeq").asInt());
            }
            assertThat(ids).isEqualTo(1);
            assertThat(positions).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void req_schemas_describe_the_properties_of_features() throws Exception {
        for (String collection : api.collections()) {
            JsonNode properties =
                    api.json("/collections/" + collection + "/schema").path("properties");
            for (JsonNode feature : api.items(collection).path("features")) {
                feature.path("properties").properties().forEach(entry -> {
                    JsonNode schema = properties.path(entry.getKey());
                    assertThat(schema.isMissingNode()).as(entry.getKey()).isFalse();
                    JsonNode value = entry.getValue();
                    switch (schema.path("type").asString("")) {
                        case "string" ->
                            assertThat(value.isString() || value.isNull()).isTrue();
                        case "integer" ->
                            assertThat(value.isIntegralNumber() || value.isNull())
                                    .isTrue();
                        case "number" ->
                            assertThat(value.isNumber() || value.isNull()).isTrue();
                        case "boolean" ->
                            assertThat(value.isBoolean() || value.isNull()).isTrue();
                        case "array" ->
                            assertThat(value.isArray() || value.isNull()).isTrue();
                        default -> assertThat(schema.path("type").isArray()).isTrue();
                    }
                });
            }
        }
    }

    @Test
    void req_queryables_queryables_link() throws Exception {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            JsonNode link = Api.link(collection, "http://www.opengis.net/def/rel/ogc/1.0/queryables");
            assertThat(link).isNotNull();
            assertThat(api.json(link.path("href").asString()).path("type").asString())
                    .isEqualTo("object");
        }
    }

    @Test
    void req_queryables_every_queryable_works_in_a_filter() throws Exception {
        for (String collection : api.collections()) {
            for (String name : api.json("/collections/" + collection + "/queryables")
                    .path("properties")
                    .propertyNames()) {
                assertThat(api.get("/collections/" + collection + "/items"
                                        + query("limit", "1", "filter", "\"" + name + "\" IS NOT NULL"))
                                .statusCode())
                        .as(name)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "places, kind, city",
        "places, location, radius",
        "rail-route, kind, station",
        "claims, contested, true",
        "claims, measure, killed",
        "claims, value, 425",
        "excerpts, report_date, 2025-03-12",
    })
    void req_queryables_query_parameters(String collection, String name, String value) throws Exception {
        String literal = value.matches("true|[0-9.]+") ? value : "'" + value + "'";

        assertThat(ids(api.items(collection, name, value)))
                .isEqualTo(ids(api.items(collection, "filter", name + " = " + literal)))
                .isNotEmpty();
    }

    @Test
    void req_filter_filter_param_with_text_space_and_time_in_one() throws Exception {
        assertThat(ids(api.items(
                        "excerpts",
                        "filter",
                        "CASEI(quote) LIKE casei('%HOSTAGE%')",
                        "bbox",
                        "66,28,69,31",
                        "datetime",
                        "2025-03-11/2025-03-12")))
                .isNotEmpty()
                .isEqualTo(ids(api.items(
                        "excerpts",
                        "filter",
                        "CASEI(quote) LIKE casei('%HOSTAGE%') AND (geometry IS NULL OR "
                                + "S_INTERSECTS(geometry, BBOX(66,28,69,31))) AND (excerpt_date IS NULL OR "
                                + "T_INTERSECTS(excerpt_date, INTERVAL('2025-03-11','2025-03-12')))")));
    }

    @Test
    void req_filter_filter_lang_param() throws Exception {
        List<String> text = ids(api.items("places", "filter", "kind = 'city'", "filter-lang", "cql2-text"));
        List<String> json = ids(api.items(
                "places",
                "filter",
                "{\"op\":\"=\",\"args\":[{\"property\":\"kind\"},\"city\"]}",
                "filter-lang",
                "cql2-json"));

        assertThat(json).isEqualTo(text).isNotEmpty();
        assertThat(ids(api.items("places", "filter", "kind = 'city'"))).isEqualTo(text);
    }

    @Test
    void req_filter_filter_crs() throws Exception {
        List<String> here = ids(api.items("places", "filter", "S_INTERSECTS(geometry, BBOX(67.5,29.4,68,29.7))"));

        assertThat(here).contains("sibi");
        assertThat(ids(api.items(
                        "places",
                        "filter",
                        "S_INTERSECTS(geometry, BBOX(29.4,67.5,29.7,68))",
                        "filter-crs",
                        "http://www.opengis.net/def/crs/EPSG/0/4326")))
                .isEqualTo(here);
    }

    @Test
    void req_filter_mixing_expressions() throws Exception {
        assertThat(ids(api.items("places", "filter", "kind = 'city'", "bbox", "67.8,29.5,67.9,29.6")))
                .containsExactly("sibi");
    }

    @Test
    void a_filter_with_characters_that_mean_something_in_a_query_is_read_whole() throws Exception {
        assertThat(ids(api.items("places", "filter", "name = 'a;b&c=d+e%f#g' OR name = 'Sibi'")))
                .containsExactly("sibi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"name | true", "+name | true", "-name | false", "-excerpt_count,name | -", "-uncertainty_m | -"})
    void sortby(String sortby, String ascending) throws Exception {
        JsonNode page = api.items("places", "sortby", sortby);

        assertThat(ids(page)).containsExactlyInAnyOrderElementsOf(ids(api.items("places")));
        if (!ascending.equals("-")) {
            List<String> names = new ArrayList<>();
            page.path("features")
                    .forEach(feature ->
                            names.add(feature.path("properties").path("name").asString()));
            assertThat(ascending.equals("true") ? names : names.reversed()).isSorted();
        }
    }

    @Test
    void features_without_a_value_come_last_in_both_directions() throws Exception {
        for (String sortby : List.of("excerpt_date", "-excerpt_date")) {
            JsonNode last = api.items("excerpts", "sortby", sortby).path("features");
            assertThat(last.path(last.size() - 1)
                            .path("properties")
                            .path("excerpt_date")
                            .isNull())
                    .isTrue();
            assertThat(last.path(0).path("properties").path("excerpt_date").isNull())
                    .isFalse();
        }
    }

    @Test
    void properties_are_the_requested_ones() throws Exception {
        for (JsonNode feature : api.items("places", "properties", "kind,name").path("features")) {
            assertThat(feature.path("properties").propertyNames()).containsExactly("name", "kind");
        }
        assertThat(api.json("/collections/places/items/sibi?properties=kind")
                        .path("properties")
                        .propertyNames())
                .containsExactly("kind");
    }
}
