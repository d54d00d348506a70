package org.dateline.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Whether geometries are valid, as in OGC Simple Features. */
final class Validity {

    /** Areas of fewer positions take no time either way. */
    private static final int MANY = 1000;

    private Validity() {}

    static boolean isValid(Geometry geometry) {
        return error(geometry) == null;
    }

    /** What makes a geometry invalid, and where; null if it is valid. */
    static @Nullable TopologyValidationError error(Geometry geometry) {
        boolean valid =
                geometry instanceof Polygonal && geometry.getNumPoints() > MANY && RingSweep.findsValid(geometry);
        return valid ? null : new IsValidOp(geometry).getValidationError();
    }
}
