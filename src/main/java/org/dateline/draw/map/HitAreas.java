package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.BoxGrid;
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
        Box page = page(middles);
        List<Coordinate> sites = apart(middles, page);
        BoxGrid<Integer> numbers = new BoxGrid<>(page);
        for (int i = 0; i < sites.size(); i++) {
            numbers.add(around(sites.get(i), REACH), i);
        }
        List<@Nullable Path2D> areas = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Coordinate own = sites.get(i);
            List<Coordinate> corners = circle(middles.get(i));
            SortedSet<Integer> neighbours = near(numbers, own, sites, 2 * REACH);
            neighbours.remove(i);
            for (int neighbour : neighbours) {
                corners = nearer(corners, own, sites.get(neighbour));
            }
            areas.add(neighbours.isEmpty() || corners.size() < 3 ? null : path(corners));
        }
        return areas;
    }

    /** The box around the middles. */
    private static Box page(List<Coordinate> middles) {
        return middles.stream()
                .map(middle -> around(middle, REACH))
                .reduce(Box::union)
                .orElseGet(() -> around(new Coordinate(), REACH));
    }

    private static Box around(Coordinate middle, double half) {
        return Box.around(middle.x, middle.y, half, half);
    }

    /** The numbers of the positions that are nearer to another than a distance. */
    private static SortedSet<Integer> near(
            BoxGrid<Integer> numbers, Coordinate at, List<Coordinate> positions, double distance) {
        SortedSet<Integer> near = new TreeSet<>();
        numbers.any(around(at, distance), entry -> {
            if (positions.get(entry.of()).distance(at) < distance) {
                near.add(entry.of());
            }
            return false;
        });
        return near;
    }

    /** Moves the symbols on one spot a little apart, in all directions. */
    private static List<Coordinate> apart(List<Coordinate> middles, Box page) {
        // The symbols of a spot by the number of the first, whose middle it has.
        Map<Integer, List<Integer>> spots = new LinkedHashMap<>();
        BoxGrid<Integer> firsts = new BoxGrid<>(page);
        for (int i = 0; i < middles.size(); i++) {
            SortedSet<Integer> near = near(firsts, middles.get(i), middles, SAME);
            if (near.isEmpty()) {
                near.add(i);
                firsts.add(around(middles.get(i), SAME), i);
            }
            spots.computeIfAbsent(near.first(), _ -> new ArrayList<>()).add(i);
        }
        List<Coordinate> sites = new ArrayList<>(middles);
        for (List<Integer> members : spots.values()) {
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
