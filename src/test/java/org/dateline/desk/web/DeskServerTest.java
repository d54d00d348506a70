package org.dateline.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.desk.Desk;
import org.dateline.desk.DeskClient;
import org.dateline.model.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One desk for all tests; each ends with everything taken back, so that the folder has its first bytes again. */
class DeskServerTest {

    private static final String TEXT = """
            SERRANS, 5 May 2031 (Hill Agency) - Water stood in Serrans on Monday, <b>officials</b> said.

            At least 12 people died, mayor Inés Marquet said. Between 60 and 65 people are dead, Agència Vall said. A bridge \
            at Kisumu was damaged, and trains stopped near Zzyqarth.

            It rained all night, and nobody could say when the water would fall again or when the schools would open. Many \
            people had left their houses early and waited for news with relatives and friends in other towns of the valley.
            """;

    @TempDir
    static Path temporary;

    private static Path root;
    private static Desk desk;
    private static DeskServer server;
    private static DeskClient client;

    private Map<String, String> first;

    @BeforeAll
    static void open() throws Exception {
        root = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), temporary.resolve("riada"));
        desk = new Desk(root, temporary.resolve("state"));
        server = new DeskServer(desk, 0);
        client = new DeskClient(URI.create(server.start()));
        JsonNode made = post(
                "/api/ingest",
                json().put("name", "vale.txt")
                        .put("language", "en")
                        .put("content", Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8))));
        assertThat(made.path("report").asString()).as(made.toString()).isEqualTo("vale");
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        desk.close();
    }

    @BeforeEach
    void remember() throws IOException {
        first = files();
    }

    @AfterEach
    void undo_to_the_beginning_restores_every_file_byte_for_byte() throws Exception {
        while (!get("/api/desk").path("history").path("undo").isNull()) {
            assertThat(post("/api/undo", request()).path("error").isMissingNode())
                    .isTrue();
        }
        assertThat(files()).isEqualTo(first);
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }

    private static ObjectNode request() {
        return json().put("id", UUID.randomUUID().toString());
    }

    private static ObjectNode op(String op) {
        return request().put("report", "vale").put("op", op);
    }

    private static JsonNode get(String path) throws IOException {
        return client.get(path);
    }

    private static JsonNode post(String path, JsonNode body) throws IOException {
        return client.post(path, body);
    }

    private static String vale() throws IOException {
        return Files.readString(root.resolve("reports/vale.yaml"));
    }

    private static JsonNode item(String words) throws IOException {
        for (JsonNode item : get("/api/reports/vale").path("items")) {
            if (item.path("words").asString().equals(words)) {
                return item;
            }
        }
        throw new AssertionError("no item " + words);
    }

    private static String key(String words) throws IOException {
        return item(words).path("key").asString();
    }

    // Who can reach it

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // path, Host, Origin, token, status
                "/api/desk, OWN, -, OWN, 200",
                "/api/desk, OWN, OWN, OWN, 200",
                "/api/desk, OWN, -, -, 401",
                "/api/desk, OWN, -, wrong, 401",
                "/api/reports/vale, OWN, -, -, 401",
                "/api/desk, evil.example, -, OWN, 403",
                "/api/desk, localhost:PORT, -, OWN, 403",
                "/api/desk, 127.0.0.1, -, OWN, 403",
                "/api/desk, 127.0.0.1:1, -, OWN, 403",
                "/api/desk, OWN, http://evil.example, OWN, 403",
                "/api/desk, OWN, null, OWN, 403",
                "/api/desk, OWN, http://localhost:PORT, OWN, 403",
                "/api/desk, OWN, https://127.0.0.1:PORT, OWN, 403",
                "/, OWN, -, -, 200",
                "/, evil.example, -, -, 403",
                "/, OWN, http://evil.example, -, 403",
                "/preview/guess/-/, OWN, -, OWN, 404",
            })
    void only_the_desk_s_own_page_reaches_it(String path, String host, String origin, String given, int status)
            throws IOException {
        String address = client.host();
        String port = "" + client.start().getPort();
        DeskClient.Answer answer = client.ask(
                "GET",
                path,
                host.replace("OWN", address).replace("PORT", port),
                origin == null
                        ? null
                        : origin.replace("OWN", "http://" + address).replace("PORT", port),
                given == null ? null : given.replace("OWN", client.token()),
                "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control").doesNotContainIgnoringCase("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, OWN",
                "null, OWN",
                "http://evil.example, OWN",
                "http://127.0.0.1:PORT, -",
                "http://127.0.0.1:PORT, x"
            })
    void a_change_needs_the_page_s_origin_and_the_token(String origin, String given) throws Exception {
        DeskClient.Answer answer = client.ask(
                "POST",
                "/api/ops",
                client.host(),
                origin == null
                        ? null
                        : origin.replace("PORT", "" + client.start().getPort()),
                given == null ? null : given.replace("OWN", client.token()),
                op("reject").put("key", key("Kisumu")).toString());

        assertThat(answer.status()).isIn(401, 403);
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void it_listens_on_the_loopback_address_only_and_its_page_may_load_nothing_from_elsewhere() throws Exception {
        assertThat(client.start().getHost()).isEqualTo("127.0.0.1");
        DeskClient.Answer page = client.ask("GET", "/", client.host(), null, null, "");

        assertThat(page.head())
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'; script-src 'self'")
                .containsIgnoringCase("require-trusted-types-for 'script'")
                .containsIgnoringCase("no-store");
        assertThat(page.body()).doesNotContain(client.token()).doesNotContain("Serrans");
        assertThat(client.ask("OPTIONS", "/api/ops", client.host(), client.origin(), null, "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_text_is_text_and_mistaken_requests_are_answered_in_a_sentence() throws Exception {
        assertThat(get("/api/reports/vale").path("text").path("content").asString())
                .contains("<b>officials</b>");
        assertThat(client.ask("/api/reports/vale", null).head())
                .containsIgnoringCase("Content-Type: application/json")
                .containsIgnoringCase("nosniff");
        for (String[] wrong : new String[][] {
            {"/api/ops", "[]", "400"},
            {"/api/ops", "{", "400"},
            {"/api/ops", "{}", "422"},
            {"/api/ops", op("fly").toString(), "422"},
            {"/api/ops", op("accept").put("key", "p:nothing").toString(), "422"},
            {"/api/ops", request().put("report", "../../x").put("op", "publish").toString(), "422"},
            {"/api/preview", "{\"report\": \"none\"}", "404"},
            {"/api/ingest", "{\"name\": \"../../../x.txt\", \"content\": \"AAAA\"}", "422"},
            {"/api/elsewhere", "{}", "405"},
        }) {
            DeskClient.Answer answer = client.ask(wrong[0], wrong[1]);
            assertThat(answer.status())
                    .as(wrong[0] + " " + wrong[1] + answer.body())
                    .isEqualTo(Integer.parseInt(wrong[2]));
            assertThat(answer.body()).contains("\"message\":\"got ").doesNotContain("Exception");
        }
        assertThat(files()).isEqualTo(first);
    }

    // Changes

    @Test
    void a_draft_is_reviewed_and_published_and_only_the_lines_that_it_takes_change() throws Exception {
        String before = vale();
        post("/api/ops", op("accept").put("key", key("Serrans")));

        assertThat(vale())
                .isEqualTo(before.replaceFirst(
                        "(id: serrans, words: \"Serrans\"), sure: 0.97, why: \"a name of a place of the catalog\"",
                        "$1"));

        post("/api/ops", op("accept").put("key", key("Kisumu")));
        assertThat(Files.readString(root.resolve("layers/lugares/features.geojson")))
                .startsWith(first.get("layers/lugares/features.geojson").replaceFirst("\\s*]}\\s*$", ""))
                .contains("\n{\"type\": \"Feature\", \"properties\": {\"id\": \"kisumu\", \"name\": \"Kisumu\"");
        JsonNode without = post("/api/ops", op("accept").put("key", key("Zzyqarth")));
        assertThat(without.path("field").asString()).isEqualTo("candidate");
        ObjectNode drawn = op("new-place").put("key", key("Zzyqarth"));
        drawn.putObject("properties")
                .put("name", "Zzyqarth")
                .put("kind", "halt")
                .put("location", "radius")
                .put("uncertainty_m", 4000)
                .put("source", "An editor's reading of the report");
        drawn.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(-0.5)
                .add(39.3);
        assertThat(post("/api/ops", drawn).path("focus").asString()).endsWith(":zzyqarth");

        String figure = key("At least 12");
        assertThat(post("/api/ops", op("accept").put("key", figure))
                        .path("message")
                        .asString())
                .contains("\"mayor Inés Marquet\", who is no party");
        post("/api/ops", op("party").put("key", figure).put("party", "alcaldesa"));
        assertThat(post("/api/ops", op("accept").put("key", figure))
                        .path("report")
                        .path("items")
                        .toString())
                .contains("\"subject\":\"crecida\"");
        JsonNode refused = post("/api/ops", op("publish"));
        assertThat(refused.path("problems").toString()).contains("\"key\":\"c:");
        for (JsonNode item : get("/api/reports/vale").path("items")) {
            if (item.path("open").asBoolean()) {
                post("/api/ops", op("reject").put("key", item.path("key").asString()));
            }
        }
        assertThat(get("/api/reports/vale/problems").path("problems")).isEmpty();
        assertThat(post("/api/ops", op("publish")).path("report").path("status").asString())
                .isEqualTo("published");
        Report published = CatalogLoader.load(root).report("vale").orElseThrow();
        assertThat(published.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.subject()).isEqualTo("crecida");
            assertThat(published.excerpts())
                    .filteredOn(excerpt -> excerpt.id().equals(claim.excerpt()))
                    .singleElement()
                    .satisfies(excerpt -> assertThat(excerpt.party()).isEqualTo("alcaldesa"));
        });
        assertThat(published.verification()).isNotNull();
        assertThat(vale()).doesNotContain("shows nowhere").contains("and reviewed");
    }

    @Test
    void a_figure_never_becomes_the_report_s_own_because_its_speaker_is_no_party() throws Exception {
        JsonNode figure = item("Between 60 and 65");
        ObjectNode accept = op("accept").put("key", figure.path("key").asString());

        assertThat(figure.path("partyWords").asString()).isEqualTo("Agència Vall");
        assertThat(post("/api/ops", accept).path("field").asString()).isEqualTo("party");

        ObjectNode party = op("new-party").put("key", figure.path("key").asString());
        party.putObject("party")
                .put("kind", "news-organisation")
                .putObject("name")
                .put("es", "Agència Vall")
                .put("en", "Agència Vall");
        party.withObject("party")
                .putObject("description")
                .put("es", "Una agencia.")
                .put("en", "An agency.");
        assertThat(post("/api/ops", party).path("message").asString("")).isEmpty();
        accept.put("id", "another");
        JsonNode answer = post("/api/ops", accept);
        assertThat(answer.path("report").path("items").toString()).contains("\"party\":\"agencia-vall\"");
    }

    @Test
    void words_that_an_editor_marks_become_a_figure_s_words_and_a_quote() throws Exception {
        JsonNode report = get("/api/reports/vale");
        JsonNode figure = item("Between 60 and 65");
        String quote = "";
        for (JsonNode excerpt : report.path("excerpts")) {
            quote = excerpt.path("id").equals(figure.path("excerpt"))
                    ? excerpt.path("quote").asString()
                    : quote;
        }
        int from = quote.indexOf("Between 60");
        ObjectNode words = op("words").put("key", figure.path("key").asString());
        words.putArray("in").add(from).add(from + "Between 60 and 65 people".length());
        assertThat(post("/api/ops", words).path("report").path("items").toString())
                .contains("\"words\":\"Between 60 and 65 people\"", "\"value\":[60,65],\"wording\":\"between\"");
        ObjectNode half = op("words").put("key", figure.path("key").asString());
        half.putArray("in").add(from + 1).add(from + 9);
        assertThat(post("/api/ops", half).path("message").asString()).contains("whole words");

        String text = report.path("text").path("content").asString();
        int rained = text.indexOf("It rained all night");
        ObjectNode excerpt = op("add-excerpt");
        excerpt.putArray("at").add(rained).add(rained + "It rained all night".length());
        assertThat(post("/api/ops", excerpt).path("report").path("excerpts").toString())
                .contains("\"quote\":\"It rained all night\",\"at\":[" + rained + "," + (rained + 19) + "]");
        ObjectNode again = op("add-excerpt");
        again.putArray("at").add(rained + 3).add(rained + 9);
        assertThat(post("/api/ops", again).path("message").asString()).contains("quotes already");
    }

    @Test
    void hand_written_files_keep_their_hand_where_a_change_does_not_touch_them() throws Exception {
        String file = "reports/diario-del-besalga.yaml";
        String before = Files.readString(root.resolve(file));
        ObjectNode change =
                request().put("report", "diario-del-besalga").put("op", "set").put("target", "report");
        post("/api/ops", change.put("field", "url").put("value", "https://example.org/a"));

        assertThat(Files.readString(root.resolve(file)))
                .isEqualTo(before.replace("url: null", "url: \"https://example.org/a\""));

        ObjectNode party = request().put("op", "set").put("field", "kind").put("value", "person");
        party.putObject("target").put("party", "alcaldesa");
        post("/api/ops", party);
        ObjectNode view = request().put("op", "set").put("field", "caption");
        view.putObject("target").put("view", "todo");
        view.putObject("value").put("es", "Todo.").put("en", "All.");
        assertThat(post("/api/ops", view).path("message").asString("")).isEmpty();
        ObjectNode correction = request().put("op", "add").put("to", "corrections");
        correction
                .putObject("value")
                .put("id", "one")
                .put("date", "2031-05-04")
                .putObject("text")
                .put("es", "Un error.")
                .put("en", "A mistake.");
        // The first makes a file, which is checked as it would be.
        assertThat(post("/api/ops", correction).path("message").asString(""))
                .contains("corrections.yaml", "expected at least one of the fields reports");
        assertThat(root.resolve("corrections.yaml")).doesNotExist();
        ObjectNode empty = request().put("op", "add").put("to", "views").put("id", "nowhere");
        empty.putObject("value").putObject("title").put("es", "Nada").put("en", "Nothing");
        assertThat(post("/api/ops", empty).path("message").asString("")).contains("views/nowhere.yaml");
        correction.withObject("value").putArray("reports").add("hill-wire");
        assertThat(post("/api/ops", correction).path("message").asString("")).isEmpty();
        ObjectNode place =
                request().put("op", "set").put("field", "uncertainty_m").put("value", 700);
        place.putObject("target").put("feature", "serrans");
        post("/api/ops", place);

        assertThat(CatalogLoader.load(root).corrections()).hasSize(1);
        assertThat(Files.readString(root.resolve("parties.yaml")))
                .isEqualTo(Files.readString(Path.of("src/test/resources/catalogs/riada/parties.yaml"))
                        .replace("kind: official", "kind: person"));
        assertThat(Files.readString(root.resolve("layers/lugares/features.geojson")))
                .contains("\"uncertainty_m\": 700}");
        ObjectNode wrong = request().put("op", "delete");
        wrong.putObject("target").put("feature", "serrans");
        assertThat(post("/api/ops", wrong).path("message").asString()).contains("would be wrong");
    }

    @Test
    void a_file_that_somebody_edits_meanwhile_keeps_both_changes_and_only_the_same_node_is_a_conflict()
            throws Exception {
        JsonNode seen = get("/api/reports/vale");
        String before = vale();
        Files.writeString(
                root.resolve("reports/vale.yaml"),
                before.replace("publisher: null", "publisher: Hill")
                        .replace("words: \"Kisumu\", place: \"Kisumu\"", "words: \"Kisumu\", place: \"Kisumu town\""));

        JsonNode fits =
                post("/api/ops", op("accept").put("key", "p:vale-1:serrans").set("rev", seen.path("rev")));
        assertThat(fits.path("report").path("fields").path("publisher").asString())
                .isEqualTo("Hill");
        assertThat(vale()).contains("publisher: Hill", "{id: serrans, words: \"Serrans\"}");

        JsonNode conflict =
                post("/api/ops", op("reject").put("key", key("Kisumu")).set("rev", seen.path("rev")));
        assertThat(conflict.path("error").asString()).isEqualTo("conflict");
        assertThat(conflict.path("base").path("place").asString()).isEqualTo("Kisumu");
        assertThat(conflict.path("theirs").path("place").asString()).isEqualTo("Kisumu town");
        ObjectNode mine = op("reject").put("key", key("Kisumu"));
        mine.set("rev", conflict.path("report").path("rev"));
        assertThat(post("/api/ops", mine).path("report").path("items").toString())
                .doesNotContain("Kisumu");

        ObjectNode unknown = op("accept").put("key", key("Zzyqarth")).put("rev", "0".repeat(64));
        assertThat(post("/api/ops", unknown).path("error").asString()).isEqualTo("stale");

        // What was taken back leaves the other hand's lines as they are.
        post("/api/undo", request());
        post("/api/undo", request());
        assertThat(vale()).contains("publisher: Hill", "Kisumu town", "sure: 0.97");
        Files.writeString(root.resolve("reports/vale.yaml"), before);
    }

    @Test
    void what_was_asked_twice_is_done_once() throws Exception {
        ObjectNode twice = op("reject").put("key", key("Kisumu"));
        post("/api/ops", twice);
        JsonNode again = post("/api/ops", twice);

        assertThat(again.path("error").isMissingNode()).isTrue();
        post("/api/undo", request());
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void a_preview_is_the_site_with_the_draft_in_it_and_readers_still_have_none() throws Exception {
        String url =
                post("/api/preview", json().put("report", "vale")).path("url").asString();
        DeskClient.Answer page = client.ask("GET", url, client.host(), null, null, "");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Water stood in Serrans on Monday", "&lt;b>officials&lt;/b>");
        assertThat(page.head())
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                .doesNotContainIgnoringCase("Access-Control");
        String published = get("/api/desk").path("preview").asString();
        assertThat(client.ask("GET", published + "reports/vale/", client.host(), null, null, "")
                        .status())
                .isEqualTo(404);
        assertThat(client.ask("GET", published + "layers/lugares.geojson", client.host(), null, null, "")
                        .body())
                .contains("serrans");
        assertThat(CatalogLoader.load(root).report("vale")).isEmpty();
    }
}
