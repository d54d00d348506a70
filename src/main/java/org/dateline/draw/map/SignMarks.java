package org.dateline.draw.map;

import java.util.List;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;

/** Samples of what a legend explains, in a box of {@link #WIDTH} by {@link #HEIGHT} pixels. */
public final class SignMarks {

    public static final double WIDTH = 26;
    public static final double HEIGHT = 16;

    private static final double X = WIDTH / 2;
    private static final double Y = HEIGHT / 2;

    private SignMarks() {}

    public static List<Mark> of(Sign sign) {
        Box box = new Box(0, 0, WIDTH, HEIGHT);
        SymbolMarks symbols = new SymbolMarks(new Frame(box, box, 1, 1));
        return switch (sign) {
            case INCIDENT -> symbols.of(new Shape.Spot(X, Y, 0), true, false, 3, false);
            case INCIDENT_RADIUS -> symbols.of(new Shape.Disc(X, Y, 7, false), true, false, 3, false);
            case POINT -> symbols.of(new Shape.Spot(X, Y, 0), false, true, 3, false);
            case RADIUS -> symbols.of(new Shape.Disc(X, Y, 7, false), false, true, 3, false);
            case VAST -> symbols.of(new Shape.Disc(X, Y, 7, true), false, true, 3, false);
            case AREA ->
                symbols.of(
                        new Shape.Outline(Paths.box(3, 2, WIDTH - 6, HEIGHT - 4), false, false, List.of()),
                        false,
                        true,
                        3,
                        false);
            case LINE ->
                symbols.of(
                        new Shape.Track(Paths.line(1, Y, WIDTH - 1, Y), List.of(), List.of()), false, false, 3, false);
            case BETWEEN ->
                symbols.of(
                        new Shape.Bracket(
                                Paths.line(4, HEIGHT - 3, 4, 4, WIDTH - 4, 4, WIDTH - 4, HEIGHT - 3), List.of()),
                        true,
                        false,
                        3,
                        false);
            case STATION -> symbols.dot(new Shape.Spot(X, Y, 0));
            case BOUNDARY -> line(BackdropStyle.BOUNDARY);
            case UNSETTLED_BOUNDARY -> line(BackdropStyle.DISPUTED);
            case PROVINCE -> line(BackdropStyle.PROVINCE);
            case DISTRICT -> line(BackdropStyle.DISTRICT);
        };
    }

    private static List<Mark> line(BackdropStyle style) {
        return List.of(new Mark.Path(Paths.line(1, Y, WIDTH - 1, Y), style.ink(1)));
    }

    /** A scale in four parts, its upper left corner at the origin. */
    public static List<Mark> scale(double length) {
        List<Mark> marks = new java.util.ArrayList<>();
        marks.add(new Mark.Path(
                Paths.box(0, 0, length, 4), Ink.fill(Palette.PAPER).edged(Palette.INK_2, 1)));
        for (int part = 0; part < 4; part += 2) {
            marks.add(new Mark.Path(Paths.box(length * part / 4, 0, length / 4, 4), Ink.fill(Palette.INK_2)));
        }
        return marks;
    }
}
