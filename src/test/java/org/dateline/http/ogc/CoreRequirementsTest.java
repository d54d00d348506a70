package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.ogc.Api.ids;
import static org.dateline.http.ogc.Api.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dateline.Catalogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * OGC API - Features - Part 1: Core (OGC 17-069r4). Each test bears the name of its requirement: /req/core/root-op is
 * {@code req_core_root_op}.
 */
class CoreRequirementsTest {

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
    @ValueSource(strings = {"", "/"})
    void req_core_root_op(String path) throws Exception {
        assertThat(api.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void req_core_http_is_version_1_1() throws Exception {
        assertThat(api.get("/").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void req_core_root_success() throws Exception {
        JsonNode landing = api.json("/");

        for (String rel : List.of("service-desc", "service-doc", "conformance", "data", "self", "alternate")) {
            assertThat(link(landing, rel)).as(rel).isNotNull();
        }
        assertThat(link(landing, "service-desc").path("type").asString())
                .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    }

    @Test
    void req_core_api_definition_op() throws Exception {
        for (JsonNode one : api.json("/").path("links")) {
            if (one.path("rel").asString().startsWith("service-")) {
                String path = one.path("href").asString().substring(api.root().length());
                assertThat(api.get(path, "Accept", one.path("type").asString()).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void req_core_api_definition_success() throws Exception {
        HttpResponse<byte[]> response = api.get("/api", "Accept", "application/vnd.oai.openapi+json;version=3.0");
        String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(header(response, "Content-Type")).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        assertThat(api.document().path("openapi").asString()).startsWith("3.0");
        assertThat(api.document().path("servers").path(0).path("url").asString())
                .isEqualTo(api.root());
        assertThat(api.document().path("paths").propertyNames())
                .contains("/", "/conformance", "/collections", "/collections/places/items")
                .allMatch(path -> path.startsWith("/") && !path.startsWith("/ogc"));
        assertThat(text).doesNotContain("$ref");
    }

    @Test
    void req_core_conformance_op() throws Exception {
        assertThat(api.get("/conformance").statusCode()).isEqualTo(200);
    }

    @Test
    void req_core_conformance_success() throws Exception {
        List<String> classes = new ArrayList<>();
        api.json("/conformance").path("conformsTo").forEach(one -> classes.add(one.asString()));

        assertThat(classes)
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs")
                .doesNotHaveDuplicates();
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
                "/collections/places/items?limit=2",
                "/collections/places/items/sibi"
            })
    void req_core_http_head_has_the_headers_of_get(String path) throws Exception {
        HttpResponse<byte[]> get = api.get(path);
        HttpResponse<byte[]> head = api.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "Content-Length")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
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
                "/collections/places/items",
                "/collections/places/items/sibi"
            })
    void req_core_query_param_unknown(String path) throws Exception {
        HttpResponse<byte[]> response = api.get(path + "?unknownQueryParameter17=1");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(new String(response.body())).contains("\"parameter\":\"unknownQueryParameter17\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit    | unlimited",
                "limit    | 0",
                "limit    | -1",
                "limit    | 1.5",
                "limit    | ''",
                "offset   | -1",
                "bbox     | 1,2,3",
                "bbox     | 1,2,3,4,5",
                "bbox     | a,b,c,d",
                "bbox     | 10,50,20,40",
                "bbox     | 0,0,181,1",
                "bbox     | NaN,0,1,1",
                "datetime | yesterday",
                "datetime | 2025-13-01",
                "datetime | 2025-03-12/2025-03-11",
                "datetime | 2025-03-12/2025-03-13/2025-03-14",
                "datetime | 2025-03-12/P",
                "datetime | ''",
                "f        | shapefile",
                "crs      | EPSG:3857",
                "sortby   | nothing",
                "sortby   | excerpts",
                "properties | nothing",
                "filter   | kind",
                "filter-lang | sql",
            })
    void req_core_query_param_invalid(String name, String value) throws Exception {
        HttpResponse<byte[]> response = api.get("/collections/places/items" + Api.query(name, value));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new String(response.body())).contains("\"parameter\":\"" + name + "\"", "\"got\":", "\"expected\":");
    }

    @Test
    void req_core_crs84() throws Exception {
        for (String collection : api.collections()) {
            for (JsonNode feature : api.items(collection).path("features")) {
                JsonNode bbox = feature.path("bbox");
                if (bbox.isArray()) {
                    assertThat(bbox.path(0).asDouble()).isBetween(-180.0, 180.0);
                    assertThat(bbox.path(3).asDouble()).isBetween(-90.0, 90.0);
                }
            }
        }
    }

    /** The standard's own test suite follows next links so: it repeats their parameters, and asks for all there is. */
    @Test
    void a_parameter_that_is_given_again_counts_as_the_last() throws Exception {
        JsonNode first = api.items("rail-route", "limit", "10");
        String next = link(first, "next").path("href").asString();
        JsonNode rest = api.json(next + "&offset=10&limit=10000");

        assertThat(first.path("features").size() + rest.path("features").size())
                .isEqualTo(first.path("numberMatched").asInt());
        assertThat(link(rest, "next")).isNull();
    }

    @Test
    void req_core_fc_md_items() throws Exception {
        List<String> layers = new ArrayList<>();
        new tools.jackson.databind.json.JsonMapper()
                .readTree(api.site("/catalog.json").body())
                .path("layers")
                .forEach(layer -> layers.add(layer.path("id").asString()));

        assertThat(layers).isNotEmpty();
        assertThat(api.collections()).containsAll(layers).contains("excerpts", "claims");
    }

    @Test
    void req_core_fc_md_extent_names_times_that_can_be_requested() throws Exception {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            JsonNode interval =
                    collection.path("extent").path("temporal").path("interval").path(0);
            if (interval.isArray()) {
                Instant begin = Instant.parse(interval.path(0).asString());
                Instant end = Instant.parse(interval.path(1).asString());
                Instant quarter = begin.plus(Duration.between(begin, end).dividedBy(4));
                String id = collection.path("id").asString();
                // With fractions of a second, as a quarter of anything may have.
                assertThat(api.items(id, "datetime", begin + "/" + end)
                                .path("numberMatched")
                                .asInt())
                        .isEqualTo(api.items(id).path("numberMatched").asInt());
                assertThat(api.items(
                                        id,
                                        "datetime",
                                        quarter.plusNanos(123_456_789).toString())
                                .path("features")
                                .isArray())
                        .isTrue();
            }
        }
    }

    @Test
    void req_core_fc_md_op_and_success() throws Exception {
        assertThat(api.collections()).contains("areas", "rail-route", "places", "incidents", "excerpts");
    }

    @Test
    void req_core_fc_md_links() throws Exception {
        JsonNode document = api.json("/collections");

        assertThat(link(document, "self").path("type").asString()).isEqualTo("application/json");
        assertThat(link(document, "alternate").path("type").asString()).isEqualTo("text/html");
    }

    @Test
    void req_core_fc_md_items_links() throws Exception {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            JsonNode items = link(collection, "items");
            assertThat(items.path("type").asString()).isEqualTo("application/geo+json");
            assertThat(api.json(items.path("href").asString()).path("type").asString())
                    .isEqualTo("FeatureCollection");
        }
    }

    @Test
    void req_core_fc_md_extent() throws Exception {
        for (JsonNode collection : api.json("/collections").path("collections")) {
            JsonNode bbox =
                    collection.path("extent").path("spatial").path("bbox").path(0);
            assertThat(bbox.size()).isEqualTo(4);
            String all = bbox.path(0).asDouble() + "," + bbox.path(1).asDouble() + ","
                    + bbox.path(2).asDouble() + "," + bbox.path(3).asDouble();
            String id = collection.path("id").asString();
            assertThat(ids(api.items(id, "bbox", all))).isEqualTo(ids(api.items(id)));
            for (JsonNode end :
                    collection.path("extent").path("temporal").path("interval").path(0)) {
                assertThat(Instant.parse(end.asString())).isNotNull();
            }
        }
    }

    @Test
    void req_core_sfc_md_op_and_success() throws Exception {
        for (JsonNode listed : api.json("/collections").path("collections")) {
            JsonNode single = api.json("/collections/" + listed.path("id").asString());
            for (String member : List.of("id", "title", "description", "extent", "crs", "storageCrs", "itemType")) {
                assertThat(single.path(member)).as(member).isEqualTo(listed.path(member));
            }
        }
    }

    @Test
    void req_core_fc_op() throws Exception {
        for (String collection : api.collections()) {
            assertThat(api.items(collection).path("numberReturned").asInt()).isPositive();
        }
    }

    @Test
    void req_core_fc_limit_definition() {
        JsonNode limit = parameter("limit");

        assertThat(limit.path("in").asString()).isEqualTo("query");
        assertThat(limit.path("required").asBoolean()).isFalse();
        assertThat(limit.path("style").asString()).isEqualTo("form");
        assertThat(limit.path("explode").asBoolean()).isFalse();
        assertThat(limit.path("schema").path("type").asString()).isEqualTo("integer");
        assertThat(limit.path("schema").path("minimum").asInt()).isEqualTo(1);
        assertThat(limit.path("schema").path("maximum").asInt()).isEqualTo(10_000);
        assertThat(limit.path("schema").path("default").asInt()).isPositive();
    }

    @Test
    void req_core_fc_limit_response() throws Exception {
        assertThat(api.items("rail-route", "limit", "3").path("features").size())
                .isEqualTo(3);
        assertThat(api.items("rail-route", "limit", "10001").path("features").size())
                .isEqualTo(api.items("rail-route").path("numberMatched").asInt());
    }

    @Test
    void req_core_fc_bbox_definition() {
        JsonNode bbox = parameter("bbox");

        assertThat(bbox.path("in").asString()).isEqualTo("query");
        assertThat(bbox.path("required").asBoolean()).isFalse();
        assertThat(bbox.path("style").asString()).isEqualTo("form");
        assertThat(bbox.path("explode").asBoolean()).isFalse();
        assertThat(bbox.path("schema").path("type").asString()).isEqualTo("array");
        assertThat(bbox.path("schema").path("minItems").asInt()).isEqualTo(4);
        assertThat(bbox.path("schema").path("maxItems").asInt()).isEqualTo(6);
        assertThat(bbox.path("schema").path("items").path("type").asString()).isEqualTo("number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "67.8,29.5,67.9,29.6            | sibi",
                "67.8,29.5,0,67.9,29.6,9000     | sibi",
                "-1.5,50.0,1.5,53.0             | ''",
                "-80.0,-5.0,-70.0,5.0           | ''",
                "177.0,65.0,-177.0,70.0         | ''",
                "-180.0,85.0,180.0,90.0         | ''",
                "-180.0,-90.0,180.0,-85.0       | ''",
            })
    void req_core_fc_bbox_response(String bbox, String ids) throws Exception {
        assertThat(ids(api.items("places", "bbox", bbox)))
                .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }

    @Test
    void req_core_fc_bbox_response_matches_features_without_a_geometry() throws Exception {
        JsonNode far = api.items("excerpts", "bbox", "-80,-5,-70,5");

        assertThat(far.path("features"))
                .allMatch(feature -> feature.path("geometry").isNull());
    }

    @Test
    void req_core_fc_time_definition() {
        JsonNode datetime = parameter("datetime");

        assertThat(datetime.path("in").asString()).isEqualTo("query");
        assertThat(datetime.path("required").asBoolean()).isFalse();
        assertThat(datetime.path("style").asString()).isEqualTo("form");
        assertThat(datetime.path("explode").asBoolean()).isFalse();
        assertThat(datetime.path("schema").path("type").asString()).isEqualTo("string");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-11, true",
        "2025-03-11T12:00:00Z, true",
        "2025-03-11T12:00:00+05:00, true",
        "2025-03-12, false",
        "2025-03-01/2025-03-31, true",
        "../2025-03-10, false",
        "/2025-03-11, true",
        "2025-03-12/.., false",
        "2025-03-11/, true",
        "../.., true",
        "2025-03-10/P2D, true",
        "2025-03-10/PT12H, false",
        "P2D/2025-03-12, true",
        "2025-03, true",
        "2025, true",
        "2025-03-11T00:00:00Z/2025-03-11T06:00:00Z, true",
    })
    void req_core_fc_time_response(String datetime, boolean matches) throws Exception {
        JsonNode page = api.items("incidents", "datetime", datetime);

        assertThat(page.path("features")).allSatisfy(feature -> {
            JsonNode date = feature.path("properties").path("date");
            if (!matches) {
                assertThat(date.asString("")).isNotEqualTo("2025-03-11");
            }
        });
        assertThat(ids(page).contains("jaffar-express-hijacking")).isEqualTo(matches);
    }

    @Test
    void req_core_fc_response() throws Exception {
        for (String collection : api.collections()) {
            JsonNode page = api.items(collection, "limit", "2");
            assertThat(page.path("type").asString()).isEqualTo("FeatureCollection");
            assertThat(page.path("features").isArray()).isTrue();
        }
    }

    @Test
    void req_core_fc_links_and_rel_type() throws Exception {
        HttpResponse<byte[]> response = api.get(
                "/collections/places/items" + Api.query("limit", "2", "bbox", "60,20,80,40", "sortby", "-name"));
        JsonNode page = new tools.jackson.databind.json.JsonMapper().readTree(response.body());

        assertThat(link(page, "self").path("href").asString()).contains("limit=2", "sortby=-name", "bbox=60,20,80,40");
        assertThat(page.path("links"))
                .allSatisfy(one -> assertThat(one.path("type").asString()).isNotEmpty());
        List<String> alternates = new ArrayList<>();
        page.path("links").forEach(one -> {
            if (one.path("rel").asString().equals("alternate")) {
                alternates.add(one.path("type").asString());
            }
        });
        assertThat(alternates).contains("text/html");
        assertThat(link(page, "next").path("href").asString())
                .contains("limit=2", "offset=2", "sortby=-name", "bbox=60,20,80,40");
        assertThat(header(response, "Link")).contains("rel=\"next\"");
    }

    @Test
    void req_core_fc_links_next_walks_through_all_features_once() throws Exception {
        JsonNode page = api.items("rail-route", "limit", "7", "sortby", "name", "bbox", "60,20,80,40");
        List<String> seen = new ArrayList<>(ids(page));
        while (link(page, "next") != null) {
            page = api.json(link(page, "next").path("href").asString());
            seen.addAll(ids(page));
        }

        assertThat(seen)
                .isEqualTo(ids(api.items("rail-route", "sortby", "name", "bbox", "60,20,80,40")))
                .doesNotHaveDuplicates();
    }

    @Test
    void req_core_fc_timeStamp() throws Exception {
        Instant made = Instant.parse(api.items("places").path("timeStamp").asString());

        assertThat(Duration.between(made, Instant.now())).isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/collections/places/items?limit=7",
                "/collections/places/items?f=html&limit=7",
                "/collections/places?lang=en"
            })
    void what_was_sent_twice_is_sent_again_without_a_query(String path) throws Exception {
        long begun = queriesDone();
        api.get(path);
        HttpResponse<byte[]> first = api.get(path);
        long done = queriesDone();

        HttpResponse<byte[]> again = api.get(path);
        HttpResponse<byte[]> head = api.send("HEAD", path);

        assertThat(queriesDone()).isEqualTo(done).isGreaterThan(begun);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(lasting(again)).isEqualTo(lasting(first));
        assertThat(head.body()).isEmpty();
        assertThat(lasting(head)).isEqualTo(lasting(first));
    }

    private static long queriesDone() throws Exception {
        return new JsonMapper()
                .readTree(api.site("/health").body())
                .at("/work/query/done")
                .asLong();
    }

    /** The headers that do not belong to one exchange. */
    private static Map<String, List<String>> lasting(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(Set.of("date", "x-request-id"));
        return headers;
    }

    @ParameterizedTest
    @CsvSource({"/collections/places/items/sibi, false", "/collections/rail-route/items, true"})
    void small_responses_are_sent_uncompressed_and_larger_ones_compressed(String path, boolean compressed)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api.root() + path))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());

            assertThat(response.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo(compressed ? "gzip" : "identity");
        }
    }

    @Test
    void req_core_fc_numberMatched_and_numberReturned() throws Exception {
        JsonNode page = api.items("places", "limit", "3", "filter", "kind = 'city'");

        assertThat(page.path("numberReturned").asInt())
                .isEqualTo(page.path("features").size());
        assertThat(page.path("numberMatched").asInt())
                .isEqualTo(ids(api.items("places", "filter", "kind = 'city'")).size());
    }

    @Test
    void req_core_f_op_and_success() throws Exception {
        for (String collection : api.collections()) {
            JsonNode listed =
                    api.items(collection, "limit", "1").path("features").path(0);
            JsonNode single = api.json(
                    "/collections/" + collection + "/items/" + listed.path("id").asString());
            for (String member : List.of("type", "id", "geometry", "properties")) {
                assertThat(single.path(member)).as(member).isEqualTo(listed.path(member));
            }
        }
    }

    @Test
    void req_core_f_links() throws Exception {
        JsonNode feature = api.json("/collections/places/items/sibi");

        assertThat(link(feature, "self").path("type").asString()).isEqualTo("application/geo+json");
        assertThat(link(feature, "alternate").path("type").asString()).isEqualTo("text/html");
        assertThat(link(feature, "collection").path("href").asString()).isEqualTo(api.root() + "/collections/places");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/collections/atlantis",
                "/collections/atlantis/items",
                "/collections/atlantis/schema",
                "/collections/places/items/atlantis",
                "/collections/atlantis/items/sibi"
            })
    void missing_resources_are_404(String path) throws Exception {
        HttpResponse<byte[]> response = api.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/collections              | application/json                                 | application/json",
                "/collections              | text/html,application/xhtml+xml,*/*;q=0.8        | text/html; charset=utf-8",
                "/collections/places/items | application/geo+json                             | application/geo+json",
                "/collections/places/items | application/json                                 | application/geo+json",
                "/collections/places/items | application/json;q=0.1, text/html                | text/html; charset=utf-8",
                "/collections/places/items | */*                                              | application/geo+json",
                "/collections/places/items | text/*                                           | text/html; charset=utf-8",
            })
    void the_form_follows_accept(String path, String accept, String type) throws Exception {
        assertThat(header(api.get(path, "Accept", accept), "Content-Type")).isEqualTo(type);
    }

    @Test
    void a_client_that_accepts_no_available_format_gets_406() throws Exception {
        assertThat(api.get("/collections", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void features_are_those_of_the_layer_files() throws Exception {
        for (String layer : List.of("areas", "rail-route", "places", "incidents")) {
            JsonNode file = new tools.jackson.databind.json.JsonMapper()
                    .readTree(api.site("/layers/" + layer + ".geojson").body());
            JsonNode page = api.items(layer);
            assertThat(ids(page)).isEqualTo(ids(file));
            for (int i = 0; i < file.path("features").size(); i++) {
                JsonNode inFile = file.path("features").path(i);
                JsonNode inPage = page.path("features").path(i);
                assertThat(inPage.path("geometry")).isEqualTo(inFile.path("geometry"));
                // Of a point, the files of the map leave it out: it repeats the coordinates.
                boolean point = inFile.at("/geometry/type").asString("").equals("Point");
                assertThat(inFile.path("bbox")).isEqualTo(point ? MissingNode.getInstance() : inPage.path("bbox"));
                inFile.path("properties")
                        .properties()
                        .forEach(
                                property -> assertThat(inPage.path("properties").path(property.getKey()))
                                        .as(property.getKey())
                                        .isEqualTo(property.getValue()));
            }
        }
    }

    private static JsonNode parameter(String name) {
        for (JsonNode parameter : api.document()
                .path("paths")
                .path("/collections/places/items")
                .path("get")
                .path("parameters")) {
            if (parameter.path("name").asString().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no parameter " + name);
    }
}
