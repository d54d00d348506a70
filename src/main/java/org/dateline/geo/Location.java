package org.dateline.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Where something is, as precisely as it is known. Coordinates are longitude and latitude in degrees. */
public sealed interface Location {

    /** @param uncertaintyMetres the possible error of the position; not negative */
    record Point(Coordinate position, double uncertaintyMetres) implements Location {}

    /** @param metres the radius of the circle that contains the position; positive */
    record Radius(Coordinate centre, double metres) implements Location {}

    record Area(Geometry polygons) implements Location {}

    record Line(Geometry lines) implements Location {}

    record Between(Geometry along) implements Location {}

    record Unlocated() implements Location {}

    default LocationClass locationClass() {
        return switch (this) {
            case Point _ -> LocationClass.POINT;
            case Radius _ -> LocationClass.RADIUS;
            case Area _ -> LocationClass.AREA;
            case Line _ -> LocationClass.LINE;
            case Between _ -> LocationClass.BETWEEN;
            case Unlocated _ -> LocationClass.UNLOCATED;
        };
    }

    /** The geometry to draw and serve: the geodesic circle of a radius; empty if unlocated. */
    default Optional<Geometry> geometry() {
        return switch (this) {
            case Point(Coordinate position, double _) -> Optional.of(Geometries.FACTORY.createPoint(position));
            case Radius(Coordinate centre, double metres) -> Optional.of(Geodesy.circle(centre, metres));
            case Area(Geometry polygons) -> Optional.of(polygons);
            case Line(Geometry lines) -> Optional.of(lines);
            case Between(Geometry along) -> Optional.of(along);
            case Unlocated _ -> Optional.empty();
        };
    }
}
