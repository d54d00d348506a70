package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    Path folder;

    private Path geodata;
    private Path texts;
    private String output = "";

    @BeforeEach
    void copy() {
        geodata = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        texts = Catalogs.copy(Path.of("src/test/resources/texts"), folder.resolve("texts"));
    }

    private int run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exit = Dateline.commandLine().execute(arguments);
            output = bytes.toString(StandardCharsets.UTF_8);
            return exit;
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private int verify() {
        return run("verify", "--geodata", geodata.toString(), "--texts", texts.toString());
    }

    private int record() {
        return run("verify", "--record", "--geodata", geodata.toString(), "--texts", texts.toString());
    }

    private static void replace(Path file, String old, String with) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(old);
        Files.writeString(file, content.replace(old, with));
    }

    @Test
    void one_line_a_report_and_the_share_of_excerpts() {
        assertThat(verify()).isZero();
        assertThat(output.lines())
                .containsExactly(
                        "verified: polar-tern (4 of 4 excerpts)",
                        "verified: zimnik-2024-02-14 (6 of 6 excerpts)",
                        "10 of 10 excerpts verified (100 %)");
    }

    @Test
    void a_changed_quote_is_named_with_file_line_excerpt_and_both_wordings() throws IOException {
        replace(geodata.resolve("reports/polar-tern.yaml"), "answered calls", "took calls");
        assertThat(verify()).isEqualTo(1);
        assertThat(output)
                .contains("changed: polar-tern (3 of 4 excerpts verified)")
                .containsPattern("    reports/polar-tern.yaml:\\d+: polar-tern-4: excerpts\\[3]\\.quote: the text has "
                        + "\"Nobody in Pevek's port answered ca\" at offset 370, the quote has "
                        + "\"Nobody in Pevek's port took calls\\.\" \\(.*polar-tern\\.txt:11:24\\)")
                .contains("9 of 10 excerpts verified (90 %)");
    }

    @Test
    void a_quote_that_stops_inside_a_sentence_without_an_ellipsis_is_a_difference() throws IOException {
        replace(
                geodata.resolve("reports/polar-tern.yaml"),
                "“We expected fewer than 60,” a deckhand said'\n    offset: 174\n",
                "“We expected fewer than 60,” a deckhand said'\n    offset: 174\n    cut: none\n");
        assertThat(verify()).isEqualTo(1);
        assertThat(output)
                .contains("changed: polar-tern (3 of 4 excerpts verified)")
                .containsPattern("    reports/polar-tern.yaml:\\d+: polar-tern-2: excerpts\\[1]\\.cut: "
                        + "got no ellipsis at the quote's end, expected one: it stops inside a sentence "
                        + "\\(.*polar-tern\\.txt:5:45\\); see cut");
    }

    @Test
    void an_ellipsis_before_a_whole_sentence_is_a_difference() throws IOException {
        replace(geodata.resolve("reports/polar-tern.yaml"), "    offset: 370\n", "    offset: 370\n    cut: start\n");
        assertThat(verify()).isEqualTo(1);
        assertThat(output)
                .containsPattern("polar-tern-4: excerpts\\[3]\\.cut: got an ellipsis at the quote's start, "
                        + "expected none: it starts a whole sentence there");
    }

    @Test
    void a_digit_changed_in_a_quote_that_a_claim_rests_on_is_a_fault_too_and_the_others_are_compared()
            throws IOException {
        replace(geodata.resolve("reports/polar-tern.yaml"), "with 64 people", "with 65 people");
        assertThat(verify()).isEqualTo(1);
        assertThat(output)
                .containsPattern("reports/polar-tern.yaml:\\d+: claims\\[0]")
                .contains("changed: polar-tern (3 of 4")
                .contains("verified: zimnik-2024-02-14")
                .contains("1 fault;");
    }

    @Test
    void a_changed_text_is_not_reported_as_missing() throws IOException {
        replace(texts.resolve("zimnik.txt"), "38", "33");
        assertThat(verify()).isEqualTo(1);
        assertThat(output)
                .contains("changed: zimnik-2024-02-14 (")
                .contains("zimnik.txt does not have the recorded SHA-256; 5 of 6 quotes are at their offsets)")
                .contains("4 of 10 excerpts verified (40 %)");
    }

    @Test
    void a_missing_text_is_no_change_but_never_counts_as_verified() throws IOException {
        Files.delete(texts.resolve("zimnik.txt"));
        assertThat(verify()).isZero();
        assertThat(output).contains("no text found: zimnik-2024-02-14").contains("4 of 10 excerpts verified (40 %)");
    }

    @Test
    void a_run_that_verifies_nothing_fails() throws IOException {
        Files.delete(texts.resolve("zimnik.txt"));
        Files.delete(texts.resolve("polar-tern.txt"));
        assertThat(verify()).isEqualTo(1);
        assertThat(output).contains("nothing was verified: found no text of any report");
    }

    @Test
    void recording_adds_only_reports_verified_in_this_run() throws Exception {
        Files.delete(texts.resolve("zimnik.txt"));
        assertThat(record()).isZero();
        assertThat(output).contains("recorded 1 report");
        assertThat(CatalogLoader.load(geodata).reports())
                .filteredOn(report -> report.verification() != null)
                .extracting(Report::id)
                .containsExactly("polar-tern");
    }

    @Test
    void recording_writes_nothing_where_nothing_is_verified() throws IOException {
        Files.delete(texts.resolve("zimnik.txt"));
        replace(texts.resolve("polar-tern.txt"), "64 people", "65 people");
        assertThat(record()).isEqualTo(1);
        assertThat(geodata.resolve("verified.yaml")).doesNotExist();
    }

    @Test
    void check_says_which_report_changed_since_it_was_verified() throws IOException {
        record();
        assertThat(run("check", "--geodata", geodata.toString())).isZero();
        assertThat(output).doesNotContain("edited since");
        replace(geodata.resolve("reports/polar-tern.yaml"), "answered calls", "took calls");
        assertThat(run("check", "--geodata", geodata.toString())).isZero();
        assertThat(output.lines())
                .anyMatch(line -> line.startsWith("note: reports/polar-tern.yaml: edited since"))
                .noneMatch(line -> line.contains("reports/zimnik"));
        assertThat(run("check", "--strict", "--geodata", geodata.toString())).isEqualTo(1);
        Files.move(texts, geodata.resolve("texts"));
        assertThat(run("check", "--geodata", geodata.toString())).isEqualTo(1);
        assertThat(output).containsPattern("reports/polar-tern.yaml:\\d+: ").contains("took calls");
    }

    @Test
    void writing_fills_in_what_is_derived_and_says_so() throws Exception {
        Path riada = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), folder.resolve("riada"));
        Path source = folder.resolve("elsewhere");
        Files.move(riada.resolve("texts"), source);
        String[] verify = {"verify", "--geodata", riada.toString(), "--texts", source.toString()};
        assertThat(run(verify)).isZero();
        assertThat(output).contains("7 of 7 excerpts verified (100 %)");
        assertThat(run("check", "--geodata", riada.toString())).isEqualTo(1);
        assertThat(run("verify", "--write", "--record", "--geodata", riada.toString(), "--texts", source.toString()))
                .isZero();
        assertThat(output)
                .contains("wrote reports/diario-del-besalga.yaml: 1 text, 6 id, 5 offset")
                .contains("verified: hill-wire (2 of 2 excerpts)")
                .contains("recorded 2 reports");
        assertThat(run("check", "--geodata", riada.toString())).isZero();
        assertThat(output).doesNotContain("edited since");
    }

    @Test
    void while_its_text_is_at_hand_a_changed_quote_is_a_fault_though_all_is_written_down() throws Exception {
        Path riada = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), folder.resolve("riada"));
        Path source = riada.resolve("texts");
        assertThat(run("verify", "--write", "--record", "--geodata", riada.toString(), "--texts", source.toString()))
                .isZero();
        assertThat(run("check", "--geodata", riada.toString())).isZero();
        // With its texts it is the same catalog as without them.
        String hash = CatalogLoader.load(riada).hash();
        Files.move(source, folder.resolve("apart"));
        assertThat(CatalogLoader.load(riada).hash()).isEqualTo(hash);
        Files.move(folder.resolve("apart"), source);

        replace(riada.resolve("reports/hill-wire.yaml"), "under water for 30 hours.", "under water for 30 days.");

        assertThat(run("check", "--geodata", riada.toString())).isEqualTo(1);
        assertThat(output)
                .contains("reports/hill-wire.yaml:", "expected words of texts/hill-wire.txt; nearest at line 6");
    }

    @Test
    void a_report_with_a_fault_is_compared_in_part_and_never_recorded() throws IOException {
        replace(geodata.resolve("reports/polar-tern.yaml"), "offset: 370", "offset: x");
        assertThat(record()).isEqualTo(1);
        assertThat(output)
                .contains("in part: polar-tern (3 of 4 excerpts verified; 1 not compared)")
                .contains("9 of 10 excerpts verified (90 %)")
                .contains("recorded 1 report")
                .contains("excerpts[3].offset: got \"x\"");
        assertThat(Files.readString(geodata.resolve("verified.yaml"))).doesNotContain("polar-tern");
    }

    @Test
    void a_report_without_its_text_is_compared_with_nothing_and_says_so() throws IOException {
        Path riada = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), folder.resolve("riada"));
        Path source = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(riada.resolve("texts/hill-wire.txt"), source.resolve("wire of today.txt"));
        assertThat(run("verify", "--geodata", riada.toString(), "--texts", source.toString()))
                .isEqualTo(1);
        assertThat(output)
                .contains("no text found: diario-del-besalga\n")
                .contains("verified: hill-wire (2 of 2 excerpts)")
                .contains("neither sha256, length, 5 offsets nor a text");
    }
}
