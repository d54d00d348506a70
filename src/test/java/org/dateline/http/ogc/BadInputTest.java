package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dateline.Catalogs;

/**
 * Ten thousand generated requests with odd values for every parameter: none gets a 500, and every answer is one that the
 * OpenAPI document declares, problems too.
 */
class BadInputTest {

    private static final List<String> PATHS = List.of(
            "",
            "/conformance",
            "/api",
            "/collections",
            "/collections/places",
            "/collections/places/schema",
            "/collections/places/queryables",
            "/collections/places/sortables",
            "/collections/places/items",
            "/collections/claims/items",
            "/collections/excerpts/items",
            "/collections/places/items/sibi");

    private static final List<String> VALUES = List.of(
            "1",
            "10000",
            "-1",
            "1e9",
            "99999999999999999999",
            "60,20,80,40",
            "177,65,-177,70",
            "0,0,0,0",
            "-180,-90,180,90",
            "1,2,3,4,5,6",
            "2025-03-11",
            "2025-03-11T00:00:00Z/..",
            "../..",
            "2025-03-11/P1Y",
            "P999999999Y/2025",
            "2025-03-11/PT99999999999H",
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/crs/EPSG/0/32642",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "kind = 'city'",
            "S_INTERSECTS(geometry, POLYGON((60 20, 80 20, 80 40, 60 40, 60 20)))",
            "S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(67 30), LINESTRING(1 2, 3 4)))",
            "S_WITHIN(geometry, POINT EMPTY)",
            "T_DURING(date, INTERVAL('..', '2025-03-12'))",
            "CASEI(name) LIKE '%a\\_%'",
            "value / 0 > 1",
            "a_contains(alt_names, ('x'))",
            "{\"op\":\"and\",\"args\":[true,false]}",
            "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,2,3,4]}]}",
            "cql2-json",
            "cql2-text",
            "name,kind",
            "-name,+kind",
            "html",
            "csv",
            "kml",
            "gpkg",
            "fgb",
            "geojsonseq",
            "true");

    private static final List<String> PARAMETERS = List.of(
            "f",
            "limit",
            "offset",
            "bbox",
            "bbox-crs",
            "datetime",
            "crs",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "properties",
            "kind",
            "value",
            "contested",
            "unknown");

    private static Api api;

    @BeforeContainer
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterContainer
    static void stop() {
        api.close();
    }

    @Property(tries = 10_000)
    void no_input_gets_a_500_and_every_answer_is_declared(@ForAll("requests") String request) throws Exception {
        HttpResponse<byte[]> response = api.get(request);

        assertThat(response.statusCode()).as(request).isIn(200, 400, 404, 406);
    }

    @Provide
    Arbitrary<String> requests() {
        Arbitrary<String> pair = Combinators.combine(Arbitraries.of(PARAMETERS), values())
                .as((name, value) -> URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8));
        // Most of the time with a limit: it is the parameters that are tested here, not the features.
        return Combinators.combine(
                        Arbitraries.of(PATHS),
                        pair.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of("&limit=2", "&limit=2", "&limit=2", ""))
                .as((path, pairs, limit) ->
                        path + "?" + String.join("&", pairs) + (path.endsWith("items") ? limit : ""));
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> valid = Arbitraries.of(VALUES);
        Arbitrary<String> mutated = Combinators.combine(
                        valid,
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.of(
                                "", "'", "\"", "(", ")", ",", "/", "%", "\u0000", "é", "𝕏", "NaN", "-", "1e400", "\n"))
                .as((value, at, piece) -> {
                    int cut = Math.min(at, value.length());
                    return value.substring(0, cut) + piece + value.substring(Math.min(value.length(), cut + 1));
                });
        Arbitrary<String> any = Arbitraries.strings()
                .excludeChars('\uFFFE', '\uFFFF')
                .ofMaxLength(60)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("'\"()[],.;:=<>+-*/%^_{} 01aeTZP")
                .ofMaxLength(30);
        return Arbitraries.oneOf(valid, mutated, mutated, any, signs);
    }

    /** What no URL library would send. */
    @Example
    void raw_bytes_in_a_request_get_no_500() throws Exception {
        for (String query : List.of(
                "filter=%",
                "filter=%zz",
                "filter=%c3%28",
                "filter=a|b",
                "filter=name='x'",
                "filter=<script>",
                "filter={\"op\":1}",
                "filter=\\",
                "%00=1",
                "=",
                "&&&",
                "filter=\u00e9",
                "limit=1&limit=2",
                "limit",
                "?limit=1",
                "limit=1;offset=1",
                "filter=" + "(".repeat(6_000),
                "filter=" + "a".repeat(30_000))) {
            String answer = raw(
                    "GET /ogc/collections/places/items?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(query).matches("(?s)HTTP/1\\.[01] [234].*");
        }
        for (String host : List.of("", "a b", "x\"><script>", "[::1", "evil.example/path?", "x:99999999")) {
            String answer = raw("GET /ogc/ HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(host).matches("(?s)HTTP/1\\.[01] [234].*").doesNotContain("href\":\"http://x\\\"");
        }
        assertThat(api.get("/collections").statusCode()).isEqualTo(200);
    }

    @Example
    void an_unknown_method_and_a_long_header_are_told_in_their_own_words() throws Exception {
        String items = "/ogc/collections/places/items";
        String head = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertThat(raw("FOO " + items + head + "\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("got FOO, expected GET or HEAD");
        assertThat(raw("GET " + items + head + "X: " + "y".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("got an address, headers or a body that is too long, expected at most 32 KB, 8 KB and none");
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
