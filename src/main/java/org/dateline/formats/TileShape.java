package org.dateline.formats;

import java.util.ArrayList;
import java.util.List;
import org.dateline.geo.Geometries;
import org.dateline.geo.Tile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.util.GeometryTransformer;

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

    /** The part of a shape in and around a tile; empty if there is none. */
    static Geometry near(Geometry degrees, Tile tile) {
        boolean mixed = degrees instanceof GeometryCollection && degrees.getClass() == GeometryCollection.class;
        return degrees.getNumPoints() < FEW || mixed ? degrees : Geometries.clipped(degrees, tile.reach(MARGIN));
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
