package org.dateline.load;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A record as it goes into the database.
 *
 * @param values one a property, in the order of the schema, that of "id" too
 */
record MappedRow(
        String id, @Nullable Object[] values, @Nullable Geometry geometry) {}
