package org.dateline.geo;

import org.locationtech.jts.geom.Coordinate;

/**
 * Squares of the web map, level by level, each cut into four at the next (WebMercatorQuad of the OGC's Two Dimensional
 * Tile Matrix Set). A position's code interleaves the bits of its column and row at the deepest level (Morton order), so
 * that all codes within a square stand in one unbroken range.
 */
public final class Quad {

    /** The deepest level: squares of about 2.4 m at the equator. */
    public static final int DEEPEST = 24;

    private static final WebMercator UNIT = new WebMercator(-8);

    private Quad() {}

    /** The code of a position at the deepest level; beyond the square world, that of its nearest edge. */
    public static long code(Coordinate position) {
        return interleaved(step(UNIT.x(position.x))) | interleaved(step(UNIT.y(position.y))) << 1;
    }

    /** The first code in a square; the first beyond it is that of the next square, {@code first(level, number + 1)}. */
    public static long first(int level, long number) {
        return number << 2 * (DEEPEST - level);
    }

    /** The number of the square of a level that a code lies in. */
    public static long number(int level, long code) {
        return code >>> 2 * (DEEPEST - level);
    }

    /** The number of a square by its column, from the west, and its row, from the north. */
    public static long number(int column, int row) {
        return interleaved(column) | interleaved(row) << 1;
    }

    public static int column(long number) {
        return gathered(number);
    }

    public static int row(long number) {
        return gathered(number >>> 1);
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
