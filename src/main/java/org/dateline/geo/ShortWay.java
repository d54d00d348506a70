package org.dateline.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Areas that cross the antimeridian without being cut there: a stretch of a ring goes from 179 to -179 degrees, which says
 * that it goes around the world (RFC 7946, section 3.1.9).
 */
public final class ShortWay {

    /** The corners of a box, which do not tell which way its sides go. */
    private static final int BOX = 4;

    private ShortWay() {}

    /** Whether a stretch is longer than half the earth. From -180 to 180, it is all of a parallel. */
    public static boolean isLong(Coordinate from, Coordinate to) {
        double degrees = Math.abs(to.x - from.x);
        return degrees > 180 && degrees < 360;
    }

    /**
     * Areas in which each polygon that was plainly meant to cross the antimeridian is cut there. It is plain where the polygon closes and is valid the short way, and the long way is not valid, or the polygon
     * is more than a box; of a box, it may as well be the rest of the world.
     */
    public static Geometry ofAreas(Geometry areas) {
        List<Polygon> polygons = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Polygon written = (Polygon) areas.getGeometryN(i);
            Polygon meant = meant(written);
            changed |= meant != null;
            // One by one: only together may they be invalid, which is told afterwards.
            Geometry cut = meant == null ? written : Geometries.cutAtAntimeridian(meant);
            for (int j = 0; j < cut.getNumGeometries(); j++) {
                polygons.add((Polygon) cut.getGeometryN(j));
            }
        }
        return changed ? Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)) : areas;
    }

    private static @Nullable Polygon meant(Polygon written) {
        LinearRing shell = unwrapped(written.getExteriorRing());
        if (shell == null || shell.equalsExact(written.getExteriorRing())) {
            return null;
        }
        Envelope reach = shell.getEnvelopeInternal();
        LinearRing[] holes = new LinearRing[written.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            LinearRing hole = unwrapped(written.getInteriorRingN(i));
            if (hole == null) {
                return null;
            }
            double turns =
                    Math.rint((reach.centre().x - hole.getEnvelopeInternal().centre().x) / 360);
            holes[i] = (LinearRing) Geometries.shifted(hole, 360 * turns);
        }
        Polygon meant = Geometries.FACTORY.createPolygon(shell, holes);
        boolean plain = reach.getWidth() < 180 && new IsValidOp(meant).isValid();
        boolean box = shell.getNumPoints() - 1 == BOX || meant.isRectangle();
        return plain && (!box || !new IsValidOp(written).isValid()) ? meant : null;
    }

    /** A ring in which each stretch goes the short way; null if it does not close then, because it is around a pole. */
    private static @Nullable LinearRing unwrapped(LinearRing ring) {
        Coordinate[] along = ring.copy().getCoordinates();
        double turn = 0;
        for (int i = 1; i < along.length; i++) {
            if (isLong(ring.getCoordinateN(i - 1), ring.getCoordinateN(i))) {
                turn -= Math.copySign(360, ring.getCoordinateN(i).x - ring.getCoordinateN(i - 1).x);
            }
            along[i].x += turn;
        }
        return turn == 0 ? Geometries.FACTORY.createLinearRing(along) : null;
    }
}
