package org.dateline.load;

import java.util.List;
import java.util.Map;
import org.dateline.geo.Location;
import org.dateline.geo.LocationClass;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;

/**
 * Reads where records are and how precisely that is known.
 *
 * @param columns     the columns of the table
 * @param shape       the source of geometries
 * @param column      number of the column with the location class; -1 for none
 * @param classes     meaning of its values; empty if they are names of classes
 * @param constant    the class of all rows; null if a column states it, or nothing does
 * @param uncertainty number of the column with metres; -1 for none
 * @param metres      for all rows; null for none
 * @param notes       where metres that cannot be kept are counted
 */
record LocationMapping(
        List<Column> columns,
        Shape shape,
        int column,
        Map<String, Stated> classes,
        @Nullable LocationClass constant,
        int uncertainty,
        @Nullable Double metres,
        MetreNotes notes) {

    /** The largest radius: from pole to equator. */
    private static final double LARGEST = 10_000_000;

    /** The source of geometries; columns are given by number. */
    sealed interface Shape {

        record OwnGeometry() implements Shape {}

        record Degrees(int longitude, int latitude) implements Shape {}

        record Wkt(int column) implements Shape {}
    }

    /** The location that a value in the table states. */
    record Stated(LocationClass locationClass, @Nullable Double metres) {}

    /** @param geometry null if unlocated */
    record Place(
            LocationClass locationClass,
            @Nullable Double metres,
            @Nullable Geometry geometry) {}

    private static final Place UNLOCATED = new Place(LocationClass.UNLOCATED, null, null);

    /** @throws BadRowException if the value is invalid; the message says why */
    Place of(Row row) {
        @Nullable Geometry geometry = geometry(row);
        @Nullable Stated stated = stated(row.values());
        if (geometry == null
                || geometry.isEmpty()
                || stated != null && stated.locationClass == LocationClass.UNLOCATED) {
            return UNLOCATED;
        }
        LocationClass known = stated == null ? classOf(geometry) : stated.locationClass;
        @Nullable Double within = stated != null && stated.metres != null ? stated.metres : metres(row.values());
        if (known == LocationClass.POINT && !(geometry instanceof Point)) {
            throw BadRowException.of("geometry", geometry.getGeometryType(), "a Point: the location is stated as one");
        }
        return switch (known) {
            case RADIUS -> radius(row.line(), geometry, within);
            case POINT -> new Place(known, possible(within) ? within : without(row.line(), within), geometry);
            case AREA, LINE, BETWEEN, UNLOCATED -> {
                if (stated != null && within != null) {
                    notes.unused();
                }
                yield new Place(known, null, geometry);
            }
        };
    }

    /** A circle, or what is left of one without a radius: never more precise than stated. */
    private Place radius(long line, Geometry geometry, @Nullable Double within) {
        if (!(geometry instanceof Point centre)) {
            return new Place(LocationClass.RADIUS, within, geometry);
        }
        if (within == null || !possible(within)) {
            return new Place(LocationClass.AREA, without(line, within), geometry);
        }
        if (within == 0) {
            notes.zero();
            return new Place(LocationClass.POINT, within, geometry);
        }
        Geometry circle =
                new Location.Radius(centre.getCoordinate(), within).geometry().orElseThrow();
        return new Place(LocationClass.RADIUS, within, circle);
    }

    private static boolean possible(@Nullable Double metres) {
        return metres == null || metres >= 0 && metres <= LARGEST;
    }

    private @Nullable Double without(long line, @Nullable Double metres) {
        notes.impossible(line, metres);
        return null;
    }

    private @Nullable Geometry geometry(Row row) {
        return switch (shape) {
            case Shape.OwnGeometry _ -> row.geometry();
            case Shape.Degrees(int longitude, int latitude) -> {
                @Nullable Object x = row.values()[longitude];
                @Nullable Object y = row.values()[latitude];
                if (x == null && y == null) {
                    yield null;
                }
                if (x == null || y == null) {
                    throw BadRowException.of(
                            columns.get(x == null ? longitude : latitude).name(), "", "degrees, or neither coordinate");
                }
                yield GeometryChecks.point(
                        ValueParser.degrees(x, columns.get(longitude).name()),
                        ValueParser.degrees(y, columns.get(latitude).name()));
            }
            case Shape.Wkt(int at) -> {
                @Nullable Object text = row.values()[at];
                yield text == null ? null : GeometryChecks.ofWkt(text.toString());
            }
        };
    }

    /** The location stated in the table; null if there is none. */
    private @Nullable Stated stated(@Nullable Object[] values) {
        if (column < 0) {
            return constant == null ? null : new Stated(constant, null);
        }
        String value = values[column] == null ? "" : CodeText.of(values[column]);
        if (!classes.isEmpty()) {
            Stated stated = classes.get(value);
            if (stated == null) {
                throw BadRowException.of(
                        columns.get(column).name(), value, "one of " + String.join(", ", classes.keySet()));
            }
            return stated;
        }
        try {
            return value.isEmpty() ? null : new Stated(LocationClass.of(value), null);
        } catch (IllegalArgumentException e) {
            throw BadRowException.of(
                    columns.get(column).name(), value, "point, radius, area, line, between or unlocated");
        }
    }

    private @Nullable Double metres(@Nullable Object[] values) {
        if (uncertainty < 0 || values[uncertainty] == null) {
            return metres;
        }
        return ValueParser.number(values[uncertainty], columns.get(uncertainty).name());
    }

    private static LocationClass classOf(Geometry geometry) {
        return switch (geometry) {
            case Polygonal _ -> LocationClass.AREA;
            case Lineal _ -> LocationClass.LINE;
            default -> geometry instanceof Point ? LocationClass.POINT : LocationClass.AREA;
        };
    }
}
