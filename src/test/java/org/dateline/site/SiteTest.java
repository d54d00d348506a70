package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.formats.TextFragment;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Report;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.PagePolicy;
import org.dateline.site.resource.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SiteTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"#]*)(#[^\"]*)?\"");

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static Site site(Path folder) throws Exception {
        return new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(folder));
    }

    private static String content(Resource resource) {
        return new String(resource.identity().bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_feature_and_report_has_a_page_in_every_language_and_every_layer_a_file(Path folder) throws Exception {
        Site site = site(folder);
        Catalog catalog = site.catalog();
        for (String language : catalog.languages()) {
            String prefix = language.equals(catalog.defaultLanguage()) ? "" : language + "/";
            assertThat(site.resources()).containsKey(prefix);
            for (Layer layer : catalog.layers()) {
                assertThat(site.resources()).containsKey("layers/" + layer.id() + ".geojson");
                for (Feature feature : layer.features()) {
                    assertThat(site.resources()).containsKey(prefix + "places/" + feature.id() + "/");
                }
            }
            for (Report report : catalog.reports()) {
                assertThat(site.resources()).containsKey(prefix + "reports/" + report.id() + "/");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void the_script_gets_words_for_the_kinds_of_the_catalog_and_no_others(Path folder) throws Exception {
        Site site = site(folder);
        Set<String> kinds = site.catalog().layers().stream()
                .flatMap(layer -> layer.features().stream())
                .map(Feature::kind)
                .collect(Collectors.toSet());
        Matcher config = Pattern.compile("id=\"dateline\">(.*?)</script>")
                .matcher(content(site.resources().get("")));
        assertThat(config.find()).isTrue();
        JsonNode words = JsonMapper.shared().readTree(config.group(1)).path("words");
        assertThat(words.propertyNames().stream()
                        .filter(name -> name.startsWith("kind."))
                        .map(name -> name.substring("kind.".length())))
                .isNotEmpty()
                .isSubsetOf(kinds);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_address_in_every_page_is_relative_and_leads_to_a_resource_or_is_a_reports_own(Path folder)
            throws Exception {
        Site site = site(folder);
        Set<String> addresses = new HashSet<>();
        Set<String> originals = originals(site);
        site.resources().forEach((path, resource) -> {
            if (resource.mediaType().startsWith("text/html")) {
                URI base = URI.create("http://host/" + path);
                ADDRESS.matcher(content(resource)).results().forEach(address -> {
                    String target = address.group(1).replace("&amp;", "&");
                    boolean query = target.contains("oembed?");
                    if (originals.contains(target) || target.startsWith("data:") || query) {
                        return;
                    }
                    assertThat(target).as("in /%s", path).doesNotStartWith("/").doesNotContain("://");
                    String resolved = base.resolve(target).getPath().substring(1);
                    assertThat(site.find(target.isEmpty() ? path : resolved))
                            .as("%s in /%s", target, path)
                            .isPresent();
                    addresses.add(resolved);
                });
            }
        });
        assertThat(addresses).hasSizeGreaterThan(20);
    }

    /** The addresses that reports state of themselves. */
    private static Set<String> originals(Site site) {
        return site.catalog().reports().stream()
                .map(Report::url)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_quote_leads_to_its_own_words_in_the_original_where_the_report_states_an_address(Path folder)
            throws Exception {
        Site site = site(folder);
        String page = content(site.find("").orElseThrow());
        for (Report report : site.catalog().reports()) {
            String own = content(site.find("reports/" + report.id() + "/").orElseThrow());
            for (Excerpt excerpt : report.excerpts()) {
                String link = report.url() == null
                        ? ""
                        : "<a class=\"original\" href=\""
                                + TextFragment.of(report.url(), excerpt.quote()).replace("&", "&amp;")
                                + "\" target=\"_top\" rel=\"noopener\">";
                assertThat(page).contains(link);
                assertThat(own).contains(link);
            }
            assertThat(own.contains("class=\"original\"")).isEqualTo(report.url() != null);
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_excerpt_is_an_annotation_and_a_reference_and_every_measure_two_files(Path folder) throws Exception {
        Site site = site(folder);
        for (Report report : site.catalog().reports()) {
            for (Excerpt excerpt : report.excerpts()) {
                assertThat(site.resources())
                        .containsKey("annotations/" + excerpt.id() + ".jsonld")
                        .containsKey("citations/" + excerpt.id() + ".json");
            }
        }
        JsonNode list =
                new JsonMapper().readTree(content(site.find("catalog.json").orElseThrow()));
        for (JsonNode measure : list.path("measures")) {
            assertThat(site.find(measure.path("claims").path("json").asString()))
                    .isPresent();
            assertThat(site.find(measure.path("claims").path("csv").asString())).isPresent();
        }
        String first = site.catalog().reports().getFirst().excerpts().getFirst().id();
        for (JsonNode template : list.path("excerpts")) {
            assertThat(site.find(template.asString().replace("{excerpt}", first)))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void places_and_reports_are_described_in_json(Path folder) throws Exception {
        Site site = site(folder);
        Pattern data = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");
        for (Map.Entry<String, Resource> entry : site.resources().entrySet()) {
            if (entry.getKey().matches(".*(places|reports)/[^/]+/")) {
                List<MatchResult> found =
                        data.matcher(content(entry.getValue())).results().toList();
                assertThat(found).as(entry.getKey()).hasSize(1);
                assertThat(new JsonMapper().readTree(found.getFirst().group(1)).path("@graph"))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void the_reading_page_holds_every_quote_verbatim(Path folder) throws Exception {
        Site site = site(folder);
        String text = text(content(site.find("").orElseThrow()));
        for (Report report : site.catalog().reports()) {
            for (Excerpt excerpt : report.excerpts()) {
                assertThat(text).contains(excerpt.quote());
            }
        }
    }

    /** The text of a page as a browser has it, near enough for this page: tags away, entities back. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void the_list_of_available_downloads_links_to_each_of_them(Path folder) throws Exception {
        Site site = site(folder);
        JsonNode list =
                new JsonMapper().readTree(content(site.find("catalog.json").orElseThrow()));
        for (String kind : new String[] {"layers", "reports"}) {
            assertThat(list.path(kind)).isNotEmpty();
            for (JsonNode entry : list.path(kind)) {
                assertThat(site.find(entry.path("url").asString())).isPresent();
            }
        }
        for (String kind : new String[] {"parties", "measures", "views"}) {
            assertThat(list.path(kind)).isNotEmpty();
            list.path(kind)
                    .forEach(entry -> assertThat(entry.path("id").asString()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_quote_says_whether_it_was_verified_and_links_to_the_explanation(Path folder) throws Exception {
        Site site = site(folder);
        JsonNode list =
                new JsonMapper().readTree(content(site.find("catalog.json").orElseThrow()));
        for (Report report : site.catalog().reports()) {
            boolean compared = report.verification() != null;
            String page = content(site.find("reports/" + report.id() + "/").orElseThrow());
            String chip = "<a class=\"" + (compared ? "verified" : "not-compared") + "\" href=\"#verification\">";
            assertThat(page.split(Pattern.quote(chip), -1))
                    .hasSize(report.excerpts().size() + 1);
            assertThat(page)
                    .contains(" id=\"verification\"")
                    .contains(report.sha256().substring(0, 12));
            assertThat(list.path("reports").valueStream())
                    .anyMatch(entry -> entry.path("id").asString().equals(report.id())
                            && entry.path("verified").isNull() != compared);
        }
    }

    @Test
    void a_correction_is_on_the_home_page_and_on_each_page_that_it_concerns() throws Exception {
        Site site = site(Catalogs.CHUKOTKA);
        String words = "The words of the settlement's representative were given with another number.";
        for (String concerned : new String[] {
            "",
            "reports/zimnik-2024-02-14/",
            "claims/lyudi-v-kolonne/",
            "places/egvekinot/",
            "places/ostanovka-kolonny/"
        }) {
            String page = content(site.find("en/" + concerned).orElseThrow());
            assertThat(page).as(concerned).contains(words).contains("<del").contains("19 February 2024");
        }
        for (String other : new String[] {"reports/polar-tern/", "claims/na-parome/", "places/pevek/"}) {
            assertThat(content(site.find("en/" + other).orElseThrow()))
                    .as(other)
                    .doesNotContain(words);
        }
        assertThat(content(site.find("en/").orElseThrow()))
                .containsSubsequence("Last corrected on 19 February 2024", "id=\"correction-lyudi-v-kolonne\"");
        // A text in one language is shown in that one, and says so.
        assertThat(content(site.find("en/reports/polar-tern/").orElseThrow()))
                .contains("<span lang=\"ru\" dir=\"ltr\">Выдумано для тестов; на одном языке.</span>");
    }

    @Test
    void without_corrections_there_is_no_word_of_them_but_the_feed() throws Exception {
        Site site = site(Catalogs.JAFFAR_EXPRESS);
        assertThat(site.catalog().corrections()).isEmpty();
        assertThat(content(site.find("").orElseThrow()))
                .doesNotContain("id=\"corrections\"")
                .doesNotContain("corrected")
                .contains("type=\"application/atom+xml\"");
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_page_holds_no_style_and_no_script_but_the_one_that_its_policy_names(Path folder) throws Exception {
        Site site = site(folder);
        String report = site.catalog().reports().getFirst().id();
        for (String path : new String[] {"", "reports/" + report + "/"}) {
            String page = content(site.find(path).orElseThrow());
            assertThat(page).doesNotContainPattern("\\s(style|on[a-z]+)=\"").doesNotContain("<style");
            // Blocks of these two types are data: no browser runs them.
            assertThat(Pattern.compile(
                                    "<script(?![^>]*(src=|type=\"application/(ld\\+)?json\"))[^>]*>(.*?)</script>",
                                    Pattern.DOTALL)
                            .matcher(page)
                            .results()
                            .map(script -> script.group(3)))
                    .containsExactly(PagePolicy.EARLY_SCRIPT);
        }
    }
}
