package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.geo.Bbox;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewTest {

    @TempDir
    Path root;

    private CommandRun make(String... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("new", root.resolve("story").toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Catalog load() throws Exception {
        return CatalogLoader.load(root.resolve("story"));
    }

    @Test
    void a_new_catalog_is_complete_and_the_next_commands_are_said() throws Exception {
        CommandRun run = make("--title", "La riada: \"Poyo\"", "--languages", "es,en", "--around", "-0.42,39.43");
        assertThat(run.exit()).isZero();
        assertThat(run.output()).containsSubsequence("no faults", "serve --geodata", "add TEXT", "check --geodata");
        Catalog catalog = load();
        assertThat(catalog.title().first()).isEqualTo("La riada: \"Poyo\"");
        assertThat(catalog.languages()).containsExactly("es", "en");
        assertThat(catalog.reports()).singleElement().satisfies(report -> {
            assertThat(report.excerpts()).hasSize(3);
            assertThat(report.claims()).hasSize(1);
        });
        Bbox shown = ((MapView) catalog.defaultView()).bbox();
        assertThat(shown.west()).isBetween(-1.0, -0.8);
        assertThat(shown.south()).isEqualTo(39.18);
        assertThat(shown.north()).isEqualTo(39.68);
    }

    @Test
    void the_figures_of_a_first_text_are_proposed() throws Exception {
        make("--title", "A", "--languages", "es,en");
        Path text = Files.writeString(root.resolve("hill-wire.txt"), """
                Paiporta, 3 May 2031 (Hill Wire) — The mayor of Paiporta said 41 people were killed and 12 were injured.

                The mayor of Paiporta said 19 people were still missing, and that about 4,000 people had lost their homes.

                A school took in those who could not go home, and volunteers brought blankets and food through the night. The
                water was still high in the morning, and boats went from house to house until noon.
                """);
        CommandRun run = CommandRun.of(
                "ingest", text.toString(), "--geodata", root.resolve("story").toString());
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(Files.readString(root.resolve("story/reports/hill-wire.yaml")))
                .contains("measure: killed", "measure: injured", "measure: missing", "measure: displaced");
    }

    /** No text is missing in any language, and none is English in the place of another. */
    @Test
    void its_words_are_in_the_languages_asked_for() throws Exception {
        make("--title", "A", "--languages", "es,en,fr,de,pt-BR,ru,uk,tr,ar,fa,ur,ps,hi,bn,zh");
        assertThat(CatalogNotes.of(root.resolve("story"), CatalogLoader.loadWithNotes(root.resolve("story"))))
                .hasSize(14)
                .as("only the title is missing, which was given in one language")
                .allMatch(note -> note.matches("note: catalog.yaml: 1 of 2 texts not in \"[a-zA-Z-]+\": \"A\""));
        Catalog catalog = load();
        assertThat(catalog.summary().in("es")).startsWith("Un ejemplo inventado");
        assertThat(catalog.measures().getFirst().unit().in("pt-BR")).isEqualTo("pessoas");
        assertThat(catalog.reports().getFirst().label().in("es"))
                .isEqualTo("Example Wire, Exampleton, 14 de mayo de 2031");
        assertThat(catalog.measures().getFirst().label().byLanguage().values())
                .hasSize(15)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_language_that_the_program_has_no_words_for_is_not_filled_with_another() throws Exception {
        make("--title", "A", "--languages", "en,ca");
        assertThat(load().summary().byLanguage()).containsOnlyKeys("en");
    }

    @Test
    void what_is_left_of_the_example_is_noted_once_its_report_is_gone() throws Exception {
        make("--title", "A");
        String story = root.resolve("story").toString();
        assertThat(CommandRun.of("check", "--geodata", story).output()).doesNotContain("note:");
        Files.delete(root.resolve("story/reports/example-wire.yaml"));
        assertThat(CommandRun.of("check", "--geodata", story).output())
                .contains(
                        "note: catalog.yaml: still has the example's words: \"An invented example",
                        "note: layers/places/layer.yaml: still has");
    }

    @Test
    void others_get_it_without_its_texts() throws Exception {
        make("--title", "A");
        Path clone = Catalogs.copy(root.resolve("story"), root.resolve("clone"));
        Files.delete(clone.resolve("texts/example-wire.txt"));
        assertThat(CommandRun.of("check", "--geodata", clone.toString()).exit()).isZero();
        assertThat(CommandRun.of(
                                "verify",
                                "--geodata",
                                clone.toString(),
                                "--texts",
                                root.resolve("story/texts").toString())
                        .output())
                .contains("3 of 3 excerpts verified (100 %)")
                .doesNotContain("note:");
        assertThat(root.resolve("story/texts/.gitignore")).exists();
    }

    @Test
    void its_schemas_are_the_programs() throws IOException {
        make("--title", "A");
        try (Stream<Path> schemas = Files.list(Path.of("geodata/schema"))) {
            assertThat(schemas)
                    .isNotEmpty()
                    .allSatisfy(
                            schema -> assertThat(root.resolve("story/schema").resolve(schema.getFileName()))
                                    .hasSameTextualContentAs(schema));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --around | 179.9,-16.5
            --around | -179.9,0
            --around | 0,85
            --bbox   | 170,60,-160,72
            --bbox   | -1e-7,10,0.001,10.0005
            """)
    void it_is_valid_anywhere(String option, String value) throws Exception {
        assertThat(make("--title", "A", option, value).output()).contains("no faults");
        Catalog catalog = load();
        Bbox shown = ((MapView) catalog.defaultView()).bbox();
        for (Feature feature : catalog.layers().stream()
                .flatMap(layer -> layer.features().stream())
                .toList()) {
            double longitude = feature.location() instanceof Location.Point point
                    ? point.position().x
                    : ((Location.Radius) feature.location()).centre().x;
            double east = longitude < shown.west() ? longitude + 360 : longitude;
            assertThat(east).isBetween(shown.west(), shown.unwrappedEast());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --around    | 39.43,-200       | in this order
            --around    | 39.43            | LON,LAT in degrees, such as -0.42,39.43
            --around    | here             | LON,LAT in degrees
            --bbox      | 1,2,3            | west,south,east,north in degrees
            --bbox      | 0,50,1,40        | --bbox
            --languages | es_ES            | language codes, such as es,en or pt-BR
            --languages | es,es            | each once
            """)
    void what_is_not_understood_is_refused_and_nothing_is_written(String option, String value, String expected) {
        CommandRun run = make("--title", "A", option, value);
        assertThat(run.exit()).isPositive();
        assertThat(run.output()).contains("got", "expected", expected);
        assertThat(root.resolve("story")).doesNotExist();
    }

    @Test
    void a_folder_with_files_is_left_alone() throws IOException {
        Files.createDirectories(root.resolve("story/.git"));
        assertThat(make("--title", "A").exit()).isZero();
        assertThat(make("--title", "A").output()).contains("which is not empty, expected a new folder");
    }
}
