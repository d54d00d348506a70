package org.dateline.draw.plane;

import java.awt.geom.Path2D;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The shape drawn for a location, in pixels of the page; its form shows how precisely the location is known. */
public sealed interface Shape {

    /**
     * An area with a known outline.
     *
     * @param around whether the view lies within it, so that nothing of its border shows
     * @param inside positions well inside of what the view shows of it, best first: where its name may stand
     */
    record Outline(Path2D path, boolean around, List<Coordinate> inside) implements Shape {
        public Outline {
            inside = List.copyOf(inside);
        }
    }

    /**
     * A line with a known course.
     *
     * @param stops   positions for its name, along it and within the view, best first
     * @param strokes small boxes along it, which names should preferably not cover
     */
    record Track(Path2D path, List<Coordinate> stops, List<Box> strokes) implements Shape {
        public Track {
            stops = List.copyOf(stops);
            strokes = List.copyOf(strokes);
        }
    }

    /** Somewhere along a line, drawn as a bracket beside it. */
    record Bracket(Path2D path, List<Coordinate> stops) implements Shape {
        public Bracket {
            stops = List.copyOf(stops);
        }
    }

    /**
     * Somewhere within a distance, drawn as a disc.
     *
     * @param vast whether it is so wide (more than 100 km) that it is drawn as quietly as an area
     */
    record Disc(double x, double y, double radius, boolean vast) implements Shape {}

    /**
     * A point.
     *
     * @param uncertainty the possible error
     */
    record Spot(double x, double y, double uncertainty) implements Shape {}
}
