package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.ogc.Api.ids;
import static org.dateline.http.ogc.Api.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.Catalogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OGC API - Features - Part 2: Coordinate Reference Systems by Reference (OGC 18-058r1), a test for each requirement. */
class CrsRequirementsTest {

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private static Api api;
    private static Api chukotka;

    @BeforeAll
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
        chukotka = new Api(Catalogs.CHUKOTKA);
    }

    @AfterAll
    static void stop() {
        api.close();
        chukotka.close();
    }

    @Test
    void req_crs_crs_uri_and_fc_md_crs_list() throws Exception {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            List<String> systems = new ArrayList<>();
            collection.path("crs").forEach(one -> systems.add(one.asString()));
            assertThat(systems).startsWith(CRS84).contains(EPSG + "4326", EPSG + "3857", EPSG + "32642");
            assertThat(systems)
                    .allMatch(uri -> uri.matches("http://www\\.opengis\\.net/def/crs/(OGC|EPSG)/[0-9.]+/\\w+"));
        }
    }

    @Test
    void req_crs_fc_md_storageCrs_valid_value() throws Exception {
        for (String id : api.collections()) {
            JsonNode collection = api.json("/collections/" + id);
            assertThat(collection.path("crs")).anyMatch(one -> one.equals(collection.path("storageCrs")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Expected values by PROJ 9.1
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84   | 67.8773    | 29.543     | 1e-6",
                "http://www.opengis.net/def/crs/EPSG/0/4326     | 29.543     | 67.8773    | 1e-6",
                "http://www.opengis.net/def/crs/EPSG/0/3857     | 7556066.47 | 3444940.98 | 0.1",
                "http://www.opengis.net/def/crs/EPSG/0/32642    | 391221.90  | 3268673.34 | 0.1",
            })
    void req_crs_crs_action_and_ogc_crs_header(String crs, double first, double second, double close) throws Exception {
        for (String path : List.of("/collections/places/items/sibi", "/collections/places/items")) {
            var response = api.get(path + query("crs", crs));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Crs")).isEqualTo("<" + crs + ">");
        }
        JsonNode position = api.json("/collections/places/items/sibi" + query("crs", crs))
                .path("geometry")
                .path("coordinates");
        assertThat(position.path(0).asDouble()).isCloseTo(first, within(close));
        assertThat(position.path(1).asDouble()).isCloseTo(second, within(close));
    }

    @Test
    void req_crs_default_crs() throws Exception {
        assertThat(header(api.get("/collections/places/items"), "Content-Crs")).isEqualTo("<" + CRS84 + ">");
        assertThat(header(api.get("/collections/places/items/sibi"), "Content-Crs"))
                .isEqualTo("<" + CRS84 + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.opengis.net/def/crs/EPSG/0/27700",
                "http://www.opengis.net/def/crs/0/unsupported",
                "EPSG:3857",
                "",
            })
    void req_crs_fc_crs_valid_value(String crs) throws Exception {
        assertThat(api.get("/collections/places/items" + query("crs", crs)).statusCode())
                .isEqualTo(400);
        assertThat(api.get("/collections/places/items/sibi" + query("crs", crs)).statusCode())
                .isEqualTo(400);
        assertThat(api.get("/collections/places/items" + query("bbox", "5,49,6,50", "bbox-crs", crs))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84 | 67.5,29.4,68,29.7",
                "http://www.opengis.net/def/crs/EPSG/0/4326   | 29.4,67.5,29.7,68",
                "http://www.opengis.net/def/crs/EPSG/0/3857   | 7514065.628546,3428901.46,7569725.373961,3467289.63",
                "http://www.opengis.net/def/crs/EPSG/0/32642  | 354000,3253000,403000,3286000",
            })
    void req_crs_bbox_crs_action(String crs, String bbox) throws Exception {
        assertThat(ids(api.items("places", "bbox", bbox, "bbox-crs", crs)))
                .contains("sibi", "dhadar", "mushkaf")
                .doesNotContain("quetta", "gwadar", "peshawar");
    }

    @Test
    void req_crs_fc_bbox_crs_action_the_extent_in_another_system_finds_what_the_extent_finds() throws Exception {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            String id = collection.path("id").asString();
            JsonNode box =
                    collection.path("extent").path("spatial").path("bbox").path(0);
            double[] low = mercator(box.path(0).asDouble(), box.path(1).asDouble());
            double[] high = mercator(box.path(2).asDouble(), box.path(3).asDouble());
            String inDegrees = "%s,%s,%s,%s".formatted(box.path(1), box.path(0), box.path(3), box.path(2));
            // Seven decimals, as the standard's own test suite writes them.
            String inMetres = String.format(Locale.ROOT, "%.7f,%.7f,%.7f,%.7f", low[0], low[1], high[0], high[1]);

            List<String> all = ids(api.items(id));
            assertThat(ids(api.items(id, "bbox", inDegrees, "bbox-crs", EPSG + "4326")))
                    .as(id)
                    .isEqualTo(all);
            assertThat(ids(api.items(id, "bbox", inMetres, "bbox-crs", EPSG + "3857")))
                    .as(id)
                    .isEqualTo(all);
        }
    }

    /** Independent of the program's own: the formula of EPSG method 1024. */
    private static double[] mercator(double longitude, double latitude) {
        double radius = 6_378_137;
        return new double[] {
            radius * Math.toRadians(longitude), radius * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2))
        };
    }

    @Test
    void req_crs_fc_bbox_crs_default_value() throws Exception {
        for (String id : api.collections()) {
            assertThat(ids(api.items(id, "bbox", "66.9,29.4,68,30.3", "bbox-crs", CRS84)))
                    .isEqualTo(ids(api.items(id, "bbox", "66.9,29.4,68,30.3")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crs", "bbox-crs"})
    void req_crs_fc_crs_definition_and_fc_bbox_crs_definition(String name) {
        for (var path : api.document().path("paths").properties()) {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.path("name").asString().equals(name)) {
                    assertThat(parameter.path("in").asString()).isEqualTo("query");
                    assertThat(parameter.path("required").asBoolean()).isFalse();
                    assertThat(parameter.path("style").asString()).isEqualTo("form");
                    assertThat(parameter.path("explode").asBoolean()).isFalse();
                    assertThat(parameter.path("schema").path("type").asString()).isEqualTo("string");
                    assertThat(parameter.path("schema").path("format").asString())
                            .isEqualTo("uri");
                }
            }
        }
        assertThat(api.parameter("/collections/places/items", name)).isNotNull();
    }

    @Test
    void req_crs_fc_md_crs_list_global_names_the_systems_of_every_collection() throws Exception {
        JsonNode document = api.json("/collections");

        assertThat(document.path("collections"))
                .isNotEmpty()
                .allSatisfy(collection -> assertThat(collection.path("crs")).isEqualTo(document.path("crs")));
    }

    @Test
    void req_crs_geojson_keeps_the_order_of_axes_of_the_system() throws Exception {
        JsonNode first =
                api.json("/collections/places/items/sibi").path("geometry").path("coordinates");
        JsonNode second = api.json("/collections/places/items/sibi" + query("crs", EPSG + "4326"))
                .path("geometry")
                .path("coordinates");

        assertThat(second.path(0)).isEqualTo(first.path(1));
        assertThat(second.path(1)).isEqualTo(first.path(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3857  | 1,2,0,1",
                "3857  | 30000000,0,-30000000,1",
                "3857  | 5000000,1e300,-5000000,1e301",
                "32642 | 403000,3253000,354000,3286000",
            })
    void req_crs_fc_bbox_crs_valid_value_a_box_that_is_none_is_refused(String code, String bbox) throws Exception {
        assertThat(api.get("/collections/places/items" + query("bbox", bbox, "bbox-crs", EPSG + code))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_box_across_the_antimeridian_finds_both_sides_in_every_system() throws Exception {
        List<String> near = ids(chukotka.items("places", "bbox", "177,64,-179,67"));

        assertThat(near).contains("anadyr", "egvekinot", "zaliv-kresta").doesNotContain("provideniya", "pevek");
        assertThat(ids(chukotka.items("places", "bbox", "64,177,67,-179", "bbox-crs", EPSG + "4326")))
                .isEqualTo(near);
        double[] low = mercator(177, 64);
        double[] high = mercator(-179, 67);
        String inMetres = String.format(Locale.ROOT, "%.7f,%.7f,%.7f,%.7f", low[0], low[1], high[0], high[1]);
        assertThat(ids(chukotka.items("places", "bbox", inMetres, "bbox-crs", EPSG + "3857")))
                .isEqualTo(near);
        // Its complement is not what is meant.
        assertThat(ids(chukotka.items("places", "bbox", "-179,64,177,67"))).doesNotContain("anadyr", "egvekinot");
    }

    @Test
    void a_feature_across_the_antimeridian_is_found_on_either_side_once() throws Exception {
        assertThat(ids(chukotka.items("places", "bbox", "178.5,70.9,179,71.2"))).containsExactly("ostrov-vrangelya");
        assertThat(ids(chukotka.items("places", "bbox", "-178.5,70.9,-178,71.2")))
                .containsExactly("ostrov-vrangelya");
        assertThat(ids(chukotka.items("places", "bbox", "178,70.5,-177,72"))).containsExactly("ostrov-vrangelya");
    }

    @Test
    void every_feature_of_every_collection_is_available_in_every_worldwide_system() throws Exception {
        for (Api one : List.of(api, chukotka)) {
            for (JsonNode collection : one.json("/collections").path("collections")) {
                String id = collection.path("id").asString();
                JsonNode stored = one.items(id);
                List<String> all = ids(stored);
                // UTM is made for its zone: with assertions on, as here, GeoTools refuses what lies far outside.
                for (String crs : List.of(CRS84, EPSG + "4326", EPSG + "3857")) {
                    JsonNode page = one.items(id, "crs", crs);
                    assertThat(ids(page)).isEqualTo(all);
                    for (int i = 0; i < all.size(); i++) {
                        assertThat(page.path("features")
                                        .path(i)
                                        .path("geometry")
                                        .isNull())
                                .isEqualTo(stored.path("features")
                                        .path(i)
                                        .path("geometry")
                                        .isNull());
                    }
                }
            }
        }
    }
}
