package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.model.Layer;

/** Draws samples of the signs in a legend, in a box of {@link #WIDTH} by {@link #HEIGHT} pixels. */
public final class SignMarks {

    public static final double WIDTH = 26;
    public static final double HEIGHT = 16;

    private static final double X = WIDTH / 2;
    private static final double Y = HEIGHT / 2;

    private SignMarks() {}

    public static List<Mark> of(Sign sign) {
        return switch (sign) {
            case INCIDENT -> symbol(new Shape.Spot(X, Y, 0), Layer.Style.INCIDENT);
            case INCIDENT_RADIUS -> symbol(new Shape.Disc(X, Y, 7, false), Layer.Style.INCIDENT);
            case POINT -> symbol(new Shape.Spot(X, Y, 0), Layer.Style.PLACE);
            case RADIUS -> symbol(new Shape.Disc(X, Y, 7, false), Layer.Style.PLACE);
            case VAST -> symbol(new Shape.Disc(X, Y, 7, true), Layer.Style.PLACE);
            case AREA ->
                symbol(new Shape.Outline(Paths.box(3, 2, WIDTH - 6, HEIGHT - 4), false, List.of()), Layer.Style.AREA);
            case LINE -> line(Layer.Style.ROUTE, "");
            case PATH -> line(Layer.Style.PLACE, "");
            case ROAD, RIVER, FERRY, BORDER, PIPELINE ->
                line(Layer.Style.ROUTE, sign.name().toLowerCase(Locale.ROOT));
            case BETWEEN ->
                symbol(
                        new Shape.Bracket(
                                Paths.line(4, HEIGHT - 3, 4, 4, WIDTH - 4, 4, WIDTH - 4, HEIGHT - 3), List.of()),
                        Layer.Style.PLACE);
            case STATION -> List.of(Symbols.dots(List.of(new Shape.Spot(X, Y, 0))));
            case BOUNDARY -> line("boundary");
            case UNSETTLED_BOUNDARY -> line("boundary-unsettled");
            case PROVINCE -> line("province");
            case DISTRICT -> line("district");
        };
    }

    private static List<Mark> line(Layer.Style style, String kind) {
        return symbol(new Shape.Track(Paths.line(3, Y, WIDTH - 3, Y), List.of(), List.of()), style, kind);
    }

    private static List<Mark> symbol(Shape shape, Layer.Style style) {
        return symbol(shape, style, "");
    }

    private static List<Mark> symbol(Shape shape, Layer.Style style, String kind) {
        return new Symbols(shape, style, kind, true, Symbols.Border.OWN, false).marks();
    }

    private static List<Mark> line(String part) {
        return List.of(new Mark.Path(Paths.line(1, Y, WIDTH - 1, Y), Ink.of(part, "")));
    }

    /** A scale bar in four parts, its upper left corner at the origin. */
    public static List<Mark> scale(double length) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Path(
                Paths.box(0, 0, length, 4), Ink.fill(Palette.PAPER).edged(Palette.INK_2, 1)));
        for (int part = 0; part < 4; part += 2) {
            marks.add(new Mark.Path(Paths.box(length * part / 4, 0, length / 4, 4), Ink.fill(Palette.INK_2)));
        }
        return marks;
    }
}
