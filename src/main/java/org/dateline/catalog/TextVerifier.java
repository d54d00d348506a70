package org.dateline.catalog;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.model.Report;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares every excerpt of a catalog with the available texts. A report's text is the file with the recorded SHA-256;
 * if there is none, a file that no report records and that contains most of the report's words is taken for its changed
 * text. Only the exact wording at its offset in the exact text counts as verified.
 */
public final class TextVerifier {

    /** The share of a report's quoted words that a text must contain to be taken for its changed text. */
    private static final double MOST = 0.5;

    private final Path folder;
    private final SourceTexts texts;
    private final List<SourceText> unknown;

    private TextVerifier(Path folder, List<Report> reports, SourceTexts texts) {
        this.folder = folder;
        this.texts = texts;
        this.unknown = unrecorded(reports, texts);
    }

    /**
     * @param folder the catalog's, to find the lines of differences
     * @return a verdict for each report, in order
     */
    public static List<Verdict> verify(Path folder, List<Report> reports, SourceTexts texts) {
        TextVerifier verifier = new TextVerifier(folder, reports, texts);
        return reports.stream().map(verifier::verdict).toList();
    }

    /** The texts whose SHA-256 no report records. */
    public static List<SourceText> unrecorded(List<Report> reports, SourceTexts texts) {
        Set<String> recorded = reports.stream().map(Report::sha256).collect(Collectors.toSet());
        return texts.texts().stream()
                .filter(text -> !recorded.contains(text.sha256()))
                .toList();
    }

    private Verdict verdict(Report report) {
        Optional<SourceText> own = texts.bySha256(report.sha256());
        // Without a SHA-256 there is nothing that could have changed.
        Optional<SourceText> text = report.sha256().isEmpty() ? own : own.or(() -> changedText(report));
        if (text.isEmpty()) {
            return new Verdict.TextMissing(report);
        }
        Document document = document(report);
        List<Difference> differences = new TextComparison(report, document, text.get()).differences();
        int unread = Math.max(
                0,
                document.field().get("excerpts").items().size()
                        - report.excerpts().size());
        List<UnclaimedNumber> unclaimed = UnclaimedNumberFinder.in(report, text.get());
        return own.isPresent() && differences.isEmpty() && unread == 0
                ? new Verdict.Verified(report, text.get(), unclaimed)
                : new Verdict.Changed(report, text.get(), differences, unread, unclaimed);
    }

    private Optional<SourceText> changedText(Report report) {
        List<String> quotes = report.excerpts().stream()
                .map(excerpt -> NormalisedText.of(excerpt.quote()).value())
                .toList();
        return unknown.stream()
                .map(text ->
                        Map.entry(NearestWordingFinder.share(text.normalised().value(), quotes), text))
                .filter(candidate -> candidate.getKey() > MOST)
                .max(Comparator.comparingDouble(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    private Document document(Report report) {
        Path file = folder.resolve("reports").resolve(report.id() + ".yaml");
        Faults faults = new Faults();
        CatalogFolder catalog = new CatalogFolder(folder, faults);
        QuoteTable quotes = QuoteTable.read(
                folder,
                new TableReader(catalog, faults),
                List.of(),
                List.of(),
                Set.of(report.id()),
                report.language(),
                faults);
        return new DocumentReader(catalog, faults)
                .read(file)
                .map(read -> quotes.appendTo(read, report.id()))
                .orElseGet(() -> new Document(catalog.name(file), MissingNode.getInstance(), Map.of()));
    }
}
