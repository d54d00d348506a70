package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.desk.Desk;
import org.dateline.model.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are invented. */
class IngestTest {

    private static final List<String> LINES = List.of(
            "NAIROBI, 5 May 2031 (Hill Agency) - Floods closed roads near Mombasa on Monday, officials in Kenya said.",
            "A bridge at Kisumu was damaged. Trains stopped near Zzyqarth.",
            "It rained all night, and nobody could say when the water would fall again or when the schools would open.",
            "Many people had left their houses early and waited for news with relatives and friends.",
            "Read more: the river in pictures");

    private static final String TEXT = String.join("\n\n", LINES);

    @TempDir
    Path folder;

    private Path geodata;

    @BeforeEach
    void copy() throws IOException {
        geodata = Catalogs.copy(Path.of("src/test/resources/catalogs/riada"), folder.resolve("riada"));
    }

    private CommandRun ingest(Path file, String... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of("ingest", file.toString(), "--geodata", geodata.toString(), "--language", "en"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private String draft(String id) throws IOException {
        return Files.readString(geodata.resolve("reports/" + id + ".yaml"));
    }

    @Test
    void a_text_becomes_a_draft_with_what_it_states_and_the_places_that_it_names() throws IOException {
        CommandRun run = ingest(write("flood.txt", TEXT.getBytes(StandardCharsets.UTF_8)));

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("from text: 3 sentences quoted; places: 0 of the catalog, 3 of the gazetteer, 1 in no list")
                .contains("figures: 0; stated: dateline, date; 1 line set aside");
        assertThat(draft("flood"))
                .contains("status: draft")
                .contains("dateline: \"NAIROBI\"")
                .contains("date: \"2031-05-05\"")
                .contains("not_prose:\n  - \"Read more: the river in pictures\"")
                .contains("{words: \"Mombasa\", place: \"Mombasa")
                .contains(
                        "{words: \"Zzyqarth\", sure: 0.50, why: \"stands as a place's name does; not in the gazetteer\"}")
                .doesNotContain("quote: \"Read more");
        assertThat(geodata.resolve("texts/flood.txt")).hasContent(TEXT);
    }

    @Test
    void places_of_the_catalog_are_tied_by_their_words() throws IOException {
        ingest(write(
                "valley.txt",
                "Water stood in Serrans on Tuesday. Schools in Lima stayed open. The Serrans army came late."
                        .getBytes()));

        assertThat(draft("valley")).containsOnlyOnce("{id: serrans, words: \"Serrans\", sure: 0.97, why:");
    }

    @Test
    void figures_are_proposed_for_the_catalog_s_measures_with_who_says_so() throws IOException {
        String text = "At least 12 people died near Serrans, Agència Vall said. A man aged 34 was among them. "
                + "It rained all night, and many had left their houses early and waited for news with relatives and friends.";
        ingest(write("toll.txt", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(draft("toll"))
                .contains("claims:\n  - id: toll-c1\n    measure: muertos\n")
                .contains(
                        "    value: 12\n    wording: at-least\n    words: \"At least 12\"\n    who: \"people\"\n    excerpt: toll-1\n")
                .contains("sure: 0.85")
                .doesNotContain("value: 34");
    }

    @Test
    void what_the_report_could_not_verify_is_marked_and_nothing_is_read_in_bylines_and_credits() throws Exception {
        String text = """
                By Rosa Vidal in Quito

                At least 12 people died near Serrans, Agència Vall said. It rained all night, and many had left early.

                The Hill Wire could not independently verify the figures. Schools in the valley stayed open for now.

                On Tuesday 3 people died in the hills. Nobody knew when the water would fall or the trains would run again.

                (Reporting by Ana Soler in Bogotá, where 9 people died; Editing by Luis Pons)
                """;
        ingest(write("toll.txt", text.getBytes(StandardCharsets.UTF_8)));

        String draft = draft("toll");
        assertThat(draft)
                .contains("Agència Vall said.\"\n    offset: 23\n    not_verified: toll-2\n")
                .contains("quote: \"The Hill Wire could not independently verify the figures.\"")
                .contains("- \"By Rosa Vidal in Quito\"")
                .contains("value: 3\n")
                .doesNotContain("words: \"Quito", "words: \"Bogotá", "value: 9")
                .containsOnlyOnce("not_verified");
        assertThat(CommandRun.of("check", "--geodata", geodata.toString()).output())
                .doesNotContain("not_verified");
    }

    @Test
    void a_dump_of_geonames_adds_places_and_spellings_to_those_that_are_known() throws IOException {
        String dump = row(90001, "Mushkafabad", "مشکاف آباد", "P", "PPL", "PK", "02", "")
                + row(90002, "Zzyqar Pass", "Darra-e Zzyqar", "T", "PASS", "PK", "02", "")
                + row(90003, "Zzyqar Old Fort", "", "S", "FT", "PK", "02", "")
                + row(90004, "Balochistan", "Zzbalo", "A", "ADM1", "PK", "02", "")
                + row(90005, "Elsewhere Zzy", "", "P", "PPL", "AF", "01", "");
        Path file = write("PK.zip", zip("PK.txt", dump.getBytes(StandardCharsets.UTF_8)));

        CommandRun run = CommandRun.of(
                "gazetteer", "load", file.toString(), "--countries", "pk", "--geodata", geodata.toString());

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).contains("4 lines read, 2 places added");
        ingest(write(
                "pass.txt",
                "Snow fell in Mushkafabad on Monday. Cars stopped near Zzyqar Pass, in Zzbalo. Floods came to Mombasa. Many people had left their houses early and waited for news with relatives. It rained all night, and nobody could say when the water would fall again."
                        .getBytes()));
        assertThat(draft("pass"))
                .contains(
                        "{words: \"Mushkafabad\", place: \"Mushkafabad\", within: \"Balochistan, Pakistan\", kind: town, "
                                + "geonames: 90001, position: [67.5000, 29.5000]")
                .contains("{words: \"Zzyqar Pass\", place: \"Zzyqar Pass\"", "kind: landform, geonames: 90002")
                .contains("{words: \"Zzbalo\", place: \"Balochistan\", within: \"Pakistan\", kind: division")
                .contains("place: \"Mombasa");
        try (Desk desk = new Desk(geodata, folder.resolve("state"))) {
            assertThat(desk.places("Mushkafabad").toString()).contains("90001");
        }
    }

    private static String row(
            int id,
            String name,
            String others,
            String type,
            String code,
            String country,
            String division,
            String county) {
        return String.join(
                        "\t",
                        "" + id,
                        name,
                        name,
                        others,
                        "29.5",
                        "67.5",
                        type,
                        code,
                        country,
                        "",
                        division,
                        county,
                        "",
                        "",
                        "0",
                        "",
                        "",
                        "Asia/Karachi",
                        "2026-01-01")
                + "\n";
    }

    @Test
    void a_file_that_is_no_dump_of_geonames_is_refused_with_its_line() throws IOException {
        assertNoDump("geonameid,name\n1,Sibi\n", ":1: got 1 column, expected 19");
        assertNoDump(
                row(1, "Sibi", "", "P", "PPL", "PK", "02", "")
                        + row(2, "Mach", "", "P", "PPL", "PK", "02", "").replace("29.5", "north"),
                ":2: got \"north\", expected a number");
        assertNoDump(row(1, "Kabul", "", "P", "PPL", "AF", "02", ""), "got no place of PK");
        Files.write(geodata.resolve("gazetteer.bin"), new byte[] {1, 2, 3});
        assertThat(ingest(write("flood.txt", TEXT.getBytes(StandardCharsets.UTF_8)))
                        .output())
                .contains("gazetteer.bin, which is no gazetteer");
    }

    private void assertNoDump(String dump, String expected) throws IOException {
        CommandRun run = CommandRun.of(
                "gazetteer",
                "load",
                write("dump.txt", dump.getBytes(StandardCharsets.UTF_8)).toString(),
                "--countries",
                "PK",
                "--geodata",
                geodata.toString());
        assertThat(run.exit()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains(expected);
    }

    @Test
    void a_draft_shows_nowhere_and_check_names_what_it_lacks() throws Exception {
        int reports = CatalogLoader.load(geodata).reports().size();
        String hash = CatalogLoader.load(geodata).hash();

        ingest(write("flood.txt", TEXT.getBytes(StandardCharsets.UTF_8)));

        assertThat(CatalogLoader.load(geodata).reports()).hasSize(reports);
        assertThat(CatalogLoader.load(geodata).hash()).isEqualTo(hash);
        assertThat(CommandRun.of("check", "--geodata", geodata.toString()).output())
                .contains(reports + " reports")
                .contains("reports/flood.yaml: a draft, shown nowhere; 3 things to decide")
                .contains("excerpts[0].proposed: got a proposal, expected a decision");
    }

    @Test
    void a_draft_with_faults_stops_nothing_and_publishing_it_does() throws Exception {
        ingest(write("flood.txt", TEXT.getBytes(StandardCharsets.UTF_8)));
        Path file = geodata.resolve("reports/flood.yaml");
        Files.writeString(file, draft("flood") + "claims: [{measure: nothing}]\n");
        CatalogLoader.load(geodata);

        Files.writeString(file, draft("flood").replace("status: draft", "status: published"));

        assertThatThrownBy(() -> CatalogLoader.load(geodata))
                .isInstanceOf(InvalidCatalogException.class)
                .hasMessageContaining("proposed");
    }

    @Test
    void a_draft_on_which_an_editor_decided_is_published_by_its_status() throws Exception {
        ingest(write("valley.txt", "Water stood in Serrans on Tuesday. Schools stayed open for all.".getBytes()));
        Path file = geodata.resolve("reports/valley.yaml");
        Files.writeString(
                file,
                draft("valley").replace("status: draft", "status: published").replaceAll(", sure: .*\\}", "}"));

        assertThat(CatalogLoader.load(geodata).reports()).extracting(Report::id).contains("valley");
    }

    @Test
    void texts_in_other_encodings_are_read() throws IOException {
        String text =
                "Überschwemmung: Straßen bei Köln gesperrt, sagte Jürgen Müller in Düsseldorf. Größere Schäden gab es für "
                        + "die Bürger nicht. Später fuhren Züge über Münster.";
        for (String encoding : List.of("UTF-16LE", "UTF-16", "windows-1252", "ISO-8859-1")) {
            String name = encoding.toLowerCase(Locale.ROOT);
            byte[] bytes = (encoding.equals("UTF-16LE") ? "\uFEFF" + text : text).getBytes(Charset.forName(encoding));
            CommandRun run = ingest(write(name + ".txt", bytes));
            assertThat(run.exit()).as(encoding + run.output()).isZero();
            assertThat(geodata.resolve("texts/" + name + ".txt"))
                    .content()
                    .contains("Düsseldorf")
                    .contains("Größere");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KOI8-R       | Вода поднялась в Сибирске, сказал мэр. Школы закрыты, поезда не ходят; многие жители ждали новостей.
            windows-1251 | Вода піднялася в місті, сказав мер. Школи зачинено, потяги не ходять; багато мешканців чекали новин.
            Shift_JIS    | 町で水位が上がったと市長は述べた。学校は閉まり、列車は止まっている。住民の多くは知らせを待った。
            GB18030      | 市长说，城里的水位上涨了。学校关闭，火车停运，许多居民在等待消息。
            windows-1256 | قال رئيس البلدية إن المياه ارتفعت في المدينة. أغلقت المدارس وتوقفت القطارات.
            """)
    void texts_in_other_scripts_are_read_in_the_encodings_of_their_time(String encoding, String text)
            throws IOException {
        String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
        CommandRun run = ingest(write(name + ".txt", (text + "\n").repeat(3).getBytes(Charset.forName(encoding))));
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(geodata.resolve("texts/" + name + ".txt")).content().contains(text);
    }

    @Test
    void of_a_page_the_main_part_is_read_and_its_html_is_not_kept() throws IOException {
        String page =
                "<!DOCTYPE html><html><head><title>x</title><script>alert('Lima')</script></head><body><nav>News of Quito"
                        + "</nav><article><p>" + LINES.getFirst()
                        + "</p><p>A bridge at <b>Kisumu</b> was<br>damaged.</p></article>"
                        + "<footer>Bogotá office</footer></body></html>";
        CommandRun run = ingest(write("page.html", page.getBytes(StandardCharsets.UTF_8)));

        assertThat(run.output()).contains("from HTML");
        assertThat(geodata.resolve("texts/page.txt"))
                .content()
                .contains("A bridge at Kisumu was")
                .doesNotContain("Quito", "Bogotá", "alert", "<");
    }

    @Test
    void word_documents_are_read_without_what_was_deleted() throws IOException {
        String xml = "<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>" + LINES.get(0)
                + "</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>Secret in Quito.</w:delText></w:r></w:del><w:r><w:t>A bridge "
                + "at Kisumu was damaged.</w:t></w:r></w:p></w:body></w:document>";
        CommandRun run = ingest(docx("report.docx", xml));

        assertThat(run.output()).contains("from DOCX");
        assertThat(geodata.resolve("texts/report.txt"))
                .content()
                .contains("said.\n\nA bridge at Kisumu was damaged.")
                .doesNotContain("Quito");
    }

    @Test
    void the_text_of_a_pdf_is_read_and_an_encrypted_one_is_refused() throws IOException {
        assertThat(ingest(pdf("open.pdf", null)).output()).contains("from PDF");
        assertThat(geodata.resolve("texts/open.txt")).content().contains("A bridge at Kisumu was damaged.");
        assertRefused(pdf("locked.pdf", "secret"), "which is encrypted, expected a PDF without a password");
    }

    @Test
    void what_is_no_report_ends_in_one_line() throws IOException {
        assertRefused(write("empty.txt", new byte[0]), "which is empty");
        assertRefused(write("blank.txt", " \n\t\n".getBytes()), "which is empty");
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        assertRefused(write("noise.txt", noise), "expected a text, HTML, PDF or DOCX");
        assertRefused(
                write("long.txt", "A flood in Lima. ".repeat(600_000).getBytes()), "expected a report of at most");
        assertRefused(write("broken.pdf", "%PDF-1.7 no more".getBytes()), "broken.pdf");
        assertRefused(
                write("archive.zip", zip("notes.txt", "Lima".getBytes())), "an archive without word/document.xml");
    }

    @Test
    void hostile_documents_end_in_one_line() throws IOException {
        assertRefused(
                docx(
                        "entity.docx",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a xmlns:w=\"urn:w\"><w:p><w:t>&b;</w:t></w:p></a>"),
                "entity.docx");
        assertRefused(write("bomb.docx", bomb()), "which unpacks to more than");
        assertRefused(docx("deep.docx", "<a>".repeat(2_000_000)), "deep.docx");
        assertRefused(write("deep.html", ("<html>" + "<div>".repeat(300_000)).getBytes()), "deep.html");
    }

    /** After loops of public bug reports (PDFBOX-3922 and the page trees and forms of veraPDF's), written anew. */
    @Test
    void documents_that_lead_in_circles_end_in_one_line() throws IOException {
        String pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
        String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>";
        assertRefused(rawPdf("tree.pdf", "<</Type/Pages/Kids[2 0 R]/Count 1>>"), "tree.pdf");
        assertRefused(
                rawPdf("form.pdf", pages, page, stream("", "/X Do"), stream("/Subtype/Form/BBox[0 0 9 9]", "/X Do")),
                "form.pdf");
        assertRefused(rawPdf("count.pdf", "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", page), "count.pdf");
        assertRefused(rawPdf("nested.pdf", pages, "[".repeat(200_000)), "nested.pdf");
        assertRefused(
                docx(
                        "laughs.docx",
                        "<!DOCTYPE a [<!ENTITY b 'ha ha'><!ENTITY c '&b;&b;&b;&b;'>]><a xmlns:w=\"urn:w\"><w:p><w:t>&c;</w:t></w:p></a>"),
                "laughs.docx");
    }

    private static String stream(String entries, String content) {
        return "<</Type/XObject" + entries + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    /** A PDF of a catalog and of these objects, from number 2 on. */
    private Path rawPdf(String name, String... objects) throws IOException {
        StringBuilder out = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        for (int i = 0; i < objects.length; i++) {
            out.append(i + 2).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        out.append("trailer\n<</Size ").append(objects.length + 2).append("/Root 1 0 R>>\n%%EOF\n");
        return write(name, out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void assertRefused(Path file, String expected) {
        CommandRun run = ingest(file);
        assertThat(run.exit()).as(run.output()).isEqualTo(1);
        assertThat(run.output().strip().lines()).hasSize(1);
        assertThat(run.output()).contains(file.getFileName().toString()).contains(expected);
        assertThat(geodata.resolve("reports")
                        .resolve(file.getFileName().toString().replaceFirst("\\..*", "") + ".yaml"))
                .doesNotExist();
    }

    private Path docx(String name, String xml) throws IOException {
        return write(name, zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] zip(String name, byte[] content) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return Files.readAllBytes(file);
    }

    /** 200 MB of spaces in 200 kB. */
    private byte[] bomb() throws IOException {
        Path file = folder.resolve("made.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = " ".repeat(1_000_000).getBytes();
            zip.write("<a>".getBytes());
            for (int i = 0; i < 200; i++) {
                zip.write(spaces);
            }
        }
        return Files.readAllBytes(file);
    }

    private Path pdf(String name, String password) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("A bridge at Kisumu was damaged. Floods closed roads near Mombasa.");
                content.endText();
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(file.toFile());
        }
        return file;
    }
}
