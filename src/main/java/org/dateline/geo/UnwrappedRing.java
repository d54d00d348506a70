package org.dateline.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A ring in which each stretch goes the short way.
 *
 * @param along   its positions, in degrees; they leave -180..180 where the ring crosses the antimeridian
 * @param turns   how often it goes around the earth, less than 0 to the west; 0 if it ends where it starts
 * @param longest its longest stretch as it is written, in degrees of longitude
 * @param jumps   whether a stretch is longer than half the earth as it is written; from -180 to 180, it is all of a parallel
 */
record UnwrappedRing(Coordinate[] along, int turns, double longest, boolean jumps) {

    static UnwrappedRing of(LinearRing written) {
        Coordinate[] along = written.copy().getCoordinates();
        int turns = 0;
        double longest = 0;
        boolean jumps = false;
        for (int i = 1; i < along.length; i++) {
            double degrees = ShortWay.degrees(written.getCoordinateN(i - 1), written.getCoordinateN(i));
            longest = Math.max(longest, Math.abs(degrees));
            jumps |= ShortWay.isLong(degrees);
            turns -= Math.abs(degrees) > 180 ? (int) Math.signum(degrees) : 0;
            along[i].x += 360 * turns;
        }
        return new UnwrappedRing(along, turns, longest, jumps);
    }

    LinearRing closed() {
        return Geometries.FACTORY.createLinearRing(along);
    }

    /** Whether all of it is farther from the equator than a latitude, on one side. */
    boolean isBeyond(double latitude) {
        return Arrays.stream(along).allMatch(at -> at.y > latitude)
                || Arrays.stream(along).allMatch(at -> at.y < -latitude);
    }

    /**
     * What lies between a ring that goes around the earth once and a pole.
     *
     * @return a polygon within -540..540 degrees
     */
    Polygon cap(double pole) {
        // From the position nearest to the pole, because nothing of the ring lies between the two.
        int nearest = 0;
        for (int i = 1; i < along.length; i++) {
            nearest = Math.abs(pole - along[i].y) < Math.abs(pole - along[nearest].y) ? i : nearest;
        }
        double x = along[nearest].x / 360;
        double shift = -360 * (turns > 0 ? Math.ceil(x) : Math.floor(x));
        int stretches = along.length - 1;
        Coordinate[] closed = new Coordinate[stretches + 4];
        for (int i = 0; i <= stretches; i++) {
            boolean past = nearest + i > stretches;
            Coordinate at = along[past ? nearest + i - stretches : nearest + i];
            closed[i] = new Coordinate(at.x + shift + (past ? 360 * turns : 0), at.y);
        }
        closed[stretches + 1] = new Coordinate(closed[stretches].x, pole);
        closed[stretches + 2] = new Coordinate(closed[0].x, pole);
        closed[stretches + 3] = closed[0].copy();
        return Geometries.FACTORY.createPolygon(closed);
    }
}
