package org.dateline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Finds areas that are valid because no two of their rings touch, and no ring touches itself.
 *
 * <p>A line sweeps from west to east over the segments, of which only neighbours along the line are compared (M. I. Shamos
 * and D. Hoey, Geometric intersection problems, 1976). So the work grows hardly faster than the number of positions, also
 * where the boxes of most segments overlap: 120 000 spikes take a fraction of a second, and the search by boxes of
 * {@code IsValidOp} half a minute. All comparisons are exact, because they are of the positions as they are written.
 */
final class RingSweep {

    private final List<Ring> rings = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();
    private final TreeSet<Segment> along = new TreeSet<>(this::compare);
    private final LineIntersector intersector = new RobustLineIntersector();
    private boolean touching;

    private RingSweep(Geometry areas) {
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) areas.getGeometryN(i);
            Ring shell = add(polygon.getExteriorRing(), null);
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                add(polygon.getInteriorRingN(j), shell);
            }
        }
    }

    /**
     * Whether areas are valid without any touch, which would need a closer look.
     *
     * @param areas polygons, with finite coordinates
     */
    static boolean findsValid(Geometry areas) {
        RingSweep sweep = new RingSweep(areas);
        return sweep.nothingTouches() && sweep.rings.stream().allMatch(Ring::isInPlace);
    }

    private Ring add(LinearRing positions, @Nullable Ring shell) {
        Ring ring = new Ring(shell);
        rings.add(ring);
        List<Vertex> own = new ArrayList<>();
        for (int i = 1; i < positions.getNumPoints(); i++) {
            if (!positions.getCoordinateN(i).equals2D(positions.getCoordinateN(i - 1))) {
                own.add(new Vertex(positions.getCoordinateN(i), ring));
            }
        }
        for (int i = 0; i < own.size(); i++) {
            Vertex to = own.get((i + 1) % own.size());
            Segment segment = new Segment(own.get(i), to);
            own.get(i).out = segment;
            to.in = segment;
        }
        // Fewer are no ring; as they are, the two segments of the ring would lie on each other.
        touching |= own.size() < 3;
        vertices.addAll(own);
        return ring;
    }

    private boolean nothingTouches() {
        vertices.sort(Comparator.comparing(vertex -> vertex.at));
        for (int i = 0; i < vertices.size() && !touching; i++) {
            Vertex vertex = vertices.get(i);
            touching |= i > 0 && vertex.at.equals2D(vertices.get(i - 1).at);
            List<Segment> both = List.of(vertex.in, vertex.out);
            for (Segment segment : both) {
                if (segment.right == vertex && !touching) {
                    remove(segment);
                }
            }
            for (Segment segment : both) {
                if (segment.left == vertex && !touching) {
                    insert(segment);
                }
            }
            if (!vertex.ring.seen && !touching) {
                place(vertex);
            }
        }
        return !touching;
    }

    private void insert(Segment segment) {
        touching |= !along.add(segment) || meet(along.lower(segment), segment) || meet(segment, along.higher(segment));
    }

    private void remove(Segment segment) {
        Segment below = along.lower(segment);
        Segment above = along.higher(segment);
        touching |= !along.remove(segment) || meet(below, above);
    }

    private boolean meet(@Nullable Segment one, @Nullable Segment other) {
        // Two with a common end were compared when the second was inserted.
        if (one == null || other == null || one.right == other.right || one.left == other.left) {
            return false;
        }
        intersector.computeIntersection(one.left.at, one.right.at, other.left.at, other.right.at);
        return intersector.hasIntersection();
    }

    /** At the first vertex of a ring, what is below tells in which ring it lies. */
    private void place(Vertex first) {
        Ring ring = first.ring;
        ring.seen = true;
        boolean outBelow = compare(first.out, first.in) < 0;
        ring.counterClockwise = outBelow;
        Segment below = along.lower(outBelow ? first.out : first.in);
        if (below != null) {
            Ring other = below.left.ring;
            boolean eastwards = below.left.out == below;
            ring.around = eastwards == other.counterClockwise ? other : other.around;
        }
    }

    /** Which of two segments that the sweeping line crosses is farther south. */
    private int compare(Segment one, Segment other) {
        if (one == other) {
            return 0;
        }
        if (one.left == other.left) {
            return side(one, other.right);
        }
        return one.left.at.compareTo(other.left.at) < 0 ? side(one, other.left) : -side(other, one.left);
    }

    /** Less than 0 if a position lies north of a segment. */
    private int side(Segment segment, Vertex vertex) {
        int side = -Orientation.index(segment.left.at, segment.right.at, vertex.at);
        touching |= side == 0;
        return side;
    }

    private static final class Ring {

        private final @Nullable Ring shell;
        private boolean seen;
        private boolean counterClockwise;
        /** The innermost ring around it. */
        private @Nullable Ring around;

        Ring(@Nullable Ring shell) {
            this.shell = shell;
        }

        /** Whether it is a hole right within its shell, or a shell within nothing or a hole. */
        boolean isInPlace() {
            return shell == null ? around == null || around.shell != null : around == shell;
        }
    }

    private static final class Vertex {

        private final Coordinate at;
        private final Ring ring;
        private Segment in;
        private Segment out;

        Vertex(Coordinate at, Ring ring) {
            this.at = at;
            this.ring = ring;
        }
    }

    /** Its ends from west to east, from south to north if one is as far east as the other. */
    private static final class Segment {

        private final Vertex left;
        private final Vertex right;

        Segment(Vertex from, Vertex to) {
            boolean eastwards = from.at.compareTo(to.at) < 0;
            left = eastwards ? from : to;
            right = eastwards ? to : from;
        }
    }
}
