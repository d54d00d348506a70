package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;

import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
 * OGC API - Features - Part 1: the requirements classes GeoJSON, HTML and OpenAPI 3.0 (OGC 17-069r4, clauses 8.2, 8.3 and
 * 9). That answers have the form that the document says, {@link Api} checks for every answer of every test.
 */
class EncodingRequirementsTest {

    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String html(String path) throws Exception {
        HttpResponse<byte[]> response = api.get(path, "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(200);
        return text(response);
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/json",
        "/conformance, application/json",
        "/collections, application/json",
        "/collections/places, application/json",
        "/collections/places/items, application/geo+json",
        "/collections/places/items/sibi, application/geo+json",
    })
    void req_geojson_definition(String path, String type) throws Exception {
        assertThat(header(api.get(path, "Accept", type), "Content-Type")).isEqualTo(type);
    }

    @Test
    void req_geojson_content() throws Exception {
        for (String collection : api.collections()) {
            JsonNode page = api.items(collection);
            // RFC 7946: what it has, and nothing that GeoJSON of 2008 had.
            assertThat(page.path("type").asString()).isEqualTo("FeatureCollection");
            assertThat(page.has("crs")).isFalse();
            assertThat(page.path("links").isArray()).isTrue();
            assertThat(page.path("features")).isNotEmpty().allSatisfy(feature -> {
                assertThat(feature.path("type").asString()).isEqualTo("Feature");
                assertThat(feature.path("properties").isObject()).isTrue();
                assertThat(feature.has("geometry")).isTrue();
                assertThat(feature.path("id").isString()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/conformance",
                "/api",
                "/collections",
                "/collections/places",
                "/collections/places/schema",
                "/collections/places/queryables",
                "/collections/places/sortables",
                "/collections/excerpts/items?limit=2",
                "/collections/places/items/sibi",
                "/collections/places/items?filter=id%3D'nothing'"
            })
    void req_html_definition(String path) throws Exception {
        HttpResponse<byte[]> response = api.get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(text(response)).startsWith("<!doctype html>").contains("<html lang=\"en\">", "<h1>", "<title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/collections", "/collections/places", "/collections/excerpts/items?limit=2"})
    void req_html_content_has_all_links_of_the_json(String path) throws Exception {
        String page = html(path);

        for (JsonNode link : api.json(path).path("links")) {
            String rel = link.path("rel").asString();
            // self is the page itself, and the page's alternate is the JSON.
            if (!rel.equals("self") && !link.path("type").asString().equals("text/html") && !rel.equals("next")) {
                String href = link.path("href").asString().replace("&", "&amp;");
                assertThat(page).as(rel).contains("href=\"" + href);
            }
        }
    }

    @Test
    void req_html_content_has_all_features_and_their_values() throws Exception {
        for (String collection : api.collections()) {
            String page = html("/collections/" + collection + "/items?limit=10000");
            for (JsonNode feature : api.items(collection).path("features")) {
                String id = feature.path("id").asString();
                assertThat(page).contains("/collections/" + collection + "/items/" + id + "\"");
            }
        }
        assertThat(html("/collections/places/items/sibi"))
                .contains("Sibi", "1500", "The BLA said gunmen bombed the railway track");
    }

    @Test
    void text_in_another_language_says_so_and_runs_its_own_way() throws Exception {
        assertThat(html("/collections/places/items")).contains("<div dir=\"auto\" lang=\"ur\">کوئٹہ</div>");
        assertThat(html("/collections/places/items/quetta")).contains("<div dir=\"auto\" lang=\"ur\">کوئٹہ</div>");
    }

    @Test
    void a_table_omits_and_names_the_properties_that_none_of_its_features_has() throws Exception {
        assertThat(html("/collections/places/items"))
                .doesNotContain("<th scope=\"col\">date</th>")
                .contains("No feature here has a value for: date.");
    }

    @Test
    void features_in_the_same_place_are_drawn_once() throws Exception {
        String page = html("/collections/claims/items?limit=20");

        assertThat(page).contains(" more\">").containsOnlyOnce("class=\"shape area\"");
    }

    @Test
    void the_pages_load_the_fonts_of_the_site() throws Exception {
        String style = text(api.get("/style.css"));

        var font = java.util.regex.Pattern.compile("url\\(\\.\\./(assets/noto-nastaliq[^)]+)\\)")
                .matcher(style);
        assertThat(font.find()).isTrue();
        assertThat(api.site("/" + font.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void req_oas30_oas_definition() throws Exception {
        HttpResponse<byte[]> response = api.get("/api", "Accept", "application/vnd.oai.openapi+json;version=3.0");

        assertThat(header(response, "Content-Type")).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        // The parser that the standard's own test suite asks.
        OpenApi3 model = new OpenApi3Parser()
                .parse(text(response), URI.create(api.root() + "/api").toURL(), true);
        assertThat(model.getValidationItems()).isEmpty();
        assertThat(model.isValid()).isTrue();
    }

    @Test
    void req_oas30_oas_impl_every_path_answers() throws Exception {
        for (String path : api.document().path("paths").propertyNames()) {
            String collection = path.replaceAll("/collections/([^/]+).*", "$1");
            String feature = path.contains("{featureId}")
                    ? api.items(collection, "limit", "1")
                            .path("features")
                            .path(0)
                            .path("id")
                            .asString()
                    : "";
            assertThat(api.get(path.replace("{featureId}", feature).replaceAll("\\{tile[a-zA-Z]+}", "0"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void req_oas30_completeness_every_link_leads_to_a_path_of_the_document() throws Exception {
        List<String> paths = new ArrayList<>(api.document().path("paths").propertyNames());
        for (String path : List.of("", "/collections", "/collections/places", "/collections/places/items")) {
            for (JsonNode link : api.json(path).path("links")) {
                String target = link.path("href").asString().replaceAll("[?].*", "");
                assertThat(target).startsWith(api.root());
                String below = target.substring(api.root().length());
                assertThat(paths).contains(below.isEmpty() ? "/" : below);
            }
        }
    }

    @Test
    void req_oas30_exceptions_codes() throws Exception {
        for (var path : api.document().path("paths").properties()) {
            JsonNode responses = path.getValue().path("get").path("responses");
            assertThat(responses.propertyNames())
                    .as(path.getKey())
                    .contains("200", "400", "406", "500")
                    .satisfies(codes -> assertThat(codes.contains("404"))
                            .isEqualTo(path.getKey().contains("{")));
        }
    }

    @Test
    void req_oas30_security_there_is_none_to_declare() {
        assertThat(api.document().has("security")).isFalse();
        assertThat(api.document().has("components")).isFalse();
    }
}
