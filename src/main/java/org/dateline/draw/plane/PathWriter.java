package org.dateline.draw.plane;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometries as SVG path data, as short as it gets without curves: steps instead of positions, numbers on a
 * grid, no needless separators. Steps are taken between grid positions, so rounding never adds up along a line.
 */
public final class PathWriter {

    private final StringBuilder data = new StringBuilder();
    private final int decimals;
    private final double perUnit;
    private long penX;
    private long penY;

    /** @param decimals of world pixels, 0 to 4 */
    public PathWriter(int decimals) {
        this.decimals = decimals;
        this.perUnit = Math.pow(10, decimals);
    }

    /** The path data of a geometry in world pixels; empty where nothing of it is left on the grid. */
    public static String path(Geometry geometry, int decimals) {
        return new PathWriter(decimals).add(geometry).toString();
    }

    public PathWriter add(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                trace(polygon.getExteriorRing().getCoordinates(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    trace(polygon.getInteriorRingN(hole).getCoordinates(), true);
                }
            } else if (part instanceof LineString line) {
                trace(line.getCoordinates(), line.isClosed());
            }
        }
        return this;
    }

    /** A stroke without length: with round caps it is a dot as wide as the stroke. */
    public PathWriter dot(double x, double y) {
        moveTo(grid(x), grid(y));
        data.append("h0");
        return this;
    }

    private void trace(Coordinate[] vertices, boolean closed) {
        int last = closed ? vertices.length - 1 : vertices.length;
        long[] steps = new long[2 * last];
        int count = 0;
        long startX = 0;
        long startY = 0;
        long x = 0;
        long y = 0;
        for (int i = 0; i < last; i++) {
            long nextX = grid(vertices[i].x);
            long nextY = grid(vertices[i].y);
            if (i == 0) {
                startX = nextX;
                startY = nextY;
            } else if (nextX != x || nextY != y) {
                steps[count++] = nextX - x;
                steps[count++] = nextY - y;
            }
            x = nextX;
            y = nextY;
        }
        // What has shrunk to a point, or a ring to a there and back, would be drawn as a speck.
        if (count < (closed ? 4 : 2)) {
            return;
        }
        moveTo(startX, startY);
        data.append('l');
        for (int i = 0; i < count; i++) {
            number(steps[i]);
        }
        if (closed) {
            data.append('z');
        } else {
            penX = x;
            penY = y;
        }
    }

    private void moveTo(long x, long y) {
        data.append('m');
        number(x - penX);
        number(y - penY);
        penX = x;
        penY = y;
    }

    private long grid(double pixels) {
        return Math.round(pixels * perUnit);
    }

    private void number(long onGrid) {
        char before = data.charAt(data.length() - 1);
        String number = format(onGrid, decimals);
        boolean startsItself = number.charAt(0) == '-' || Character.isLetter(before);
        if (!startsItself) {
            data.append(' ');
        }
        data.append(number);
    }

    /** A number in as few characters as it needs: no trailing zeros, no zero before the point. */
    public static String format(double value, int decimals) {
        return format(Math.round(value * Math.pow(10, decimals)), decimals);
    }

    private static String format(long onGrid, int decimals) {
        if (onGrid == 0) {
            return "0";
        }
        String digits = Long.toString(Math.abs(onGrid));
        if (digits.length() <= decimals) {
            digits = "0".repeat(decimals - digits.length() + 1) + digits;
        }
        String whole = digits.substring(0, digits.length() - decimals);
        String part = digits.substring(digits.length() - decimals);
        int end = part.length();
        while (end > 0 && part.charAt(end - 1) == '0') {
            end--;
        }
        part = part.substring(0, end);
        String sign = onGrid < 0 ? "-" : "";
        if (part.isEmpty()) {
            return sign + whole;
        }
        return sign + (whole.equals("0") ? "" : whole) + "." + part;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
