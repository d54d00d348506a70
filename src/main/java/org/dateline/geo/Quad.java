package org.dateline.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Squares of the web map: each level divides those of the level above into four (WebMercatorQuad of the OGC's Two
 * Dimensional Tile Matrix Set). A position's code interleaves the bits of its column and row at the deepest level
 * (Morton order), so that all codes within a square form one range.
 */
public final class Quad {

    /** The deepest level: squares of about 2.4 m at the equator. */
    public static final int DEEPEST = 24;

    private static final WebMercator UNIT = new WebMercator(-8);

    private Quad() {}

    /**
     * The code of a position at the deepest level; a position outside the square world gets the code of its nearest
     * edge.
     */
    public static long code(Coordinate position) {
        return interleaved(step(UNIT.x(position.x))) | interleaved(step(UNIT.y(position.y))) << 1;
    }

    /** The longer side of a geometry's box on the web map, as a share of the map's width; 0 for a point. */
    public static double size(Geometry geometry) {
        return Bbox.of(geometry)
                .map(box -> Math.max(box.width() / 360, UNIT.y(box.south()) - UNIT.y(box.north())))
                .orElse(0.0);
    }

    /**
     * The first code in a square; its range ends before the first code of the next, {@code first(level, number + 1)}.
     */
    public static long first(int level, long number) {
        return number << 2 * (DEEPEST - level);
    }

    /** The number of the square at a level that contains a code. */
    public static long number(int level, long code) {
        return code >>> 2 * (DEEPEST - level);
    }

    /** The number of a square from its column, counted from the west, and its row, counted from the north. */
    public static long number(int column, int row) {
        return interleaved(column) | interleaved(row) << 1;
    }

    public static int column(long number) {
        return gathered(number);
    }

    public static int row(long number) {
        return gathered(number >>> 1);
    }

    /**
     * A square in degrees, widened on each side.
     *
     * @param margin as a share of the square's side
     */
    public static Envelope envelope(int level, int column, int row, double margin) {
        double squares = 1 << level;
        return new Envelope(
                longitude((column - margin) / squares),
                longitude((column + 1 + margin) / squares),
                latitude((row + 1 + margin) / squares),
                latitude((row - margin) / squares));
    }

    private static double longitude(double fraction) {
        return Math.clamp(fraction * 360 - 180, -180.0, 180.0);
    }

    /** The inverse of {@link WebMercator#y}, limited to the square world. */
    private static double latitude(double fraction) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.clamp(fraction, 0.0, 1.0)))));
    }

    private static int step(double fraction) {
        int steps = 1 << DEEPEST;
        return Math.clamp((long) Math.floor(fraction * steps), 0, steps - 1);
    }

    private static long interleaved(int value) {
        return Long.expand(value, 0x5555_5555_5555_5555L);
    }

    private static int gathered(long value) {
        return (int) Long.compress(value, 0x5555_5555_5555_5555L);
    }
}
