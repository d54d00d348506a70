package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.ReportDraft;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddTest {

    private static final String TEXT = """
            Serrans, 5 de mayo de 2031 (Agencia del Cerro) — El agua bajó en Serrans, dijo el Sr. Vidal. No hubo más
            lluvia. «Por fin. Ya era hora», dijo.

            No hubo más lluvia. La A-71 sigue cerrada "hasta nueva orden". El ayuntamiento pidió bombas y camiones para las
            calles, y los vecinos esperaban en la plaza a que llegaran.
            """;

    @TempDir
    Path folder;

    private Path geodata;
    private Path text;

    @BeforeEach
    void copy() throws IOException {
        geodata = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), folder.resolve("riada"));
        text = Files.writeString(folder.resolve("Día después.txt"), TEXT);
    }

    private CommandRun add(String... more) {
        return CommandRun.of(Stream.concat(Stream.of("add", "--geodata", geodata.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Serrans, 3 May 2031 (Hill Wire) — The mayor said that at least 41 people had died in the town. | en | 2031-05-03",
                "Serrans, 3 de mayo de 2031 (Cerro).- La alcaldesa dijo que en el pueblo murieron 41 personas. | es | 2031-05-03",
                "Serrans, 3 mai 2031 (Colline) — La maire a dit que dans la commune, 41 personnes sont mortes avec les leurs. | fr | 2031-05-03",
                // Too few words to tell.
                "Serrans: 41. | es | null"
            })
    void the_language_of_a_text_is_told_by_its_words(String content, String language, String date) throws Exception {
        Files.writeString(text, content);
        assertThat(add(text.toString()).exit()).isZero();
        assertThat(Files.readString(geodata.resolve("reports/dia-despues.yaml")))
                .contains("\nlanguage: " + language + "\n")
                .contains("\ndate: " + (date.equals("null") ? date : '"' + date + '"') + "\n");
    }

    @Test
    void a_text_becomes_a_report_with_its_sentences_to_choose_from() throws Exception {
        CommandRun run = add(text.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.output()).contains("6 sentences to choose from; stated: dateline, date; language: es; text in");
        String yaml = Files.readString(geodata.resolve("reports/dia-despues.yaml"));
        assertThat(yaml)
                .contains("label: \"Agencia del Cerro, Serrans, 5 de mayo de 2031\"")
                .contains("publisher: null   # the text has (Agencia del Cerro)")
                .contains("date: \"2031-05-05\"")
                .contains("  # - quote: \"El agua bajó en Serrans, dijo el Sr. Vidal.\"\n"
                        + "  #   places: [{id: serrans, words: \"Serrans\"}]\n")
                .contains("  # - quote: \"«Por fin. Ya era hora», dijo.\"\n")
                .contains("  # - quote: 'La A-71 sigue cerrada \"hasta nueva orden\".'\n")
                .contains("  # - quote: \"No hubo más lluvia.\"\n  #   nth: 2\n");
        assertThat(CatalogLoader.load(geodata)
                        .report("dia-despues")
                        .orElseThrow()
                        .excerpts())
                .isEmpty();
    }

    @Test
    void titles_headings_and_dates_are_no_sentences_to_choose_from() throws Exception {
        Files.writeString(text, """
                LA RIADA DEL CERRO DEJA CUARENTA HERIDOS
                3 de mayo de 2031

                Lo que se sabe

                El agua bajó en Serrans, dijo la alcaldesa.
                """);
        assertThat(add(text.toString()).output()).contains("1 sentence to choose from; stated: ");
        assertThat(Files.readString(geodata.resolve("reports/dia-despues.yaml")))
                .contains("  # - quote: \"El agua bajó en Serrans, dijo la alcaldesa.\"\n")
                .containsOnlyOnce("- quote:");
    }

    @Test
    void a_sentence_without_its_mark_is_a_quote() throws Exception {
        add(text.toString());
        Path report = geodata.resolve("reports/dia-despues.yaml");
        List<String> lines = Files.readAllLines(report);
        // Every second one, as two thirds are the most that may be quoted.
        for (int i = 0, sentence = 0; i < lines.size(); i++) {
            sentence += lines.get(i).startsWith("  # - ") ? 1 : 0;
            if (sentence % 2 == 1 && lines.get(i).matches("  # ( |-) .*")) {
                lines.set(i, lines.get(i).replaceFirst("# ", ""));
            }
        }
        Files.write(report, lines);
        Report read = CatalogLoader.load(geodata).report("dia-despues").orElseThrow();
        assertThat(read.excerpts()).hasSize(3);
        assertThat(read.excerpts().getFirst().mentions())
                .containsExactly(new Mention.Named("serrans", List.of("Serrans")));
        assertThat(read.excerpts()).extracting(Excerpt::offset).isSorted();
    }

    @Test
    void the_text_is_kept_where_git_ignores_it() throws IOException {
        Files.delete(geodata.resolve("texts/hill-wire.txt"));
        add(text.toString());
        assertThat(geodata.resolve("texts/dia-despues.txt")).hasSameBinaryContentAs(text);
        assertThat(geodata.resolve("texts/.gitignore")).content().endsWith("\n*\n");
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        add(text.toString());
        CommandRun again = add(text.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.output()).contains("got reports/dia-despues.yaml, which exists");
        Files.writeString(geodata.resolve("texts/otro.txt"), "Otro.");
        CommandRun other = add("--id", "otro", text.toString());
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.output()).contains("which is another text");
        assertThat(geodata.resolve("reports/otro.yaml")).doesNotExist();
    }

    @Test
    void what_is_no_text_is_refused() throws IOException {
        Path latin = Files.write(folder.resolve("a.txt"), "Días".getBytes(StandardCharsets.ISO_8859_1));
        Path binary = Files.write(folder.resolve("b.txt"), new byte[] {'%', 'P', 'D', 'F', 0});
        Path empty = Files.writeString(folder.resolve("c.txt"), " \n");
        assertThat(add(latin.toString()).output()).contains("whose bytes are not UTF-8");
        assertThat(add(binary.toString()).output()).contains("empty or binary");
        assertThat(add(empty.toString()).output()).contains("empty or binary");
        assertThat(add(folder.resolve("gone.txt").toString()).output()).contains("found no file");
        assertThat(add("--id", "X", text.toString()).exit()).isEqualTo(1);
        assertThat(add("--id", "x", text.toString(), latin.toString()).output()).contains("for 2 texts");
    }

    @Test
    void places_are_found_in_other_capitals_and_with_other_hyphens() throws IOException {
        Path other =
                Files.writeString(folder.resolve("otro.txt"), "La carretera A\u201171 sigue cortada. Nada en serrans.");
        assertThat(add("--language", "es", other.toString()).exit()).isZero();
        assertThat(Files.readString(geodata.resolve("reports/otro.yaml")))
                .contains("places: [{id: carretera, words: \"carretera A\u201171\"}]")
                .as("a name of one word may be another word in small letters")
                .doesNotContain("id: serrans");
    }

    @Test
    void a_catalog_with_faults_can_get_reports_too() throws IOException {
        Files.writeString(geodata.resolve("parties.yaml"), "- id: [\n");
        CommandRun run = add("--language", "es", text.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.output())
                .containsSubsequence("wrote ", "parties.yaml:2: ", "1 fault, so places were not looked up");
        assertThat(Files.readString(geodata.resolve("reports/dia-despues.yaml")))
                .contains("El agua bajó")
                .doesNotContain("places:");
    }

    @Test
    void a_folder_without_a_catalog_is_named() {
        CommandRun run = CommandRun.of("add", "--geodata", folder.toString(), text.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("expected a catalog: \"new\" makes one");
    }

    @ParameterizedTest
    @CsvSource({
        "Día después.txt, dia-despues",
        "Дніпро-Вісті (1).txt, dnipro-visti-1",
        "جعفر ایکسپریس.txt, j-fr-ayksprys",
        "北京.txt, bei-jing",
        "---.txt, report",
        "2031-05-03_wire.final.txt, 2031-05-03-wire-final"
    })
    void an_id_is_made_of_the_files_name(String file, String id) {
        assertThat(ReportDraft.idOf(Path.of(file))).isEqualTo(id);
    }
}
