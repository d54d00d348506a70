package org.dateline.draw.plane;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geometries;
import org.dateline.geo.WebMercator;
import org.dateline.model.Basemap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * The position of a view in the plane. It converts geometries from degrees to world pixels, with only as much detail as
 * the scale shows, and on the same turn of the world as the view.
 *
 * @param view   the view's box
 * @param window the area to draw: the view and some surroundings, for frames of another shape
 * @param pixel  how many world pixels one pixel of the page shows
 * @param detail the size in world pixels of the smallest detail to draw: a page's pixel, or less on paper
 */
public record Frame(Box view, Box window, double pixel, double detail) {

    /** The coordinates of still maps: pixels of the world at zoom 8. */
    public static final WebMercator WORLD = new WebMercator(8);

    /** The width of a page's map for which type and strokes are sized, in CSS pixels. */
    private static final double PAGE_WIDTH = 1000;

    private static final double PAGE_HEIGHT = 800;

    /** The largest scale without streets, used for a view of a single point. */
    private static final int DEEPEST = 13;

    /** The largest scale with streets, which is that of the interactive map. */
    private static final int DEEPEST_WITH_STREETS = 18;

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** The frame of a page's map. */
    public static Frame of(Bbox bbox) {
        return of(bbox, PAGE_WIDTH, PAGE_HEIGHT, 1);
    }

    /**
     * @param width  the width for which type and strokes are sized, in CSS pixels
     * @param height the height for which they are sized, in CSS pixels
     * @param reach  how much is drawn beyond the view on each side, in widths and heights of the view
     */
    public static Frame of(Bbox bbox, double width, double height, double reach) {
        Box view = viewOf(bbox);
        return withSurroundings(view, width, height, reach * view.width(), reach * view.height());
    }

    /**
     * A frame with enough surroundings to fill any box within two shapes around the view.
     *
     * @param width   the width for which type and strokes are sized, in CSS pixels
     * @param height  the height for which they are sized, in CSS pixels
     * @param widest  how many times as wide as high the widest box is
     * @param tallest how many times as high as wide the tallest box is
     */
    public static Frame of(Bbox bbox, double width, double height, double widest, double tallest) {
        Box view = viewOf(bbox);
        return withSurroundings(
                view,
                width,
                height,
                (widest * view.height() - view.width()) / 2,
                (tallest * view.width() - view.height()) / 2);
    }

    /** A view in world pixels; one of a single point has a size too. */
    private static Box viewOf(Bbox bbox) {
        Box view = box(bbox);
        return view.grown(Math.max(0, 0.5 - view.width() / 2), Math.max(0, 0.5 - view.height() / 2));
    }

    private static Frame withSurroundings(Box view, double width, double height, double aside, double above) {
        double pixel = Math.max(view.width() / width, view.height() / height);
        double free = Math.max(0, (WORLD.worldSize() - view.width()) / 2);
        return new Frame(view, view.grown(Math.clamp(aside, 0, free), Math.max(0, above)), pixel, pixel);
    }

    /**
     * A frame of a given shape around a view, for a drawing without surroundings.
     *
     * @param width  the width in pixels of the page
     * @param detail  the smallest detail to draw, in pixels of the page
     * @param streets whether the map has streets, and may be that close
     */
    public static Frame fitting(Bbox bbox, double width, double height, double detail, boolean streets) {
        Box view = box(bbox);
        double pixel = Math.max(leastPixel(streets), Math.max(view.width() / width, view.height() / height));
        Box fitted = Box.around(view.middleX(), view.middleY(), width * pixel / 2, height * pixel / 2);
        // Beyond the world's upper and lower edge there is nothing to show, so shift the frame to the other side.
        double down = Math.clamp(0, -fitted.top(), Math.max(-fitted.top(), WORLD.worldSize() - fitted.bottom()));
        fitted = new Box(fitted.left(), fitted.top() + down, fitted.right(), fitted.bottom() + down);
        return new Frame(fitted, fitted, pixel, detail * pixel);
    }

    private static double leastPixel(boolean streets) {
        return Math.pow(2, WORLD.zoom() - (streets ? DEEPEST_WITH_STREETS : DEEPEST));
    }

    /**
     * Converts a box from degrees to world pixels; its right side is beyond the world if the box crosses the
     * antimeridian.
     */
    public static Box box(Bbox bbox) {
        return new Box(
                WORLD.x(bbox.west()), WORLD.y(bbox.north()), WORLD.x(bbox.unwrappedEast()), WORLD.y(bbox.south()));
    }

    /** Converts a box from world pixels to degrees. */
    public static Bbox bbox(Box box) {
        double width = box.width() / WORLD.worldSize() * 360;
        double west = longitude(box.left());
        return width >= 360
                ? new Bbox(-180, latitude(box.bottom()), 180, latitude(box.top()))
                : new Bbox(west, latitude(box.bottom()), longitude(box.right()), latitude(box.top()));
    }

    private static double longitude(double x) {
        double turns = x / WORLD.worldSize();
        // The right edge of the world is 180 degrees, not -180.
        return (turns == 1 ? 1 : turns - Math.floor(turns)) * 360 - 180;
    }

    private static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / WORLD.worldSize()))));
    }

    /** Whether a map at this scale shows reliefs; they do not fade, but are replaced by plain land. */
    public boolean shows(List<Basemap.Relief> reliefs) {
        return reliefs.stream().anyMatch(relief -> zoom() < (relief.fadeFrom() + relief.fadeTo()) / 2);
    }

    /**
     * The part of the window around the view.
     *
     * @param margin how far it reaches beyond the view on each side, in sizes of the view
     */
    public Box near(double margin) {
        return view.grown(margin * view.width(), margin * view.height()).intersection(window);
    }

    /**
     * The parts of the window that a picture of any shape can show when it shows the whole view, as large as possible: it
     * has surroundings left and right or above and below, never in the window's corners.
     *
     * @param margin how far the parts reach beyond the view, in sizes of the view
     */
    public List<Box> bands(double margin) {
        Box near = near(margin);
        return List.of(
                new Box(window.left(), near.top(), window.right(), near.bottom()),
                new Box(near.left(), window.top(), near.right(), window.bottom()));
    }

    /**
     * The reliefs to draw in an area, in drawing order: those that overlap it and are not hidden by one on top. Empty if
     * the scale shows none.
     *
     * @param reliefs in drawing order
     */
    public List<Basemap.Relief> visible(List<Basemap.Relief> reliefs, Box area) {
        List<Basemap.Relief> visible = new ArrayList<>();
        for (Basemap.Relief relief : shows(reliefs) ? reliefs.reversed() : List.<Basemap.Relief>of()) {
            List<Box> boxes = turned(box(relief.bbox()));
            if (boxes.stream().anyMatch(area::overlaps)) {
                visible.addFirst(relief);
            }
            if (boxes.stream().anyMatch(box -> box.contains(area))) {
                break;
            }
        }
        return visible;
    }

    /** The zoom at which a map shows the view at this scale. */
    public double zoom() {
        return WORLD.zoom() - Math.log(pixel) / Math.log(2);
    }

    /** The view's box in pixels of the page, the coordinates of marks, with its upper left corner at the origin. */
    public Box page() {
        return new Box(0, 0, view.width() / pixel, view.height() / pixel);
    }

    /** Converts world pixels to pixels of the page. */
    public double x(double world) {
        return (world - view.left()) / pixel;
    }

    /** Converts world pixels to pixels of the page. */
    public double y(double world) {
        return (world - view.top()) / pixel;
    }

    public Box toPage(Box world) {
        return new Box(x(world.left()), y(world.top()), x(world.right()), y(world.bottom()));
    }

    public Coordinate toPage(Coordinate world) {
        return new Coordinate(x(world.x), y(world.y));
    }

    /** Converts a geometry from world pixels to pixels of the page. */
    public Geometry toPage(Geometry world) {
        return changed(world, (sequence, i) -> {
            sequence.setOrdinate(i, 0, x(sequence.getX(i)));
            sequence.setOrdinate(i, 1, y(sequence.getY(i)));
        });
    }

    public Path2D toPage(Path2D world) {
        return new Path2D.Double(
                world, new AffineTransform(1 / pixel, 0, 0, 1 / pixel, -view.left() / pixel, -view.top() / pixel));
    }

    /** How many decimals of a world pixel matter: steps smaller than half of the smallest detail. */
    public int decimals() {
        return Math.clamp((int) Math.ceil(-Math.log10(detail * 0.45)), 0, 4);
    }

    /** A position in world pixels; empty if it is further than {@code reach} world pixels from the window. */
    public Optional<Coordinate> locate(Coordinate degrees, double reach) {
        for (double turn : turns()) {
            Coordinate at = new Coordinate(WORLD.x(degrees.x) + turn, WORLD.y(degrees.y));
            if (window.grown(reach, reach).contains(at.x, at.y)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** A geometry for drawing: projected, simplified and cut at the window's edge; empty if it is outside. */
    public Optional<Geometry> fit(Geometry degrees) {
        // Simplify before cutting, because the cost of overlays grows with the number of vertices.
        return cut(simplify(project(degrees), detail), acrossAntimeridian(degrees));
    }

    /** A geometry in full detail: projected and cut at the window's edge; empty if it is outside. */
    public Optional<Geometry> cut(Geometry degrees) {
        return cut(project(degrees), acrossAntimeridian(degrees));
    }

    private static boolean acrossAntimeridian(Geometry degrees) {
        Envelope envelope = degrees.getEnvelopeInternal();
        return envelope.getMinX() == -180 && envelope.getMaxX() == 180;
    }

    private Optional<Geometry> cut(Geometry whole, boolean acrossAntimeridian) {
        Envelope edge = window.envelope();
        List<Geometry> turned = new ArrayList<>();
        for (double turn : turns()) {
            for (int i = 0; i < whole.getNumGeometries(); i++) {
                Geometry part = translated(whole.getGeometryN(i), turn, 0);
                if (edge.intersects(part.getEnvelopeInternal())) {
                    turned.add(part);
                }
            }
        }
        if (turned.isEmpty()) {
            return Optional.empty();
        }
        Geometry shown = PLANE.buildGeometry(turned);
        if (shown instanceof Polygonal && acrossAntimeridian) {
            // Join parts that were cut at the antimeridian, because the cut is not a border.
            shown = GeometryFixer.fix(shown).union();
        }
        if (!edge.contains(shown.getEnvelopeInternal())) {
            shown = Geometries.clipped(shown instanceof Polygonal ? GeometryFixer.fix(shown) : shown, edge);
        }
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /** Projects a geometry from degrees to world pixels. */
    public static Geometry project(Geometry degrees) {
        return changed(degrees, (sequence, i) -> {
            sequence.setOrdinate(i, 0, WORLD.x(sequence.getX(i)));
            sequence.setOrdinate(i, 1, WORLD.y(sequence.getY(i)));
        });
    }

    /**
     * Removes vertices whose triangle with their neighbours is smaller than a square with sides of {@code tolerance}
     * (Visvalingam and Whyatt). Bends stay round, where Douglas and Peucker's algorithm would leave spikes.
     */
    public static Geometry simplify(Geometry pixels, double tolerance) {
        return pixels.isEmpty() ? pixels.copy() : new VertexRemover(tolerance).transform(pixels);
    }

    /** The copies of a box within the window: on no, one or two turns of the world. */
    public List<Box> turned(Box box) {
        List<Box> shown = new ArrayList<>();
        for (double turn : turns()) {
            Box moved = new Box(box.left() + turn, box.top(), box.right() + turn, box.bottom());
            if (moved.overlaps(window)) {
                shown.add(moved);
            }
        }
        return shown;
    }

    private double[] turns() {
        return new double[] {0, WORLD.worldSize(), -WORLD.worldSize()};
    }

    public static Geometry translated(Geometry pixels, double dx, double dy) {
        return changed(pixels, (sequence, i) -> {
            sequence.setOrdinate(i, 0, sequence.getX(i) + dx);
            sequence.setOrdinate(i, 1, sequence.getY(i) + dy);
        });
    }

    private static Geometry changed(Geometry geometry, Geometries.Move move) {
        return Geometries.moved(PLANE.createGeometry(geometry), move);
    }
}
