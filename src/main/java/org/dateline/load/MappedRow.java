package org.dateline.load;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A record to be stored.
 *
 * @param values one per property, in the order of the schema, including "id"
 */
record MappedRow(
        String id, @Nullable Object[] values, @Nullable Geometry geometry) {}
