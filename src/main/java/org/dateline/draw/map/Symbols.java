package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.LabelPlacer;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.draw.plane.Side;
import org.dateline.model.Layer;
import org.locationtech.jts.geom.Coordinate;

/**
 * The symbols of the location classes: an outline for an area, a cased line for a route, a bracket for "between", a
 * disc with a soft edge for a radius, a ring for a point. Their parts and sizes are those of look.json.
 *
 * @param kind     the feature's, which tells roads from rivers
 * @param quoted   whether an excerpt names it
 * @param border   how an outline is drawn
 * @param selected whether it is emphasised
 */
record Symbols(Shape shape, Layer.Style style, String kind, boolean quoted, Border border, boolean selected) {

    private static final double TRUE_CIRCLE = Look.size("true-circle");

    /** The largest radius of a circle whose name is beside it; names of larger circles are inside. */
    private static final double NAMED_BESIDE = Look.size("named-beside");

    private static final double CORE_ROOM = placing("core-room");
    private static final double AIR = placing("symbol-air");

    /** How the outline of an area is drawn. */
    enum Border {
        OWN,
        /** The border of a country or province on a map whose basemap does not draw it. */
        FAINT,
        /** No border, because the basemap draws it. */
        NONE
    }

    static Symbols of(MapContent.Drawn one, boolean selected) {
        Border border = !one.faint() ? Border.OWN : one.grounded() ? Border.NONE : Border.FAINT;
        return new Symbols(one.shape(), one.style(), one.feature().kind(), one.quotes() > 0, border, selected);
    }

    private static double placing(String name) {
        return Look.number("placing", name);
    }

    /** The marks above the {@link #ground}, from the bottom up; none for an area whose border the basemap draws, unless it is selected. */
    List<Mark> marks() {
        return switch (shape) {
            case Shape.Outline outline ->
                selected || border != Border.NONE ? List.of(new Mark.Path(outline.path(), area())) : List.of();
            case Shape.Track(Path2D path, List<Coordinate> _, List<Box> _) -> List.of(line(path));
            case Shape.Bracket(Path2D path, List<Coordinate> _) -> List.of(new Mark.Path(path, ink("bracket")));
            case Shape.Disc disc
            when disc.vast() ->
                selected || border != Border.NONE
                        ? List.of(new Mark.Circle(disc.x(), disc.y(), disc.radius(), area()))
                        : List.of();
            case Shape.Disc disc -> disc(disc);
            case Shape.Spot spot -> spot(spot);
        };
    }

    private Ink area() {
        return Ink.of(
                selected ? "area-selected" : border == Border.FAINT ? "area-faint" : quoted ? "area-quoted" : "area",
                tone());
    }

    private Mark line(Path2D path) {
        LineSymbol line = LineSymbol.of(style, kind);
        List<Ink> inks =
                new ArrayList<>(List.of(ink(line.casing()), ink(selected ? line.body() + "-selected" : line.body())));
        line.core().map(this::ink).ifPresent(inks::add);
        return new Mark.Path(path, inks);
    }

    /** The marks that lie below all others, so that no name lies beneath them: a circle of its true size. */
    List<Mark> ground() {
        if (!(shape instanceof Shape.Disc disc) || disc.vast() || disc.radius() < TRUE_CIRCLE) {
            return List.of();
        }
        boolean incident = style == Layer.Style.INCIDENT;
        return List.of(
                circle(disc.x(), disc.y(), disc.radius(), incident ? "circle-incident" : "circle"),
                circle(disc.x(), disc.y(), disc.radius(), selected ? "circle-edge-strong" : "circle-edge"));
    }

    private List<Mark> disc(Shape.Disc disc) {
        boolean incident = style == Layer.Style.INCIDENT;
        List<Mark> marks = new ArrayList<>();
        if (disc.radius() < TRUE_CIRCLE) {
            halo(marks, disc.x(), disc.y());
            marks.add(circle(disc.x(), disc.y(), size(), "disc"));
        }
        marks.add(circle(disc.x(), disc.y(), Look.size(incident ? "core-incident" : "core"), "core"));
        return marks;
    }

    private List<Mark> spot(Shape.Spot spot) {
        List<Mark> marks = new ArrayList<>();
        if (spot.uncertainty() > Look.number("uncertainty", "from") * size()) {
            marks.add(circle(spot.x(), spot.y(), spot.uncertainty(), "uncertainty"));
        }
        halo(marks, spot.x(), spot.y());
        marks.add(circle(spot.x(), spot.y(), size() - Look.size("ring-inset"), quoted ? "ring" : "ring-quiet"));
        return marks;
    }

    private void halo(List<Mark> marks, double x, double y) {
        if (selected) {
            marks.add(circle(x, y, size() + Look.size("halo"), "halo"));
        }
    }

    private Mark circle(double x, double y, double radius, String part) {
        return new Mark.Circle(x, y, radius, ink(part));
    }

    private Ink ink(String part) {
        return Ink.of(part, tone());
    }

    private String tone() {
        return Look.tone(selected ? "selected" : style.id());
    }

    /** Half the width of a point's symbol. */
    private double size() {
        if (style == Layer.Style.ROUTE) {
            return Look.size(quoted ? "route" : "station");
        }
        boolean incident = style == Layer.Style.INCIDENT;
        if (shape instanceof Shape.Disc) {
            return Look.size(incident ? "disc-incident" : "disc");
        }
        return Look.size(incident ? "incident" : quoted ? "place" : "place-unquoted");
    }

    /** Dots for stations, all in one path, as strokes of zero length with round caps. */
    static Mark dots(List<Shape.Spot> spots) {
        Path2D dots = new Path2D.Double();
        spots.forEach(spot -> Paths.addDot(dots, spot.x(), spot.y()));
        String tone = Look.tone(Layer.Style.ROUTE.id());
        return new Mark.Path(dots, List.of(Ink.of("station-casing", tone), Ink.of("station", tone)));
    }

    static Mark town(double x, double y) {
        return new Mark.Circle(x, y, Look.size("town"), Ink.of("town", ""));
    }

    /** Keeps names off it, except its owner's. */
    void block(LabelPlacer placer, Object owner) {
        switch (shape) {
            case Shape.Spot(double x, double y, double _) -> {
                double half = size() + placing("symbol-room");
                placer.addSymbol(Box.around(x, y, half, half), owner);
            }
            case Shape.Disc disc
            when !disc.vast() -> {
                double radius = Math.max(size(), disc.radius());
                double half = radius > NAMED_BESIDE ? CORE_ROOM : Math.min(radius, placing("disc-room"));
                placer.addSymbol(Box.around(disc.x(), disc.y(), half, half), owner);
                placer.addDisc(Box.around(disc.x(), disc.y(), radius, radius));
            }
            case Shape.Track track -> track.strokes().forEach(placer::addLine);
            case Shape.Disc _, Shape.Outline _, Shape.Bracket _ -> {}
        }
    }

    /** The positions for its name, best first. */
    List<Candidate> candidates(List<Side> around) {
        double air = AIR + (selected ? placing("selected-air") : 0);
        return switch (shape) {
            case Shape.Spot(double x, double y, double _) -> {
                // Also try farther away, because another symbol may be at the same spot.
                List<Candidate> near = new ArrayList<>(Candidate.around(x, y, size() + air, around));
                near.addAll(Candidate.around(x, y, size() + air + placing("farther"), around));
                yield near;
            }
            case Shape.Disc disc
            when disc.vast() -> Candidate.around(disc.x(), disc.y(), 0, List.of(Side.CENTRE, Side.ABOVE, Side.BELOW));
            case Shape.Disc disc
            when disc.radius() > NAMED_BESIDE -> Candidate.around(disc.x(), disc.y(), CORE_ROOM + AIR, around);
            case Shape.Disc disc -> Candidate.around(disc.x(), disc.y(), Math.max(size(), disc.radius()) + air, around);
            case Shape.Outline outline ->
                outline.inside().stream()
                        .map(at -> new Candidate(at.x, at.y, 0, Side.CENTRE))
                        .toList();
            case Shape.Track track -> beside(track.stops());
            case Shape.Bracket bracket -> beside(bracket.stops());
        };
    }

    private static List<Candidate> beside(List<Coordinate> stops) {
        return stops.stream()
                .flatMap(at -> Candidate.around(at.x, at.y, Look.size("bracket") + AIR, Side.BESIDE).stream())
                .toList();
    }
}
