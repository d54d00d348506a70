package org.dateline.draw.plane;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Makes the shapes of locations for a frame; locations that are outside or unknown have none. */
public final class ShapeMaker {

    /**
     * What shapes are made with. Lengths are in pixels of the page.
     *
     * @param bracket from a bracket to its line
     * @param vast    a circle wider than this, in metres, says little about where: it is drawn as quietly as an area
     * @param line    half of what names keep clear of along a line
     * @param grid    positions across and down what shows of an area, of which some are chosen for its name
     * @param spots   how many of them
     * @param along   where along the visible part of a line its name may stand, from 0 to 1, best first
     */
    public record Measures(double bracket, double vast, double line, int grid, int spots, List<Double> along) {
        public Measures {
            along = List.copyOf(along);
        }
    }

    /** An overlay of more takes seconds, if they are spikes beside each other even minutes. */
    private static final int MOST_VERTICES = 5000;

    private final Frame frame;
    private final Measures measures;

    public ShapeMaker(Frame frame, Measures measures) {
        this.frame = frame;
        this.measures = measures;
    }

    public Optional<Shape> shape(Location location) {
        return switch (location) {
            case Location.Point(Coordinate position, double metres) ->
                frame.locate(position, 0)
                        .map(frame::toPage)
                        .map(at -> new Shape.Spot(at.x, at.y, pixels(metres, position) / frame.pixel()));
            case Location.Radius(Coordinate centre, double metres) ->
                frame.locate(centre, pixels(metres, centre))
                        .map(frame::toPage)
                        .map(at -> new Shape.Disc(
                                at.x, at.y, pixels(metres, centre) / frame.pixel(), metres > measures.vast));
            case Location.Area(Geometry polygons) -> frame.fit(polygons).flatMap(this::outline);
            case Location.Line(Geometry lines) -> frame.fit(lines).flatMap(this::track);
            case Location.Between(Geometry along) -> frame.fit(along).flatMap(this::bracket);
            case Location.Unlocated _ -> Optional.empty();
        };
    }

    private static double pixels(double metres, Coordinate position) {
        return metres * Frame.WORLD.pixelsPerMetre(position.y);
    }

    private Optional<Shape> outline(Geometry polygons) {
        Path2D path = Paths.of(polygons, frame.decimals());
        if (Paths.isEmpty(path)) {
            return Optional.empty();
        }
        Geometry fixed = GeometryFixer.fix(coarse(polygons));
        boolean around =
                fixed.contains(fixed.getFactory().toGeometry(frame.view().envelope()));
        return Optional.of(new Shape.Outline(frame.toPage(path), around, onPage(inside(fixed))));
    }

    /** With few enough vertices for overlays: where a name may stand needs no more. */
    private Geometry coarse(Geometry polygons) {
        Geometry coarse = polygons;
        for (double side = 2 * frame.detail(); coarse.getNumPoints() > MOST_VERTICES; side *= 2) {
            Geometry coarser = Frame.simplify(coarse, side);
            if (coarser.isEmpty()) {
                break;
            }
            coarse = coarser;
        }
        return coarse;
    }

    /** Positions on a grid over the visible part, the farthest from its border first. */
    private List<Coordinate> inside(Geometry polygons) {
        Geometry shown = inView(polygons);
        if (shown.isEmpty()) {
            return List.of();
        }
        IndexedFacetDistance border = new IndexedFacetDistance(shown.getBoundary());
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(shown);
        Envelope envelope = shown.getEnvelopeInternal();
        record Depth(Coordinate at, double depth) {}
        List<Depth> depths = new ArrayList<>();
        for (int row = 1; row <= measures.grid; row++) {
            for (int column = 1; column <= measures.grid; column++) {
                Coordinate at = new Coordinate(
                        envelope.getMinX() + envelope.getWidth() * column / (measures.grid + 1),
                        envelope.getMinY() + envelope.getHeight() * row / (measures.grid + 1));
                if (locator.locate(at) == org.locationtech.jts.geom.Location.INTERIOR) {
                    depths.add(new Depth(at, border.distance(shown.getFactory().createPoint(at))));
                }
            }
        }
        if (depths.isEmpty()) {
            return List.of(shown.getInteriorPoint().getCoordinate());
        }
        return depths.stream()
                .sorted(Comparator.comparingDouble(Depth::depth).reversed())
                .limit(measures.spots)
                .map(Depth::at)
                .toList();
    }

    private Optional<Shape> track(Geometry lines) {
        Path2D path = Paths.of(lines, frame.decimals());
        if (Paths.isEmpty(path)) {
            return Optional.empty();
        }
        List<Box> strokes = new ArrayList<>();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            LengthIndexedLine along = new LengthIndexedLine(lines.getGeometryN(i));
            for (double at = 0; at <= along.getEndIndex(); at += 2 * measures.line * frame.pixel()) {
                Coordinate position = along.extractPoint(at);
                strokes.add(Box.around(frame.x(position.x), frame.y(position.y), measures.line, measures.line));
            }
        }
        return Optional.of(new Shape.Track(frame.toPage(path), onPage(stops(lines)), strokes));
    }

    private Optional<Shape> bracket(Geometry lines) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line && line.getLength() > 0) {
                Paths.add(path, Bracket.along(line, measures.bracket * frame.pixel()), frame.decimals());
            }
        }
        return Paths.isEmpty(path)
                ? Optional.empty()
                : Optional.of(new Shape.Bracket(frame.toPage(path), onPage(stops(lines))));
    }

    /** Positions along the longest visible part, from its middle outwards. */
    private List<Coordinate> stops(Geometry lines) {
        Geometry shown = inView(lines);
        Geometry longest = shown;
        for (int i = 0; i < shown.getNumGeometries(); i++) {
            Geometry part = shown.getGeometryN(i);
            if (i == 0 || part.getLength() > longest.getLength()) {
                longest = part;
            }
        }
        if (!(longest instanceof LineString) || longest.isEmpty()) {
            return List.of();
        }
        LengthIndexedLine along = new LengthIndexedLine(longest);
        List<Coordinate> stops = new ArrayList<>();
        for (double share : measures.along) {
            stops.add(along.extractPoint(share * longest.getLength()));
        }
        return stops;
    }

    private List<Coordinate> onPage(List<Coordinate> world) {
        return world.stream().map(frame::toPage).toList();
    }

    private Geometry inView(Geometry geometry) {
        return Geometries.clipped(geometry, frame.view().envelope());
    }
}
