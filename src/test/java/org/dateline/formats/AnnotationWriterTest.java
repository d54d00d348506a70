package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.NormalisedText;
import org.dateline.model.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AnnotationWriterTest {

    private static final String OA = "http://www.w3.org/ns/oa#";

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static JsonNode annotation(Path folder, String excerpt) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        Written.Of of = Written.excerpt(catalog, excerpt);
        return Written.json(new AnnotationWriter(catalog).write(of.report(), of.excerpt()));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_annotation_keeps_to_the_model_and_has_an_id_of_its_own(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        AnnotationWriter writer = new AnnotationWriter(catalog);
        Set<String> ids = new HashSet<>();
        for (Written.Of of : Written.excerpts(catalog)) {
            byte[] written = writer.write(of.report(), of.excerpt());
            assertThat(Written.faults(written, "web-annotation.schema.json")).isEmpty();
            ids.add(Written.json(written).path("id").asString());
        }
        assertThat(ids).hasSameSizeAs(Written.excerpts(catalog)).allMatch(id -> id.startsWith("urn:uuid:"));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void a_json_ld_processor_reads_an_annotation_of_a_text_by_two_selectors(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        AnnotationWriter writer = new AnnotationWriter(catalog);
        for (Written.Of of : Written.excerpts(catalog)) {
            String written = new String(writer.write(of.report(), of.excerpt()), StandardCharsets.UTF_8);
            JsonNode annotation =
                    Written.expanded(written, "https://elsewhere.example/").path(0);
            assertThat(annotation.path("@type").path(0).asString()).isEqualTo(OA + "Annotation");
            assertThat(annotation.path(OA + "motivatedBy").path(0).path("@id").asString())
                    .startsWith(OA);
            JsonNode target = annotation.path(OA + "hasTarget").path(0);
            assertThat(target.path(OA + "hasSource").path(0).path("@id").asString())
                    .matches("(ni:///sha-256;|https://example\\.org/).+");
            JsonNode selectors = target.path(OA + "hasSelector");
            assertThat(selectors
                            .path(0)
                            .path(OA + "exact")
                            .path(0)
                            .path("@value")
                            .asString())
                    .isEqualTo(of.excerpt().quote());
            assertThat(selectors
                            .path(1)
                            .path(OA + "start")
                            .path(0)
                            .path("@value")
                            .asInt())
                    .isEqualTo(of.excerpt().offset());
            // No field is unknown to the context, where a processor would drop it.
            assertThat(selectors).hasSize(2);
            assertThat(annotation.path(OA + "hasBody"))
                    .hasSameSizeAs(Written.json(written.getBytes(StandardCharsets.UTF_8))
                            .path("body"));
        }
    }

    @ParameterizedTest
    @CsvSource({"zimnik, zimnik-2024-02-14", "polar-tern, polar-tern"})
    void the_passage_and_its_context_are_in_the_text(String file, String report) throws Exception {
        String text = NormalisedText.of(Files.readString(Path.of("src/test/resources/texts", file + ".txt")))
                .value();
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        for (Written.Of of : Written.excerpts(catalog)) {
            if (of.report().id().equals(report)) {
                JsonNode selectors = Written.json(new AnnotationWriter(catalog).write(of.report(), of.excerpt()))
                        .path("target")
                        .path("selector");
                int start = selectors.path(1).path("start").asInt();
                int end = selectors.path(1).path("end").asInt();
                String exact = selectors.path(0).path("exact").asString();
                assertThat(slice(text, start, end))
                        .isEqualTo(NormalisedText.of(exact).value());
                String prefix = selectors.path(0).path("prefix").asString("");
                String suffix = selectors.path(0).path("suffix").asString("");
                assertThat(text.substring(0, text.offsetByCodePoints(0, start))).endsWith(normalisedWithin(prefix));
                assertThat(text.substring(text.offsetByCodePoints(0, end))).startsWith(normalisedWithin(suffix));
            }
        }
    }

    /** Normalised, with the spaces at its ends kept. */
    private static String normalisedWithin(String text) {
        String framed = NormalisedText.of("|" + text + "|").value();
        return framed.substring(1, framed.length() - 1);
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    @Test
    void context_of_a_quote_is_given_only_where_another_excerpt_adjoins() throws Exception {
        JsonNode alone = annotation(Catalogs.CHUKOTKA, "zimnik-2024-02-14-1")
                .path("target")
                .path("selector")
                .path(0);
        JsonNode before = annotation(Catalogs.CHUKOTKA, "zimnik-2024-02-14-4")
                .path("target")
                .path("selector")
                .path(0);
        JsonNode after = annotation(Catalogs.CHUKOTKA, "zimnik-2024-02-14-5")
                .path("target")
                .path("selector")
                .path(0);

        assertThat(alone.has("prefix")).isFalse();
        assertThat(alone.has("suffix")).isFalse();
        assertThat(before.path("suffix").asString()).isEqualTo(" Проверить эти сведения газета н");
        assertThat(after.path("prefix").asString()).isEqualTo(" 38\u00a0м/с, сказали на метеопосту. ");
    }

    @Test
    void before_the_start_of_a_text_there_is_nothing() throws Exception {
        JsonNode first = annotation(Catalogs.JAFFAR_EXPRESS, "news-arena-1");

        assertThat(first.path("target").path("selector").path(0).path("prefix").asString("missing"))
                .isEmpty();
    }

    @Test
    void the_source_is_the_reports_stated_address_or_the_name_of_its_bytes() throws Exception {
        assertThat(annotation(Catalogs.CHUKOTKA, "zimnik-2024-02-14-1")
                        .path("target")
                        .path("source")
                        .path("id")
                        .asString())
                .isEqualTo("https://example.org/2024/zimnik?id=14&lang=ru");
        // base64url of 45fbfe61…908c44, without padding.
        assertThat(annotation(Catalogs.CHUKOTKA, "polar-tern-1")
                        .path("target")
                        .path("source")
                        .path("id")
                        .asString())
                .isEqualTo("ni:///sha-256;Rfv-YaJO9lhDD1Jo6jKNThoBJAbrVK2a5ulLaxiQjEQ");
    }

    @Test
    void the_id_can_be_computed_by_anybody_with_the_text() throws Exception {
        assertThat(annotation(Catalogs.CHUKOTKA, "polar-tern-1").path("id").asString())
                .isEqualTo("urn:uuid:29a3fbaf-68bf-5e14-b64a-1da5cc9e3d51");
    }

    @Test
    void words_tag_a_place_and_a_tie_without_words_is_a_comment() throws Exception {
        JsonNode ferry = annotation(Catalogs.CHUKOTKA, "polar-tern-1");

        assertThat(ferry.path("motivation").asString()).isEqualTo("tagging");
        assertThat(ferry.path("body").path(0).path("value").asString()).isEqualTo("Анадырь");
        assertThat(ferry.path("body"))
                .filteredOn(body -> body.path("purpose").asString().equals("commenting"))
                .singleElement()
                .matches(body -> body.path("value").asString().endsWith("Паром шёл по этой линии."));
        assertThat(annotation(Catalogs.CHUKOTKA, "polar-tern-2")
                        .path("motivation")
                        .asString())
                .isEqualTo("highlighting");
        assertThat(annotation(Catalogs.CHUKOTKA, "polar-tern-3")
                        .path("motivation")
                        .asString())
                .isEqualTo("commenting");
    }

    @Test
    void a_place_that_gazetteers_know_is_identified_by_their_ids() throws Exception {
        assertThat(annotation(Catalogs.JAFFAR_EXPRESS, "abc-wires-9").path("body"))
                .filteredOn(body -> body.path("purpose").asString().equals("identifying"))
                .extracting(body -> body.path("source").asString())
                .contains("https://sws.geonames.org/1167528/");
    }
}
