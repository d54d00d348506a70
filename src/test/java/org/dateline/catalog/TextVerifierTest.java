package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.ROAD;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dateline.Catalogs;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.MissingNode;

class TextVerifierTest {

    @TempDir
    Path folder;

    private Path texts;

    @BeforeEach
    void copyTexts() {
        texts = Catalogs.copy(QuotesTest.TEXTS, folder.resolve("texts"));
    }

    private CatalogCopy catalog() {
        return CatalogCopy.in(folder.resolve("catalog"));
    }

    private List<Verdict> verify(CatalogCopy copy) throws Exception {
        return verify(copy.load());
    }

    private List<Verdict> verify(Catalog catalog) throws IOException {
        return TextVerifier.verify(folder.resolve("catalog"), catalog.reports(), SourceTexts.read(texts));
    }

    private void writeText(String name, String content) throws IOException {
        Files.writeString(texts.resolve(name), content);
    }

    private String readText(String name) throws IOException {
        return Files.readString(texts.resolve(name));
    }

    private static Verdict.Changed changed(List<Verdict> verdicts, String report) {
        return verdicts.stream()
                .filter(verdict -> verdict.report().id().equals(report))
                .filter(Verdict.Changed.class::isInstance)
                .map(Verdict.Changed.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("got " + verdicts + ", expected " + report + " to be changed"));
    }

    @Test
    void every_digit_of_every_text_that_changes_is_found_and_its_place_named() throws Exception {
        Catalog catalog = catalog().load();
        int digits = 0;
        for (String name : List.of("polar-tern.txt", "zimnik.txt")) {
            String text = readText(name);
            String report = name.startsWith("zimnik") ? "zimnik-2024-02-14" : "polar-tern";
            for (int i = 0; i < text.length(); i++) {
                if (Character.isDigit(text.charAt(i))) {
                    char other = text.charAt(i) == '7' ? '5' : '7';
                    writeText(name, text.substring(0, i) + other + text.substring(i + 1));
                    Verdict.Changed verdict = changed(verify(catalog), report);
                    assertThat(verdict.isAnotherText()).isTrue();
                    assertThat(verdict.verified()).isZero();
                    assertThat(verdict.text().file()).isEqualTo(name);
                    if (counts(catalog, report, readText(name), i)) {
                        assertNames(verdict, lineOf(text, i), columnOf(text, i));
                    }
                    digits++;
                }
            }
            writeText(name, text);
        }
        assertThat(digits).isGreaterThan(15);
    }

    /** Whether a digit belongs to a number that counts people or things; others are noted nowhere. */
    private static boolean counts(Catalog catalog, String report, String text, int index) {
        String language = catalog.report(report).orElseThrow().language();
        return NumberFinder.in(language).find(text).stream()
                .filter(found -> found.overlaps(index, index + 1))
                .anyMatch(found -> new NumberKind(language).counts(found, text));
    }

    /** The digit itself where it stands in a quote; elsewhere the number that no claim takes up any more. */
    private static void assertNames(Verdict.Changed verdict, int line, int column) {
        boolean inQuote = verdict.differences().stream()
                .anyMatch(difference -> difference instanceof Difference.Wording wording
                        && wording.place().equals(new SourceText.Place(line, column)));
        boolean apart = verdict.unclaimed().stream()
                .anyMatch(number -> number.place().line() == line
                        && number.place().column() <= column
                        && column < number.place().column() + number.words().length() + 20);
        assertThat(inQuote || apart).as("%d:%d in %s", line, column, verdict).isTrue();
    }

    private static int lineOf(String text, int index) {
        return (int) (text.substring(0, index) + ".").lines().count();
    }

    private static int columnOf(String text, int index) {
        // The byte order mark of the first line is no column.
        String line =
                text.substring(text.lastIndexOf('\n', index - 1) + 1, index).replace("\uFEFF", "");
        return line.codePointCount(0, line.length()) + 1;
    }

    @Test
    void every_digit_of_every_quote_that_changes_is_found_and_its_field_named() throws Exception {
        Catalog catalog = catalog().load();
        int digits = 0;
        for (Report report : catalog.reports()) {
            for (int i = 0; i < report.excerpts().size(); i++) {
                String quote = report.excerpts().get(i).quote();
                for (int at = 0; at < quote.length(); at++) {
                    if (Character.isDigit(quote.charAt(at))) {
                        char other = quote.charAt(at) == '7' ? '5' : '7';
                        assertFound(catalog, report, i, quote.substring(0, at) + other + quote.substring(at + 1));
                        digits++;
                    }
                }
            }
        }
        assertThat(digits).isEqualTo(12);
    }

    @Test
    void every_quote_whose_wording_changes_is_found() throws Exception {
        Catalog catalog = catalog().load();
        for (Report report : catalog.reports()) {
            for (int i = 0; i < report.excerpts().size(); i++) {
                assertFound(catalog, report, i, report.excerpts().get(i).quote().replaceFirst("[ао]|e", "u"));
            }
        }
    }

    private void assertFound(Catalog catalog, Report report, int index, String quote) throws IOException {
        Verdict.Changed verdict = changed(verify(with(catalog, report, index, quote)), report.id());
        assertThat(verdict.isAnotherText()).isFalse();
        assertThat(verdict.verified()).isEqualTo(report.excerpts().size() - 1);
        assertThat(verdict.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.file()).isEqualTo("reports/" + report.id() + ".yaml");
            assertThat(difference.field()).isEqualTo("excerpts[" + index + "].quote");
            assertThat(difference.line()).isPositive();
        });
    }

    /** The catalog with another quote, past the loader: some changes it would find itself. */
    private static Catalog with(Catalog catalog, Report report, int index, String quote) {
        Excerpt was = report.excerpts().get(index);
        List<Excerpt> excerpts = new ArrayList<>(report.excerpts());
        excerpts.set(
                index,
                new Excerpt(
                        was.id(),
                        quote,
                        was.offset(),
                        was.party(),
                        was.date(),
                        was.dateWords(),
                        null,
                        was.notVerified(),
                        was.notConfirmed(),
                        was.cut(),
                        null,
                        was.mentions()));
        Report edited = new Report(
                report.id(),
                report.label(),
                report.language(),
                false,
                report.title(),
                report.publisher(),
                report.author(),
                report.credit(),
                report.dateline(),
                report.date(),
                report.url(),
                report.cites(),
                report.sha256(),
                report.length(),
                report.notProse(),
                excerpts,
                report.claims(),
                report.apart(),
                report.verification());
        List<Report> reports = new ArrayList<>(catalog.reports());
        reports.replaceAll(other -> other == report ? edited : other);
        return new Catalog(
                catalog.title(),
                catalog.summary(),
                catalog.languages(),
                catalog.layers(),
                reports,
                catalog.parties(),
                catalog.measures(),
                catalog.views(),
                catalog.defaultView(),
                catalog.basemap(),
                catalog.corrections(),
                catalog.aliases(),
                catalog.messages(),
                Brand.PROGRAM,
                catalog.hash());
    }

    @Test
    void a_difference_is_named_with_its_line_its_place_in_the_text_and_both_wordings() throws Exception {
        CatalogCopy copy = catalog().replace(FERRY, "answered calls", "took calls");
        Verdict.Changed verdict = changed(verify(copy), "polar-tern");
        assertThat(verdict.differences()).singleElement().isInstanceOfSatisfying(Difference.Wording.class, wording -> {
            assertThat(wording.line()).isEqualTo(copy.line(FERRY, "took calls"));
            assertThat(wording.excerpt()).isEqualTo("polar-tern-4");
            assertThat(wording.quoted()).isEqualTo("Nobody in Pevek's port took calls.");
            assertThat(wording.found()).isEqualTo("Nobody in Pevek's port answered ca");
            assertThat(wording.place()).isEqualTo(new SourceText.Place(11, 24));
        });
    }

    @Test
    void a_number_that_is_near_in_spelling_is_proposed_but_never_accepted() throws Exception {
        writeText("hostages.txt", "Local police said there were 35 hostages on the train.");
        CatalogCopy copy = catalog();
        Catalog catalog = copy.load();
        Report report = catalog.reports().getFirst();
        SourceText text = SourceTexts.read(texts).texts().getFirst();
        assertThat(text.file()).isEqualTo("hostages.txt");
        Report claims = new Report(
                "police",
                report.label(),
                "en",
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                text.sha256(),
                text.normalised().length(),
                List.of(),
                List.of(
                        new Excerpt(
                                "police-1",
                                "214 hostages",
                                29,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of()),
                        new Excerpt(
                                "police-2",
                                "214 hostages on the train",
                                29,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of())),
                List.of(),
                List.of(),
                null);
        List<Difference> differences =
                new TextComparison(claims, new Document("x", MissingNode.getInstance(), Map.of()), text).differences();
        assertThat(differences)
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference)
                        .isInstanceOfSatisfying(
                                Difference.Wording.class,
                                wording -> assertThat(wording.nearest())
                                        .isNotNull()
                                        .satisfies(nearest ->
                                                assertThat(nearest.wording()).startsWith("35 hostages"))));
    }

    @Test
    void a_quote_at_another_offset_is_refused_with_its_true_offset() throws Exception {
        CatalogCopy copy = catalog().replace(FERRY, "offset: 370", "offset: 371");
        Verdict.Changed verdict = changed(verify(copy), "polar-tern");
        assertThat(verdict.differences()).singleElement().isInstanceOfSatisfying(Difference.Moved.class, moved -> {
            assertThat(moved.line()).isEqualTo(copy.line(FERRY, "offset: 371"));
            assertThat(moved.field()).isEqualTo("excerpts[3].offset");
            assertThat(moved.standsAt()).isEqualTo(370);
        });
    }

    @Test
    void a_text_that_is_longer_than_recorded_is_a_change() throws Exception {
        CatalogCopy copy = catalog().replace(ROAD, "length: 799", "length: 800");
        Verdict.Changed verdict = changed(verify(copy), "zimnik-2024-02-14");
        assertThat(verdict.differences())
                .containsExactly(new Difference.Length(ROAD, copy.line(ROAD, "length: 800"), "text.length", 800, 799));
        assertThat(verdict.verified()).isEqualTo(6);
    }

    @Test
    void a_missing_text_is_neither_verified_nor_changed() throws Exception {
        Files.delete(texts.resolve("zimnik.txt"));
        assertThat(verify(catalog()))
                .satisfiesExactly(
                        ferry -> assertThat(ferry).isInstanceOf(Verdict.Verified.class),
                        road -> assertThat(road).isInstanceOf(Verdict.TextMissing.class));
    }

    @Test
    void a_text_is_found_regardless_of_its_name_and_folder() throws Exception {
        Files.createDirectories(texts.resolve("a/b"));
        Files.move(texts.resolve("zimnik.txt"), texts.resolve("a/b/0001"));
        assertThat(verify(catalog())).allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Verified.class));
    }

    @Test
    void another_texts_few_common_words_do_not_make_it_a_reports_changed_text() throws Exception {
        Files.delete(texts.resolve("polar-tern.txt"));
        writeText("other.txt", "The ferry “Polar Tern” left Anadyr. Nobody in Pevek’s port answered calls.");
        assertThat(verify(catalog()).getFirst()).isInstanceOf(Verdict.TextMissing.class);
    }

    @Test
    void a_number_that_no_claim_takes_up_is_noted_with_its_place() throws Exception {
        CatalogCopy copy = catalog().replace(FERRY, "  - words: fewer than 60\n", "  - words: fewer than\n");
        assertThat(verify(copy).getFirst())
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.unclaimed())
                                .containsExactly(new UnclaimedNumber("60", 198, new SourceText.Place(5, 25))));
    }

    @Test
    void an_unreadable_text_is_reported_and_stops_nothing() throws Exception {
        Files.write(texts.resolve("picture.bin"), new byte[] {(byte) 0xff, 0, 1});
        Files.write(texts.resolve("latin1.txt"), "Café".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(texts.resolve(".hidden"), "x");
        Files.createSymbolicLink(texts.resolve("nowhere"), texts.resolve("gone"));
        SourceTexts read = SourceTexts.read(texts);
        assertThat(read.texts()).extracting(SourceText::file).containsExactly("polar-tern.txt", "zimnik.txt");
        assertThat(read.unreadable())
                .extracting(SourceTexts.Unreadable::file)
                .containsExactly("latin1.txt", "picture.bin");
        assertThat(read.unreadable()).allSatisfy(file -> assertThat(file.why()).contains("not UTF-8"));
    }

    @Test
    void a_file_too_large_for_a_report_is_not_read() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(texts.resolve("huge.txt").toFile(), "rw")) {
            file.setLength(8L * 1024 * 1024 + 1);
        }
        assertThat(SourceTexts.read(texts).unreadable())
                .containsExactly(new SourceTexts.Unreadable("huge.txt", "got 8388609 bytes, expected at most 8388608"));
    }
}
