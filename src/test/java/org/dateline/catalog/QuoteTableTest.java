package org.dateline.catalog;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Bbox;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.Report;
import org.dateline.model.Translation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes in a spreadsheet, beside the reports that they are from. */
class QuoteTableTest {

    private static final String TEXT = """
            Serrans, 3 May 2031 (Hill Wire) - The Besalga burst its banks above Serrans on Friday night.
            "Boats, and pumps," the mayor asked for. There was no answer. Volunteers brought blankets.
            A school took in those who could not go home, and people brought food through the night. The road to the valley was
            closed, and nobody could say when it would open again, because the bridge had been carried away by the water.
            """;

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void make() throws Exception {
        folder = root.resolve("story");
        NewCatalog.write(folder, "A flood", List.of("en"), new Bbox(-1, 39, 0, 40));
        Files.writeString(folder.resolve("texts/hill.txt"), TEXT);
        Files.writeString(folder.resolve("reports/hill.yaml"), """
                label: Hill Wire
                language: en
                title: null
                publisher: Hill Wire
                author: null
                credit: null
                dateline: Serrans
                date: "2031-05-03"
                url: null
                cites: []
                excerpts:
                  - quote: There was no answer.
                claims: []
                """);
        Files.writeString(folder.resolve("parties.yaml"), """
                - {id: mayor, name: "The mayor, Serrans", kind: official, description: A mayor.}
                """);
        Files.writeString(
                folder.resolve("layers/places/places.csv"),
                "name,lon,lat,uncertainty_m,alt_names\nBesalga,-0.5,39.3,900,\nSerrans,-0.6,39.4,900,Serrans town\n");
        Files.delete(folder.resolve("reports/example-wire.yaml"));
    }

    private void table(String content) throws Exception {
        Files.writeString(folder.resolve(QuoteTable.NAME), content);
    }

    @Test
    void rows_are_excerpts_of_their_reports() throws Exception {
        table("""
                report,quote,party,places
                hill,The Besalga burst its banks above Serrans on Friday night.,,Besalga; serrans = above Serrans
                hill,\"\"\"Boats, and pumps,\"\" the mayor asked for.\",\"The mayor, Serrans\",
                """);

        Report report = CatalogLoader.load(folder).reports().getFirst();

        assertThat(report.excerpts()).hasSize(3);
        Excerpt first = report.excerpts().getFirst();
        assertThat(first.mentions()).extracting(Mention::feature).containsExactly("besalga", "serrans");
        assertThat(report.excerpts().get(1).party()).isEqualTo("mayor");
        assertThat(TextVerifier.verify(folder, List.of(report), SourceTexts.read(folder.resolve("texts"))))
                .singleElement()
                .isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void translations_have_a_column_for_each_language() throws Exception {
        NewCatalog.write(root.resolve("two"), "A flood", List.of("es", "en"), new Bbox(-1, 39, 0, 40));
        Files.copy(root.resolve("two/catalog.yaml"), folder.resolve("catalog.yaml"), REPLACE_EXISTING);
        table("report,quote,translation,translator\nhill,There was no answer.,No hubo respuesta.,Marta Oliver\n");
        Files.writeString(
                folder.resolve("reports/hill.yaml"),
                Files.readString(folder.resolve("reports/hill.yaml"))
                        .replace("  - quote: There was no answer.\n", "")
                        .replace("excerpts:", "excerpts: []"));

        Translation translation = CatalogLoader.load(folder)
                .reports()
                .getFirst()
                .excerpts()
                .getFirst()
                .translation();
        assertThat(translation.words().byLanguage()).containsExactly(Map.entry("es", "No hubo respuesta."));
        assertThat(translation.translator()).isEqualTo("Marta Oliver");

        table(
                "report,quote,translation_en,translation_fr,translator\nhill,There was no answer.,None came.,Rien.,M. O.\n");
        assertThat(faults())
                .extracting(Fault::line, Fault::got, Fault::expected)
                .contains(
                        tuple(2, "the language fr", "a language of catalog.yaml (es, en)"),
                        tuple(2, "a translation into en", "one into another language than the report's own, en"));

        table("report,quote,translation\nhill,There was no answer.,No hubo respuesta.\n");
        assertThat(faults())
                .extracting(Fault::line, Fault::got, Fault::expected)
                .containsExactly(tuple(2, "no field \"translator\"", "the field \"translator\""));
    }

    @Test
    void mistakes_are_named_by_the_line_of_the_table() throws Exception {
        table("report,quote,places\nhill,The Besalga dried up.,Besalga\nvalley,There was no answer.,\n");

        assertThat(faults())
                .anySatisfy(fault -> {
                    assertThat(fault.file()).isEqualTo(QuoteTable.NAME);
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.got()).contains("The Besalga dried up.");
                })
                .contains(new Fault(
                        QuoteTable.NAME, 3, "report", "\"valley\"", "the id of a report: a file in reports/"));
    }

    @Test
    void a_table_without_quotes_is_said() throws Exception {
        table("report,words\nhill,There was no answer.\n");
        assertThat(faults())
                .contains(
                        new Fault(QuoteTable.NAME, 1, "", "the columns report, words", "among them report and quote"));
    }

    private List<Fault> faults() {
        try {
            CatalogLoader.load(folder);
            return List.of();
        } catch (InvalidCatalogException e) {
            return e.faults();
        }
    }

    private List<ReportCompleter.Written> complete() throws Exception {
        return ReportCompleter.complete(folder, SourceTexts.read(folder.resolve("texts")));
    }

    @Test
    void what_the_text_says_is_written_into_the_table_and_no_other_byte_changes() throws Exception {
        // As a spreadsheet program in Spain saves it: semicolons, lines of Windows, a mark of UTF-8, marks in quotation
        // marks.
        String saved = "\uFEFFReport;Quote;Offset;Party\r\n"
                + "hill;The Besalga burst its banks above Serrans on Friday night.;;\r\n"
                + "\r\n"
                + "hill;\"\"\"Boats, and pumps,\"\" the mayor asked for.\";7;\"The mayor, Serrans\"\r\n"
                + "hill;Nowhere to be found.\r\n"
                + "hill;Volunteers brought blankets.\r\n";
        table(saved);

        assertThat(complete())
                .filteredOn(written -> written.file().equals("quotes.csv"))
                .extracting(ReportCompleter.Written::fields)
                .containsExactly(Map.of("id", 3, "offset", 3));

        String written = Files.readString(folder.resolve(QuoteTable.NAME));
        assertThat(written.replaceAll("hill-[0-9a-f]{8}", "ID"))
                .isEqualTo("\uFEFFReport;Quote;Offset;Party;id\r\n"
                        + "hill;The Besalga burst its banks above Serrans on Friday night.;34;;ID\r\n"
                        + "\r\n"
                        + "hill;\"\"\"Boats, and pumps,\"\" the mayor asked for.\";93;\"The mayor, Serrans\";ID\r\n"
                        + "hill;Nowhere to be found.\r\n"
                        + "hill;Volunteers brought blankets.;155;;ID\r\n");
        assertThat(complete()).isEmpty();

        // The text is no longer needed.
        table(written.replace("hill;Nowhere to be found.\r\n", ""));
        List<Excerpt> before = CatalogLoader.load(folder).reports().getFirst().excerpts();
        Files.delete(folder.resolve("texts/hill.txt"));
        assertThat(CatalogLoader.load(folder).reports().getFirst().excerpts()).isEqualTo(before);
    }

    @Test
    void a_table_in_utf_16_with_lines_within_cells_stays_in_utf_16() throws Exception {
        String saved = "\uFEFFreport\tquote\nhill\t\"There was\nno answer.\"\nhill\tVolunteers brought blankets.";
        Files.write(folder.resolve(QuoteTable.NAME), saved.getBytes(StandardCharsets.UTF_16LE));

        complete();

        assertThat(new String(Files.readAllBytes(folder.resolve(QuoteTable.NAME)), StandardCharsets.UTF_16LE)
                        .replaceAll("hill-[0-9a-f]{8}", "ID"))
                .isEqualTo("\uFEFFreport\tquote\tid\toffset\nhill\t\"There was\nno answer.\"\tID\t134\n"
                        + "hill\tVolunteers brought blankets.\tID\t155");
    }
}
