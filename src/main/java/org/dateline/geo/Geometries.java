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
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Geometries as RFC 7946 requires them: cut at the antimeridian, exterior rings counter-clockwise. */
public final class Geometries {

    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    static {
        // Selects JTS's newer comparison, because the older one does not accept geometry collections, which excerpts
        // about several places have. JTS reads this at its first comparison, which always comes after this class is
        // loaded.
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

    /** Cuts a geometry whose longitudes run past 180 or -180 into parts within -180..180. */
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
                // Parts that only touch 180 degrees from the other side are left out.
                if (!part.getGeometryN(i).isEmpty()
                        && part.getGeometryN(i).getDimension() == unwrapped.getDimension()) {
                    parts.add(shifted(part.getGeometryN(i), -360.0 * turn));
                }
            }
        }
        return rightHanded(FACTORY.buildGeometry(parts));
    }

    /**
     * The part of a geometry within a box. The result has the geometry's dimension or is empty: an area or line that
     * only touches the box leaves nothing.
     *
     * @param geometry points, lines or valid polygons, not a mixture
     */
    public static Geometry clipped(Geometry geometry, Envelope box) {
        if (box.contains(geometry.getEnvelopeInternal())) {
            return geometry;
        }
        GeometryFactory factory = geometry.getFactory();
        Geometry shared = OverlayNGRobust.overlay(geometry, factory.toGeometry(box), OverlayNG.INTERSECTION);
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < shared.getNumGeometries(); i++) {
            if (shared.getGeometryN(i).getDimension() == geometry.getDimension()) {
                parts.add(shared.getGeometryN(i));
            }
        }
        return factory.buildGeometry(parts);
    }

    /** A position that stands for the geometry: a point itself, otherwise a position inside or on it. */
    public static Coordinate representative(Geometry geometry) {
        return geometry instanceof Point point
                ? point.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
    }

    /** A copy shifted east by a number of degrees; the geometry itself if that is 0. */
    public static Geometry shifted(Geometry geometry, double degrees) {
        if (degrees == 0) {
            return geometry;
        }
        Geometry copy = geometry.copy();
        return moved(copy, (sequence, i) -> {
            sequence.setOrdinate(i, 0, sequence.getX(i) + degrees);
        });
    }

    /** A change of one position. */
    public interface Move {
        void apply(CoordinateSequence sequence, int i);
    }

    /** Changes each position of a geometry in place. */
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
