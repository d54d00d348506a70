package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Behaviour;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Claims as JSON and as CSV, which say the same. */
class ClaimsWriterTest {

    @TempDir
    Path folder;

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static Measure measure(Catalog catalog, String id) {
        return catalog.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Catalog catalog, Measure measure) {
        return Written.json(new ClaimsJsonWriter(catalog).write(measure));
    }

    private static String csv(Catalog catalog, Measure measure) {
        return new String(new ClaimsCsvWriter(catalog).write(measure), StandardCharsets.UTF_8);
    }

    private static List<Map<String, String>> rows(String csv) throws Exception {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    private static List<JsonNode> claims(JsonNode measure) {
        List<JsonNode> claims = new ArrayList<>();
        measure.path("subjects").forEach(subject -> subject.path("claims").forEach(claims::add));
        return claims;
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_claim_of_a_catalog_appears_once_in_each_format_with_its_quote(Path files) throws Exception {
        Catalog catalog = CatalogLoader.load(files);
        List<String> expected = catalog.reports().stream()
                .flatMap(report -> report.claims().stream())
                .map(claim -> claim.id() + " " + claim.excerpt())
                .toList();
        List<String> inJson = new ArrayList<>();
        List<String> inCsv = new ArrayList<>();
        for (Measure measure : catalog.measures()) {
            for (JsonNode claim : claims(json(catalog, measure))) {
                inJson.add(claim.path("id").asString() + " "
                        + claim.path("excerpt").path("id").asString());
                assertThat(claim.path("excerpt").path("quote").asString())
                        .contains(claim.path("words").asString());
            }
            for (Map<String, String> row : rows(csv(catalog, measure))) {
                inCsv.add(row.get("id") + " " + row.get("excerpt"));
                assertThat(row.get("quote")).contains(row.get("words"));
                assertThat(row).hasSize(40);
            }
        }
        assertThat(inJson).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(inCsv).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void contested_is_said_as_it_is_computed_and_each_side_names_the_other(Path files) throws Exception {
        Catalog catalog = CatalogLoader.load(files);
        for (Measure measure : catalog.measures()) {
            boolean contested = catalog.comparisons().stream()
                    .filter(comparison -> comparison.measure().equals(measure))
                    .anyMatch(Comparison::contested);
            JsonNode json = json(catalog, measure);
            assertThat(json.path("contested").asBoolean()).isEqualTo(contested);
            assertThat(rows(csv(catalog, measure)))
                    .filteredOn(row -> row.get("contested").equals("true"))
                    .matches(rows -> rows.isEmpty() != contested);
            List<JsonNode> claims = claims(json);
            for (JsonNode claim : claims) {
                for (JsonNode against : claim.path("against")) {
                    JsonNode other = claims.stream()
                            .filter(candidate -> candidate.path("id").equals(against))
                            .findFirst()
                            .orElseThrow();
                    assertThat(other.path("against")).contains(claim.path("id"));
                }
            }
        }
    }

    @Test
    void two_figures_that_cannot_both_be_true_contradict_each_other() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        Measure people = measure(catalog, "lyudi-v-kolonne");

        JsonNode subject = json(catalog, people).path("subjects").path(0);
        assertThat(subject.path("contested").asBoolean()).isTrue();
        assertThat(subject.path("claims").path(0).path("against").toString()).isEqualTo("[\"zimnik-2024-02-14-c3\"]");
        assertThat(subject.path("claims").path(0).path("interval").toString())
                .isEqualTo("{\"low\":21,\"low_included\":true,\"high\":null,\"high_included\":false}");
        assertThat(rows(csv(catalog, people)).getFirst())
                .containsEntry("value", "21")
                .containsEntry("low", "21")
                .containsEntry("low_included", "true")
                .containsEntry("high", "")
                .containsEntry("high_included", "false")
                .containsEntry("against", "zimnik-2024-02-14-c3")
                .containsEntry("party_name", "«Северная дорожная служба»")
                .containsEntry("report_date", "2024-02-14")
                .containsEntry(
                        "page",
                        "claims/lyudi-v-kolonne/#"
                                + subject.path("subject").path("id").asString())
                .containsEntry("excerpt_page", "reports/zimnik-2024-02-14/#zimnik-2024-02-14-2");
    }

    @Test
    void a_figure_that_its_report_could_not_verify_names_where_it_says_so() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        Measure wind = measure(catalog, "veter");

        assertThat(claims(json(catalog, wind))
                        .getFirst()
                        .path("excerpt")
                        .path("not_verified")
                        .asString())
                .isEqualTo("zimnik-2024-02-14-5");
        assertThat(claims(json(catalog, wind)).getFirst().path("party").isNull())
                .isTrue();
        assertThat(rows(csv(catalog, wind)).getFirst())
                .containsEntry("not_verified", "zimnik-2024-02-14-5")
                .containsEntry("party", "");
    }

    @Test
    void about_leaves_round_ends_and_no_noise_of_doubles() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);

        assertThat(rows(csv(catalog, measure(catalog, "v-puti"))).getFirst())
                .containsEntry("value", "40")
                .containsEntry("low", "36")
                .containsEntry("high", "44");
    }

    @Test
    void lines_end_as_rfc_4180_says_and_a_measure_without_claims_has_its_header() throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        Measure unclaimed =
                new Measure("none", catalog.title(), catalog.title(), catalog.title(), Behaviour.FIXED, List.of());

        String filled = csv(catalog, measure(catalog, "veter"));
        String empty = csv(catalog, unclaimed);

        assertThat(filled.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(filled.lines()).hasSize(2);
        assertThat(empty).isEqualTo(filled.substring(0, filled.indexOf("\r\n") + 2));
        assertThat(json(catalog, unclaimed).path("contested").asBoolean(true)).isFalse();
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_guarded_in_csv_and_verbatim_in_json() throws Exception {
        Catalogs.copy(Catalogs.CHUKOTKA, folder);
        Path parties = folder.resolve("parties.yaml");
        Files.writeString(
                parties,
                Files.readString(parties).replace("{ru: Капитан порта,", "{ru: '=HYPERLINK(\"http://x\",\"y\")',"));
        Catalog catalog = CatalogLoader.load(folder);
        Measure aboard = measure(catalog, "na-parome");

        assertThat(rows(csv(catalog, aboard)).getFirst())
                .containsEntry("party_name", "'=HYPERLINK(\"http://x\",\"y\")");
        assertThat(claims(json(catalog, aboard))
                        .getFirst()
                        .path("party")
                        .path("name")
                        .path("ru")
                        .asString())
                .isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
    }
}
