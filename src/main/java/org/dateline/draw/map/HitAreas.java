package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where symbols that overlap react to a click: each in the part of its circle that is nearer to it than to the others, so
 * that the nearest opens (cells of a Voronoi diagram, cut out of circles). Symbols on one spot share its circle.
 */
final class HitAreas {

    /** Half of the 24 pixels that WCAG 2.2 asks for. */
    static final double REACH = 12;

    private static final int CORNERS = 16;

    /** Symbols that lie nearer to each other than this lie on one spot. */
    private static final double SAME = 1;

    /** How far apart the symbols on a spot are taken to lie. */
    private static final double APART = 0.5;

    private HitAreas() {}

    /**
     * @param middles the middles of all symbols, in pixels of the page
     * @return for each, the part of its circle; null where no other symbol is near
     */
    static List<@Nullable Path2D> of(List<Coordinate> middles) {
        List<Coordinate> sites = apart(middles);
        List<@Nullable Path2D> areas = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Coordinate own = sites.get(i);
            List<Coordinate> corners = circle(middles.get(i));
            boolean alone = true;
            for (int j = 0; j < sites.size(); j++) {
                if (i != j && isNear(own, sites.get(j), 2 * REACH)) {
                    alone = false;
                    corners = nearer(corners, own, sites.get(j));
                }
            }
            areas.add(alone || corners.size() < 3 ? null : path(corners));
        }
        return areas;
    }

    /** Moves the symbols on one spot a little apart, in all directions. */
    private static List<Coordinate> apart(List<Coordinate> middles) {
        List<List<Integer>> spots = new ArrayList<>();
        for (int i = 0; i < middles.size(); i++) {
            spotOf(middles.get(i), spots, middles).add(i);
        }
        List<Coordinate> sites = new ArrayList<>(middles);
        for (List<Integer> members : spots) {
            Coordinate spot = middles.get(members.getFirst());
            for (int n = 0; members.size() > 1 && n < members.size(); n++) {
                double angle = 2 * Math.PI * n / members.size();
                sites.set(
                        members.get(n),
                        new Coordinate(spot.x + APART * Math.cos(angle), spot.y + APART * Math.sin(angle)));
            }
        }
        return sites;
    }

    /** The symbols on the spot of a symbol, the first of which is its middle; none yet on a new spot. */
    private static List<Integer> spotOf(Coordinate at, List<List<Integer>> spots, List<Coordinate> middles) {
        for (List<Integer> members : spots) {
            if (isNear(middles.get(members.getFirst()), at, SAME)) {
                return members;
            }
        }
        List<Integer> members = new ArrayList<>();
        spots.add(members);
        return members;
    }

    /** Whether two points are nearer to each other than a distance; most are not, by one coordinate alone. */
    private static boolean isNear(Coordinate one, Coordinate other, double distance) {
        return Math.abs(one.x - other.x) < distance
                && Math.abs(one.y - other.y) < distance
                && one.distance(other) < distance;
    }

    private static List<Coordinate> circle(Coordinate middle) {
        List<Coordinate> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            corners.add(new Coordinate(middle.x + REACH * Math.cos(angle), middle.y + REACH * Math.sin(angle)));
        }
        return corners;
    }

    /** The part of a convex area that is nearer to one point than to another (Sutherland and Hodgman). */
    private static List<Coordinate> nearer(List<Coordinate> corners, Coordinate own, Coordinate other) {
        List<Coordinate> cut = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Coordinate from = corners.get(i == 0 ? corners.size() - 1 : i - 1);
            Coordinate to = corners.get(i);
            double before = nearness(from, own, other);
            double after = nearness(to, own, other);
            if (before >= 0 != after >= 0) {
                double share = before / (before - after);
                cut.add(new Coordinate(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share));
            }
            if (after >= 0) {
                cut.add(to);
            }
        }
        return cut;
    }

    /** Linear along any line; 0 as far from one point as from the other, and positive on the side of the first. */
    private static double nearness(Coordinate at, Coordinate own, Coordinate other) {
        return (own.x - other.x) * (2 * at.x - own.x - other.x) + (own.y - other.y) * (2 * at.y - own.y - other.y);
    }

    private static Path2D path(List<Coordinate> corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners.getFirst().x, corners.getFirst().y);
        corners.stream().skip(1).forEach(corner -> path.lineTo(corner.x, corner.y));
        path.closePath();
        return path;
    }
}
