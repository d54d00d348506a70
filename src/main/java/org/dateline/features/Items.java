package org.dateline.features;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dateline.geo.Tile;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * What answers a query on one collection: memory, or a database for a collection that outgrows it. Of the query, filter,
 * sort order, start index and the greatest number of features count; coordinates are longitude and latitude (CRS84), in
 * the filter and in the features. Any thread may ask.
 *
 * <p>What asks may be refused ({@link QueryRefusedException}) or left without an answer
 * ({@link StoreUnavailableException}).
 */
public interface Items {

    /**
     * The features that match, in the order asked for or else in that of the collection, which stays the same from one
     * query to the next: those from the query's start index on, up to its greatest number.
     *
     * @param after where an earlier page of the same query ended, {@link Found#next}; null for the first page
     */
    Found find(Query query, @Nullable String after);

    /**
     * @param matched how many features match the filter in all; empty where counting would take long, and on later pages
     *                that go by {@code next}
     * @param next    what to ask for the next page with; null for the last page, and where pages go by start index
     */
    record Found(
            OptionalLong matched,
            List<SimpleFeature> features,
            @Nullable String next) {
        public Found {
            features = List.copyOf(features);
        }
    }

    Optional<SimpleFeature> feature(String id);

    /** What a tile shows of the features that match. */
    TileContent tile(Tile tile, Filter filter);
}
