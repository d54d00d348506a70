package org.dateline.draw.plot;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plot.PlotLayout.Placed;
import org.dateline.model.Value;

/**
 * Cells of a dot plot as marks of a figure, with the forms and the lanes of {@link DotPlot}. Each cell's upper left
 * corner is its origin.
 */
public final class PlotMarks {

    private static final double FONT_SHARE = 12.5 / 24;

    private final PlotScale scale;
    private final double width;
    private final boolean rightToLeft;
    private final String language;
    private final double lane;
    private final Type type;
    private final PlotLayout layout;

    /**
     * @param width of a cell in pixels
     * @param lane  height of a lane; type grows with it
     */
    public PlotMarks(PlotScale scale, double width, boolean rightToLeft, String language, double lane) {
        this.scale = scale;
        this.width = width;
        this.rightToLeft = rightToLeft;
        this.language = language;
        this.lane = lane;
        this.type = Type.bold(lane * FONT_SHARE);
        this.layout = new PlotLayout(scale, width, label -> Typesetter.width(label, type));
    }

    /** @param label in words */
    public record Stated(Value value, String label) {}

    /** @param height that the marks take */
    public record Cell(List<Mark> marks, double height) {}

    /** The values of one party at one time. */
    public Cell cell(List<Stated> values, Colour party) {
        List<Mark> marks = new ArrayList<>();
        List<List<Placed>> lanes = layout.lanes(values.stream()
                .map(stated -> new DotPlot.Mark(stated.value(), stated.label(), "", "", ""))
                .toList());
        for (int i = 0; i < lanes.size(); i++) {
            for (Placed placed : lanes.get(i)) {
                add(marks, placed, (i + 0.5) * lane, party);
            }
        }
        return new Cell(marks, lanes.size() * lane);
    }

    private void add(List<Mark> marks, Placed placed, double y, Colour party) {
        PlotLayout.Shape shape = placed.shape();
        boolean dot = !Double.isNaN(shape.at());
        double at = layout.pixels(dot ? shape.at() : shape.to());
        if (shape.to() > shape.from()) {
            double height = shape.thick() ? 14 : 4;
            double from = layout.pixels(shape.from());
            double to = layout.pixels(shape.to());
            marks.add(new Mark.Path(
                    Paths.box(rightToLeft ? width - to : from, y - height / 2, to - from, height),
                    Ink.fill(party.with(shape.thick() ? 0.28 : 0.4))));
        }
        if (shape.arrow()) {
            double from = at + (dot ? PlotLayout.RADIUS : 0);
            double to = at + (dot ? PlotLayout.ARROW : PlotLayout.ARROW / 2);
            Path2D arrow = Paths.line(x(from), y, x(to), y);
            arrow.append(Paths.line(x(to - 5), y - 4, x(to), y, x(to - 5), y + 4), false);
            marks.add(new Mark.Path(arrow, Ink.line(party, 1.8)));
        }
        if (dot) {
            Ink ink = shape.hollow() ? Ink.fill(Palette.PAPER).edged(party, 2) : Ink.fill(party);
            marks.add(new Mark.Circle(x(at), y, shape.hollow() ? PlotLayout.RADIUS - 1 : PlotLayout.RADIUS, ink));
        }
        boolean endsThere = placed.labelBefore() != rightToLeft;
        marks.add(new Mark.Text(
                placed.mark().label(),
                x(placed.labelAt()),
                y + 0.35 * type.size(),
                endsThere ? Mark.Anchor.RIGHT : Mark.Anchor.LEFT,
                type,
                Palette.INK,
                rightToLeft,
                null,
                language));
    }

    /** Thin lines at each step, to stand behind the cells of a column. */
    public List<Mark> grid(double height) {
        List<Mark> marks = new ArrayList<>();
        for (double tick = 0; tick <= scale.max(); tick += scale.step()) {
            double x = x(layout.pixels(scale.at(tick)));
            marks.add(
                    new Mark.Path(Paths.line(x, 0, x, height), Ink.line(tick == 0 ? Palette.RULE_2 : Palette.RULE, 1)));
        }
        return marks;
    }

    /** The axis beneath a column: a line, and a number at each step. */
    public List<Mark> axis(DoubleFunction<String> number) {
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Path(Paths.line(x(layout.pixels(0)), 0, x(layout.pixels(1)), 0), Ink.line(Palette.RULE_2, 1)));
        for (double tick = 0; tick <= scale.max(); tick += scale.step()) {
            marks.add(new Mark.Text(
                    number.apply(tick),
                    x(layout.pixels(scale.at(tick))),
                    type.size() * 1.3,
                    Mark.Anchor.MIDDLE,
                    Type.sans(type.size() * 0.9),
                    Palette.INK_3,
                    false,
                    null,
                    language));
        }
        return marks;
    }

    private double x(double fromStart) {
        return rightToLeft ? width - fromStart : fromStart;
    }
}
