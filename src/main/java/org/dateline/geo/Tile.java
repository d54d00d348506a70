package org.dateline.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * A tile of WebMercatorQuad (OGC Two Dimensional Tile Matrix Set, annex D.1).
 *
 * @param zoom   0 for the tile that holds the world, up to {@link #DEEPEST_ZOOM}
 * @param column from the west, from 0
 * @param row    from the north, from 0
 */
public record Tile(int zoom, int column, int row) {

    /** A cell of the deepest tile is a square of {@link Quad}'s deepest level. */
    public static final int DEEPEST_ZOOM = Quad.DEEPEST - 4;

    public Tile {
        int count = 1 << Math.clamp(zoom, 0, DEEPEST_ZOOM);
        if (zoom < 0 || zoom > DEEPEST_ZOOM || column < 0 || column >= count || row < 0 || row >= count) {
            throw new IllegalArgumentException("got the tile " + zoom + "/" + row + "/" + column
                    + ", expected a zoom from 0 to " + DEEPEST_ZOOM
                    + " with rows and columns from 0 to 2^zoom - 1");
        }
    }

    /** The tile's number among the squares at its level. */
    public long number() {
        return Quad.number(column, row);
    }

    /** The lowest {@link Quad} code in the tile. */
    public long firstCode() {
        return Quad.first(zoom, number());
    }

    /** The first {@link Quad} code after the tile's range. */
    public long endCode() {
        return Quad.first(zoom, number() + 1);
    }

    /**
     * The area in which a tile draws shapes: its box in degrees, widened on each side. What lies beyond the square world
     * belongs to its edge.
     *
     * @param margin as a share of the tile's width
     */
    public Envelope reach(double margin) {
        Envelope reach = envelope(margin);
        if (row == 0) {
            reach.expandToInclude(reach.getMinX(), 90);
        }
        if (row == (1 << zoom) - 1) {
            reach.expandToInclude(reach.getMinX(), -90);
        }
        return reach;
    }

    /**
     * The tile's box in degrees, widened on each side.
     *
     * @param margin as a share of the tile's width
     */
    public Envelope envelope(double margin) {
        return Quad.envelope(zoom, column, row, margin);
    }
}
