package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogNotesTest {

    private static final String PLACES = "layers/lugares/features.geojson";
    private static final String REPORT = "reports/diario-del-besalga.yaml";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), root.resolve("riada"));
        replace(PLACES, "\"name\": \"Serrans\",", "\"name\": \"Serrans\", \"name_en\": \"Serrans\",");
    }

    private void replace(String file, String old, String with) throws IOException {
        String content = Files.readString(folder.resolve(file));
        assertThat(content).contains(old);
        Files.writeString(folder.resolve(file), content.replace(old, with));
    }

    private List<String> notes() throws Exception {
        return CatalogNotes.of(folder, CatalogLoader.loadWithNotes(folder));
    }

    @Test
    void a_sound_catalog_has_none() throws Exception {
        assertThat(notes()).isEmpty();
    }

    @Test
    void missing_translations_are_named_by_file_and_text() throws Exception {
        replace("parties.yaml", ", en: \"Inés Marquet, mayor of Serrans (invented)\"", "");
        replace(PLACES, ", \"name_en\": \"A-71 road\"", "");
        assertThat(notes())
                .containsExactly(
                        "note: " + PLACES + ": 1 of 2 texts not in \"en\": \"Carretera A-71\"",
                        "note: parties.yaml: 1 of 2 texts not in \"en\": \"Inés Marquet, alcaldesa de Serrans (inve…\"");
    }

    @Test
    void a_property_with_a_name_of_ours_is_named() throws Exception {
        replace(PLACES, "\"kind\": \"town\"", "\"kind\": \"town\", \"page\": 7, \"pages\": 8");
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("note: " + PLACES + ": the property \"page\" of serrans is replaced");
    }

    @Test
    void a_time_of_day_without_the_words_that_state_it_is_named() throws Exception {
        replace(PLACES, "\"id\": \"serrans\",", "\"id\": \"serrans\", \"time\": \"09:30\",");
        assertThat(notes()).singleElement().asString().contains("\"time\" of serrans is not shown", "\"time_words\"");
    }

    @Test
    void a_kind_that_a_language_has_no_word_for_is_named() throws Exception {
        replace(PLACES, "\"kind\": \"town\"", "\"kind\": \"mountain-hut\"");
        assertThat(notes())
                .singleElement()
                .asString()
                .contains("has no word in \"es\" for 1 kind: mountain-hut: kind.mountain-hut=…");
    }

    @Test
    void a_quoted_place_outside_of_the_first_view_is_named() throws Exception {
        replace("views/todo.yaml", "-0.1, 39.6]", "-0.6, 39.6]");
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("note: views/todo.yaml: the first view does not reach serrans");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            39.31, -0.52 | longitude and latitude are perhaps swapped
            -0.52, -39.3 | a minus sign is perhaps missing, or one too many
            100.5, 39.3  | km from most other places
            """)
    void a_place_far_from_the_others_is_named(String position, String note) throws Exception {
        String feature =
                "{\"type\": \"Feature\", \"properties\": {\"id\": \"%s\", \"name\": \"N\", \"name_en\": \"N\", \"kind\": \"town\", "
                        + "\"location\": \"point\", \"uncertainty_m\": 9}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [%s]}},\n";
        replace(
                PLACES,
                "\"features\": [\n",
                "\"features\": [\n" + feature.formatted("a", "-0.4, 39.2") + feature.formatted("b", "-0.3, 39.3")
                        + feature.formatted("c", "-0.6, 39.4"));
        assertThat(notes()).isEmpty();
        replace(PLACES, "[-0.52, 39.31]", "[" + position + "]");
        replace("views/todo.yaml", "[-0.9, 39.0, -0.1, 39.6]", "[-180, -85, 180, 85]");
        assertThat(notes()).singleElement().asString().contains(PLACES + ": serrans is", note);
    }

    @Test
    void a_view_of_nothing_is_named() throws Exception {
        replace("views/todo.yaml", "[-0.9, 39.0, -0.1, 39.6]", "[10, 39.0, 11, 39.6]");
        assertThat(notes()).containsExactly("note: views/todo.yaml: shows no feature of its layers");
    }

    @Test
    void a_view_beyond_the_land_of_its_basemap_is_named() throws Exception {
        CommandRun.of(
                "basemap",
                "--bbox",
                "60,20,80,40",
                "--out",
                folder.resolve("base").toString());
        Path about = folder.resolve("catalog.yaml");
        Files.writeString(about, Files.readString(about) + "basemap: base\n");
        assertThat(notes()).isEmpty();
        // As a basemap made by hand for one region: nothing of Spain.
        for (String file : List.of("world", "region", "closer", "town")) {
            Files.writeString(
                    folder.resolve("base/" + file + ".topojson"),
                    "{\"type\":\"Topology\",\"objects\":{\"land\":{\"type\":\"Polygon\",\"arcs\":[[0]]}},"
                            + "\"arcs\":[[[60,20],[80,20],[80,40],[60,20]]]}");
        }
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("note: views/todo.yaml: shows nothing but sea, because the basemap has no land there");
    }

    @Test
    void sentences_that_are_left_over_are_counted() throws Exception {
        replace(REPORT, "claims:", "  # - quote: «Nada igual», añadió.\n  # - {quote: Otra}\nclaims:");
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("note: " + REPORT + ": 2 sentences still commented out");
    }

    @Test
    void notes_fail_only_a_strict_check() throws Exception {
        assertThat(CommandRun.of("check", "--strict", "--geodata", folder.toString())
                        .exit())
                .isZero();
        replace("views/todo.yaml", "[-0.9, 39.0, -0.1, 39.6]", "[10, 39.0, 11, 39.6]");
        CommandRun run = CommandRun.of("check", "--geodata", folder.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.output()).contains("no faults", "note: views/todo.yaml");
        assertThat(CommandRun.of("check", "--strict", "--geodata", folder.toString())
                        .exit())
                .isEqualTo(1);
    }
}
