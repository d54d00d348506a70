package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Bracket;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.LabelPlacer;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.Side;
import org.dateline.draw.render.PathText;
import org.dateline.draw.render.Xml;
import org.locationtech.jts.geom.Coordinate;

/**
 * The symbols of the location classes: an outline for an area, a cased line for a route, a bracket for "between", a disc
 * with a soft edge for a radius, a ring for a point. Sizes are in pixels of the page; colours are the style sheet's.
 */
final class Symbols {

    private static final double RING = 4.2;
    private static final double RING_MOST = 7;
    private static final double DISC_LEAST = 9;
    private static final double AIR = 4;
    private static final double FARTHER = 5;

    private final double pixel;
    private final int decimals;

    Symbols(Frame frame) {
        this.pixel = frame.pixel();
        this.decimals = frame.decimals();
    }

    /** What the patterns and gradients of the symbols are; to be written once in each map. */
    void writeDefinitions(Xml xml) {
        xml.open("pattern")
                .attribute("id", "still-hatch")
                .attribute("width", size(6))
                .attribute("height", size(6))
                .attribute("patternUnits", "userSpaceOnUse")
                .attribute("patternTransform", "rotate(45)")
                .inside();
        xml.open("path")
                .attribute("class", "hatch-line")
                .attribute("d", "M0 0v" + size(6))
                .attribute("stroke-width", size(2.2))
                .empty();
        xml.close("pattern");
        for (String family : List.of("incident", "place")) {
            double strength = family.equals("incident") ? 1 : 0.55;
            xml.open("radialGradient")
                    .attribute("id", "still-soft-" + family)
                    .attribute("class", "soft-" + family)
                    .inside();
            stop(xml, "0", 0.8 * strength);
            stop(xml, ".5", 0.6 * strength);
            stop(xml, "1", 0.1 * strength);
            xml.close("radialGradient");
        }
    }

    private static void stop(Xml xml, String offset, double opacity) {
        xml.open("stop")
                .attribute("offset", offset)
                .attribute("stop-opacity", PathText.number(opacity, 2))
                .empty();
    }

    void write(Xml xml, Shape shape, boolean incident, int quotes, boolean selected) {
        switch (shape) {
            case Shape.Outline(Path2D path, boolean _, boolean drawn, List<Coordinate> _) -> {
                if (selected || !drawn) {
                    xml.open("path")
                            .attribute("class", "area")
                            .attribute("d", PathText.of(path, decimals))
                            .attribute("stroke-width", size(selected ? 2 : 1.2))
                            .attribute("fill", selected ? "url(#still-hatch)" : "none")
                            .empty();
                }
            }
            case Shape.Track track -> writeTrack(xml, track, selected);
            case Shape.Bracket(Path2D path, List<Coordinate> _) ->
                xml.open("path")
                        .attribute("class", "between")
                        .attribute("d", PathText.of(path, decimals))
                        .attribute("stroke-width", size(selected ? 3.4 : 2.2))
                        .attribute("fill", "none")
                        .empty();
            case Shape.Disc disc -> writeDisc(xml, disc, incident, selected);
            case Shape.Spot spot -> writeSpot(xml, spot, quotes, selected);
        }
    }

    /** The line is written once and drawn twice: a wide casing, and the line on it. */
    private void writeTrack(Xml xml, Shape.Track track, boolean selected) {
        String data = PathText.of(track.path(), decimals);
        String id = "still-line-" + Integer.toHexString(data.hashCode());
        xml.open("defs").inside();
        xml.open("path").attribute("id", id).attribute("d", data).empty();
        xml.close("defs");
        for (String part : List.of("route-casing", "route")) {
            double width = (part.equals("route") ? 2.2 : 5) + (selected ? 1.6 : 0);
            xml.open("use")
                    .attribute("class", part)
                    .attribute("href", "#" + id)
                    .attribute("stroke-width", size(width))
                    .attribute("fill", "none")
                    .empty();
        }
    }

    private void writeDisc(Xml xml, Shape.Disc disc, boolean incident, boolean selected) {
        double radius = shownRadius(disc);
        if (!disc.vast()) {
            circle(xml, "radius", disc.x(), disc.y(), radius)
                    .attribute("fill", incident ? "url(#still-soft-incident)" : "url(#still-soft-place)")
                    .empty();
        }
        circle(xml, disc.vast() ? "radius-edge vast" : "radius-edge", disc.x(), disc.y(), radius)
                .attribute("fill", "none")
                .attribute("stroke-width", size(selected ? 2.2 : 1.1))
                .attribute("stroke-dasharray", disc.vast() ? size(5) + " " + size(4) : null)
                .empty();
        if (selected) {
            circle(xml, "focus", disc.x(), disc.y(), radius + 4 * pixel)
                    .attribute("fill", "none")
                    .attribute("stroke-width", size(1.6))
                    .empty();
        }
    }

    private void writeSpot(Xml xml, Shape.Spot spot, int quotes, boolean selected) {
        double radius = ring(quotes, selected) * pixel;
        if (spot.uncertainty() > 1.8 * radius) {
            circle(xml, "uncertainty", spot.x(), spot.y(), spot.uncertainty())
                    .attribute("fill", "none")
                    .attribute("stroke-width", size(1))
                    .attribute("stroke-dasharray", size(2.4) + " " + size(2.4))
                    .empty();
        }
        if (selected) {
            circle(xml, "focus", spot.x(), spot.y(), radius + 4.5 * pixel)
                    .attribute("fill", "none")
                    .attribute("stroke-width", size(1.6))
                    .empty();
        }
        circle(xml, "point", spot.x(), spot.y(), radius)
                .attribute("stroke-width", size(2.2))
                .empty();
    }

    /** Dots for stations, all in one path: strokes without length and with round caps. */
    void writeDots(Xml xml, List<Shape.Spot> spots) {
        if (spots.isEmpty()) {
            return;
        }
        Path2D dots = new Path2D.Double();
        spots.forEach(spot -> Paths.addDot(dots, spot.x(), spot.y()));
        String data = PathText.of(dots, decimals);
        String id = "still-stations-" + Integer.toHexString(data.hashCode());
        xml.open("defs").inside();
        xml.open("path").attribute("id", id).attribute("d", data).empty();
        xml.close("defs");
        for (String part : List.of("station-casing", "station")) {
            xml.open("use")
                    .attribute("class", part)
                    .attribute("href", "#" + id)
                    .attribute("stroke-width", size(part.equals("station") ? 2.2 : 4.4))
                    .attribute("stroke-linecap", "round")
                    .empty();
        }
    }

    void writeTown(Xml xml, double x, double y) {
        circle(xml, "town", x, y, 2.1 * pixel)
                .attribute("stroke-width", size(1))
                .empty();
    }

    /** Keeps labels off a symbol. */
    void block(LabelPlacer placer, Shape shape, int quotes, boolean selected) {
        switch (shape) {
            case Shape.Spot(double x, double y, double _) -> {
                double half = (ring(quotes, selected) + 1.2) * pixel;
                placer.block(Box.around(x, y, half, half));
            }
            case Shape.Disc disc
            when !disc.vast() -> {
                double radius = shownRadius(disc);
                double half = Math.min(radius, 16 * pixel);
                placer.block(Box.around(disc.x(), disc.y(), half, half));
                placer.avoid(Box.around(disc.x(), disc.y(), radius, radius));
            }
            case Shape.Track(Path2D _, List<Coordinate> _, List<Box> strokes) -> strokes.forEach(placer::avoid);
            case Shape.Disc _, Shape.Outline _, Shape.Bracket _ -> {}
        }
    }

    /** Where the name of a symbol may stand, best first. */
    List<Candidate> candidates(Shape shape, int quotes, boolean selected, List<Side> around) {
        return switch (shape) {
            case Shape.Spot(double x, double y, double _) -> {
                double gap = (ring(quotes, selected) + AIR + (selected ? 4 : 0)) * pixel;
                // Farther off too: another symbol may lie on the same spot.
                List<Candidate> near = new ArrayList<>(Candidate.around(x, y, gap, around));
                near.addAll(Candidate.around(x, y, gap + FARTHER * pixel, around));
                yield near;
            }
            case Shape.Disc disc ->
                disc.vast()
                        ? Candidate.around(disc.x(), disc.y(), 0, List.of(Side.CENTRE, Side.ABOVE, Side.BELOW))
                        : Candidate.around(
                                disc.x(), disc.y(), shownRadius(disc) + (AIR + (selected ? 4 : 0)) * pixel, around);
            case Shape.Outline(Path2D _, boolean _, boolean _, List<Coordinate> inside) ->
                inside.stream()
                        .map(at -> new Candidate(at.x, at.y, 0, Side.CENTRE))
                        .toList();
            case Shape.Track(Path2D _, List<Coordinate> stops, List<Box> _) -> beside(stops, around);
            case Shape.Bracket(Path2D _, List<Coordinate> stops) -> beside(stops, around);
        };
    }

    private List<Candidate> beside(List<Coordinate> stops, List<Side> around) {
        return stops.stream()
                .flatMap(at ->
                        around.stream().map(side -> new Candidate(at.x, at.y, (Bracket.DISTANCE + AIR) * pixel, side)))
                .toList();
    }

    /** The more quotes the larger, but never so that size is read as a number. */
    static double ring(int quotes, boolean selected) {
        return Math.min(RING_MOST, RING + 0.8 * Math.log(Math.max(1, quotes))) + (selected ? 1.2 : 0);
    }

    /** Never smaller than can be seen and hit; a circle drawn too large claims less than is known, never more. */
    double shownRadius(Shape.Disc disc) {
        return Math.max(disc.radius(), DISC_LEAST * pixel);
    }

    private Xml circle(Xml xml, String classes, double x, double y, double radius) {
        return xml.open("circle")
                .attribute("class", classes)
                .attribute("cx", PathText.number(x, decimals))
                .attribute("cy", PathText.number(y, decimals))
                .attribute("r", PathText.number(radius, decimals + 1));
    }

    private String size(double pagePixels) {
        return PathText.number(pagePixels * pixel, decimals + 1);
    }
}
