package org.dateline.draw.plane;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Removes, smallest first, vertices whose triangle with their neighbours is smaller than a square (Visvalingam and Whyatt
 * 1993). It gives what {@link org.locationtech.jts.simplify.VWSimplifier} gives, which looks through the whole line for each
 * vertex: minutes for a coast of 100 000 of them.
 */
final class VertexRemover extends GeometryTransformer {

    /** A vertex and the area of its triangle when it was last computed. */
    private record Entry(double area, int vertex) implements Comparable<Entry> {

        /** The smallest first; of equal ones, the first in the line. */
        @Override
        public int compareTo(Entry other) {
            int smaller = Double.compare(area, other.area);
            return smaller == 0 ? Integer.compare(vertex, other.vertex) : smaller;
        }
    }

    private final double smallest;

    /** @param side of the square */
    VertexRemover(double side) {
        this.smallest = side * side;
    }

    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence line, Geometry parent) {
        return createCoordinateSequence(simplified(line.toCoordinateArray()));
    }

    @Override
    protected @Nullable Geometry transformPolygon(Polygon polygon, Geometry parent) {
        return polygon.isEmpty() ? null : super.transformPolygon(polygon, parent);
    }

    /** Null for a ring of which too little is left. */
    @Override
    protected @Nullable Geometry transformLinearRing(LinearRing ring, Geometry parent) {
        Geometry left = super.transformLinearRing(ring, parent);
        return parent instanceof Polygon && !(left instanceof LinearRing) ? null : left;
    }

    private Coordinate[] simplified(Coordinate[] line) {
        int[] before = new int[line.length];
        int[] after = new int[line.length];
        double[] areas = new double[line.length];
        PriorityQueue<Entry> queue = new PriorityQueue<>();
        for (int i = 0; i < line.length; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
        }
        for (int i = 1; i < line.length - 1; i++) {
            measure(line, before, after, areas, i, queue);
        }
        boolean[] removed = new boolean[line.length];
        for (Entry least = queue.poll(); least != null; least = queue.poll()) {
            int at = least.vertex;
            if (removed[at] || least.area != areas[at]) {
                continue;
            }
            removed[at] = true;
            after[before[at]] = after[at];
            before[after[at]] = before[at];
            measure(line, before, after, areas, before[at], queue);
            measure(line, before, after, areas, after[at], queue);
        }
        CoordinateList left = new CoordinateList();
        for (int i = 0; i < line.length; i++) {
            if (!removed[i]) {
                left.add(line[i], false);
            }
        }
        return left.size() == 1
                ? new Coordinate[] {left.getFirst(), left.getFirst().copy()}
                : left.toCoordinateArray();
    }

    /** Both ends of a line stay. */
    private void measure(
            Coordinate[] line, int[] before, int[] after, double[] areas, int i, PriorityQueue<Entry> queue) {
        if (i > 0 && i < line.length - 1) {
            areas[i] = Triangle.area(line[before[i]], line[i], line[after[i]]);
            if (areas[i] < smallest) {
                queue.add(new Entry(areas[i], i));
            }
        }
    }
}
