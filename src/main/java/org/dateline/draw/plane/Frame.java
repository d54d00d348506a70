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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.simplify.VWSimplifier;

/**
 * Where a view lies in the plane, and what becomes of geometries there: degrees in, world pixels out, only as detailed
 * as the scale shows, and on the turn of the world where the view is.
 *
 * @param view   the view's box
 * @param window what is drawn: the view and something on each side, for frames of another shape than the view's
 * @param pixel  world pixels that one pixel of the page takes
 * @param detail world pixels that the smallest thing worth drawing takes: a page's pixel, or less on paper
 */
public record Frame(Box view, Box window, double pixel, double detail) {

    /** The plane of still maps: pixels of the world at zoom 8. */
    public static final WebMercator WORLD = new WebMercator(8);

    /** The size of the page's map that type and strokes are made for, in CSS pixels. */
    private static final double PAGE_WIDTH = 1000;

    private static final double PAGE_HEIGHT = 800;

    /** A view of nothing but a point is drawn at this scale: about zoom 13. */
    private static final double LEAST_PIXEL = 1.0 / 32;

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** The frame of a page's map. */
    public static Frame of(Bbox bbox) {
        return of(bbox, PAGE_WIDTH, PAGE_HEIGHT, 1);
    }

    /**
     * @param width  that type and strokes are made for, in CSS pixels
     * @param height the same
     * @param reach  how much is drawn on each side beyond the view, in widths and heights of the view
     */
    public static Frame of(Bbox bbox, double width, double height, double reach) {
        Box view = box(bbox);
        // A view of nothing but a point still needs a size to be drawn at.
        view = view.grown(Math.max(0, 0.5 - view.width() / 2), Math.max(0, 0.5 - view.height() / 2));
        double pixel = Math.max(view.width() / width, view.height() / height);
        double aside = Math.clamp((WORLD.worldSize() - view.width()) / 2, 0, reach * view.width());
        return new Frame(view, view.grown(aside, reach * view.height()), pixel, pixel);
    }

    /**
     * A frame of a given shape around a view, for a drawing that shows nothing beyond its own edge.
     *
     * @param width  in pixels of the page
     * @param detail the smallest thing worth drawing, in pixels of the page
     */
    public static Frame fitting(Bbox bbox, double width, double height, double detail) {
        Box view = box(bbox);
        double pixel = Math.max(LEAST_PIXEL, Math.max(view.width() / width, view.height() / height));
        Box fitted = Box.around(view.middleX(), view.middleY(), width * pixel / 2, height * pixel / 2);
        // At the world's upper and lower edge there is nothing more to show: rather more of the other side.
        double down = Math.clamp(0, -fitted.top(), Math.max(-fitted.top(), WORLD.worldSize() - fitted.bottom()));
        fitted = new Box(fitted.left(), fitted.top() + down, fitted.right(), fitted.bottom() + down);
        return new Frame(fitted, fitted, pixel, detail * pixel);
    }

    /** A box of degrees as world pixels; its right side lies beyond the world where the box crosses the antimeridian. */
    public static Box box(Bbox bbox) {
        return new Box(
                WORLD.x(bbox.west()), WORLD.y(bbox.north()), WORLD.x(bbox.unwrappedEast()), WORLD.y(bbox.south()));
    }

    /** A box of world pixels as degrees. */
    public static Bbox bbox(Box box) {
        double width = box.width() / WORLD.worldSize() * 360;
        double west = longitude(box.left());
        return width >= 360
                ? new Bbox(-180, latitude(box.bottom()), 180, latitude(box.top()))
                : new Bbox(west, latitude(box.bottom()), longitude(box.right()), latitude(box.top()));
    }

    private static double longitude(double x) {
        double turns = x / WORLD.worldSize();
        // The right edge of the world stays there: it is 180 degrees, not -180.
        return (turns == 1 ? 1 : turns - Math.floor(turns)) * 360 - 180;
    }

    private static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / WORLD.worldSize()))));
    }

    /** Whether a map at this scale shows a relief: it does not fade here but changes over to plain land. */
    public boolean shows(Basemap.@Nullable Relief relief) {
        return relief != null && zoom() < (relief.fadeFrom() + relief.fadeTo()) / 2;
    }

    /** The zoom at which a map shows the view at this scale. */
    public double zoom() {
        return WORLD.zoom() - Math.log(pixel) / Math.log(2);
    }

    /** The view's box in pixels of the page, its upper left corner at the origin: the plane of what is drawn. */
    public Box page() {
        return new Box(0, 0, view.width() / pixel, view.height() / pixel);
    }

    /** World pixels in pixels of the page. */
    public double x(double world) {
        return (world - view.left()) / pixel;
    }

    /** World pixels in pixels of the page. */
    public double y(double world) {
        return (world - view.top()) / pixel;
    }

    public Box toPage(Box world) {
        return new Box(x(world.left()), y(world.top()), x(world.right()), y(world.bottom()));
    }

    public Coordinate toPage(Coordinate world) {
        return new Coordinate(x(world.x), y(world.y));
    }

    public Path2D toPage(Path2D world) {
        return new Path2D.Double(
                world, new AffineTransform(1 / pixel, 0, 0, 1 / pixel, -view.left() / pixel, -view.top() / pixel));
    }

    /** How many decimals of a world pixel show: steps of less than half of the smallest thing. */
    public int decimals() {
        return Math.clamp((int) Math.ceil(-Math.log10(detail * 0.45)), 0, 4);
    }

    /** Where a position lies, if the window shows it or what lies within some world pixels of it. */
    public Optional<Coordinate> locate(Coordinate degrees, double reach) {
        for (double turn : turns()) {
            Coordinate at = new Coordinate(WORLD.x(degrees.x) + turn, WORLD.y(degrees.y));
            if (window.grown(reach, reach).contains(at.x, at.y)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** A geometry as the window shows it: projected, simplified, cut at the window's edge; empty if it lies outside. */
    public Optional<Geometry> fit(Geometry degrees) {
        // Simplified before it is cut: overlays cost by the vertex.
        return cut(simplify(project(degrees), detail), acrossAntimeridian(degrees));
    }

    /** A geometry in full detail: projected and cut at the window's edge; empty if it lies outside. */
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
            // Parts that were cut at the antimeridian become one again: the cut is no border.
            shown = GeometryFixer.fix(shown).union();
        }
        if (!edge.contains(shown.getEnvelopeInternal())) {
            shown = Geometries.clipped(shown instanceof Polygonal ? GeometryFixer.fix(shown) : shown, edge);
        }
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /** A geometry of degrees in world pixels. */
    public static Geometry project(Geometry degrees) {
        return changed(degrees, (sequence, i) -> {
            sequence.setOrdinate(i, 0, WORLD.x(sequence.getX(i)));
            sequence.setOrdinate(i, 1, WORLD.y(sequence.getY(i)));
        });
    }

    /**
     * Leaves out vertices whose triangle with their neighbours is smaller than a square of {@code tolerance} a side
     * (Visvalingam and Whyatt): bends stay round where Douglas and Peucker leaves spikes.
     */
    public static Geometry simplify(Geometry pixels, double tolerance) {
        VWSimplifier simplifier = new VWSimplifier(pixels);
        simplifier.setDistanceTolerance(tolerance);
        simplifier.setEnsureValid(false);
        return simplifier.getResultGeometry();
    }

    /** A box where the window shows it: on no, one or two turns of the world. */
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
