package org.dateline.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Report;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationTest {

    private static final Pattern ADDRESS = Pattern.compile(" (?:href|src)=\"([^\"#]*)(?:#[^\"]*)?\"");

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static Site site(Path catalog, Hosting hosting) throws Exception {
        return new SiteBuilder(hosting.asFiles()).build(CatalogLoader.load(catalog));
    }

    private static Map<String, byte[]> content(Publication publication) {
        Map<String, byte[]> content = new TreeMap<>();
        publication.files().forEach(file -> file.bytes().get().ifPresent(bytes -> content.put(file.path(), bytes)));
        return content;
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
        Map<String, byte[]> content = content(Publication.of(site, false));
        int links = 0;
        for (String path : content.keySet()) {
            if (!path.endsWith(".html") || path.endsWith("404.html")) {
                continue;
            }
            URI page = URI.create("file:///site/" + path);
            for (var found : ADDRESS.matcher(text(content.get(path))).results().toList()) {
                String address = found.group(1).replace("&amp;", "&");
                if (address.isEmpty() || address.startsWith("data:") || originals.contains(address)) {
                    continue;
                }
                assertThat(content)
                        .as("%s in %s", address, path)
                        .containsKey(page.resolve(address).getPath().substring("/site/".length()));
                links++;
            }
        }
        assertThat(links).isGreaterThan(500);
    }

    @Test
    void the_page_for_missing_addresses_leads_home_from_any_depth_where_the_base_is_known() throws Exception {
        Site site = site(Catalogs.JAFFAR_EXPRESS, new Hosting(Hosting.base("https://example.org/maps"), null, null));
        Map<String, byte[]> content = content(Publication.of(site, false));
        assertThat(text(content.get("404.html")))
                .contains("data-root=\"/maps/\"")
                .contains("href=\"/maps/index.html\"")
                .contains("lang=\"en\"");
        assertThat(text(content.get("ur/404.html")))
                .contains("href=\"/maps/ur/index.html\"")
                .contains("lang=\"ur\"");
    }

    @Test
    void the_script_is_told_that_pages_are_files() throws Exception {
        Map<String, byte[]> content = content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), false));
        assertThat(text(content.get("index.html"))).contains("\"files\":true");
        assertThat(text(content.get("en/places/anadyr/index.html"))).contains("\"files\":true");
    }

    @Test
    void a_file_that_a_page_needs_comes_before_the_page() throws Exception {
        List<Caching> order = Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), false).files().stream()
                .map(Publication.File::caching)
                .distinct()
                .toList();
        assertThat(order).containsExactly(Caching.IMMUTABLE, Caching.REVALIDATE);
    }

    @Test
    void precompressed_forms_stand_beside_what_they_make_smaller() throws Exception {
        Map<String, byte[]> content = content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), true));
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
        Map<String, byte[]> one = content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), false));
        Map<String, byte[]> two = content(Publication.of(site(Catalogs.CHUKOTKA, Hosting.ANYWHERE), false));
        assertThat(one.keySet()).isEqualTo(two.keySet());
        one.forEach((path, bytes) -> assertThat(two.get(path)).as(path).isEqualTo(bytes));
    }

    /** The site of the second catalog with what a view leaves there, whatever the pages of views look like. */
    private static Site withView() throws Exception {
        Site site = site(Catalogs.CHUKOTKA, Hosting.ANYWHERE);
        Map<String, Resource> resources = new HashMap<>(site.resources());
        String page = """
                <!doctype html><link rel="canonical" href="./"><style>a{x:url("../../x")}</style>
                <script>let a = ` href="${b}" src="../../c"`;</script>
                <a href="../../en/places/anadyr/index.html#quotes">1</a> <a href="#list">2</a>
                <a href="https://example.org/?a=1&amp;b=2">3</a> <a class="x" href="../vrangel.svg">4</a>
                <img src="../vrangel.png" srcset="../vrangel.png 1x, ../vrangel@2x.png 2x" alt="a > b">
                <div data-root="../../">5</div> <a href="../vrangel-2.svg">6</a>
                """;
        resources.keySet().removeIf(path -> path.startsWith("embed/"));
        resources.put("embed/vrangel/", new Resource(MediaTypes.HTML, Caching.REVALIDATE, () -> Resource.utf8(page)));
        for (String image : new String[] {"vrangel.svg", "vrangel.png", "vrangel@2x.png", "vrangel-2.svg"}) {
            resources.put(
                    "embed/" + image,
                    new Resource(MediaTypes.of(image), Caching.REVALIDATE, () -> Resource.utf8(image)));
        }
        return new Site(site.catalog(), resources, Map.of(), null, site.embeds(), site.records());
    }

    @Test
    void a_view_alone_is_its_page_and_its_own_images() throws Exception {
        Map<String, byte[]> content = content(Publication.ofView(withView(), "vrangel", "ru", null, false));
        assertThat(content).containsOnlyKeys("index.html", "vrangel.svg", "vrangel.png", "vrangel@2x.png");
        assertThat(text(content.get("index.html"))).isEqualTo("""
                <!doctype html><link rel="canonical" href=""><style>a{x:url("../../x")}</style>
                <script>let a = ` href="${b}" src="../../c"`;</script>
                <a>1</a> <a href="#list">2</a>
                <a href="https://example.org/?a=1&amp;b=2">3</a> <a class="x" href="vrangel.svg">4</a>
                <img src="vrangel.png" srcset="vrangel.png 1x, vrangel@2x.png 2x" alt="a > b">
                <div>5</div> <a>6</a>
                """);
    }

    @Test
    void a_view_alone_leads_to_its_site_where_that_is_known() throws Exception {
        URI base = URI.create("https://example.org/maps/");
        LoneView alone = LoneView.of(withView(), "vrangel", "ru", base);
        assertThat(text(alone.file()))
                .isEqualTo("""
                <!doctype html><link rel="canonical" href=""><style>a{x:url("../../x")}</style>
                <script>let a = ` href="${b}" src="../../c"`;</script>
                <a href="https://example.org/maps/en/places/anadyr/#quotes">1</a> <a href="#list">2</a>
                <a href="https://example.org/?a=1&amp;b=2">3</a> <a class="x" href="https://example.org/maps/embed/vrangel.svg">4</a>
                <img src="https://example.org/maps/embed/vrangel.png" srcset="https://example.org/maps/embed/vrangel.png 1x, https://example.org/maps/embed/vrangel@2x.png 2x" alt="a > b">
                <div>5</div> <a href="https://example.org/maps/embed/vrangel-2.svg">6</a>
                <!-- Dateline: view vrangel, catalog %s -->
                """.formatted(withView().catalog().hash()));
    }

    @Test
    void a_view_or_language_that_is_not_there_is_named() throws Exception {
        Site site = withView();
        assertThatThrownBy(() -> LoneView.of(site, "atlantis", "ru", null))
                .hasMessage("got the view atlantis, expected one of chukotka, mashiny, vrangel");
        assertThatThrownBy(() -> LoneView.of(site, "chukotka", "ru", null))
                .hasMessageContaining("got the view chukotka, which has no page embed/chukotka/");
        assertThatThrownBy(() -> LoneView.of(site, "vrangel", "ur", null))
                .hasMessage("got the language ur, expected one of ru, en");
        assertThat(Optional.of(LoneView.of(site, "vrangel", "ru", null))).isPresent();
    }
}
