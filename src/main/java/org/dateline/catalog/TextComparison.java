package org.dateline.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dateline.model.Excerpt;
import org.dateline.model.Report;
import org.jspecify.annotations.Nullable;

/** Compares a report's excerpts with a text, character by character after {@link NormalisedText}. */
final class TextComparison {

    private final Report report;
    private final Document document;
    private final SourceText source;
    private final String text;
    private final SentenceEdges edges;
    private final QuoteFinder finder;
    private final List<String> ids;

    /** @param document the report's file, for the lines of its fields */
    TextComparison(Report report, Document document, SourceText source) {
        this.report = report;
        this.document = document;
        this.source = source;
        this.text = source.normalised().value();
        this.edges = new SentenceEdges(report, source);
        this.finder = new QuoteFinder(source);
        this.ids = ReportReader.excerptIds(report.id(), document.field());
    }

    /** The differences in the text's length and in each excerpt, in order; empty if everything agrees. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        int length = source.normalised().length();
        if (length != report.length()) {
            String field = "text.length";
            differences.add(
                    new Difference.Length(document.file(field), document.line(field), field, report.length(), length));
        }
        for (int i = 0; i < report.excerpts().size(); i++) {
            Excerpt excerpt = report.excerpts().get(i);
            String quote = NormalisedText.of(excerpt.quote()).value();
            // The file may have them in another order, and some that could not be read.
            int inFile = ids.indexOf(excerpt.id());
            String path = "excerpts[" + (inFile < 0 ? i : inFile) + "]";
            int start = index(excerpt.offset());
            int end = finder.end(quote, start);
            if (end < 0) {
                differences.add(difference(excerpt, quote, path));
            } else {
                addEllipses(differences, excerpt, start, end, path);
            }
        }
        return differences;
    }

    /** Adds a difference for an ellipsis that is missing or that stands at the edge of a sentence. */
    private void addEllipses(List<Difference> differences, Excerpt excerpt, int start, int end, String path) {
        boolean before = excerpt.startsInside();
        if (before ? edges.surelyStarts(start) : edges.surelyStartsInside(start)) {
            differences.add(ellipsis(excerpt, path, Difference.Edge.START, before, start));
        }
        boolean after = excerpt.stopsInside();
        if (after ? edges.surelyStops(end) : edges.surelyStopsInside(end)) {
            differences.add(ellipsis(excerpt, path, Difference.Edge.END, after, end));
        }
    }

    private Difference ellipsis(Excerpt excerpt, String path, Difference.Edge edge, boolean shown, int at) {
        String field = path + (excerpt.cut() == null ? ".quote" : ".cut");
        int offset = offset(at);
        return new Difference.Ellipsis(
                document.file(field),
                document.line(field),
                field,
                excerpt.id(),
                edge,
                shown,
                offset,
                source.place(offset));
    }

    private Difference difference(Excerpt excerpt, String quote, String path) {
        int recorded = index(excerpt.offset());
        String found = NearestWordingFinder.window(text, recorded, quote.length());
        int elsewhere = nearestOccurrence(quote, recorded);
        if (elsewhere >= 0) {
            String field = path + ".offset";
            return new Difference.Moved(
                    document.file(field),
                    document.line(field),
                    field,
                    excerpt.id(),
                    excerpt.offset(),
                    quote,
                    found,
                    source.place(excerpt.offset()),
                    offset(elsewhere));
        }
        String field = path + ".quote";
        Difference.@Nullable Nearest nearest = NearestWordingFinder.find(text, quote, recorded)
                .map(at -> new Difference.Nearest(offset(at), NearestWordingFinder.window(text, at, quote.length())))
                .orElse(null);
        int from = nearest == null ? excerpt.offset() : nearest.offset();
        String there = nearest == null ? found : nearest.wording();
        return new Difference.Wording(
                document.file(field),
                document.line(field),
                field,
                excerpt.id(),
                excerpt.offset(),
                quote,
                found,
                source.place(from + quote.codePointCount(0, FirstDifference.index(quote, there))),
                nearest);
    }

    /** The index of the occurrence nearest to another index; -1 if there is none. */
    private int nearestOccurrence(String quote, int recorded) {
        return finder.find(quote).stream()
                .min(Comparator.comparingInt(index -> Math.abs(index - recorded)))
                .orElse(-1);
    }

    /** Converts code points to UTF-16; offsets past the end give the end. */
    private int index(int offset) {
        return offset >= source.normalised().length() ? text.length() : text.offsetByCodePoints(0, offset);
    }

    private int offset(int index) {
        return text.codePointCount(0, index);
    }
}
