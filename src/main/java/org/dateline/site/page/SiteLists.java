package org.dateline.site.page;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Measure;
import org.dateline.model.PartialDate;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.dateline.site.page.ClaimTexts.Given;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a large story, which are too long for the pages that they belong to: those have the beginning, and a link
 * to the whole list in pages of its own. These need neither script nor a server, so they are the same in a folder of
 * files.
 *
 * <pre>
 * lists/quotes/   lists/quotes/2/   lists/quotes/party/{id}/   lists/quotes/party/{id}/2/
 * lists/figures/measure/{id}/   lists/figures/comparison/{measure}/{subject}/
 * </pre>
 */
public final class SiteLists {

    /** A list of up to this many entries is in one piece. */
    public static final int WHOLE = 120;

    /** The entries of the beginning of a longer list, and of each of its pages. */
    public static final int PART = 60;

    /** A closed list of the names of places without quotes may be longer. */
    private static final int MOST_UNQUOTED = 500;

    /** The fewest figures of a comparison on the page of its measure. */
    private static final int LEAST_FIGURES = 3;

    private static final String FOLDER = "lists/";

    private final SiteContext site;

    SiteLists(SiteContext site) {
        this.site = site;
    }

    /** What a list holds. */
    public enum Kind {
        /** The latest first. */
        QUOTES,
        /** By name. */
        PLACES,
        /** The latest first. */
        REPORTS,
        CLAIMS,
        /** Of a party, a measure or a comparison; the latest first. */
        FIGURES;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The key of the message that names the whole list. */
        public String key() {
            return "all." + id();
        }
    }

    /** What the quotes or figures of a list have in common. */
    public enum By {
        PARTY,
        MEASURE,
        PLACE,
        COMPARISON;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A list.
     *
     * @param by null for all
     * @param id of the party, measure or place, or the two of a comparison with a slash; empty for all
     */
    public record Listing(Kind kind, @Nullable By by, String id) {

        /** The figures of a comparison. */
        public static Listing of(Comparison comparison) {
            return new Listing(Kind.FIGURES, By.COMPARISON, comparison.measure().id() + "/" + comparison.subject());
        }

        public static Listing all(Kind kind) {
            return new Listing(kind, null, "");
        }

        /** The path of one of its pages, from 1 on. */
        public String path(int number) {
            return FOLDER + kind.id() + "/" + (by == null ? "" : by.id() + "/" + id + "/")
                    + (number == 1 ? "" : number + "/");
        }
    }

    /**
     * One page of a list.
     *
     * @param number from 1 on
     * @param of     how many pages the list has
     */
    public record Part(Listing listing, int number, int of) {

        public String path() {
            return listing.path(number);
        }

        <T> List<T> of(List<T> all) {
            return all.subList((number - 1) * PART, Math.min(number * PART, all.size()));
        }
    }

    /** A quote before it is prepared for a page. */
    public record Cited(Report report, Excerpt excerpt) {

        /** Its date on the timeline in ISO 8601; empty if not stated. */
        public String date() {
            return Objects.toString(report.dateOf(excerpt), "");
        }
    }

    /** Whether a list of some length is continued elsewhere. */
    public static boolean isLong(int length) {
        return length > WHOLE;
    }

    /** All pages of all lists that are too long. */
    List<Part> parts() {
        List<Listing> listings = new ArrayList<>();
        for (Kind kind : List.of(Kind.QUOTES, Kind.PLACES, Kind.REPORTS, Kind.CLAIMS)) {
            listings.add(Listing.all(kind));
        }
        if (site.catalog().layers().stream().noneMatch(layer -> hasMore(site.places(layer), site))) {
            listings.remove(Listing.all(Kind.PLACES));
        }
        for (Kind kind : List.of(Kind.QUOTES, Kind.FIGURES)) {
            site.catalog().parties().forEach(party -> listings.add(new Listing(kind, By.PARTY, party.id())));
            site.catalog().measures().forEach(measure -> listings.add(new Listing(kind, By.MEASURE, measure.id())));
        }
        site.catalog().layers().stream()
                .flatMap(layer -> site.places(layer).stream())
                .forEach(place -> listings.add(new Listing(Kind.QUOTES, By.PLACE, place.id())));
        return Stream.concat(
                        listings.stream().filter(listing -> isLong(length(listing))),
                        site.comparisons().stream()
                                .filter(comparison -> !isWhole(comparison))
                                .map(Listing::of))
                .flatMap(this::parts)
                .toList();
    }

    private Stream<Part> parts(Listing listing) {
        int of = (length(listing) + PART - 1) / PART;
        return Stream.iterate(1, number -> number <= of, number -> number + 1)
                .map(number -> new Part(listing, number, of));
    }

    /** How many entries a list has. */
    public int length(Listing listing) {
        return switch (listing.kind) {
            case QUOTES -> cited(listing).size();
            case PLACES -> (int) places().count();
            case REPORTS -> site.catalog().reports().size();
            case CLAIMS -> site.comparisons().size();
            case FIGURES -> given(listing).size();
        };
    }

    // ---- figures

    /** The figures of a list, the latest first; those without a date come last. */
    List<Given> figures(Listing listing) {
        return latest(given(listing), given -> given.attributed().date());
    }

    private List<Given> given(Listing listing) {
        return site.comparisons().stream()
                .filter(comparison -> switch (listing.by) {
                    case MEASURE -> comparison.measure().id().equals(listing.id);
                    case COMPARISON -> Listing.of(comparison).equals(listing);
                    case null, default -> true;
                })
                .flatMap(comparison -> comparison.claims().stream().map(claim -> new Given(comparison, claim)))
                .filter(given -> listing.by != By.PARTY
                        || listing.id.equals(given.attributed().claim().party())
                                && !given.attributed().claim().isPart())
                .toList();
    }

    /** The comparison that a list of figures is about. */
    Optional<Comparison> comparison(Listing listing) {
        return site.comparisons().stream()
                .filter(comparison -> Listing.of(comparison).equals(listing))
                .findFirst();
    }

    private List<Comparison> of(Measure measure) {
        return site.comparisons().stream()
                .filter(comparison -> comparison.measure().equals(measure))
                .toList();
    }

    /** The comparisons on the page of a measure: all, or those with contradictions and most figures. */
    public List<Comparison> beginningOf(Measure measure) {
        List<Comparison> all = of(measure);
        return isLong(figures(all)) ? beginningOfClaims(all, WHOLE / LEAST_FIGURES) : all;
    }

    private static int figures(List<Comparison> some) {
        return some.stream().mapToInt(comparison -> comparison.claims().size()).sum();
    }

    /** The figures of a comparison on the page of its measure, in their order: all, or the latest of too many. */
    public List<Attributed> beginningOf(Comparison comparison) {
        List<Comparison> all = of(comparison.measure());
        if (!isLong(figures(all))) {
            return comparison.claims();
        }
        int most = Math.clamp(WHOLE / all.size(), LEAST_FIGURES, PART);
        Set<Attributed> latest = latest(comparison.claims(), Attributed::date).stream()
                .limit(most)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        return comparison.claims().stream().filter(latest::contains).toList();
    }

    /** The figures of a party on its page: all in their order, or the latest. */
    public static List<Given> beginningOfFigures(List<Given> all) {
        return isLong(all.size())
                ? latest(all, given -> given.attributed().date()).subList(0, PART)
                : all;
    }

    /** Whether the page of its measure has a comparison with all its figures. */
    public boolean isWhole(Comparison comparison) {
        return beginningOf(comparison).size() == comparison.claims().size()
                && beginningOf(comparison.measure()).contains(comparison);
    }

    /** The quotes of a list, the latest first; those without a date come last. */
    List<Cited> quotes(Listing listing) {
        return cited(listing).stream()
                .sorted(Comparator.comparing(Cited::date).reversed())
                .toList();
    }

    private List<Cited> cited(Listing listing) {
        return switch (listing.by) {
            case null -> all().toList();
            case PARTY -> said(listing.id).toList();
            case MEASURE ->
                site.comparisons().stream()
                        .filter(comparison -> comparison.measure().id().equals(listing.id))
                        .flatMap(comparison -> comparison.claims().stream())
                        .map(claim -> new Cited(claim.report(), claim.excerpt()))
                        .distinct()
                        .toList();
            case PLACE ->
                site.citations(listing.id).stream()
                        .map(citation -> new Cited(citation.report(), citation.excerpt()))
                        .toList();
            case COMPARISON -> List.of();
        };
    }

    /** All quotes, in the order of the reports. */
    Stream<Cited> all() {
        return site.catalog().reports().stream()
                .flatMap(report -> report.excerpts().stream().map(excerpt -> new Cited(report, excerpt)));
    }

    private Stream<Cited> said(String party) {
        return all().filter(cited -> Quote.isSaidBy(party, cited.report, cited.excerpt));
    }

    private Stream<Feature> places() {
        return site.catalog().layers().stream().flatMap(layer -> site.places(layer).stream());
    }

    /** All places by name. */
    List<Feature> places(Page page) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(page.ui().language()));
        return places().sorted(Comparator.comparing(
                        (Feature place) -> page.text(place.name()), (one, other) -> collator.compare(one, other)))
                .toList();
    }

    /** All reports, the latest first. */
    List<Report> reports() {
        return latest(site.catalog().reports(), report -> Objects.toString(report.date(), ""));
    }

    private static <T> List<T> latest(List<T> all, Function<T, String> date) {
        return all.stream().sorted(Comparator.comparing(date).reversed()).toList();
    }

    // ---- the beginnings of lists

    /** The quotes of a page in their order: all, or the latest. */
    public static List<Quote> beginning(List<Quote> quotes) {
        return isLong(quotes.size()) ? Quote.latest(quotes, PART) : quotes;
    }

    /** The same of several lists as of one. */
    public static List<List<Quote>> beginningOf(List<List<Quote>> quotes) {
        List<Quote> kept = beginning(quotes.stream().flatMap(List::stream).toList());
        Set<String> ids = kept.stream().map(quote -> quote.excerpt().id()).collect(Collectors.toSet());
        return quotes.stream()
                .map(list -> list.stream()
                        .filter(quote -> ids.contains(quote.excerpt().id()))
                        .toList())
                .toList();
    }

    /** The places of a page: all in their order, or the most quoted. */
    public static List<Feature> beginning(List<Feature> places, SiteContext site) {
        return hasMore(places, site)
                ? places.stream()
                        .sorted(Comparator.comparing((Feature place) -> -site.quoteCount(place.id())))
                        .limit(PART)
                        .toList()
                : places;
    }

    /** Whether a layer's places are too many, with or without quotes. */
    public static boolean hasMore(List<Feature> places, SiteContext site) {
        int quoted = (int)
                places.stream().filter(place -> site.quoteCount(place.id()) > 0).count();
        return isLong(quoted) || places.size() - quoted > MOST_UNQUOTED;
    }

    /** The reports of a page: all, or the latest. */
    public List<Report> beginningOfReports() {
        List<Report> all = site.catalog().reports();
        return isLong(all.size()) ? reports().subList(0, PART) : all;
    }

    /** The comparisons of a page in their order: all, or those with contradictions and most figures. */
    public static List<Comparison> beginningOfClaims(List<Comparison> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Comparison> kept = all.stream()
                .sorted(Comparator.comparing((Comparison one) -> !one.contested())
                        .thenComparing(one -> -one.claims().size()))
                .limit(most)
                .toList();
        return all.stream().filter(kept::contains).toList();
    }

    /** The page of a list on which each month or year begins, by that month or year in ISO 8601; those with dates only. */
    static Map<String, Integer> months(List<String> dates) {
        Map<String, Integer> months = new LinkedHashMap<>();
        for (int i = 0; i < dates.size(); i++) {
            String date = dates.get(i);
            if (!date.isEmpty()) {
                months.putIfAbsent(date.substring(0, Math.min(7, date.length())), i / PART + 1);
            }
        }
        return months;
    }

    /** The link of a month or year. */
    public record Month(String label, @Nullable String href) {}

    static List<Month> months(Listing listing, List<String> dates, Page page) {
        List<Month> months = new ArrayList<>();
        months(dates)
                .forEach((iso, number) -> months.add(new Month(
                        page.ui().date(PartialDate.parse(iso)), page.links().page(listing.path(number)))));
        return months.size() > 1 ? months : List.of();
    }

    /** The name of what a list's quotes have in common. */
    String name(Listing listing, Page page) {
        return switch (listing.by) {
            case null -> "";
            case PARTY ->
                site.catalog().parties().stream()
                        .filter(party -> party.id().equals(listing.id))
                        .findFirst()
                        .map(Party::name)
                        .map(page::text)
                        .orElseThrow();
            case MEASURE ->
                site.catalog()
                        .measure(listing.id)
                        .map(Measure::label)
                        .map(page::text)
                        .orElseThrow();
            case PLACE -> page.text(site.feature(listing.id).name());
            case COMPARISON ->
                comparison(listing)
                        .map(comparison -> page.text(comparison.measure().label()) + ", "
                                + page.text(site.feature(comparison.subject()).name()))
                        .orElseThrow();
        };
    }

    /** The page of what a list's quotes have in common; home for all. */
    @Nullable
    String about(Listing listing, Page page) {
        return switch (listing.by) {
            case null -> page.links().home(listing.kind.id());
            case PARTY -> page.links().party(listing.id);
            case MEASURE -> page.links().claims(listing.id);
            case PLACE -> page.links().place(listing.id);
            case COMPARISON -> page.links().claims(listing.id.substring(0, listing.id.indexOf('/')));
        };
    }

    /** The address of an excerpt's quote: on this page if it is here, else on its report's. */
    public static @Nullable String href(Attributed attributed, List<Quote> here, Page page) {
        boolean isHere = here.stream()
                .anyMatch(quote ->
                        quote.excerpt().id().equals(attributed.excerpt().id()));
        return isHere
                ? "#" + attributed.excerpt().id()
                : page.links().source(attributed.report(), attributed.excerpt());
    }
}
