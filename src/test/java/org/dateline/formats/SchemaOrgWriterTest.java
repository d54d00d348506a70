package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemaOrgWriterTest {

    private static final String SCHEMA = "http://schema.org/";
    private static final String SITE = "https://news.example/maps/";

    @TempDir
    Path folder;

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static SchemaOrgWriter.About about(Catalog catalog, String path) {
        return new SchemaOrgWriter.About(catalog.defaultLanguage(), "../../", path, "Name");
    }

    private static JsonNode report(Catalog catalog, String id) throws Exception {
        Report report = catalog.reports().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        String written = new SchemaOrgWriter(catalog).report(report, about(catalog, "reports/" + id + "/"));
        return Written.expanded(written, SITE + "reports/" + id + "/");
    }

    private static JsonNode place(Catalog catalog, String id) throws Exception {
        Feature feature = catalog.layers().stream()
                .flatMap(layer -> layer.features().stream())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        String written = new SchemaOrgWriter(catalog).place(feature, about(catalog, "places/" + id + "/"));
        return Written.expanded(written, SITE + "places/" + id + "/");
    }

    private static List<JsonNode> of(JsonNode graph, String type) {
        return Written.nodes(
                graph, node -> node.path("@type").path(0).asString().equals(SCHEMA + type));
    }

    private static String value(JsonNode node, String property) {
        JsonNode first = node.path(SCHEMA + property).path(0);
        return first.has("@id")
                ? first.path("@id").asString()
                : first.path("@value").asString("");
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_report_is_an_article_whose_quotations_and_claims_are_part_of_it(Path files) throws Exception {
        Catalog catalog = CatalogLoader.load(files);
        for (Report report : catalog.reports()) {
            JsonNode graph = report(catalog, report.id());
            String address = SITE + "reports/" + report.id() + "/";
            assertThat(of(graph, "NewsArticle"))
                    .singleElement()
                    .matches(node -> node.path("@id").asString().equals(address));
            assertThat(of(graph, "Quotation"))
                    .hasSameSizeAs(report.excerpts())
                    .allMatch(quotation -> value(quotation, "isPartOf").equals(address));
            assertThat(of(graph, "Claim"))
                    .hasSameSizeAs(report.claims())
                    .allMatch(claim -> value(claim, "appearance").equals(address));
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_place_page_can_be_read_and_tells_of_its_place(Path files) throws Exception {
        Catalog catalog = CatalogLoader.load(files);
        for (Layer layer : catalog.layers()) {
            for (Feature feature : layer.features()) {
                JsonNode graph = place(catalog, feature.id());
                assertThat(of(graph, layer.style() == Layer.Style.INCIDENT ? "Event" : "Place"))
                        .as(feature.id())
                        .singleElement()
                        .matches(node -> node.path("@id").asString().equals(SITE + "places/" + feature.id() + "/"));
            }
        }
    }

    @Test
    void a_report_says_nothing_that_it_does_not_state() throws Exception {
        JsonNode article = of(report(CatalogLoader.load(Catalogs.CHUKOTKA), "polar-tern"), "NewsArticle")
                .getFirst();

        assertThat(article.propertyNames())
                .containsExactlyInAnyOrder(
                        "@id", "@type", SCHEMA + "description", SCHEMA + "inLanguage", SCHEMA + "identifier");
    }

    @Test
    void stated_fields_are_in_the_terms_of_schema_org() throws Exception {
        JsonNode article = of(report(CatalogLoader.load(Catalogs.CHUKOTKA), "zimnik-2024-02-14"), "NewsArticle")
                .getFirst();

        assertThat(value(article, "headline")).isEqualTo("Автоколонна остановилась на зимнике");
        assertThat(value(article, "datePublished")).isEqualTo("2024-02-14");
        assertThat(value(article, "dateline")).isEqualTo("Анадырь");
        assertThat(value(article, "url")).isEqualTo("https://example.org/2024/zimnik?id=14&lang=ru");
    }

    @Test
    void a_quotation_has_its_words_its_speaker_and_its_subjects() throws Exception {
        JsonNode quotation = of(place(CatalogLoader.load(Catalogs.CHUKOTKA), "provideniya"), "Quotation")
                .getFirst();

        assertThat(value(quotation, "text")).startsWith("The ferry “Polar Tern” left Anadyr");
        assertThat(quotation
                        .path(SCHEMA + "spokenByCharacter")
                        .path(0)
                        .path(SCHEMA + "name")
                        .path(0)
                        .path("@value")
                        .asString())
                .isEqualTo("Капитан порта");
        assertThat(quotation.path(SCHEMA + "about"))
                .extracting(about -> about.path("@id").asString())
                .contains(SITE + "places/provideniya/", SITE + "places/anadyr/");
        assertThat(quotation.path("@id").asString()).isEqualTo(SITE + "reports/polar-tern/#polar-tern-1");
    }

    @Test
    void claims_side_by_side_come_with_their_quotes_and_reports() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        String written = new SchemaOrgWriter(catalog)
                .claims(
                        catalog.comparisons().stream()
                                .filter(comparison -> comparison.measure().id().equals("lyudi-v-kolonne"))
                                .toList(),
                        new SchemaOrgWriter.About("en", "../../../", "en/claims/lyudi-v-kolonne/", "Convoy"));
        JsonNode graph = Written.expanded(written, SITE + "en/claims/lyudi-v-kolonne/");

        assertThat(of(graph, "Claim"))
                .extracting(claim -> value(claim, "name"))
                .containsExactly("People in the convoy: не менее 21", "People in the convoy: 19");
        assertThat(of(graph, "Quotation")).hasSize(2);
        assertThat(of(graph, "NewsArticle")).hasSize(1);
        assertThat(written.indexOf("\"author\"")).isLessThan(written.indexOf("\"Claim\""));
        assertThat(of(graph, "WebPage")).singleElement().satisfies(page -> {
            assertThat(page.path("@id").asString()).isEqualTo(SITE + "en/claims/lyudi-v-kolonne/#page");
            assertThat(value(page, "url")).isEqualTo(SITE + "en/claims/lyudi-v-kolonne/");
            assertThat(value(page.path(SCHEMA + "author").path(0), "name")).isEqualTo("Dateline");
        });
    }

    @Test
    void no_text_can_end_the_script_that_holds_it() throws Exception {
        Catalogs.copy(Catalogs.CHUKOTKA, folder);
        Path report = folder.resolve("reports/zimnik-2024-02-14.yaml");
        Files.writeString(
                report, Files.readString(report).replace("title: Автоколонна", "title: </script><script>Автоколонна"));
        Catalog catalog = CatalogLoader.load(folder);
        Report changed = catalog.reports().stream()
                .filter(candidate -> candidate.id().startsWith("zimnik"))
                .findFirst()
                .orElseThrow();

        assertThat(new SchemaOrgWriter(catalog).report(changed, about(catalog, "reports/" + changed.id() + "/")))
                .doesNotContain("<");
        assertThat(value(of(report(catalog, changed.id()), "NewsArticle").getFirst(), "headline"))
                .startsWith("</script>");
    }
}
