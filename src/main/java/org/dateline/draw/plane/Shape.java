package org.dateline.draw.plane;

import java.awt.geom.Path2D;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** What is drawn for a location, in pixels of the page; the forms say how well it is known. */
public sealed interface Shape {

    /**
     * An area known by its outline.
     *
     * @param around whether the view lies within it, so that nothing of its border shows
     * @param drawn  whether the basemap draws its border already, so that it needs no line of its own
     * @param inside positions well inside of what the view shows of it, best first: where its name may stand
     */
    record Outline(Path2D path, boolean around, boolean drawn, List<Coordinate> inside) implements Shape {
        public Outline {
            inside = List.copyOf(inside);
        }
    }

    /**
     * A line known by its course.
     *
     * @param stops   positions along it within the view, best first: where its name may stand
     * @param strokes small boxes along it, which names should rather not cover
     */
    record Track(Path2D path, List<Coordinate> stops, List<Box> strokes) implements Shape {
        public Track {
            stops = List.copyOf(stops);
            strokes = List.copyOf(strokes);
        }
    }

    /** Somewhere along a line: a bracket beside it. */
    record Bracket(Path2D path, List<Coordinate> stops) implements Shape {
        public Bracket {
            stops = List.copyOf(stops);
        }
    }

    /**
     * Somewhere within a distance.
     *
     * @param vast so wide (more than 100 km) that it is drawn as quietly as an area
     */
    record Disc(double x, double y, double radius, boolean vast) implements Shape {}

    /**
     * A spot.
     *
     * @param uncertainty how far off it may be
     */
    record Spot(double x, double y, double uncertainty) implements Shape {}
}
