package org.dateline.site.page;

import java.util.List;
import java.util.stream.Stream;
import org.dateline.model.Comparison;
import org.dateline.model.Feature;
import org.dateline.model.Report;
import org.dateline.site.page.SiteLists.Listing;
import org.dateline.site.page.SiteLists.Month;
import org.dateline.site.page.SiteLists.Part;
import org.jspecify.annotations.Nullable;

/**
 * The content of one page of a list; of the lists of entries, only the one of its kind has any.
 *
 * @param length   how many entries the whole list has
 * @param about    the name of what the entries have in common; empty for all
 * @param months   links to where months begin
 * @param previous the address of the page before; null on the first
 * @param next     the address of the page after; null on the last
 */
public record ListPage(
        Part part,
        int length,
        String about,
        List<Month> months,
        @Nullable String previous,
        @Nullable String next,
        List<Quote> quotes,
        List<Feature> places,
        List<Report> reports,
        List<Comparison> comparisons,
        List<ClaimTexts.Given> figures) {

    public ListPage {
        months = List.copyOf(months);
        quotes = List.copyOf(quotes);
        places = List.copyOf(places);
        reports = List.copyOf(reports);
        comparisons = List.copyOf(comparisons);
        figures = List.copyOf(figures);
    }

    static ListPage of(Part part, Page page) {
        SiteLists lists = page.site().lists();
        Listing listing = part.listing();
        List<SiteLists.Cited> quotes = listing.kind() == SiteLists.Kind.QUOTES ? lists.quotes(listing) : List.of();
        List<ClaimTexts.Given> figures = listing.kind() == SiteLists.Kind.FIGURES ? lists.figures(listing) : List.of();
        List<String> dates = Stream.concat(
                        quotes.stream().map(SiteLists.Cited::date),
                        figures.stream().map(given -> given.attributed().date()))
                .toList();
        return new ListPage(
                part,
                lists.length(listing),
                lists.name(listing, page),
                SiteLists.months(listing, dates, page),
                part.number() == 1 ? null : page.links().page(listing.path(part.number() - 1)),
                part.number() == part.of() ? null : page.links().page(listing.path(part.number() + 1)),
                quotes.isEmpty()
                        ? List.of()
                        : part.of(quotes).stream()
                                .map(cited -> Quote.of(cited.report(), cited.excerpt(), null))
                                .toList(),
                listing.kind() == SiteLists.Kind.PLACES ? part.of(lists.places(page)) : List.of(),
                listing.kind() == SiteLists.Kind.REPORTS ? part.of(lists.reports()) : List.of(),
                listing.kind() == SiteLists.Kind.CLAIMS ? part.of(page.site().comparisons()) : List.of(),
                figures.isEmpty() ? List.of() : part.of(figures));
    }

    /** The comparison that the figures belong to; null if they belong to several. */
    public @Nullable Comparison comparison(Page page) {
        return page.site().lists().comparison(part.listing()).orElse(null);
    }

    /** Whether a list begins with the plot of all its figures: not beyond a number that a plot can show. */
    public boolean hasPlot() {
        return part.number() == 1 && !SiteLists.isLong(length);
    }

    /** The title: what the list holds, and of whom or what. */
    public String title(Page page) {
        String all = page.say(part.listing().kind().key(), length);
        return about.isEmpty() ? all : about + " · " + all;
    }

    /** The address of the page that has the beginning of the list. */
    public @Nullable String back(Page page) {
        return page.site().lists().about(part.listing(), page);
    }
}
