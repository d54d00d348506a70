package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dateline.model.Catalog;
import org.dateline.model.Comparison;
import org.dateline.model.Excerpt;
import org.dateline.model.Mention;
import org.dateline.model.PartialDate;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * An excerpt as a page shows it.
 *
 * @param segments the quote, split where words name a place
 * @param inferred why the excerpt is tied to the page's place without naming it; null elsewhere
 */
public record Quote(Report report, Excerpt excerpt, List<Segment> segments, Mention.@Nullable Inferred inferred) {

    /**
     * A run of the quote.
     *
     * @param feature the id of the feature that it names; null for plain text
     */
    public record Segment(String text, @Nullable String feature) {}

    private record Span(int start, int end, String feature) {}

    /** @param subject the feature of a place's page, which wins where names overlap; null on other pages */
    public static Quote of(Report report, Excerpt excerpt, @Nullable String subject) {
        Predicate<String> own = feature -> feature.equals(subject);
        List<Span> spans = new ArrayList<>();
        for (Mention mention : excerpt.mentions()) {
            // What a place only stands for is marked on its own page and names another elsewhere.
            if (mention instanceof Mention.Inferred && !own.test(mention.feature())) {
                continue;
            }
            for (String word : mention.words()) {
                for (int at : WholeWordFinder.find(excerpt.quote(), word)) {
                    spans.add(new Span(at, at + word.length(), mention.feature()));
                }
            }
        }
        // If names overlap ("Quetta" in "Quetta railway station"), the subject's name wins, otherwise the longer one.
        spans.sort(Comparator.comparing((Span span) -> !own.test(span.feature))
                .thenComparing(span -> span.start - span.end));
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            if (kept.stream().noneMatch(other -> span.start < other.end && other.start < span.end)) {
                kept.add(span);
            }
        }
        kept.sort(Comparator.comparingInt(Span::start));
        return new Quote(report, excerpt, segments(excerpt.quote(), kept), inferred(excerpt, own));
    }

    /** The quotes that are tied to a feature, for its page. */
    public static List<Quote> about(String feature, SiteContext site) {
        return site.citations(feature).stream()
                .map(citation -> of(citation.report(), citation.excerpt(), feature))
                .toList();
    }

    /** The quotes that say what a party says, and those that carry its figures, in the order of the reports. */
    public static List<Quote> saidBy(Party party, Catalog catalog) {
        return catalog.reports().stream()
                .flatMap(report -> report.excerpts().stream()
                        .filter(excerpt -> isSaidBy(party.id(), report, excerpt))
                        .map(excerpt -> of(report, excerpt, null)))
                .toList();
    }

    static boolean isSaidBy(String party, Report report, Excerpt excerpt) {
        return party.equals(excerpt.party())
                || report.claims().stream()
                        .anyMatch(claim ->
                                party.equals(claim.party()) && claim.excerpt().equals(excerpt.id()));
    }

    /** The latest of some quotes, in their order; those without a date come last. */
    public static List<Quote> latest(List<Quote> quotes, int most) {
        if (quotes.size() <= most) {
            return quotes;
        }
        Set<String> latest = quotes.stream()
                .sorted(Comparator.comparing(Quote::timelineDate).reversed())
                .limit(most)
                .map(quote -> quote.excerpt().id())
                .collect(Collectors.toSet());
        return quotes.stream()
                .filter(quote -> latest.contains(quote.excerpt().id()))
                .toList();
    }

    /** The quotes that carry claims, without duplicates. */
    public static List<Quote> of(List<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> comparison.claims().stream())
                .map(claim -> of(claim.report(), claim.excerpt(), null))
                .distinct()
                .toList();
    }

    private static List<Segment> segments(String quote, List<Span> spans) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            if (span.start > at) {
                segments.add(new Segment(quote.substring(at, span.start), null));
            }
            segments.add(new Segment(quote.substring(span.start, span.end), span.feature));
            at = span.end;
        }
        if (at < quote.length()) {
            segments.add(new Segment(quote.substring(at), null));
        }
        return List.copyOf(segments);
    }

    private static Mention.@Nullable Inferred inferred(Excerpt excerpt, Predicate<String> own) {
        return excerpt.mentions().stream()
                .filter(Mention.Inferred.class::isInstance)
                .map(Mention.Inferred.class::cast)
                .filter(mention -> own.test(mention.feature()))
                .findFirst()
                .orElse(null);
    }

    /** The quote's date on the timeline in ISO 8601; empty if not stated. */
    public String timelineDate() {
        PartialDate date = report.dateOf(excerpt);
        return date == null ? "" : date.toString();
    }

    /** Ids of all features that the excerpt is tied to, separated by spaces. */
    public String featureIds() {
        return String.join(
                " ",
                excerpt.mentions().stream().map(Mention::feature).distinct().toList());
    }
}
