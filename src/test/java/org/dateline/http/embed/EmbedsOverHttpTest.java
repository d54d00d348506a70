package org.dateline.http.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.RunningServer.text;

import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dateline.Catalogs;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmbedsOverHttpTest {

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
    @ValueSource(
            strings = {
                "/embed/overview/",
                "/embed/incident/dark/",
                "/ur/embed/hostages/light/",
                "/embed/?place=sibi",
                "/embed/?bbox=66,29,69,31&layers=places,incidents&lang=ur&theme=dark",
                "/embed/?measure=killed"
            })
    void an_embed_may_run_its_own_script_and_style_and_nothing_else(String path) throws Exception {
        HttpResponse<byte[]> response = server.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        String policy = header(response, "Content-Security-Policy");
        String html = text(response).replace("&#39;", "'");
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                .doesNotContain("unsafe");
        assertThat(html).contains("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">");
        List<String> inline = Pattern.compile("<(?:style|script type=\"module\")>(.*?)</", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(inline).hasSizeGreaterThanOrEqualTo(2);
        for (String code : inline) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    view=atlantis                      | parameter view: got "atlantis", expected one of gwadar, hostages, incident, overview
                    place=atlantis                     | parameter place: got "atlantis", expected the id of a place, as in /places/{id}/
                    place=coordinated-attacks          | parameter place: got "coordinated-attacks", expected a place with a known location, or a bbox as well
                    bbox=1,2,3                         | parameter bbox: got "1,2,3", expected west,south,east,north in degrees, with a width and a height above zero
                    bbox=1,2,1,4                       | parameter bbox: got "1,2,1,4", expected west,south,east,north in degrees, with a width and a height above zero
                    bbox=NaN,2,3,4                     | parameter bbox: got "NaN,2,3,4", expected west,south,east,north in degrees, with a width and a height above zero
                    layers=places,roads                | parameter layers: got "roads", expected layers among areas, rail-route, places, incidents
                    theme=pink                         | parameter theme: got "pink", expected one of auto, light, dark
                    lang=ru                            | parameter lang: got "ru", expected one of en, ur
                    measure=killed&place=sibi          | parameter place: got place together with measure, expected either a map or claims
                    view=hostages&layers=places        | parameter layers: got layers together with a view of claims, expected a view of the map
                    """)
    void a_state_that_cannot_be_shown_is_explained(String query, String detail) throws Exception {
        HttpResponse<byte[]> response = server.get("/embed/?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(response).path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void quotes_that_were_compared_with_their_texts_are_called_verbatim() throws Exception {
        assertThat(text(server.get("/embed/overview/"))).contains("quotes, verbatim</p>");
    }

    @Test
    void a_view_with_a_part_of_the_sites_quotes_says_how_many_there_are() throws Exception {
        assertThat(text(server.get("/embed/overview/"))).contains("69 of 70 quotes");
    }

    @Test
    void parameters_of_others_are_ignored() throws Exception {
        HttpResponse<byte[]> tracked = server.get("/embed/?place=sibi&fbclid=IwAR0&utm_source=x&zoom=3");
        assertThat(tracked.statusCode()).isEqualTo(200);
        assertThat(tracked.body()).isEqualTo(server.get("/embed/?place=sibi").body());
        assertThat(server.get("/embed/incident/?fbclid=IwAR0").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/embed/?view=atlantis, 400, This map is no longer at this address.",
        "/embed/atlantis/, 404, This map is no longer at this address.",
        "/embed/overview/@0123456789ab/, 404, This map is no longer at this address.",
        "/ur/embed/atlantis/, 404, یہ نقشہ اب اس پتے پر نہیں ہے۔",
        "/oembed?url=https://example.org/, 404, expected the address of a page",
        "/ogc/collections/places/items?bbox=<b>, 400, &lt;b&gt;",
        "/ogc/collections/atlantis, 404, atlantis"
    })
    void in_a_browser_an_error_is_a_page(String path, int status, String words) throws Exception {
        HttpResponse<byte[]> page = server.get(
                path.replace("<", "%3C").replace(">", "%3E"),
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(text(page)).contains(words).contains("<a ");
    }

    @Test
    void a_missing_page_in_a_frame_is_a_note_as_well() throws Exception {
        String note = text(server.get("/places/atlantis/", "Accept", "text/html", "Sec-Fetch-Dest", "iframe"));
        assertThat(note).contains("This map is no longer at this address.");
        assertThat(text(server.get("/places/atlantis/", "Accept", "text/html"))).contains("Page not found");
    }

    @Test
    void an_unknown_measure_is_answered_with_the_known_ones() throws Exception {
        HttpResponse<byte[]> response = server.get("/embed/?measure=ships");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("detail").asString())
                .startsWith("parameter measure: got \"ships\", expected one of ")
                .contains("hostages");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /                           | /embed/overview/                        | Quetta to Peshawar, and Gwadar
                    /index.html                 | /embed/overview/                        | Quetta to Peshawar, and Gwadar
                    /ur/                        | /ur/embed/overview/                     | کوئٹہ سے پشاور تک، اور گوادر
                    /places/gwadar/             | /embed/gwadar/                          | Gwadar and the province of Balochistan
                    /places/sibi/               | /embed/?place=sibi&amp;lang=en          | Sibi
                    /places/coordinated-attacks/| /embed/overview/                        | Quetta to Peshawar, and Gwadar
                    /claims/hostages/           | /embed/hostages/                        | How many hostages?
                    /claims/killed/             | /embed/?measure=killed&amp;lang=en      | Killed
                    /reports/abc-wires/         | /embed/overview/                        | Quetta to Peshawar, and Gwadar
                    /embed/incident/dark/       | /embed/incident/dark/                   | Where the Jaffar Express was attacked
                    /embed/incident             | /embed/incident/                        | Where the Jaffar Express was attacked
                    /places/gwadar              | /embed/gwadar/                          | Gwadar and the province of Balochistan
                    /embed?place=sibi           | /embed/?place=sibi                      | Sibi
                    /embed/?place=sibi&fbclid=1 | /embed/?place=sibi                      | Sibi
                    /#map=6.50/29.64/67.62&off=areas | /embed/?bbox=62.648,26.557,72.592,32.632&amp;layers=rail-route,places,incidents&amp;lang=en | The Jaffar Express hijacking
                    /ur/places/sibi/#off=areas,rail-route | /embed/?layers=places,incidents&amp;place=sibi&amp;lang=ur | سبی
                    /embed/?place=sibi          | /embed/?place=sibi                      | Sibi
                    """)
    void the_address_of_a_page_becomes_a_frame(String page, String embed, String title) throws Exception {
        HttpResponse<byte[]> response = oembed(page, "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        JsonNode answer = json(response);
        assertThat(answer.path("version").asString()).isEqualTo("1.0");
        assertThat(answer.path("type").asString()).isEqualTo("rich");
        assertThat(answer.path("title").asString()).isEqualTo(title);
        assertThat(answer.path("html").asString())
                .startsWith("<blockquote><a href=\"" + root() + embed.substring(1) + "\">" + title
                        + "</a></blockquote><iframe src=\"" + root() + embed.substring(1) + "\" title=\"" + title
                        + "\" width=\"100%\" height=\"" + answer.path("height").asInt() + "\" loading=\"lazy\"");
    }

    @Test
    void a_frame_is_no_larger_than_it_may_be() throws Exception {
        JsonNode answer = json(oembed("/", "&maxwidth=320&maxheight=200"));
        assertThat(answer.path("width").asInt()).isEqualTo(320);
        assertThat(answer.path("height").asInt()).isEqualTo(200);
        assertThat(answer.path("html").asString())
                .contains("width=\"100%\" height=\"200\"")
                .contains("max-width:320px");
        assertThat(answer.has("thumbnail_url")).isFalse();
        assertThat(json(oembed("/", "")).path("thumbnail_url").asString())
                .isEqualTo(root() + "embed/overview/card.png");
    }

    @Test
    void the_same_is_said_in_xml() throws Exception {
        HttpResponse<byte[]> response = oembed("/", "&format=xml");
        assertThat(header(response, "Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(text(response))
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><oembed><version>1.0</version><type>rich</type>")
                .contains("iframe src=\"" + root() + "embed/overview/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/places/atlantis/, '', 404",
        "/catalog.json, '', 404",
        "/ogc/, '', 404",
        "/embed/?place=atlantis, '', 404",
        "https://example.org/, '', 404",
        "no address at all, '', 404",
        "/, '&format=yaml', 501",
        "/, '&maxwidth=0', 400",
        "/, '&maxheight=wide', 400"
    })
    void pages_that_cannot_be_embedded_are_refused(String page, String more, int status) throws Exception {
        assertThat(oembed(page, more).statusCode()).isEqualTo(status);
    }

    @Test
    void each_page_says_how_to_embed_it() throws Exception {
        for (String path : List.of(
                "/",
                "/places/sibi/",
                "/ur/claims/hostages/",
                "/reports/abc-wires/",
                "/embed/incident/",
                "/embed/?bbox=66,29,69,31&layers=places&fbclid=1",
                "/embed/?measure=killed&lang=ur")) {
            String html = text(server.get(path));
            for (String format : List.of("application/json", "text/xml")) {
                MatchResult link = Pattern.compile(
                                "<link rel=\"alternate\" type=\"" + format + "\\+oembed\" href=\"([^\"]*)\"")
                        .matcher(html)
                        .results()
                        .findFirst()
                        .orElseThrow();
                String address = link.group(1).replace("&amp;", "&").replaceFirst("^(\\.\\./)*", "/");
                assertThat(server.get(address).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_state_of_the_map_links_as_its_place_and_to_pages_of_its_language() throws Exception {
        String html = text(server.get("/embed/?place=sibi&lang=ur&utm_source=x"));
        assertThat(html)
                .contains("<meta property=\"og:title\" content=\"سبی · Dateline\">")
                .contains("%2Fembed%2F%3Fplace%3Dsibi%26lang%3Dur&amp;format=json\"")
                // Below a path, one step more would leave the site.
                .contains("href=\"../ur/places/sibi/\"")
                .doesNotContain("../../", "utm_source");
        assertThat(text(server.get("/embed/?measure=killed"))).contains("<meta property=\"og:title\" content=\"Killed");
    }

    @Test
    void an_invalid_host_appears_in_no_response() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /oembed?url=/ HTTP/1.1\r\nHost: a\"><b\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("expected the name or address of a host");
        }
    }

    @Test
    void the_loader_may_be_run_by_any_page() throws Exception {
        HttpResponse<byte[]> response = server.get("/embed.js", "Accept-Encoding", "gzip");
        assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.body().length).isLessThanOrEqualTo(3 * 1024);
    }

    private static HttpResponse<byte[]> oembed(String page, String more) throws Exception {
        String url = page.startsWith("/") ? root() + page.substring(1) : page;
        return server.get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    }

    private static String root() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
