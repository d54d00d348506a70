package org.dateline.http.ogc;

import java.util.List;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.geotools.api.data.Query;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request for items.
 *
 * @param query    the query with filter, order, offset and limit
 * @param after    where the previous page ended; null for the first page, and if pages are found by offset
 * @param system   the reference system of the response
 * @param selected the properties of the response
 */
record ItemsRequest(
        Query query, int offset, int limit, @Nullable String after, ReferenceSystem system, List<Property> selected) {}
