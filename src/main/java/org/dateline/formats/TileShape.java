package org.dateline.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.geo.Geometries;
import org.dateline.geo.Tile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * Reduces a shape to what a tile can show of it, in time that grows with its number of positions and no faster:
 * simplification of a line takes up to the square of that, so that it must only see few.
 */
final class TileShape {

    /** Shapes with fewer positions are fast anyway. */
    private static final int FEW = 500;

    /** How far beyond its tile a shape reaches, so that no cut shows within the margin that is drawn. */
    private static final double MARGIN = 0.25;

    private TileShape() {}

    /**
     * The part of a shape in and around a tile; empty if there is none. Areas are cut ring by ring: what is left may have
     * sides along the edge of the box that lie on each other, and takes a hundredth of the time of an overlay.
     */
    static Geometry near(Geometry degrees, Tile tile) {
        Envelope box = tile.reach(MARGIN);
        if (degrees.getNumPoints() < FEW || box.contains(degrees.getEnvelopeInternal())) {
            return degrees;
        }
        return switch (degrees) {
            case Polygonal _ -> {
                RingClipper clipper = new RingClipper(box);
                List<Polygon> parts = new ArrayList<>();
                for (int i = 0; i < degrees.getNumGeometries(); i++) {
                    clipped((Polygon) degrees.getGeometryN(i), box, clipper).ifPresent(parts::add);
                }
                yield degrees.getFactory().buildGeometry(parts);
            }
            case Lineal _ -> Geometries.clipped(degrees, box);
            default -> degrees;
        };
    }

    private static Optional<Polygon> clipped(Polygon polygon, Envelope box, RingClipper clipper) {
        if (box.contains(polygon.getEnvelopeInternal())) {
            return Optional.of(polygon);
        }
        return clipped(polygon.getExteriorRing(), clipper).map(shell -> {
            List<LinearRing> holes = new ArrayList<>();
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                clipped(polygon.getInteriorRingN(i), clipper).ifPresent(holes::add);
            }
            return polygon.getFactory().createPolygon(shell, holes.toArray(LinearRing[]::new));
        });
    }

    private static Optional<LinearRing> clipped(LinearRing ring, RingClipper clipper) {
        Coordinate[] kept = clipper.clip(ring.getCoordinates());
        // A ring that only touches the box leaves fewer than the four positions that a ring has.
        return kept.length < 4
                ? Optional.empty()
                : Optional.of(ring.getFactory().createLinearRing(kept));
    }

    /** The shape without positions that are closer to the one before than a distance. */
    static Geometry thinned(Geometry shape, double distance) {
        if (shape.getNumPoints() < FEW) {
            return shape;
        }
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence sequence, Geometry parent) {
                List<Coordinate> kept = new ArrayList<>();
                int last = sequence.size() - 1;
                for (int i = 0; i <= last; i++) {
                    Coordinate position = sequence.getCoordinate(i);
                    if (kept.isEmpty() || i == last || position.distance(kept.getLast()) >= distance) {
                        kept.add(position);
                    }
                }
                // A ring needs four positions; one that is smaller than the distance is left to the simplification.
                return kept.size() < 4 ? sequence : createCoordinateSequence(kept.toArray(Coordinate[]::new));
            }
        }.transform(shape);
    }
}
