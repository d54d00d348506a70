package org.dateline.draw.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dateline.draw.plot.DotPlot.Mark;
import org.dateline.model.Interval;
import org.dateline.model.Value;

/** Where the marks of a dot plot's cell stand: in lanes, of which none has marks or labels above each other. */
final class PlotLayout {

    /** Where the axis begins, and how long it is, in shares of the cell. */
    static final double FROM = 0.025;

    static final double LENGTH = 0.9;
    static final double RADIUS = 5;
    static final double ARROW = 26;
    static final double GAP = 6;

    private final PlotScale scale;
    private final double width;
    private final ToDoubleFunction<String> labelWidth;

    /**
     * @param width      of the cell in pixels
     * @param labelWidth of a label, in pixels
     */
    PlotLayout(PlotScale scale, double width, ToDoubleFunction<String> labelWidth) {
        this.scale = scale;
        this.width = width;
        this.labelWidth = labelWidth;
    }

    /** Where a mark stands, in pixels of the cell. */
    record Placed(Mark mark, Shape shape, double labelAt, boolean labelBefore, double start, double end) {}

    /**
     * What is drawn of a value, in shares of the axis.
     *
     * @param at   of the dot; NaN for none
     * @param from where its bar begins; equal to {@code to} for none
     */
    record Shape(double at, boolean hollow, double from, double to, boolean arrow, boolean thick) {}

    /** From the top. */
    List<List<Placed>> lanes(List<Mark> marks) {
        List<List<Placed>> lanes = new ArrayList<>();
        for (Mark mark : marks) {
            Placed placed = place(mark);
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

    private Placed place(Mark mark) {
        Shape shape = shape(mark.value());
        double at = Double.isNaN(shape.at) ? shape.from : shape.at;
        double start = pixels(Math.min(at, shape.from)) - RADIUS;
        double end = pixels(Math.max(at, shape.to)) + (shape.arrow ? ARROW : RADIUS);
        double wide = labelWidth.applyAsDouble(mark.label());
        if (shape.thick && pixels(shape.to) - pixels(shape.from) > wide + 2 * GAP) {
            return new Placed(mark, shape, pixels(shape.from) + GAP, false, start, end);
        }
        if (end + GAP + wide <= width || start < GAP + wide) {
            return new Placed(mark, shape, end + GAP, false, start, end + GAP + wide);
        }
        return new Placed(mark, shape, start - GAP, true, start - GAP - wide, end);
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
            case Value.Range _, Value.Vague _ -> new Shape(Double.NaN, false, from, to, open, true);
        };
    }

    double pixels(double share) {
        return width * (FROM + LENGTH * share);
    }
}
