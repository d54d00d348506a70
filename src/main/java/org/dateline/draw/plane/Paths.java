package org.dateline.draw.plane;

import java.awt.geom.Path2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Makes paths of straight lines. Paths must not be changed after they are made. */
public final class Paths {

    private Paths() {}

    public static Path2D box(double x, double y, double width, double height) {
        Path2D path = line(x, y, x + width, y, x + width, y + height, x, y + height);
        path.closePath();
        return path;
    }

    /** @param positions x and y alternately */
    public static Path2D line(double... positions) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < positions.length; i += 2) {
            if (i == 0) {
                path.moveTo(positions[0], positions[1]);
            } else {
                path.lineTo(positions[i], positions[i + 1]);
            }
        }
        return path;
    }

    /** Adds a stroke of zero length, which round caps turn into a dot as wide as the stroke. */
    public static void addDot(Path2D path, double x, double y) {
        path.moveTo(x, y);
        path.lineTo(x, y);
    }

    public static boolean isEmpty(Path2D path) {
        return path.getCurrentPoint() == null;
    }

    /**
     * The path of a geometry, rounded to a grid; empty if nothing of it remains.
     *
     * @param decimals the grid's decimals, 0 to 4
     */
    public static Path2D of(Geometry geometry, int decimals) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        add(path, geometry, decimals);
        return path;
    }

    /** Adds a geometry as {@link #of} does. */
    public static void add(Path2D path, Geometry geometry, int decimals) {
        double perUnit = Math.pow(10, decimals);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                trace(path, polygon.getExteriorRing().getCoordinates(), true, perUnit);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    trace(path, polygon.getInteriorRingN(hole).getCoordinates(), true, perUnit);
                }
            } else if (part instanceof LineString line) {
                trace(path, line.getCoordinates(), line.isClosed(), perUnit);
            }
        }
    }

    private static void trace(Path2D path, Coordinate[] vertices, boolean closed, double perUnit) {
        int last = closed ? vertices.length - 1 : vertices.length;
        double[] kept = new double[2 * last];
        int count = 0;
        for (int i = 0; i < last; i++) {
            double x = Math.round(vertices[i].x * perUnit) / perUnit;
            double y = Math.round(vertices[i].y * perUnit) / perUnit;
            if (count == 0 || x != kept[count - 2] || y != kept[count - 1]) {
                kept[count++] = x;
                kept[count++] = y;
            }
        }
        // A part that has shrunk to a point, or a ring to a line, would be drawn as a speck.
        if (count < (closed ? 6 : 4)) {
            return;
        }
        path.moveTo(kept[0], kept[1]);
        for (int i = 2; i < count; i += 2) {
            path.lineTo(kept[i], kept[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
    }
}
