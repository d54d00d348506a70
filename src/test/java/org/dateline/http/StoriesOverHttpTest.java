package org.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.RunningServer.text;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dateline.Catalogs;
import org.dateline.site.resource.Hosting;
import org.dateline.site.stories.StoryName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many stories on one server: three good ones, one of them a link, a broken one, and folders that cannot be stories. */
class StoriesOverHttpTest {

    private static final String BASE = "https://news.example/maps/";

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"([./]*assets/[^\"]+)\"");

    @TempDir
    private static Path folder;

    @TempDir
    private static Path elsewhere;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        Catalogs.copy(Catalogs.JAFFAR_EXPRESS, folder.resolve("jaffar-express"));
        Catalogs.copy(Catalogs.RIADA, folder.resolve("valencia"));
        Catalogs.copy(Catalogs.CHUKOTKA, elsewhere.resolve("one"));
        Files.createSymbolicLink(folder.resolve("chukotka"), elsewhere.resolve("one"));
        breakIt(Catalogs.copy(Catalogs.FLOOD, folder.resolve("broken")));
        breakIt(Catalogs.copy(Catalogs.FLOOD, folder.resolve("to-mend")));
        for (String hostile : new String[] {"assets", "ogc", "ur", "A b", "x..y", "<script>", "naïve"}) {
            Catalogs.copy(Catalogs.FLOOD, folder.resolve(hostile));
        }
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(folder.resolve("lost+found"));
        server = new RunningServer(Server.Content.ofStories(folder, new Hosting(Hosting.base(BASE), null, null), null));
    }

    private static void breakIt(Path catalog) throws Exception {
        edit(catalog, "languages:", "langauges:");
    }

    private static void edit(Path catalog, String from, String to) throws Exception {
        Path file = catalog.resolve("catalog.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String path) throws Exception {
        HttpResponse<byte[]> response = server.get(path, "Accept", "text/html,*/*");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return text(response);
    }

    private static String waitFor(String path, Predicate<String> wanted) throws Exception {
        Instant until = Instant.now().plusSeconds(60);
        while (true) {
            String now = text(server.get(path, "Accept", "text/html,*/*"));
            if (wanted.test(now) || Instant.now().isAfter(until)) {
                assertThat(wanted.test(now)).as(path + ": " + now).isTrue();
                return now;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void the_root_lists_all_stories_on_one_map_and_those_that_are_broken() throws Exception {
        String list = page("/");

        assertThat(list)
                .contains("href=\"jaffar-express/\"", "The Jaffar Express hijacking", "11 March 2025")
                .contains("href=\"valencia/en/\"", "The Besalga flood", "href=\"valencia/en/places/serrans/\"")
                .contains("href=\"chukotka/en/\"")
                .contains("<h2>broken</h2>")
                .contains("data-feature=\"valencia\"")
                .doesNotContain("href=\"broken/", "Lower Vale", "href=\"assets/\"", "naïve", "&lt;script");
        assertThat(page("/ur/")).contains("dir=\"rtl\"", "href=\"../jaffar-express/ur/\"", "href=\"../valencia/\"");
        assertThat(list).contains("\"stories\":true");
        // A story without the reader's language has the same title in the list as on the map: that of the pages it
        // opens.
        assertThat(page("/ur/")).contains("<h2 lang=\"es\"><a href=\"../valencia/\"");
        assertThat(page("/layers/stories.geojson")).contains("\"name_ur\":\"La crecida del Besalga\"");
        assertThat(page("/embed/stories/"))
                .contains("stories</summary>", "The Besalga flood</bdi></a>", "href=\"#at-valencia\"")
                .contains("<li id=\"at-valencia\"")
                .doesNotContain("No places", "class=\"sources\"", "without places");
        assertThat(page("/layers/stories.geojson")).contains("\"last_date\":\"2025-03-11\"");
        assertThat(page("/ogc/collections/stories/items?f=json")).contains("\"quotes\"");
    }

    @Test
    void each_story_has_its_pages_languages_and_files_below_its_name() throws Exception {
        assertThat(page("/jaffar-express/")).contains("href=\"../\">All stories</a>");
        assertThat(page("/jaffar-express/ur/")).contains("href=\"../../\">تمام کہانیاں</a>");
        assertThat(page("/jaffar-express/ur/places/quetta/")).contains("lang=\"ur\"", "data-root=\"../../../\"");
        for (String path : new String[] {"/valencia/", "/valencia/places/serrans/", "/jaffar-express/ur/"}) {
            var asset = ASSET.matcher(page(path));
            assertThat(asset.find()).isTrue();
            String address = URI.create(path).resolve(asset.group(1)).toString();
            assertThat(server.get(address).statusCode()).as(address).isEqualTo(200);
        }
        HttpResponse<byte[]> missing = server.get("/valencia/nothing/here/", "Accept", "text/html");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(text(missing)).contains("/maps/valencia/assets/");
    }

    @Test
    void a_name_without_a_slash_leads_to_the_story_with_the_query() throws Exception {
        HttpResponse<byte[]> response = server.get("/valencia?utm=1");

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(header(response, "Location")).isEqualTo("./valencia/?utm=1");
        assertThat(server.get("/valenciana/").statusCode()).isEqualTo(404);
    }

    @Test
    void each_story_has_its_own_api() throws Exception {
        assertThat(page("/chukotka/ogc/collections?f=json"))
                .contains(BASE + "chukotka/ogc/collections/")
                .doesNotContain(BASE + "ogc");
        // A client cannot choose the story by a header.
        assertThat(text(server.get("/catalog.json", "X-Dateline-Story", "chukotka/")))
                .contains("\"stories\"");
    }

    @Test
    void a_broken_story_harms_none_and_appears_when_it_is_mended() throws Exception {
        HttpResponse<byte[]> response = server.get("/broken/", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(text(response)).contains("cannot be shown at the moment", "href=\"../\"");
        assertThat(text(server.get("/health")))
                .contains("\"status\":\"DEGRADED\"", "{\"story\":\"broken\",\"faults\":[{\"file\":\"catalog.yaml\"")
                .doesNotContain("langauges");
        assertThat(server.get("/valencia/").statusCode()).isEqualTo(200);

        edit(folder.resolve("to-mend"), "langauges:", "languages:");

        waitFor("/", list -> list.contains("href=\"to-mend/"));
        assertThat(page("/to-mend/")).contains("The flood at Lower Vale");
    }

    @Test
    void an_edit_reloads_its_story_alone_and_the_list() throws Exception {
        String other = text(server.get("/chukotka/health"));
        page("/valencia/");

        edit(folder.resolve("valencia"), "The Besalga flood", "The flood of the Besalga");

        waitFor("/valencia/en/", home -> home.contains("The flood of the Besalga"));
        waitFor("/", list -> list.contains("The flood of the Besalga"));
        assertThat(text(server.get("/chukotka/health")).replaceAll("\"work\".*", ""))
                .isEqualTo(other.replaceAll("\"work\".*", ""));

        edit(folder.resolve("valencia"), "The flood of the Besalga", "The Besalga flood");
        waitFor("/", list -> list.contains("The Besalga flood"));
    }

    @Test
    void search_finds_places_parties_and_quotes_of_all_stories() throws Exception {
        assertThat(page("/search/?q=QUETTA")).contains("href=\"../jaffar-express/places/quetta/\"", "value=\"QUETTA\"");
        assertThat(page("/search/?q=serra")).contains("href=\"../valencia/en/places/serrans/\"");
        assertThat(page("/search/?q=army")).contains("href=\"../jaffar-express/parties/");
        assertThat(page("/search/?q=hostages+train")).contains("<q dir=\"auto\">", "jaffar-express/reports/");
        assertThat(page("/ur/search/?q=%DA%A9%D9%88%D8%A6%D9%B9%DB%81"))
                .contains("href=\"../../jaffar-express/ur/places/quetta/\"");
        assertThat(page("/search/?q=%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
        assertThat(page("/search/?q=xxxx")).contains("Nothing found");
        // Each story has its own search.
        assertThat(page("/valencia/search/?q=serrans")).doesNotContain("jaffar-express");
    }

    @Test
    void sitemap_feed_and_oembed_cover_all_stories() throws Exception {
        assertThat(text(server.get("/sitemap.xml")))
                .contains("<sitemapindex", BASE + "valencia/sitemap.xml", BASE + "chukotka/sitemap.xml")
                .doesNotContain("broken");
        assertThat(text(server.get("/valencia/sitemap.xml"))).contains(BASE + "valencia/places/serrans/");
        assertThat(text(server.get("/robots.txt"))).contains("Disallow: /maps/*/ogc/", "Sitemap: " + BASE);
        assertThat(text(server.get("/corrections.atom"))).contains(BASE + "places/chukotka/");
        for (String start : new String[] {"/", "/valencia/"}) {
            String url = URLEncoder.encode(BASE + "valencia/places/serrans/", StandardCharsets.UTF_8);
            assertThat(text(server.get(start + "oembed?url=" + url))).contains(BASE + "valencia/embed/");
        }
        assertThat(text(server.get("/oembed?url=" + URLEncoder.encode(BASE, StandardCharsets.UTF_8))))
                .contains(BASE + "embed/stories/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets", "health", "ogc", "ur", "Valencia", "a_b", "a--b", "-a", "a.b", "..", ""})
    void a_name_that_the_server_needs_or_that_is_no_word_is_refused(String name) {
        assertThat(StoryName.fault(name)).isPresent();
    }

    @Test
    void no_page_or_file_of_a_list_of_stories_stands_where_a_story_may() {
        server.live().site().site().resources().keySet().stream()
                .map(path -> path.replaceFirst("/.*", ""))
                .filter(first -> !first.isEmpty())
                .distinct()
                .forEach(first -> assertThat(StoryName.fault(first)).as(first).isPresent());
    }

    @Test
    void a_link_to_a_story_may_be_pointed_elsewhere() throws Exception {
        Catalogs.copy(Catalogs.MARKET, elsewhere.resolve("two"));
        Path link = folder.resolve("linked");
        Files.createSymbolicLink(link, elsewhere.resolve("one"));
        waitFor("/", list -> list.contains("href=\"linked/"));
        page("/linked/");
        Files.delete(link);
        Files.createSymbolicLink(link, elsewhere.resolve("two"));
        waitFor("/linked/catalog.json", json -> json.contains("A market moves"));
        Files.delete(link);
        waitFor("/", list -> !list.contains("href=\"linked/"));
        assertThat(server.get("/linked/").statusCode()).isEqualTo(404);
    }
}
