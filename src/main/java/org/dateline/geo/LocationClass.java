package org.dateline.geo;

import java.util.Locale;

/** How precisely a location is known, which decides how it may be drawn. */
public enum LocationClass {
    /** A point, with an uncertainty in metres. */
    POINT,
    /** Somewhere within a distance of a centre. */
    RADIUS,
    /** Somewhere within a polygon, or the polygon itself. */
    AREA,
    /** A line: a road, a railway, a pass. */
    LINE,
    /** Somewhere along a line. */
    BETWEEN,
    /** At no known place: listed, never drawn. */
    UNLOCATED;

    /** The name in data files, URLs and style classes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static LocationClass of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
