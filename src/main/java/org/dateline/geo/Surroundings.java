package org.dateline.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Chooses the box of a map that shows one location with enough around it for orientation. */
public final class Surroundings {

    /** Margin on each side of a point, in metres. */
    private static final double AROUND_A_SPOT = 40_000;

    private Surroundings() {}

    /** The box to show; empty if the location is unknown. */
    public static Optional<Bbox> of(Location location) {
        return switch (location) {
            case Location.Point(Coordinate position, double uncertainty) ->
                Bbox.of(Geodesy.circle(position, Math.max(AROUND_A_SPOT, 3 * uncertainty)));
            case Location.Radius(Coordinate centre, double metres) -> Bbox.of(Geodesy.circle(centre, 3 * metres));
            case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ ->
                location.geometry().flatMap(Bbox::of);
        };
    }
}
