package org.dateline.site.page;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dateline.formats.Quotation;
import org.dateline.formats.TextFragment;
import org.dateline.model.Excerpt;
import org.dateline.model.Measure;
import org.dateline.model.Mention;
import org.dateline.model.PartialDate;
import org.dateline.model.Report;
import org.dateline.model.Translation;
import org.jspecify.annotations.Nullable;

/** The texts of a page about quotes and their reports. */
public record QuoteTexts(Page page) {

    /** The speaker: a party, or the report in its own voice. */
    public String speaker(Quote quote) {
        return page.catalog()
                .party(quote.excerpt().party())
                .map(party -> page.text(party.name()))
                .orElseGet(() -> page.say("quote.ownVoice"));
    }

    /** A citation of the quote, for the clipboard; the report's address ends it, if it states one. */
    public String citation(Quote quote) {
        Report report = quote.report();
        String label = page.text(report.label());
        String date = page.ui().date(report.date());
        String citation = page.say(
                "quote.citation",
                Quotation.of(quote.excerpt().shown()),
                speaker(quote),
                label.contains(date) ? label : page.say("quote.citation.dated", label, date),
                report.sha256().substring(0, 12),
                Integer.toString(quote.excerpt().offset()));
        String translation = translation(quote);
        if (translation != null) {
            citation = page.say("quote.citation.translated", citation, translator(quote), Quotation.of(translation));
        }
        return report.url() == null ? citation : page.say("quote.citation.at", citation, report.url());
    }

    /** What a quote says in the page's language, cut where the quote is; null if nobody translated it into that. */
    public @Nullable String translation(Quote quote) {
        Translation translation = quote.excerpt().translation();
        String words = translation == null
                ? null
                : translation.words().byLanguage().get(page.ui().language());
        return words == null
                ? null
                : quote.excerpt().before() + words + quote.excerpt().after();
    }

    /** Who translated a quote that has a {@link #translation}. */
    public String translator(Quote quote) {
        return page.say(
                "quote.translation",
                Objects.requireNonNull(quote.excerpt().translation()).translator());
    }

    /** The report's own address, with a text fragment for the quote; null if the report states none. */
    public @Nullable String original(Quote quote) {
        String url = quote.report().url();
        return url == null ? null : TextFragment.of(url, quote.excerpt().quote());
    }

    /** The section of a report's page about the comparison of its quotes with its text. */
    public @Nullable String verification(Report report) {
        boolean here = page.kind() == Page.Kind.REPORT && page.id().equals(report.id());
        return here ? "#verification" : page.links().report(report, "verification");
    }

    /** The day on which a report's present quotes were found verbatim in its text; null if they were not compared. */
    public @Nullable String comparedOn(Report report) {
        return report.verification() == null
                ? null
                : page.ui().date(new PartialDate(report.verification().on()));
    }

    /** 1 if all quotes of these reports were found verbatim in their texts, else 0: messages choose a form by it. */
    public static int areVerified(Collection<Report> reports) {
        return reports.stream().allMatch(report -> report.verification() != null) ? 1 : 0;
    }

    /** The measures that a report gives figures for. */
    public List<Measure> measures(Report report) {
        return page.catalog().measures().stream()
                .filter(measure -> report.claims().stream()
                        .anyMatch(claim -> claim.measure().equals(measure.id())))
                .toList();
    }

    /** Names the figures of a quote that the program could not read; empty if it read all. */
    public List<String> unread(Quote quote) {
        return quote.report().claims().stream()
                .filter(claim -> claim.excerpt().equals(quote.excerpt().id()))
                .map(page.claims()::unread)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Says why a quote is tied to a place that it does not name, and which of its words the place stands for. */
    public String inferred(Mention.Inferred mention) {
        String why = page.text(mention.why());
        return mention.words().isEmpty()
                ? page.say("quote.inferred", why)
                : page.say(
                        "quote.standsFor",
                        mention.words().stream()
                                .map(words -> "“" + words + "”")
                                .collect(Collectors.joining(page.say("list.separator"))),
                        why);
    }

    /** Whether text is left out before an excerpt of a report. */
    public static boolean gapBefore(Report report, int index) {
        Excerpt excerpt = report.excerpts().get(index);
        if (index == 0) {
            return excerpt.offset() > 0;
        }
        Excerpt before = report.excerpts().get(index - 1);
        int end = before.offset()
                + before.quote().codePointCount(0, before.quote().length());
        // Neighbours may have a space between them.
        return excerpt.offset() > end + 1;
    }
}
