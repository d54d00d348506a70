package org.dateline.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Geometries as RFC 7946 wants them: cut at the antimeridian, exterior rings counter-clockwise. */
public final class Geometries {

    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    static {
        // How JTS compares geometries: its older algorithm takes no collections of geometries, and an excerpt about
        // several places is one. Read by JTS when it first compares two, which is never before this class is used.
        System.setProperty("jts.relate", "ng");
    }

    private Geometries() {}

    /** The geometry with exterior rings counter-clockwise and holes clockwise (RFC 7946, section 3.1.6). */
    public static Geometry rightHanded(Geometry geometry) {
        return switch (geometry) {
            case Polygon polygon -> rightHanded(polygon);
            case MultiPolygon multi -> {
                Polygon[] polygons = new Polygon[multi.getNumGeometries()];
                for (int i = 0; i < polygons.length; i++) {
                    polygons[i] = rightHanded((Polygon) multi.getGeometryN(i));
                }
                yield FACTORY.createMultiPolygon(polygons);
            }
            default -> geometry;
        };
    }

    private static Polygon rightHanded(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = turned(polygon.getInteriorRingN(i), false);
        }
        return FACTORY.createPolygon(turned(polygon.getExteriorRing(), true), holes);
    }

    private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
        return ring.isEmpty() || Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
                ? ring
                : ring.reverse();
    }

    /** A geometry whose longitudes run on past 180 or -180, cut there into parts within -180..180. */
    public static Geometry cutAtAntimeridian(Geometry unwrapped) {
        Envelope envelope = unwrapped.getEnvelopeInternal();
        if (envelope.getMinX() >= -180 && envelope.getMaxX() <= 180) {
            return unwrapped;
        }
        List<Geometry> parts = new ArrayList<>();
        for (int turn = -1; turn <= 1; turn++) {
            Geometry world = FACTORY.toGeometry(new Envelope(-180 + 360.0 * turn, 180 + 360.0 * turn, -90, 90));
            Geometry part = unwrapped.intersection(world);
            for (int i = 0; i < part.getNumGeometries(); i++) {
                // What only touches 180 degrees from outside is no part.
                if (!part.getGeometryN(i).isEmpty()
                        && part.getGeometryN(i).getDimension() == unwrapped.getDimension()) {
                    parts.add(shifted(part.getGeometryN(i), -360.0 * turn));
                }
            }
        }
        return rightHanded(FACTORY.buildGeometry(parts));
    }

    /** A position on the geometry to count it at: a point itself, else one well within or along it. */
    public static Coordinate representative(Geometry geometry) {
        return geometry instanceof Point point
                ? point.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
    }

    /** A copy moved east by some degrees. */
    public static Geometry shifted(Geometry geometry, double degrees) {
        if (degrees == 0) {
            return geometry;
        }
        Geometry copy = geometry.copy();
        return moved(copy, (sequence, i) -> {
            sequence.setOrdinate(i, 0, sequence.getX(i) + degrees);
        });
    }

    /** How one position changes. */
    public interface Move {
        void apply(CoordinateSequence sequence, int i);
    }

    /** Moves each position of a geometry that nobody else holds. */
    public static Geometry moved(Geometry own, Move move) {
        own.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                move.apply(sequence, i);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return own;
    }
}
