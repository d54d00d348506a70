package org.dateline.http.ogc;

import java.util.List;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.geotools.api.data.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a request for items asks.
 *
 * @param query    with filter, order, start and greatest number
 * @param after    where the page before ended; null for the first and where pages go by offset
 * @param system   to answer in
 * @param selected the properties to answer with
 */
record ItemsRequest(
        Query query, int offset, int limit, @Nullable String after, ReferenceSystem system, List<Property> selected) {}
