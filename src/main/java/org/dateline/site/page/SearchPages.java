package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dateline.model.Feature;
import org.dateline.model.Mention;
import org.dateline.model.PartialDate;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.site.page.SiteLists.Cited;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Renders what a reader searches for without script: places, parties and reports by name, and quotes by their words,
 * party, measure and dates, in pages. Only a server can; in a folder of files there are {@link SiteLists} instead.
 */
public final class SearchPages {

    /** The path of the page in the default language. */
    public static final String PATH = "search/";

    /** The most places, parties and reports that a search names, of each. */
    private static final int MOST_NAMES = 20;

    private final SiteContext site;
    private final PageMap map;

    public SearchPages(SiteContext site, PageMap map) {
        this.site = site;
        this.map = map;
    }

    /**
     * A search; what is empty or null finds all.
     *
     * @param words       that must all stand in a name or quote, whatever their case and accents
     * @param party       the id of who says it
     * @param measure     the id of what its figures count
     * @param from        the first day; with either end, quotes without a date are not found
     * @param to          the last day
     * @param oldestFirst the order of the quotes
     * @param page        from 1 on
     */
    public record Search(
            String words,
            String party,
            String measure,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            boolean oldestFirst,
            int page) {

        private boolean isWithin(@Nullable PartialDate date) {
            return from == null && to == null
                    || date != null
                            && (from == null || !date.last().isBefore(from.first()))
                            && (to == null || !date.first().isAfter(to.last()));
        }
    }

    /**
     * What was found.
     *
     * @param quotes those of the page
     * @param length how many quotes in all
     * @param near   whether nothing has the words as they are spelled, and these have similar ones
     */
    public record Found(
            List<Feature> places,
            List<Party> parties,
            List<Report> reports,
            List<Quote> quotes,
            int length,
            int pages,
            boolean near) {
        public Found {
            places = List.copyOf(places);
            parties = List.copyOf(parties);
            reports = List.copyOf(reports);
            quotes = List.copyOf(quotes);
        }

        public boolean isEmpty() {
            return length == 0 && places.isEmpty() && parties.isEmpty() && reports.isEmpty();
        }
    }

    /**
     * @param query makes the query string for a page of the same search, with its question mark
     */
    public Resource answer(String language, Search search, Function<Integer, String> query) {
        Page page = Page.of(site, language, PATH + query.apply(search.page), Page.Kind.LIST, "");
        Map<String, Object> parameters = new HashMap<>();
        Found found = find(search, page);
        String address = page.links().page(PATH);
        parameters.put("page", page);
        parameters.put("map", map.of(page));
        parameters.put("search", search);
        parameters.put("found", found);
        parameters.put("previous", search.page > 1 ? address + query.apply(search.page - 1) : null);
        parameters.put("next", search.page < found.pages ? address + query.apply(search.page + 1) : null);
        return new Resource(MediaTypes.HTML, () -> Templates.render("search.jte", parameters));
    }

    Found find(Search search, Page page) {
        SearchWords words = SearchWords.of(search.words);
        Found exact = find(search, page, words, false);
        return exact.isEmpty() && !words.isEmpty() ? find(search, page, words, true) : exact;
    }

    private Found find(Search search, Page page, SearchWords words, boolean near) {
        Comparator<Cited> latest = Comparator.comparing(Cited::date);
        List<Cited> quotes = site.lists()
                .all()
                .filter(cited -> search.isWithin(cited.report().dateOf(cited.excerpt())))
                .filter(cited ->
                        search.party.isEmpty() || Quote.isSaidBy(search.party, cited.report(), cited.excerpt()))
                .filter(cited -> search.measure.isEmpty() || hasFigure(cited, search.measure))
                .filter(cited -> words.isEmpty() || words.areIn(text(cited, page), near))
                .sorted(search.oldestFirst ? latest : latest.reversed())
                .toList();
        int pages = Math.max(1, (quotes.size() + SiteLists.PART - 1) / SiteLists.PART);
        List<Quote> here = quotes.stream()
                .skip((search.page - 1L) * SiteLists.PART)
                .limit(SiteLists.PART)
                .map(cited -> Quote.of(cited.report(), cited.excerpt(), null))
                .toList();
        if (words.isEmpty() || search.page > 1) {
            return new Found(List.of(), List.of(), List.of(), here, quotes.size(), pages, near);
        }
        return new Found(
                named(
                                site.catalog().layers().stream().flatMap(layer -> site.places(layer).stream()),
                                SearchPages::names,
                                words,
                                near)
                        .sorted(Comparator.comparing((Feature place) -> -site.quoteCount(place.id())))
                        .limit(MOST_NAMES)
                        .toList(),
                named(
                                site.catalog().parties().stream(),
                                party -> party.name().byLanguage().values().stream(),
                                words,
                                near)
                        .limit(MOST_NAMES)
                        .toList(),
                named(
                                site.catalog().reports().stream(),
                                report -> report.label().byLanguage().values().stream(),
                                words,
                                near)
                        .limit(MOST_NAMES)
                        .toList(),
                here,
                quotes.size(),
                pages,
                near);
    }

    private static boolean hasFigure(Cited cited, String measure) {
        return cited.report().claims().stream()
                .anyMatch(claim -> claim.measure().equals(measure)
                        && claim.excerpt().equals(cited.excerpt().id()));
    }

    /** The quote, who says it, and the names of its places. */
    private String text(Cited cited, Page page) {
        List<String> texts = new ArrayList<>(List.of(cited.excerpt().quote()));
        site.catalog().parties().stream()
                .filter(party -> party.id().equals(cited.excerpt().party()))
                .forEach(party -> texts.add(page.text(party.name())));
        cited.excerpt().mentions().stream()
                .map(Mention::feature)
                .forEach(place -> texts.add(page.text(site.feature(place).name())));
        return String.join(" ", texts);
    }

    private static Stream<String> names(Feature place) {
        return Stream.concat(place.name().byLanguage().values().stream(), place.altNames().stream());
    }

    private static <T> Stream<T> named(
            Stream<T> all, Function<T, Stream<String>> names, SearchWords words, boolean near) {
        return all.filter(one -> names.apply(one).anyMatch(name -> words.areIn(name, near)));
    }
}
