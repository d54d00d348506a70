package org.dateline.site.embed;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Geometries;
import org.dateline.model.Feature;
import org.dateline.model.MapView;
import org.dateline.site.page.Quote;
import org.dateline.site.page.SiteContext;
import org.dateline.site.resource.Encoding;
import org.locationtech.jts.geom.Coordinate;

/**
 * How much of a view an embed holds. An article must stay light, so an embed of a large story has only the places that
 * matter most, with their latest quotes; the page that it links to has all.
 *
 * @param items        the most places or comparisons
 * @param quotesOfEach the most quotes of one place
 */
record Portion(int items, int quotesOfEach) {

    /** The most bytes of an embed with gzip; with the headers of its response it stays below 60 000. */
    static final int MOST_BYTES = 59_000;

    /** More places than this are no list that anybody reads in an article. */
    private static final int MOST_ITEMS = 60;

    /** The most bytes without encoding, which a phone has to lay out. */
    private static final int MOST_PLAIN = 250_000;

    /** How many quotes of each place to try, when all are too many. */
    private static final List<Integer> QUOTES = List.of(8, 3);

    private static final double FEWER = 0.75;

    /** A page and the part that it holds. */
    record Fitted(byte[] page, Portion portion) {}

    /**
     * Renders as much as an embed may weigh.
     *
     * @param items how many there are
     * @param next  what to try where all that an embed may hold is too much
     */
    static Fitted fitting(int items, UnaryOperator<Portion> next, Function<Portion, byte[]> render) {
        Portion portion = new Portion(Math.min(items, MOST_ITEMS), Integer.MAX_VALUE);
        byte[] page = render.apply(portion);
        for (UnaryOperator<Portion> step = next; portion.items > 1 && !isLight(page); step = Portion::smaller) {
            portion = step.apply(portion);
            page = render.apply(portion);
        }
        return new Fitted(page, portion);
    }

    /** The next smaller part. */
    Portion smaller() {
        return QUOTES.stream()
                .filter(fewer -> fewer < quotesOfEach)
                .findFirst()
                .map(fewer -> new Portion(items, fewer))
                .orElseGet(() -> new Portion((int) (items * FEWER), quotesOfEach));
    }

    private static boolean isLight(byte[] page) {
        return page.length <= MOST_PLAIN
                && (page.length <= MOST_BYTES || Encoding.GZIP.encode(page).orElseThrow().length <= MOST_BYTES);
    }

    /** Its part of a view's places: those nearest to the view's own place, else the most quoted. */
    Set<Feature> of(List<Feature> places, MapView view, SiteContext site) {
        if (places.size() <= items) {
            return new HashSet<>(places);
        }
        Comparator<Feature> quoted = Comparator.comparing((Feature place) -> -site.quoteCount(place.id()));
        Comparator<Feature> order = places.stream()
                .filter(place -> place.id().equals(view.place()))
                .findFirst()
                .flatMap(Portion::middle)
                .map(from -> Comparator.comparing((Feature place) -> middle(place)
                                .map(to -> Geodesy.length(
                                        Geometries.FACTORY.createLineString(new Coordinate[] {from, to})))
                                .orElse(0.0))
                        .thenComparing(quoted))
                .orElse(quoted);
        return new HashSet<>(places.stream().sorted(order).limit(items).toList());
    }

    private static Optional<Coordinate> middle(Feature place) {
        return place.location().geometry().map(Geometries::representative);
    }

    /** Its part of a place's quotes: the latest, in their order. */
    List<Quote> of(List<Quote> quotes) {
        return Quote.latest(quotes, quotesOfEach);
    }
}
