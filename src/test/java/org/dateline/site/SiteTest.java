package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Report;
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
        return new SiteBuilder(null).build(CatalogLoader.load(folder));
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
    void every_address_in_every_page_is_relative_and_leads_to_a_resource(Path folder) throws Exception {
        Site site = site(folder);
        Set<String> addresses = new HashSet<>();
        site.resources().forEach((path, resource) -> {
            if (resource.mediaType().startsWith("text/html")) {
                URI base = URI.create("http://host/" + path);
                ADDRESS.matcher(content(resource)).results().forEach(address -> {
                    String target = address.group(1);
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
    void the_list_of_what_there_is_leads_to_each_of_it(Path folder) throws Exception {
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
    void a_quote_says_whether_it_was_compared_and_leads_to_what_that_means(Path folder) throws Exception {
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

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_page_holds_no_script_or_style_of_its_own(Path folder) throws Exception {
        String page = content(site(folder).find("").orElseThrow());
        assertThat(page).doesNotContainPattern("\\s(style|on[a-z]+)=\"").doesNotContain("<style");
        assertThat(Pattern.compile("<script(?![^>]*(src=|type=\"application/json\"))")
                        .matcher(page)
                        .find())
                .isFalse();
    }
}
