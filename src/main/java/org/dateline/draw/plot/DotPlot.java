package org.dateline.draw.plot;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.draw.plane.Paths;
import org.dateline.model.Interval;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * Draws the cells of a dot plot as marks, for pages and images. A number is a dot, which is hollow if the claim
 * excludes the number itself; a range is a bar, an open end an arrow. Values are arranged in lanes so that no marks or
 * labels overlap. Each cell's origin is its upper left corner.
 */
public final class DotPlot {

    /** The cell width in pixels for which labels on pages are kept apart; in wider cells they are further apart. */
    public static final double PAGE_WIDTH = 290;

    /** The height of a page's lane, in pixels. */
    public static final double LANE = size("lane");

    private static final double TYPE_SHARE = size("type") / LANE;
    private static final double AXIS_SHARE = size("axis-type") / LANE;

    /** From a label's baseline to that of the note below it, in sizes of the note's type. */
    private static final double NOTE_LEADING = 1.15;

    /** Between the lines of a note in Nastaliq, whose words hang on a slope. */
    private static final double NASTALIQ_LEADING = 1.9;

    /** How long the bar of a word without an upper end is, as a share of the axis. */
    private static final double VAGUE = 0.06;

    /** The start of the axis, as a share of the cell's width. */
    private static final double FROM = size("from");

    private static final double LENGTH = size("length");
    private static final double DOT = size("dot");
    private static final double ARROW = size("arrow");
    private static final double GAP = size("gap");

    private final PlotScale scale;
    private final double width;
    private final boolean rightToLeft;
    private final String language;
    private final double lane;
    private final Type type;
    private final Type note;

    /**
     * @param width the width of a cell, in pixels
     * @param lane  the height of a lane, in pixels; type grows with it
     */
    public DotPlot(PlotScale scale, double width, boolean rightToLeft, String language, double lane) {
        this.scale = scale;
        this.width = width;
        this.rightToLeft = rightToLeft;
        this.language = language;
        this.lane = lane;
        this.type = Type.bold(lane * TYPE_SHARE);
        this.note = Type.sans(lane * AXIS_SHARE);
    }

    /**
     * A stated value to plot.
     * @param label the value in words
     * @param note  what must be said with the value, in smaller type below it; empty for nothing
     * @param link  the link to its quote, on pages; null in images
     * @param date  the excerpt's date (ISO 8601); empty for none
     */
    public record Stated(Value value, String label, String note, Mark.@Nullable Link link, String date) {
        public Stated(Value value, String label, String note) {
            this(value, label, note, null, "");
        }
    }

    /** @param height the height of the marks */
    public record Cell(List<Mark> marks, double height) {}

    /**
     * The shape of a value, in shares of the axis.
     *
     * @param at   the position of the dot; NaN for none
     * @param from the start of the bar; equal to {@code to} for none
     */
    private record Shape(double at, boolean hollow, double from, double to, boolean arrow, boolean thick) {

        boolean dot() {
            return !Double.isNaN(at);
        }

        /** The position to which the label is attached. */
        double anchor() {
            return dot() ? at : from;
        }
    }

    /**
     * The position of a value's marks, in pixels from the start of the cell.
     *
     * @param note the note's lines
     */
    private record Placed(
            Stated stated,
            Shape shape,
            List<String> note,
            double labelAt,
            boolean labelBefore,
            double start,
            double end) {}

    /**
     * The cell with the values of one party at one time.
     *
     * @param party the party's number in the palette
     */
    public Cell cell(List<Stated> values, int party) {
        List<List<Placed>> lanes = lanes(values);
        List<Mark> marks = new ArrayList<>();
        double height = 0;
        for (List<Placed> together : lanes) {
            double middle = height + lane / 2;
            for (Placed placed : together) {
                marks.add(new Mark.Item(
                        "plot-mark",
                        Map.of("date", placed.stated.date),
                        placed.stated.link,
                        marks(placed, middle, "party-" + party)));
            }
            height += lane
                    + together.stream()
                            .mapToDouble(placed -> below(placed.note, placed.note.size()))
                            .max()
                            .orElse(0);
        }
        return new Cell(marks, height);
    }

    private List<List<Placed>> lanes(List<Stated> values) {
        List<List<Placed>> lanes = new ArrayList<>();
        for (Stated stated : values) {
            Placed placed = place(stated);
            lanes.stream()
                    .filter(lane -> lane.stream()
                            .noneMatch(other -> placed.start < other.end + GAP && other.start < placed.end + GAP))
                    .findFirst()
                    .orElseGet(() -> {
                        lanes.add(new ArrayList<>());
                        return lanes.getLast();
                    })
                    .add(placed);
        }
        return lanes;
    }

    private Placed place(Stated stated) {
        Shape shape = shape(stated.value);
        double start = pixels(Math.min(shape.anchor(), shape.from)) - DOT;
        double end = pixels(Math.max(shape.anchor(), shape.to)) + (shape.arrow ? ARROW : DOT);
        List<String> lines = stated.note.isEmpty() ? List.of() : List.of(stated.note);
        double wide = wide(stated.label, lines);
        if (shape.thick && pixels(shape.to) - pixels(shape.from) > wide + 2 * GAP) {
            return new Placed(stated, shape, lines, pixels(shape.from) + GAP, false, start, end);
        }
        double roomAfter = width - end - GAP;
        double roomBefore = start - GAP;
        if (wide > Math.max(roomAfter, roomBefore)) {
            lines = lines(stated.note, Math.max(roomAfter, roomBefore) / note.size());
            wide = wide(stated.label, lines);
        }
        if (wide <= roomAfter || wide > roomBefore) {
            return new Placed(stated, shape, lines, end + GAP, false, start, end + GAP + wide);
        }
        return new Placed(stated, shape, lines, start - GAP, true, start - GAP - wide, end);
    }

    /** The distance in pixels from a label's baseline to that of a line of its note; 0 for line 0. */
    private double below(List<String> lines, int line) {
        if (line == 0) {
            return 0;
        }
        boolean nastaliq = lines.stream().anyMatch(TextWidth::isArabicScript);
        return note.size() * (NOTE_LEADING + (line - 1) * (nastaliq ? NASTALIQ_LEADING : NOTE_LEADING));
    }

    private double wide(String label, List<String> noteLines) {
        double ems = noteLines.stream()
                .mapToDouble(line -> TextWidth.ems(line, 0))
                .max()
                .orElse(0);
        return Math.max(TextWidth.ems(label, 0) * type.size(), ems * note.size());
    }

    /** Breaks a text at its spaces into lines of at most a width in ems; a longer word has a line of its own. */
    static List<String> lines(String text, double ems) {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.isEmpty() || TextWidth.ems(longer, 0) > ems) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    private Shape shape(Value value) {
        Interval interval = value.interval();
        boolean open = interval.high() > scale.max();
        double from = scale.at(Math.max(0, interval.low()));
        double to = scale.at(Math.min(scale.max(), interval.high()));
        return switch (value) {
            case Value.Figure(var _, double number) -> {
                double at = scale.at(number);
                boolean endless = interval.high() == Double.POSITIVE_INFINITY;
                yield new Shape(at, !interval.contains(number), from, endless ? at : to, endless, false);
            }
            // A word without an upper end says little: a short bar with an arrow, not the longest one of the plot.
            case Value.Vague _
            when interval.high() == Double.POSITIVE_INFINITY ->
                new Shape(Double.NaN, false, from, Math.min(1, from + VAGUE), true, true);
            case Value.Range _, Value.Vague _ -> new Shape(Double.NaN, false, from, to, open, true);
        };
    }

    /** The marks of a value. Bars stretch with the cell; marks of fixed size are in groups at their positions. */
    private List<Mark> marks(Placed placed, double y, String tone) {
        Shape shape = placed.shape;
        List<Mark> marks = new ArrayList<>();
        if (shape.to > shape.from) {
            String part = shape.thick ? "plot-range" : "plot-leeway";
            double height = size(shape.thick ? "range" : "leeway");
            double from = pixels(shape.from);
            double to = pixels(shape.to);
            marks.add(new Mark.Bar(
                    rightToLeft ? width - to : from, y - height / 2, to - from, height, 2, Ink.of(part, tone)));
        }
        List<Mark> fixed = new ArrayList<>();
        double anchor = pixels(shape.anchor());
        if (placed.stated.link != null) {
            // The area for the pointer and for showing the focus.
            double from = rightToLeft ? anchor - placed.end : placed.start - anchor;
            fixed.add(
                    new Mark.Bar(from, -lane / 2, placed.end - placed.start, lane, 5, new Ink("plot-hit", null, null)));
        }
        if (shape.dot()) {
            Ink ink = Ink.of(shape.hollow ? "plot-dot-hollow" : "plot-dot", tone);
            fixed.add(new Mark.Circle(0, 0, shape.hollow ? DOT - 1 : DOT, ink));
        }
        if (shape.arrow && shape.dot()) {
            fixed.add(arrow(DOT, ARROW, tone));
        }
        double labelAt = sign() * (placed.labelAt - anchor);
        Mark.Anchor end = placed.labelBefore != rightToLeft ? Mark.Anchor.RIGHT : Mark.Anchor.LEFT;
        fixed.add(new Mark.Text(
                placed.stated.label, labelAt, 0.35 * type.size(), end, type, Palette.INK, rightToLeft, null, language));
        for (int i = 0; i < placed.note.size(); i++) {
            fixed.add(new Mark.Text(
                    "plot-note",
                    // The space tells apart the words of two lines for screen readers and copying.
                    placed.note.get(i) + (i + 1 < placed.note.size() ? " " : ""),
                    labelAt,
                    0.35 * type.size() + below(placed.note, i + 1),
                    end,
                    note,
                    Palette.INK_2,
                    rightToLeft,
                    null,
                    language,
                    0));
        }
        marks.add(new Mark.Group(1, x(anchor), y, null, fixed));
        if (shape.arrow && !shape.dot()) {
            marks.add(new Mark.Group(1, x(pixels(shape.to)), y, null, List.of(arrow(0, ARROW / 2, tone))));
        }
        return marks;
    }

    private Mark arrow(double from, double to, String tone) {
        double tip = sign() * to;
        double back = sign() * (to - 5);
        Path2D path = Paths.line(sign() * from, 0, tip, 0);
        path.append(Paths.line(back, -4, tip, 0, back, 4), false);
        return new Mark.Path(path, Ink.of("plot-arrow", tone));
    }

    /** Thin lines at each step, behind the cells of a column. */
    public List<Mark> grid(double height) {
        List<Mark> marks = new ArrayList<>();
        for (double tick = 0; tick <= scale.max(); tick += scale.step()) {
            double x = x(pixels(scale.at(tick)));
            marks.add(
                    new Mark.Path(Paths.line(x, 0, x, height), Ink.line(tick == 0 ? Palette.RULE_2 : Palette.RULE, 1)));
        }
        return marks;
    }

    /** The axis below a column: a line, and a number at each step. */
    public List<Mark> axis(DoubleFunction<String> number) {
        List<Mark> marks = new ArrayList<>();
        double start = pixels(rightToLeft ? 1 : 0);
        marks.add(new Mark.Bar(x(start), 0, LENGTH * width, 1, 0, Ink.of("plot-axis", "")));
        for (double tick = 0; tick <= scale.max(); tick += scale.step()) {
            marks.add(new Mark.Text(
                    number.apply(tick),
                    x(pixels(scale.at(tick))),
                    type.size() * 1.3,
                    Mark.Anchor.MIDDLE,
                    Type.sans(lane * AXIS_SHARE),
                    Palette.INK_3,
                    false,
                    null,
                    language));
        }
        return marks;
    }

    private double pixels(double share) {
        return width * (FROM + LENGTH * share);
    }

    private double x(double fromStart) {
        return rightToLeft ? width - fromStart : fromStart;
    }

    private int sign() {
        return rightToLeft ? -1 : 1;
    }

    private static double size(String name) {
        return Look.number("plot", name);
    }
}
