package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dateline.Catalogs;
import org.dateline.model.Claim;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog whose excerpts have only their words. */
class WordsOnlyTest {

    private static final String DIARIO = "reports/diario-del-besalga.yaml";
    private static final String DIARIO_TEXT = "texts/diario-del-besalga.txt";
    private static final String WIRE = "reports/hill-wire.yaml";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void copy() {
        folder = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), root.resolve("riada"));
    }

    private void replace(String file, String old, String with) throws IOException {
        String content = Files.readString(folder.resolve(file));
        assertThat(content).contains(old);
        Files.writeString(folder.resolve(file), content.replace(old, with));
    }

    private Report report(String id) throws InvalidCatalogException {
        return CatalogLoader.load(folder).report(id).orElseThrow();
    }

    private List<Fault> faults() {
        InvalidCatalogException invalid =
                catchThrowableOfType(InvalidCatalogException.class, () -> CatalogLoader.load(folder));
        assertThat(invalid).as("the catalog must not load").isNotNull();
        return invalid.faults();
    }

    private List<ReportCompleter.Written> complete() throws IOException {
        return ReportCompleter.complete(folder, SourceTexts.read(folder.resolve("texts")));
    }

    @Test
    void gets_everything_else_from_its_texts() throws Exception {
        Report report = report("diario-del-besalga");
        SourceText text = SourceText.of("a", Files.readAllBytes(folder.resolve(DIARIO_TEXT)));
        assertThat(report.sha256()).isEqualTo(text.sha256());
        assertThat(report.length()).isEqualTo(text.normalised().length());
        assertThat(report.excerpts()).extracting(Excerpt::offset).containsExactly(60, 186, 241, 298, 317);
        assertThat(report.excerpts().getFirst().notVerified())
                .isEqualTo(report.excerpts().getLast().id());
        assertThat(report.claims())
                .extracting(Claim::excerpt)
                .containsExactly(report.excerpts().getFirst().id());
    }

    @Test
    void keeps_its_ids_when_quotes_are_added_deleted_and_moved() throws Exception {
        List<String> ids = report("diario-del-besalga").excerpts().stream()
                .map(Excerpt::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("diario-del-besalga-[0-9a-f]{8}"));
        replace(
                DIARIO,
                "  # The last one first: the order is free.\n  - quote: Este diario no pudo comprobar las cifras.\n",
                "");
        replace(
                DIARIO,
                "claims:",
                "  - quote: «No habíamos visto nada igual»\n  - quote: Este diario no pudo comprobar las cifras.\nclaims:");
        assertThat(report("diario-del-besalga").excerpts())
                .extracting(Excerpt::id)
                .hasSize(6)
                .containsAll(ids);
    }

    @Test
    void a_written_id_stays_when_its_quote_is_edited() throws Exception {
        complete();
        Report before = report("hill-wire");
        replace(
                WIRE,
                "'Inés Marquet, the mayor of Serrans, put the dead at 44'",
                "'the mayor of Serrans, put the dead at 44'");
        complete();
        assertThat(report("hill-wire").excerpts())
                .extracting(Excerpt::id)
                .isEqualTo(before.excerpts().stream().map(Excerpt::id).toList());
        assertThat(report("hill-wire").excerpts().getFirst().offset()).isEqualTo(54);
    }

    @Test
    void loads_the_same_without_texts_once_the_fields_are_written() throws Exception {
        List<Report> derived = CatalogLoader.load(folder).reports();
        assertThat(complete())
                .extracting(ReportCompleter.Written::fields)
                .containsExactly(Map.of("text", 1, "id", 6, "offset", 5), Map.of("text", 1, "id", 3, "offset", 2));
        assertThat(complete()).isEmpty();
        Files.delete(folder.resolve(DIARIO_TEXT));
        Files.delete(folder.resolve("texts/hill-wire.txt"));
        assertThat(CatalogLoader.load(folder).reports()).isEqualTo(derived);
    }

    @Test
    void without_a_text_one_fault_says_what_is_missing() throws Exception {
        Files.delete(folder.resolve(DIARIO_TEXT));
        assertThat(faults())
                .containsExactly(new Fault(
                        DIARIO,
                        1,
                        "text",
                        "neither sha256, length, 5 offsets nor a text to derive them from",
                        DIARIO_TEXT + ", or these fields, which \"verify --write --texts DIR\" fills in"));
    }

    @Test
    void a_quote_that_is_not_in_the_text_is_a_fault_that_shows_the_nearest_words() throws Exception {
        replace(DIARIO, "El agua cortó la A-71", "El agua cortó la A\u201371");
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("excerpts[2].quote");
            assertThat(fault.expected())
                    .isEqualTo("words of " + DIARIO_TEXT
                            + "; nearest at line 4:19: \"El agua cortó la A-71 por la noche.\""
                            + ": the text has U+002D HYPHEN-MINUS where the quote has U+2013 EN DASH");
        });
    }

    @Test
    void a_part_of_a_number_or_word_is_no_quote() throws Exception {
        replace(WIRE, "under water for 30 hours.", "under water for 3");
        assertThat(faults()).extracting(Fault::field).containsExactly("excerpts[1].quote");
    }

    @Test
    void a_quote_that_stands_twice_needs_to_say_which_one_is_meant() throws Exception {
        replace(DIARIO, "    nth: 2\n", "");
        assertThat(faults())
                .extracting(Fault::field, Fault::got, Fault::expected)
                .containsExactly(tuple(
                        "excerpts[3].quote",
                        "a quote that stands 2 times in " + DIARIO_TEXT,
                        "\"nth\" from 1 to 2, to say which one is meant: lines 4:37, 5:32"));
        replace(DIARIO, "      No hubo respuesta.\n", "      No hubo respuesta.\n    nth: 3\n");
        assertThat(faults()).extracting(Fault::field, Fault::got).containsExactly(tuple("excerpts[3].nth", "3"));
        assertThat(complete().getFirst().fields()).containsEntry("offset", 4);
    }

    @Test
    void what_is_recorded_is_compared_while_the_text_is_at_hand() throws Exception {
        complete();
        replace(DIARIO, "offset: 60", "offset: 61");
        assertThat(faults())
                .extracting(Fault::field, Fault::expected)
                .containsExactly(tuple("excerpts[1].offset", "60, where " + DIARIO_TEXT + " has the quote"));
        Path apart = folder.resolve("apart.txt");
        Files.move(folder.resolve(DIARIO_TEXT), apart);
        assertThat(CatalogLoader.load(folder)).isNotNull();
        Files.move(apart, folder.resolve(DIARIO_TEXT));
        complete();
        replace(DIARIO_TEXT, "añadió", "dijo");
        replace(DIARIO, "    offset: 317\n", "");
        assertThat(faults()).extracting(Fault::field).startsWith("text.sha256", "text.length");
    }

    @Test
    void another_version_of_a_text_is_recorded_if_every_quote_stands_in_it() throws Exception {
        complete();
        Report before = report("diario-del-besalga");
        replace(DIARIO_TEXT, "«No habíamos visto nada igual», añadió.", "«Nada igual», dijo.");
        assertThat(complete().getFirst().fields()).containsOnlyKeys("sha256", "length", "offset");
        assertThat(report("diario-del-besalga").sha256()).isNotEqualTo(before.sha256());
        replace(DIARIO_TEXT, "cali-\n", "");
        assertThat(complete()).isEmpty();
    }

    @Test
    void words_point_to_an_excerpt_if_one_quote_has_them() throws Exception {
        replace(DIARIO, "no pudo comprobar\n", "pudo comprobarlo\n");
        assertThat(faults())
                .extracting(Fault::field, Fault::expected)
                .containsExactly(tuple("excerpts[1].not_verified", "an excerpt of this report"));
        replace(DIARIO, "pudo comprobarlo\n", "la\n");
        assertThat(faults())
                .extracting(Fault::field, Fault::expected)
                .containsExactly(
                        tuple("excerpts[1].not_verified", "words that stand in one quote of this report, not in 2"));
    }

    @Test
    void a_claim_whose_words_stand_in_several_quotes_must_name_its_excerpt() throws Exception {
        replace(
                WIRE,
                "claims:",
                "  - quote: 'later at “44, perhaps more”.'\r\n    places: [{id: serrans, inferred: {es: Sí., en: Yes.}}]\r\nclaims:");
        replace(WIRE, "\"who\": \"dead\", ", "");
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("claims[0].excerpt");
            assertThat(fault.expected()).endsWith("the claim's words stand in 2 quotes");
        });
        replace(WIRE, "\"words\": \"44\"", "\"excerpt\": \"perhaps more\", \"words\": \"44\"");
        assertThat(report("hill-wire").claims().getFirst().excerpt())
                .isEqualTo(report("hill-wire").excerpts().get(1).id());
    }

    @Test
    void is_not_pushed_because_texts_are_not() throws Exception {
        InvalidCatalogException refused =
                catchThrowableOfType(InvalidCatalogException.class, () -> CatalogArchive.pack(folder));
        assertThat(refused.faults()).extracting(Fault::file).containsExactly(DIARIO, WIRE);
        complete();
        Path archive = Files.write(root.resolve("a.zip"), CatalogArchive.pack(folder));
        Path unpacked = Files.createDirectory(root.resolve("unpacked"));
        CatalogArchive.unpack(archive, unpacked);
        assertThat(unpacked.resolve("texts")).doesNotExist();
        assertThat(CatalogLoader.load(unpacked).reports())
                .isEqualTo(CatalogLoader.load(folder).reports());
    }

    @Test
    void changes_with_its_texts() throws Exception {
        String state = FolderFingerprint.ofState(folder);
        String hash = CatalogLoader.load(folder).hash();
        replace(DIARIO_TEXT, "añadió", "dijo");
        assertThat(FolderFingerprint.ofState(folder)).isNotEqualTo(state);
        assertThat(CatalogLoader.load(folder).hash()).isNotEqualTo(hash);
    }

    @Test
    void a_file_that_cannot_be_read_keeps_no_other_from_being_completed() throws Exception {
        Files.writeString(folder.resolve(DIARIO), "label: [\n");
        assertThat(complete()).extracting(ReportCompleter.Written::file).containsExactly(WIRE);
    }
}
