package org.dateline.features;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.dateline.geo.Tile;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries on one collection from memory or, if the collection is too large for that, from a database. Of the
 * query, only the filter, sort order, start index and maximum number of features count; coordinates are longitude and
 * latitude (CRS84) in the filter and in the features. Thread-safe.
 *
 * <p>Methods throw {@link QueryRefusedException} for a query that cannot be answered, and
 * {@link StoreUnavailableException} if the answer is not available now.
 */
public interface Items {

    /**
     * The features that match, from the query's start index up to its maximum number, in the requested order or
     * otherwise in that of the collection, which never changes.
     *
     * @param after where an earlier page of the same query ended ({@link Result#next}); null for the first page
     */
    Result find(Query query, @Nullable String after);

    /**
     * @param matched the number of features that match the filter; empty if counting would take long, and on later
     *                pages that were requested with {@code next}
     * @param next    the value to request the next page with; null on the last page, and if pages use a start index
     */
    record Result(
            OptionalLong matched,
            List<SimpleFeature> features,
            @Nullable String next) {
        public Result {
            features = List.copyOf(features);
        }
    }

    Optional<SimpleFeature> feature(String id);

    /**
     * How many features have each date: the day, month or year that is stated, or the month or the year of it where there
     * would be more than {@code most} dates. Features without a date are left out; a period counts where it starts.
     *
     * @param time the time of the collection's features
     */
    SortedMap<String, Long> dates(Schema.Time time, int most);

    /** The lengths of a day, a month and a year in ISO 8601. */
    List<Integer> GRAINS = List.of(10, 7, 4);

    /** The content of a tile: the matching features within it. */
    TileContent tile(Tile tile, Filter filter);
}
