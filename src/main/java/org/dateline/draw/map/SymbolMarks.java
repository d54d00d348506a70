package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.locationtech.jts.geom.Coordinate;

/** The symbols of the location classes as marks of a figure: the same forms, sizes and colours as on the pages' maps. */
final class SymbolMarks {

    /** A soft edge is made of so many discs above each other. */
    private static final int SOFTNESS = 20;

    private static final double HATCH = 6;

    private final Frame frame;
    private final Symbols symbols;

    SymbolMarks(Frame frame) {
        this.frame = frame;
        this.symbols = new Symbols(frame);
    }

    double x(double world) {
        return (world - frame.view().left()) / frame.pixel();
    }

    double y(double world) {
        return (world - frame.view().top()) / frame.pixel();
    }

    /** Marks whose plane is that of world pixels. */
    Mark inWorld(List<Mark> marks) {
        double scale = 1 / frame.pixel();
        return new Mark.Group(scale, -frame.view().left() * scale, -frame.view().top() * scale, null, marks);
    }

    /** @param place whether it belongs to a layer of places: then a line is no route */
    List<Mark> of(Shape shape, boolean incident, boolean place, int quotes, boolean selected) {
        return switch (shape) {
            case Shape.Outline outline -> outline(outline, selected);
            case Shape.Track(Path2D path, List<Coordinate> _, List<Box> _) -> {
                double wider = selected ? 1.6 : 0;
                Colour colour = selected ? Palette.MAP_INCIDENT : place ? Palette.MAP_AREA : Palette.MAP_ROUTE;
                yield List.of(inWorld(List.of(
                        new Mark.Path(path, line(Palette.MAP_ROUTE_CORE.with(0.85), 5 + wider)),
                        new Mark.Path(path, line(colour, 2.2 + wider)))));
            }
            case Shape.Bracket(Path2D path, List<Coordinate> _) ->
                List.of(inWorld(List.of(new Mark.Path(path, line(Palette.MAP_INCIDENT, selected ? 3.4 : 2.2)))));
            case Shape.Disc disc -> disc(disc, incident, selected);
            case Shape.Spot spot -> spot(spot, incident, quotes, selected);
        };
    }

    private Ink line(Colour colour, double pixels) {
        return Ink.line(colour, pixels * frame.pixel());
    }

    private List<Mark> outline(Shape.Outline outline, boolean selected) {
        if (!selected && outline.drawn()) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        if (selected) {
            double width = frame.view().width() / frame.pixel();
            double height = frame.view().height() / frame.pixel();
            Path2D lines = new Path2D.Double();
            for (double at = -height; at < width; at += HATCH * Math.sqrt(2)) {
                lines.append(Paths.line(at, height, at + height, 0), false);
            }
            Mark hatch = new Mark.Group(
                    frame.pixel(),
                    frame.view().left(),
                    frame.view().top(),
                    null,
                    List.of(new Mark.Path(lines, Ink.line(Palette.MAP_INCIDENT.with(0.4), 2.2))));
            double scale = 1 / frame.pixel();
            marks.add(new Mark.Group(
                    scale, -frame.view().left() * scale, -frame.view().top() * scale, outline.path(), List.of(hatch)));
        }
        Colour edge = selected ? Palette.MAP_INCIDENT : Palette.MAP_AREA.with(0.55);
        marks.add(inWorld(List.of(new Mark.Path(outline.path(), line(edge, selected ? 2 : 1.2)))));
        return marks;
    }

    private List<Mark> disc(Shape.Disc disc, boolean incident, boolean selected) {
        double x = x(disc.x());
        double y = y(disc.y());
        double radius = symbols.shownRadius(disc) / frame.pixel();
        List<Mark> marks = new ArrayList<>();
        if (disc.vast()) {
            marks.add(
                    new Mark.Circle(x, y, radius, Ink.dashed(Palette.MAP_AREA.with(0.5), selected ? 2.2 : 1.1, 5, 4)));
            return marks;
        }
        Colour colour = incident ? Palette.MAP_INCIDENT : Palette.MAP_ROUTE;
        double strength = incident ? 1 : 0.55;
        double outside = 0;
        for (int ring = SOFTNESS; ring > 0; ring--) {
            double opacity = strength * opacity((ring - 0.5) / SOFTNESS);
            // Each disc lies on those around it: it adds what they lack.
            double added = 1 - (1 - opacity) / (1 - outside);
            marks.add(new Mark.Circle(x, y, radius * ring / SOFTNESS, Ink.fill(colour.with(added))));
            outside = opacity;
        }
        marks.add(new Mark.Circle(x, y, radius, Ink.line(incident ? colour : colour.with(0.6), selected ? 2.2 : 1.1)));
        if (selected) {
            marks.add(new Mark.Circle(x, y, radius + 4, Ink.line(Palette.MAP_INCIDENT, 1.6)));
        }
        return marks;
    }

    /** How dense a soft disc is at a share of its radius: as {@link Symbols#writeDefinitions} has it on the pages. */
    private static double opacity(double share) {
        return share < 0.5 ? 0.8 - 0.4 * share : 0.6 - (share - 0.5);
    }

    private List<Mark> spot(Shape.Spot spot, boolean incident, int quotes, boolean selected) {
        double x = x(spot.x());
        double y = y(spot.y());
        double radius = Symbols.ring(quotes, selected);
        double uncertainty = spot.uncertainty() / frame.pixel();
        List<Mark> marks = new ArrayList<>();
        if (uncertainty > 1.8 * radius) {
            marks.add(new Mark.Circle(x, y, uncertainty, Ink.dashed(Palette.MAP_INK_3, 1, 2.4, 2.4)));
        }
        if (selected) {
            marks.add(new Mark.Circle(x, y, radius + 4.5, Ink.line(Palette.MAP_INCIDENT, 1.6)));
        }
        Colour fill = incident ? Palette.MAP_INCIDENT : Palette.MAP_ROUTE_CORE;
        Colour edge = selected ? Palette.MAP_INCIDENT : incident ? Palette.MAP_ROUTE_CORE : Palette.MAP_ROUTE;
        marks.add(new Mark.Circle(x, y, radius, Ink.fill(fill).edged(edge, 2.2)));
        return marks;
    }

    /** A station that no report names. */
    List<Mark> dot(Shape.Spot spot) {
        return List.of(new Mark.Circle(
                x(spot.x()), y(spot.y()), 1.65, Ink.fill(Palette.MAP_ROUTE_CORE).edged(Palette.MAP_ROUTE, 1.1)));
    }

    List<Mark> town(double worldX, double worldY) {
        return List.of(new Mark.Circle(
                x(worldX), y(worldY), 2.1, Ink.fill(Palette.MAP_INK_2).edged(Palette.MAP_ROUTE_CORE, 1)));
    }
}
