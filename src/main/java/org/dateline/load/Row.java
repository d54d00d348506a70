package org.dateline.load;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as read.
 *
 * @param line     line in the file or, if the file has no lines, number of the row; from 1
 * @param values   one per column: a String, Number, Boolean or JsonNode; null for none
 * @param geometry the file's own, in degrees; null for none
 * @param fault    why the row cannot be loaded; null if nothing is wrong so far
 */
record Row(
        long line,
        @Nullable Object[] values,
        @Nullable Geometry geometry,
        @Nullable String fault) {}
