package org.dateline.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.RunningServer.text;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.dateline.Catalogs;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteOverHttpTest {

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new RunningServer(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                          | text/html; charset=utf-8",
                "/ur/                       | text/html; charset=utf-8",
                "/places/sibi/              | text/html; charset=utf-8",
                "/reports/abc-wires/        | text/html; charset=utf-8",
                "/layers/incidents.geojson  | application/geo+json",
                "/catalog.json              | application/json",
                "/favicon.svg               | image/svg+xml",
                "/annotations/abc-wires-3.jsonld | application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
                "/citations/abc-wires-3.json     | application/vnd.citationstyles.csl+json",
                "/claims/hostages.csv            | text/csv; charset=utf-8; header=present",
                "/claims/hostages.json           | application/json",
            })
    void each_kind_of_resource_comes_with_its_media_type_and_headers(String path, String mediaType) throws Exception {
        HttpResponse<byte[]> response = server.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo(mediaType);
        assertThat(header(response, "ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Date")).endsWith("GMT");
    }

    @Test
    void the_search_finds_names_and_quotes_whatever_their_case_and_accents() throws Exception {
        String found = text(server.get("/search/?q=QU%C3%89TTA&party=&from=&utm_source=x"));

        assertThat(found)
                .contains(
                        "<h1>“QUÉTTA”</h1>",
                        "href=\"../places/quetta/\"",
                        "<input type=\"search\" name=\"q\" value=\"QUÉTTA\">")
                .containsPattern("<li class=\"quote ");
        assertThat(text(server.get("/search/?q=zzzz")))
                .contains("Nothing found.")
                .doesNotContain("<li class=\"quote ");
        assertThat(text(server.get("/ur/search/?q=quetta")))
                .contains("lang=\"ur\" dir=\"rtl\"", "action=\"../../ur/search/\"");
        assertThat(text(server.get("/"))).contains("<form class=\"search\" role=\"search\" action=\"search/\">");
    }

    @ParameterizedTest
    @CsvSource({
        "Jaffer,              jaffar-express-hijacking",
        "Peshawer,            peshawar",
        "Islambad,            islamabad",
        "Islmaabad,           islamabad"
    })
    void the_search_forgives_a_misspelling(String query, String place) throws Exception {
        String found = text(server.get("/search/?q=" + query));

        assertThat(found)
                .contains("Nothing is spelled like “" + query.replace("%20", " ") + "”.")
                .contains("href=\"../places/" + place + "/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3650", "%22express%20jaffar%22"})
    void the_search_forgives_neither_another_number_nor_another_order_of_quoted_words(String query) throws Exception {
        assertThat(text(server.get("/search/?q=" + query))).contains("Nothing found.");
    }

    @Test
    void quotes_are_filtered_by_party_measure_and_date_and_sorted() throws Exception {
        String all = text(server.get("/search/"));
        String killed = text(server.get("/search/?measure=killed&order=oldest"));
        String later = text(server.get("/search/?from=2025-03-12"));

        assertThat(quotes(killed)).isBetween(1, quotes(all) - 1);
        assertThat(killed).contains("<option value=\"killed\" selected>", "<option value=\"oldest\" selected>");
        assertThat(quotes(later)).isBetween(1, 59);
        assertThat(later).doesNotContain("data-date=\"2025-03-11\"", "data-date=\"\"");
        assertThat(all).contains("<a rel=\"next\" href=\"../search/?page=2\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "party=nobody | party: got \"nobody\", expected one of",
                "from=soon    | from: got \"soon\"",
                "order=best   | order: got \"best\", expected one of newest, oldest",
                "page=0       | page: got \"0\"",
            })
    void a_search_that_cannot_be_meant_is_told_so(String query, String message) throws Exception {
        HttpResponse<byte[]> response = server.get("/search/?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(response).replace("\\\"", "\"")).contains(message);
    }

    private static int quotes(String page) {
        return page.split("<li class=\"quote ", -1).length - 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/layers/areas.geojson", "/catalog.json"})
    void gzip_and_brotli_hold_the_same_content_in_fewer_bytes_under_etags_of_their_own(String path) throws Exception {
        HttpResponse<byte[]> plain = server.get(path);
        HttpResponse<byte[]> gzip = server.get(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> brotli = server.get(path, "Accept-Encoding", "gzip, deflate, br, zstd");

        assertThat(header(plain, "Content-Encoding")).isNull();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        Brotli4jLoader.ensureAvailability();
        try (InputStream decoded = new BrotliInputStream(new ByteArrayInputStream(brotli.body()))) {
            assertThat(decoded.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(gzip.body().length).isLessThan(plain.body().length);
        assertThat(header(gzip, "ETag")).isNotEqualTo(header(plain, "ETag")).isNotEqualTo(header(brotli, "ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "gzip;q=0           | -",
                "identity           | -",
                "br;q=0, gzip;q=0.5 | gzip",
                "*                  | br",
                "GZIP               | gzip",
                "compress           | -",
            })
    void a_client_gets_only_an_encoding_that_it_takes(String accepted, String encoding) throws Exception {
        assertThat(header(server.get("/catalog.json", "Accept-Encoding", accepted), "Content-Encoding"))
                .isEqualTo(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void content_that_the_client_has_is_not_sent_again(String ifNoneMatch) throws Exception {
        String etag = header(server.get("/places/sibi/", "Accept-Encoding", "gzip"), "ETag");

        HttpResponse<byte[]> response =
                server.get("/places/sibi/", "Accept-Encoding", "gzip", "If-None-Match", ifNoneMatch.formatted(etag));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "ETag")).isEqualTo(etag);
    }

    @Test
    void another_etag_gets_the_content() throws Exception {
        assertThat(server.get("/places/sibi/", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/layers/places.geojson"})
    void head_has_the_headers_of_get_and_no_body(String path) throws Exception {
        HttpResponse<byte[]> get = server.get(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> head = server.send("HEAD", path, "Accept-Encoding", "gzip");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "Content-Length", "Content-Encoding", "ETag"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @Test
    void built_files_are_kept_for_good_and_pages_forbid_all_but_their_own_origin() throws Exception {
        HttpResponse<byte[]> page = server.get("/");
        String html = text(page);
        String script = html.replaceAll("(?s).*src=\"(assets/[^\"]+\\.js)\".*", "$1");

        assertThat(header(server.get("/" + script), "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self' 'sha256-", "connect-src 'self';")
                .doesNotContain("unsafe", "http");
    }

    @Test
    void only_embeds_may_be_framed_by_others() throws Exception {
        assertThat(header(server.get("/"), "Content-Security-Policy")).contains("frame-ancestors 'self'");
        assertThat(header(server.get("/ogc/?f=html"), "Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
        assertThat(header(server.get("/health"), "Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(header(server.get("/embed/overview/"), "Content-Security-Policy"))
                .doesNotContain("frame-ancestors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.svg", "/embed/overview.svg", "/health", "/oembed?url=/", "/ogc/"})
    void no_browser_guesses_what_an_answer_is(String path) throws Exception {
        assertThat(header(server.get(path), "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_drawing_that_is_opened_by_itself_may_run_nothing() throws Exception {
        assertThat(header(server.get("/embed/overview.svg"), "Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox");
    }

    @Test
    void a_limit_above_the_largest_counts_as_the_largest() throws Exception {
        assertThat(server.get("/ogc/collections/places/items?limit=99999999999999999999")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_page_without_its_closing_slash_leads_to_the_page() throws Exception {
        HttpResponse<byte[]> response = server.get("/places/sibi");

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(header(response, "Location")).isEqualTo("./sibi/");
    }

    @Test
    void a_missing_address_gives_browsers_a_page_and_programs_a_problem() throws Exception {
        HttpResponse<byte[]> page = server.get("/ur/places/atlantis/", "Accept", "text/html");
        HttpResponse<byte[]> problem = server.get("/places/atlantis/", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(text(page)).contains("lang=\"ur\"");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(header(problem, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(text(problem)).contains("/places/atlantis/").contains("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void other_methods_are_refused_with_what_is_allowed(String method) throws Exception {
        HttpResponse<byte[]> response = server.send(method, "/places/sibi/");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).contains("GET").contains("HEAD");
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void another_origin_may_ask_with_a_condition() throws Exception {
        HttpResponse<byte[]> response = server.send(
                "OPTIONS",
                "/layers/places.geojson",
                "Origin",
                "https://news.example",
                "Access-Control-Request-Method",
                "GET");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Allow-Methods")).contains("GET");
        assertThat(header(response, "Access-Control-Allow-Headers")).contains("If-None-Match");
    }

    @Test
    void a_query_does_not_hide_a_page() throws Exception {
        assertThat(server.get("/places/sibi/?utm_source=mail").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET //places/sibi/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /places/\u0000/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET http://other.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
            })
    void odd_requests_get_no_500_and_leave_the_server_up(String request) throws Exception {
        String answer = raw(request);

        assertThat(answer)
                .doesNotStartWith("HTTP/1.1 5")
                .doesNotContain("\tat ")
                .doesNotContain("root:");
        assertThat(server.get("/catalog.json").statusCode()).isEqualTo(200);
    }

    @Test
    void pipelined_requests_are_answered_in_their_order() throws Exception {
        String site = "GET /favicon.svg HTTP/1.1\r\nHost: x\r\n\r\n";
        String health = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
        String last = "GET /catalog.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        String answer = raw(site + health + site + health + last);

        assertThat(answer.replaceAll("(?is).*?content-type: ([^\r]+)\r\n.*?(?=HTTP/1.1 200|$)", "$1\n"))
                .isEqualTo("image/svg+xml\napplication/json\nimage/svg+xml\napplication/json\napplication/json\n");
    }

    @Test
    void a_request_with_a_body_does_not_disturb_the_next_one() throws Exception {
        String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
                + "HEAD /catalog.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }

    @Test
    void an_http_1_0_client_gets_its_answer_and_a_closed_connection() throws Exception {
        assertThat(raw("GET /favicon.svg HTTP/1.0\r\n\r\n")).contains("200 OK").endsWith("</svg>\n");
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.net.SocketTimeoutException e) {
                return "no answer";
            }
        }
    }
}
