package org.dateline.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Report;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.publish.PublicationWriter.Summary;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource.Caching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {

    private static final Pattern ADDRESS = Pattern.compile(" (?:href|src)=\"([^\"#]*)(?:#[^\"]*)?\"");

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static Site site(Path catalog, Hosting hosting) throws Exception {
        return new SiteBuilder(hosting.asFiles()).build(CatalogLoader.load(catalog));
    }

    /** The files whose paths a pattern matches. Pictures take seconds, so tests make only what they look at. */
    private static Map<String, byte[]> content(Publication publication, String pattern) {
        Map<String, byte[]> content = new TreeMap<>();
        for (Publication.File file : publication.files()) {
            if (file.path().matches(pattern)) {
                file.bytes().ifPresent(bytes -> content.put(file.path(), bytes));
            }
        }
        return content;
    }

    private static Map<String, byte[]> content(Publication publication) {
        return content(publication, ".*");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void each_link_of_each_page_names_a_file_so_that_it_opens_from_a_disk(Path catalog) throws Exception {
        Site site = site(catalog, Hosting.ANYWHERE);
        List<String> originals =
                site.catalog().reports().stream().map(Report::url).toList();
        Publication publication = Publication.of(site, null, false);
        Set<String> paths =
                publication.files().stream().map(Publication.File::path).collect(Collectors.toSet());
        Map<String, byte[]> pages = content(publication, "(?!.*404).*\\.html");
        int links = 0;
        for (String path : pages.keySet()) {
            assertThat(text(pages.get(path)))
                    .as(path)
                    .containsOnlyOnce(
                            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; ");
            URI page = URI.create("file:///site/" + path);
            for (var found : ADDRESS.matcher(text(pages.get(path))).results().toList()) {
                String address = found.group(1).replace("&amp;", "&");
                if (address.isEmpty() || address.startsWith("data:") || originals.contains(address)) {
                    continue;
                }
                assertThat(paths)
                        .as("%s in %s", address, path)
                        .contains(page.resolve(address).getPath().substring("/site/".length()));
                links++;
            }
        }
        assertThat(links).isGreaterThan(500);
    }

    @Test
    void the_page_for_missing_addresses_leads_home_from_any_depth_where_the_base_is_known() throws Exception {
        Site site = site(Catalogs.JAFFAR_EXPRESS, new Hosting(Hosting.base("https://example.org/maps"), null, null));
        Map<String, byte[]> content = content(Publication.of(site, null, false), ".*404\\.html");
        assertThat(text(content.get("404.html")))
                .contains("data-root=\"/maps/\"")
                .contains("href=\"/maps/index.html\"")
                .contains("lang=\"en\"");
        assertThat(text(content.get("ur/404.html")))
                .contains("href=\"/maps/ur/index.html\"")
                .contains("lang=\"ur\"");
    }

    @Test
    void the_configuration_states_that_pages_are_files() throws Exception {
        Map<String, byte[]> content =
                content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), null, false), ".*\\.html");
        assertThat(text(content.get("index.html"))).contains("\"files\":true");
        assertThat(text(content.get("en/places/anadyr/index.html"))).contains("\"files\":true");
    }

    @Test
    void a_file_that_a_page_needs_comes_before_the_page() throws Exception {
        List<Caching> order = Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), null, false).files().stream()
                .map(Publication.File::caching)
                .distinct()
                .toList();
        assertThat(order).containsExactly(Caching.IMMUTABLE, Caching.REVALIDATE);
    }

    @Test
    void precompressed_forms_are_written_where_they_are_smaller() throws Exception {
        Map<String, byte[]> content = content(
                Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), null, true),
                "index\\.html.*|.*\\.(js|woff2)(\\.(gz|br))?");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content.get("index.html.gz")))) {
            assertThat(gzip.readAllBytes()).isEqualTo(content.get("index.html"));
        }
        assertThat(content.get("index.html.gz")).hasSizeLessThan(content.get("index.html").length);
        assertThat(content.keySet())
                .noneMatch(path -> path.endsWith(".woff2.gz") || path.endsWith(".woff2.br"))
                .anyMatch(path -> path.endsWith(".js.gz"));
    }

    @Test
    void the_same_catalog_gives_the_same_bytes() throws Exception {
        // The pictures of one view for all.
        String some = "(?!.*embed/(chukotka|mashiny)\\b.*(svg|png|pdf)).*";
        Map<String, byte[]> one = content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), null, false), some);
        Map<String, byte[]> two = content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), null, false), some);
        assertThat(one.keySet()).isEqualTo(two.keySet());
        one.forEach((path, bytes) -> assertThat(two.get(path)).as(path).isEqualTo(bytes));
    }

    /** A change of a catalog: a file's name, what stands there, and what takes its place. */
    private record Edit(String file, String old, String now) {

        void in(Path folder) throws Exception {
            Path edited = folder.resolve(file);
            String before = Files.readString(edited);
            assertThat(before).contains(old);
            Files.writeString(edited, before.replace(old, now));
        }
    }

    @Test
    void a_folder_that_is_published_to_after_each_edit_has_the_bytes_of_a_new_one(@TempDir Path temporary)
            throws Exception {
        Path folder = Catalogs.copy(Catalogs.NEWSROOM, temporary.resolve("catalog"));
        Path again = temporary.resolve("again");
        String base = "https://example.org/";
        write(some(folder, base), again);
        new Edit("reports/diario.yaml", "words: CV-90}", "words: carretera CV-90}").in(folder);
        new Edit("reports/diario.yaml", "  - {quote: Manos del Valle repartió mantas., party: manos}\n", "").in(folder);
        isAsNew(folder, base, again, temporary.resolve("edited"));
        for (Edit edit : List.of(
                new Edit("reports/mesa.yaml", "id: alboraig", "id: pueblo"),
                new Edit("layers/lugares/features.geojson", "\"id\": \"alboraig\"", "\"id\": \"pueblo\""),
                new Edit("layers/sucesos/features.geojson", "-0.45, 39.33", "-0.43, 39.32"),
                new Edit("catalog.yaml", "languages: [es, en, uk]", "languages: [es, uk, en]"),
                new Edit("catalog.yaml", "en: The Desk", "en: The Table"),
                new Edit("brand/logo.svg", "<svg ", "<svg data-new=\"\" "))) {
            edit.in(folder);
        }
        isAsNew(folder, base + "maps/", again, temporary.resolve("moved"));
    }

    private static void isAsNew(Path catalog, String base, Path again, Path fresh) throws Exception {
        Publication publication = some(catalog, base);
        assertThat(write(publication, again).written()).isPositive();
        assertThat(write(publication, fresh).unchanged()).isZero();
        assertThat(files(fresh)).contains(Path.of("embed/todo/index.html.br"), Path.of("embed/todo/card.png"));
        assertThat(files(again)).isEqualTo(files(fresh));
        for (Path file : files(fresh)) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(fresh.resolve(file));
        }
    }

    private static Set<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).collect(Collectors.toSet());
        }
    }

    /** A file of each kind, and compressed forms of some: others take seconds and follow from the same. */
    private static final Pattern SOME = Pattern.compile("index\\.html(\\.gz|\\.br)?|catalog\\.json(\\.gz)?"
            + "|(en/)?places/(riada|alboraig|pueblo)/.*html|places/riada/card\\.png|reports/.*html|(layers|brand)/.*"
            + "|embed/todo/(light/)?index\\.html(\\.gz|\\.br)?|embed/todo/(card\\.png|oembed.*)|embed/todo\\.svg");

    private static Publication some(Path catalog, String base) throws Exception {
        Hosting hosting = new Hosting(Hosting.base(base), null, null).asFiles();
        Site site = site(catalog, hosting);
        Publication all = Publication.of(site, Origin.of("this program", site, hosting), true);
        return new Publication(
                all.catalog(),
                all.origin(),
                all.files().stream()
                        .filter(file -> SOME.matcher(file.path()).matches())
                        .toList());
    }

    private static Summary write(Publication publication, Path folder) throws Exception {
        return PublicationWriter.write(publication, folder, (_, _) -> {});
    }

    private static final URI BASE = URI.create("https://example.org/maps/");

    /** The values of all attributes that hold an address, without those within the page and the data itself. */
    private static List<String> addresses(String html) {
        return Pattern.compile("\\s(?:href|src|srcset|content|data-[a-z]+)=\"((?:[a-z]+:/)?\\.{0,2}/[^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    /** What a reader sees of a page, without the button that only works inside of the site. */
    private static String shown(String html) {
        return html.replaceAll("(?s)<(style|script|button)\\b.*?</\\1>|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Test
    void a_standalone_view_is_its_page_and_its_own_images() throws Exception {
        Site site = site(Catalogs.CHUKOTKA, Hosting.ANYWHERE);
        Map<String, byte[]> content = content(Publication.ofView(site, "vrangel", "en", false));
        assertThat(content)
                .containsOnlyKeys("index.html", "vrangel.svg", "vrangel.png", "vrangel@2x.png", "vrangel.pdf");
        assertThat(content.get("vrangel.svg"))
                .isEqualTo(site.find("en/embed/vrangel.svg")
                        .orElseThrow()
                        .identity()
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chukotka", "mashiny", "vrangel"})
    void a_standalone_view_has_the_same_content_as_its_page_in_the_site(String view) throws Exception {
        Site site = site(Catalogs.CHUKOTKA, Hosting.ANYWHERE);
        String inside =
                text(site.find("embed/" + view + "/").orElseThrow().identity().bytes());
        String outside = text(StandaloneView.of(site, view, "ru").page());
        assertThat(shown(outside)).isEqualTo(shown(inside)).contains("Dateline");
        assertThat(outside).doesNotContain("<button", "id=\"dateline\"", "data-root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chukotka", "mashiny", "vrangel"})
    void a_standalone_view_has_no_links_if_its_sites_address_is_unknown(String view) throws Exception {
        Site site = site(Catalogs.CHUKOTKA, Hosting.ANYWHERE);
        String html = text(StandaloneView.of(site, view, "ru").file());
        assertThat(addresses(html)).isEmpty();
        assertThat(html)
                .contains("<a class=\"brand\" target=\"_blank\" rel=\"noopener\">")
                .contains("href=\"#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chukotka", "mashiny", "vrangel"})
    void a_standalone_view_links_to_its_site_if_the_address_is_known(String view) throws Exception {
        Site site = site(Catalogs.CHUKOTKA, new Hosting(BASE, null, null));
        String html = text(StandaloneView.of(site, view, "en").file());
        assertThat(html).contains("href=\"https://example.org/maps/en/\"").contains("href=\"#");
        assertThat(addresses(html)).hasSizeGreaterThan(4).allSatisfy(address -> {
            assertThat(address).startsWith(BASE.toString());
            assertThat(site.find(BASE.relativize(URI.create(address)).getPath()))
                    .isPresent();
        });
    }

    @Test
    void a_standalone_file_ends_with_its_identification() throws Exception {
        Site site = site(Catalogs.CHUKOTKA, Hosting.ANYWHERE);
        StandaloneView view = StandaloneView.of(site, "vrangel", "ru");
        assertThat(text(view.file()))
                .startsWith(text(view.page()).stripTrailing())
                .endsWith("</html>\n<!-- Dateline: view vrangel, catalog %s -->\n"
                        .formatted(site.catalog().hash()));
    }

    @Test
    void a_view_or_language_that_is_not_there_is_named() throws Exception {
        Site site = site(Catalogs.CHUKOTKA, Hosting.ANYWHERE);
        assertThatThrownBy(() -> StandaloneView.of(site, "atlantis", "ru"))
                .hasMessage("got the view atlantis, expected one of chukotka, mashiny, vrangel");
        assertThatThrownBy(() -> StandaloneView.of(site, "vrangel", "ur"))
                .hasMessage("got the language ur, expected one of ru, en");
    }
}
