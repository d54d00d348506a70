package org.dateline.features;

import java.util.List;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;

/**
 * What answers a query on one collection: memory now, a database for a collection that outgrows it. Of the query,
 * filter, sort order, start index and the greatest number of features count; coordinates are longitude and latitude
 * (CRS84), in the filter and in the features. Any thread may ask.
 */
public interface Items {

    /**
     * The features that match, in the order asked for or else in that of the collection, which stays the same from one
     * query to the next: those from the query's start index on, up to its greatest number.
     */
    Found find(Query query);

    /**
     * @param matched how many features match the filter in all
     */
    record Found(long matched, List<SimpleFeature> features) {
        public Found {
            features = List.copyOf(features);
        }
    }

    Optional<SimpleFeature> feature(String id);
}
