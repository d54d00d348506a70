package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlerFilesTest {

    private static final String BASE = "https://news.example/maps/";

    private static Site site;

    @BeforeAll
    static void build() throws Exception {
        site = site(new Hosting(URI.create(BASE), null, null));
    }

    private static Site site(Hosting hosting) throws Exception {
        return new SiteBuilder(hosting).build(CatalogLoader.load(Catalogs.JAFFAR_EXPRESS));
    }

    private static String text(Site site, String path) {
        return new String(site.find(path).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private static List<String> found(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void robots_keep_to_pages_and_find_the_sitemap() throws Exception {
        assertThat(text(site, "robots.txt").lines())
                .containsExactly(
                        "User-agent: *",
                        "Disallow: /maps/ogc/",
                        "Disallow: /maps/records/",
                        "Disallow: /maps/search/",
                        "Sitemap: https://news.example/maps/sitemap.xml");
        Site anywhere = site(Hosting.ANYWHERE);
        assertThat(text(anywhere, "robots.txt")).doesNotContain("Sitemap");
        assertThat(anywhere.find("sitemap.xml")).isEmpty();
    }

    @Test
    void the_sitemap_lists_every_page_with_something_to_read_in_every_language() {
        List<String> pages = found(text(site, "sitemap.xml"), "<loc>([^<]*)</loc>");

        assertThat(pages)
                .contains(
                        BASE,
                        BASE + "ur/",
                        BASE + "places/quetta/",
                        BASE + "ur/claims/hostages/",
                        BASE + "reports/abc-wires/",
                        BASE + "ur/parties/bla/")
                .doesNotContain(BASE + "places/mach-station/")
                .doesNotHaveDuplicates();
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(site.find(page.substring(BASE.length()))).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ur/", "places/quetta/", "ur/claims/hostages/", "reports/abc-wires/", "parties/bla/"})
    void a_page_names_its_own_address_and_those_in_other_languages(String path) {
        String page = text(site, path);
        String plain = path.startsWith("ur/") ? path.substring(3) : path;

        assertThat(found(page, "<link rel=\"canonical\" href=\"([^\"]*)\"")).containsExactly(BASE + path);
        assertThat(found(page, "hreflang=\"[a-z-]+\" href=\"(https[^\"]*)\""))
                .containsExactly(BASE + plain, BASE + "ur/" + plain, BASE + plain);
        assertThat(found(page, "hreflang=\"([a-z-]+)\" href=\"https")).containsExactly("en", "ur", "x-default");
        assertThat(found(page, "<meta name=\"author\" content=\"([^\"]*)\"")).containsExactly("Dateline");
    }

    @Test
    void a_place_and_a_measure_have_cards_of_their_own() {
        for (String path : List.of("places/quetta/", "ur/claims/aboard/")) {
            String card = found(text(site, path), "<meta property=\"og:image\" content=\"([^\"]*)\"")
                    .getFirst();
            assertThat(card).isEqualTo(BASE + path + "card.png");
            assertThat(site.find(card.substring(BASE.length()))).isPresent();
        }
        assertThat(text(site, "claims/hostages/")).contains(BASE + "embed/hostages/card.png");
    }

    @Test
    void the_first_author_on_a_page_of_claims_is_the_pages() {
        String page = text(site, "claims/hostages/");
        assertThat(found(page, "\"author\":\\{[^}]*\"name\":\"([^\"]*)\"").getFirst())
                .isEqualTo("Dateline");
    }
}
