package org.dateline.load;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as it was read.
 *
 * @param line     of the file, or its number among the rows where the file has no lines; from 1
 * @param values   one a column: a String, Number, Boolean or JsonNode; null for none
 * @param geometry the file's own, in degrees; null for none
 * @param fault    why the row cannot be taken; null where nothing is wrong so far
 */
record Row(
        long line,
        @Nullable Object[] values,
        @Nullable Geometry geometry,
        @Nullable String fault) {}
