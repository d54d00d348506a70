package org.dateline.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A bounding box in degrees of longitude and latitude (WGS 84), as in RFC 7946, section 5: a box that crosses the
 * antimeridian has a {@code west} greater than its {@code east}. Only this class knows that rule; JTS envelopes do not.
 *
 * @param west  -180..180
 * @param south -90..90
 * @param east  -180..180
 * @param north -90..90, not below south
 */
public record Bbox(double west, double south, double east, double north) {

    public Bbox {
        requireWithin("west", west, 180);
        requireWithin("east", east, 180);
        requireWithin("south", south, 90);
        requireWithin("north", north, 90);
        if (south > north) {
            throw new IllegalArgumentException("got south " + south + " above north " + north
                    + ", expected south at or below north (order: west, south, east, north)");
        }
    }

    /** A longitude less than a turn beyond -180..180, within it; 180 and -180 stay. */
    public static double wrapped(double longitude) {
        return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    }

    private static void requireWithin(String side, double degrees, double limit) {
        if (!(Math.abs(degrees) <= limit)) {
            throw new IllegalArgumentException(
                    "got " + side + " " + degrees + ", expected degrees from " + -limit + " to " + limit);
        }
    }

    /** The box of a geometry whose parts are cut at the antimeridian; empty for an empty geometry. */
    public static Optional<Bbox> of(Geometry geometry) {
        List<Bbox> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Envelope envelope = geometry.getGeometryN(i).getEnvelopeInternal();
            if (!envelope.isNull()) {
                parts.add(new Bbox(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY()));
            }
        }
        if (parts.size() == 1) {
            return Optional.of(parts.getFirst());
        }
        // Parts that do not touch 180 degrees share one ordinary box, however far apart they are: only a cut makes it
        // cross.
        boolean cut = parts.stream().anyMatch(part -> part.east == 180)
                && parts.stream().anyMatch(part -> part.west == -180);
        return cut ? union(parts) : parts.stream().reduce(Bbox::plainUnion);
    }

    /**
     * The box around all boxes. It crosses the antimeridian only if they lie in less than half of the world around it:
     * what lies in all parts of the world has a box from its westernmost to its easternmost longitude, or the whole
     * world if a part crosses the antimeridian.
     */
    public static Optional<Bbox> union(Collection<Bbox> boxes) {
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        double south = boxes.stream().mapToDouble(Bbox::south).min().orElseThrow();
        double north = boxes.stream().mapToDouble(Bbox::north).max().orElseThrow();
        List<Bbox> byWest =
                boxes.stream().sorted(Comparator.comparingDouble(Bbox::west)).toList();
        double easternmost =
                boxes.stream().mapToDouble(Bbox::unwrappedEast).max().orElseThrow();
        double reached = easternmost - 360;
        double widestGap = -1;
        double west = -180;
        double east = 180;
        for (Bbox box : byWest) {
            double gap = box.west - reached;
            if (gap > widestGap) {
                widestGap = gap;
                west = box.west;
                east = reached;
            }
            reached = Math.max(reached, box.unwrappedEast());
        }
        if (widestGap <= 0) {
            return Optional.of(new Bbox(-180, south, 180, north));
        }
        // Not east + 360: rounding errors would put the result west of a single point.
        Bbox smallest = new Bbox(west, south, east <= -180 ? easternmost : east, north);
        if (!smallest.crossesAntimeridian() || smallest.width() <= 180) {
            return Optional.of(smallest);
        }
        boolean crossing = boxes.stream().anyMatch(Bbox::crossesAntimeridian);
        return Optional.of(
                crossing
                        ? new Bbox(-180, south, 180, north)
                        : new Bbox(byWest.getFirst().west, south, easternmost, north));
    }

    private Bbox plainUnion(Bbox other) {
        return new Bbox(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }

    public boolean crossesAntimeridian() {
        return west > east;
    }

    /** The eastern side, never below {@link #west()}: greater than 180 if the box crosses the antimeridian. */
    public double unwrappedEast() {
        return crossesAntimeridian() ? east + 360 : east;
    }

    public double width() {
        return unwrappedEast() - west;
    }

    /** How many degrees east of {@link #west()} a longitude lies: at least 0, less than 360. */
    public double degreesEast(double longitude) {
        double east = longitude - west;
        return east - Math.floor(east / 360) * 360;
    }

    /** The longitude of the middle, never below {@link #west()}: perhaps greater than 180. */
    public double middleLongitude() {
        return west + width() / 2;
    }

    /** The sides in the order west, south, east, north. */
    public double[] toArray() {
        return new double[] {west, south, east, north};
    }
}
