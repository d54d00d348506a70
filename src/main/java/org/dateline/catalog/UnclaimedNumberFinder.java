package org.dateline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.Claim;
import org.dateline.model.Excerpt;
import org.dateline.model.FigureApart;
import org.dateline.model.Report;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a report's text that no claim, date or figure set apart covers. It skips text other than prose,
 * "one" and "zero", which are rarely counts, and digits within words ("A320").
 */
final class UnclaimedNumberFinder {

    /** A word as a reader sees it: "9am", "30-hour". */
    private static final Pattern REST_OF_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]*");

    private final List<Span> taken = new ArrayList<>();
    private final String text;
    private final NumberKind kinds;

    private record Span(int start, int end) {}

    private UnclaimedNumberFinder(Report report, String text) {
        this.text = text;
        this.kinds = new NumberKind(report.language());
        for (Excerpt excerpt : report.excerpts()) {
            takeExcerpt(report, excerpt);
        }
        for (FigureApart apart : report.apart()) {
            take(text, apart.words(), 0);
        }
        for (String notProse : report.notProse()) {
            String wanted = NormalisedText.of(notProse).value();
            for (int at = text.indexOf(wanted); at >= 0 && !wanted.isEmpty(); at = text.indexOf(wanted, at + 1)) {
                taken.add(new Span(at, at + wanted.length()));
            }
        }
    }

    static List<UnclaimedNumber> in(Report report, SourceText source) {
        String text = source.normalised().value();
        UnclaimedNumberFinder numbers = new UnclaimedNumberFinder(report, text);
        return NumberFinder.in(report.language()).find(text).stream()
                .filter(found -> !numbers.passedOver(found))
                .filter(found -> numbers.taken.stream()
                        .noneMatch(span -> span.start <= found.start() && found.end() <= span.end))
                .map(found -> {
                    int offset = text.codePointCount(0, found.start());
                    return new UnclaimedNumber(numbers.word(found), offset, source.place(offset));
                })
                .toList();
    }

    private void takeExcerpt(Report report, Excerpt excerpt) {
        String quote = NormalisedText.of(excerpt.quote()).value();
        int length = text.codePointCount(0, text.length());
        int start = text.offsetByCodePoints(0, Math.min(excerpt.offset(), length));
        if (!text.startsWith(quote, start)) {
            // The quote itself is reported as a difference.
            taken.add(new Span(start, start + quote.length()));
            return;
        }
        take(quote, excerpt.dateWords(), start);
        take(quote, excerpt.time() == null ? null : excerpt.time().words(), start);
        for (Claim claim : report.claims()) {
            if (claim.excerpt().equals(excerpt.id())) {
                take(quote, claim.words(), start);
                take(quote, claim.asOfWords(), start);
                take(quote, claim.who(), start);
            }
        }
    }

    private void take(String where, @Nullable String words, int start) {
        if (words != null) {
            String wanted = NormalisedText.of(words).value();
            for (int at : WholeWordFinder.find(where, wanted)) {
                taken.add(new Span(start + at, start + at + wanted.length()));
            }
        }
    }

    private boolean passedOver(NumberFinder.Found found) {
        return found.inDigits() ? !kinds.counts(found, text) : found.value() == 0 || found.value() == 1;
    }

    private String word(NumberFinder.Found found) {
        Matcher rest = REST_OF_WORD.matcher(text).region(found.end(), text.length());
        return text.substring(found.start(), rest.lookingAt() ? rest.end() : found.end());
    }
}
