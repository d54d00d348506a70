package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dateline.Catalogs;
import org.dateline.LargeStory;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A story of hundreds of quotes and places: pages, embeds and pictures stay of a size that people can use. */
class LargeStoryTest {

    private static final int REPORTS = 130;
    private static final int QUOTES = 3 * REPORTS;
    private static final int PLACES = 160;

    private static final Pattern QUOTE = Pattern.compile("<li class=\"quote [^>]* id=\"(wire-\\d+-\\d+)\"");

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void build() throws Exception {
        Catalog catalog = CatalogLoader.load(LargeStory.in(folder, REPORTS, 3, PLACES));
        site = new SiteBuilder(Hosting.ANYWHERE).build(catalog);
    }

    private static byte[] bytes(String path) {
        return site.find(path).orElseThrow().identity().bytes();
    }

    private static String page(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(MatchResult::group).toList();
    }

    private static List<String> quotes(String page) {
        return QUOTE.matcher(page).results().map(match -> match.group(1)).toList();
    }

    /** The pages of a list, as a reader without script goes from one to the next. */
    private static List<String> walk(String first) {
        List<String> pages = new ArrayList<>();
        for (String path = first; path != null; ) {
            String page = page(path);
            pages.add(page);
            String here = path;
            path = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(match -> java.net
                            .URI
                            .create("/" + here)
                            .resolve(match.group(1))
                            .getPath()
                            .substring(1))
                    .findFirst()
                    .orElse(null);
        }
        return pages;
    }

    @Test
    void home_has_the_beginning_of_each_list_and_the_way_to_the_whole() {
        String home = page("");

        assertThat(quotes(home)).hasSize(60).contains("wire-83-0").doesNotContain("wire-3-0");
        assertThat(found(Pattern.compile("<a class=\"feature\""), home)).hasSize(63);
        assertThat(found(Pattern.compile("<a class=\"report\""), home)).hasSize(60);
        assertThat(home)
                .contains(
                        "<a href=\"lists/quotes/\">All quotes: 390</a>",
                        "<a href=\"lists/places/\">All places: 163</a>",
                        "<a href=\"lists/reports/\">All reports: 130</a>")
                .hasSizeLessThan(450_000);
        assertThat(page("es/")).contains("<a href=\"../es/lists/quotes/\">Todas las citas: 390</a>");
    }

    @Test
    void every_quote_is_once_on_the_pages_of_the_whole_list_the_latest_first() {
        List<String> pages = walk("lists/quotes/");

        assertThat(pages).hasSize(7);
        List<String> all = pages.stream().flatMap(page -> quotes(page).stream()).toList();
        assertThat(all).hasSize(QUOTES).doesNotHaveDuplicates();
        List<String> dates = pages.stream()
                .flatMap(page -> found(Pattern.compile("data-date=\"[^\"]+\""), page).stream())
                .toList();
        assertThat(dates).hasSize(QUOTES).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages.getFirst())
                .contains(
                        "December 2031</a>", "November 2031</a>", "<a href=\"../../lists/quotes/5/\">October 2031</a>");
        assertThat(pages.get(4)).contains("data-date=\"2031-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lists/quotes/party/office-1/", "lists/quotes/measure/dead/", "lists/quotes/place/flood-2/"})
    void quotes_of_a_party_a_measure_and_a_place_have_pages_too(String list) {
        List<String> all =
                walk(list).stream().flatMap(page -> quotes(page).stream()).toList();
        String page = switch (list.split("/")[2]) {
            case "party" -> page("parties/office-1/");
            case "measure" -> page("claims/dead/");
            default -> page("places/flood-2/");
        };

        assertThat(all).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(quotes(page)).hasSize(60).isSubsetOf(all);
        assertThat(page).contains("href=\"../../" + list + "\">All quotes: " + all.size() + "</a>");
        // What a figure leads to is there, on this page or another.
        Stream<String> here = Pattern.compile("href=\"#(wire-\\d+-\\d+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1));
        assertThat(here).allMatch(quotes(page)::contains);
    }

    private static List<String> figures(String page) {
        return Pattern.compile("<tr [^>]* id=\"(wire-\\d+-c\\d+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void the_page_of_a_measure_has_the_latest_figures_of_each_subject_and_the_way_to_all() {
        String page = page("claims/dead/");

        // 120 figures for the page, a third for each flood.
        assertThat(figures(page)).hasSize(120).doesNotHaveDuplicates().contains("wire-83-c0");
        assertThat(page)
                .contains(
                        "<a href=\"../../lists/figures/measure/dead/\">All figures: 390</a>",
                        "<a href=\"../../lists/figures/comparison/dead/flood-1/\">All figures: 130</a>",
                        "The latest figures: 40 of 130.")
                .doesNotContain("class=\"plot")
                .hasSizeLessThan(500_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists/figures/measure/dead/",
                "lists/figures/party/office-1/",
                "lists/figures/comparison/dead/flood-2/",
                "es/lists/figures/comparison/dead/flood-2/"
            })
    void every_figure_of_a_measure_a_party_and_a_comparison_is_once_in_pages_the_latest_first(String list) {
        List<String> pages = walk(list);

        List<String> all =
                pages.stream().flatMap(page -> figures(page).stream()).toList();
        assertThat(all).hasSize(list.contains("measure") ? QUOTES : QUOTES / 3).doesNotHaveDuplicates();
        assertThat(pages.getFirst()).contains("<nav class=\"months\"");
        List<String> dates = pages.stream()
                .flatMap(page -> found(Pattern.compile("<tr data-date=\"[^\"]+\""), page).stream())
                .toList();
        assertThat(dates).hasSize(all.size()).isSortedAccordingTo(Comparator.reverseOrder());
        // The quote of a figure is on its report's page.
        assertThat(pages.getFirst()).doesNotContain("href=\"#wire-").contains("reports/wire-83/#wire-83-");
        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThan(400_000));
    }

    @Test
    void the_lists_of_a_small_story_are_in_one_piece() throws Exception {
        Site small = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(Catalogs.JAFFAR_EXPRESS));

        assertThat(small.resources().keySet()).noneMatch(path -> path.contains("lists/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embed/all/", "es/embed/all/dark/", "embed/near/", "embed/dead/"})
    void an_embed_stays_light(String path) {
        assertThat(Encoding.GZIP.encode(bytes(path)).orElseThrow()).hasSizeLessThan(59_500);
    }

    @Test
    void an_embed_says_which_places_it_has_and_where_the_others_are() {
        String most = page("embed/all/");
        String nearest = page("embed/near/");

        assertThat(most)
                .contains(
                        "<summary>Most quoted places: 60 of 163</summary>",
                        "The latest quotes: 8 of 130.",
                        "id=\"at-flood-0\"");
        assertThat(nearest)
                .contains("<summary>Nearest places: 60 of 163</summary>", "id=\"at-ford-7\"", "id=\"at-ford-9\"")
                .doesNotContain("id=\"at-ford-150\"", "ford-150");
        assertThat(page("embed/dead/")).contains("The latest figures: 20 of 130.", "href=\"../../reports/");
    }

    @Test
    void an_embed_of_hundreds_of_figures_of_one_subject_stays_light_and_says_what_it_leaves_out(@TempDir Path many)
            throws Exception {
        Site larger = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(LargeStory.in(many, 510, 3, 10)));
        byte[] embed = larger.find("embed/dead/").orElseThrow().identity().bytes();
        assertThat(Encoding.GZIP.encode(embed).orElseThrow()).hasSizeLessThan(59_500);
        assertThat(new String(embed, StandardCharsets.UTF_8)).contains("The latest figures: 20 of 510.");
    }

    @Test
    void a_picture_is_not_taller_than_three_times_its_width() throws Exception {
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes("embed/all.png")))
                        .getHeight())
                .isLessThan(2700);
        assertThat(page("embed/all.svg")).contains("Places without a number here: 115.");
    }
}
