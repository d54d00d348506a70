package org.dateline.draw.plot;

import static org.dateline.draw.plot.PlotLayout.ARROW;
import static org.dateline.draw.plot.PlotLayout.FROM;
import static org.dateline.draw.plot.PlotLayout.LENGTH;
import static org.dateline.draw.plot.PlotLayout.RADIUS;

import java.util.List;
import java.util.Locale;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.plot.PlotLayout.Placed;
import org.dateline.draw.render.Xml;
import org.dateline.model.Value;

/**
 * Cells of a dot plot as SVG: a number is a dot, hollow where it is not itself one of the numbers left open; a range is
 * a bar, an open end an arrow. Along the value axis all is in percent, so that a cell fills whatever width it is given;
 * dots, arrows and letters keep their size.
 */
public final class DotPlot {

    /** The width in pixels for which labels are kept apart; in a wider cell they are further apart. */
    private static final double NOMINAL = 290;

    private static final int LANE = 24;
    private static final int MIDDLE = 12;
    private static final double FONT = 12.5;

    private final PlotScale scale;
    private final boolean rightToLeft;
    private final PlotLayout layout;

    public DotPlot(PlotScale scale, boolean rightToLeft) {
        this.scale = scale;
        this.rightToLeft = rightToLeft;
        this.layout = new PlotLayout(scale, NOMINAL, label -> TextWidth.ems(label, 0) * FONT);
    }

    /**
     * @param label  the value in words
     * @param spoken what a screen reader says of it
     * @param href   where it leads: to its quote
     * @param date   of its excerpt, ISO 8601; empty for none
     */
    public record Mark(Value value, String label, String spoken, String href, String date) {}

    /** The marks of one party at one time, from the top. */
    public String cell(List<Mark> marks) {
        List<List<Placed>> lanes = layout.lanes(marks);
        Xml xml = svg("plot-marks", lanes.size() * LANE);
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Placed placed : lanes.get(lane)) {
                mark(xml, placed, lane * LANE + MIDDLE);
            }
        }
        return xml.close("svg").toString();
    }

    /** The axis beneath the cells: a line, and a number at each step. */
    public String axis(java.util.function.DoubleFunction<String> number) {
        Xml xml = svg("plot-axis", LANE);
        xml.open("line")
                .attribute("x1", percent(0))
                .attribute("x2", percent(1))
                .attribute("y1", "1")
                .attribute("y2", "1")
                .empty();
        for (double tick = 0; tick <= scale.max(); tick += scale.step()) {
            xml.open("text")
                    .attribute("x", percent(scale.at(tick)))
                    .attribute("y", "16")
                    .attribute("text-anchor", "middle")
                    .inside()
                    .text(number.apply(tick))
                    .close("text");
        }
        return xml.close("svg").toString();
    }

    private void mark(Xml xml, Placed placed, int y) {
        PlotLayout.Shape shape = placed.shape();
        xml.open("a")
                .attribute("class", "plot-mark")
                .attribute("href", placed.mark().href())
                .attribute("aria-label", placed.mark().spoken())
                .attribute("data-date", placed.mark().date())
                .inside();
        if (shape.to() > shape.from()) {
            double height = shape.thick() ? 14 : 4;
            xml.open("rect")
                    .attribute("class", shape.thick() ? "plot-range" : "plot-leeway")
                    .attribute("x", percent(rightToLeft ? shape.to() : shape.from()))
                    .attribute("width", share(shape.to() - shape.from()))
                    .attribute("y", decimal(y - height / 2))
                    .attribute("height", decimal(height))
                    .attribute("rx", "2")
                    .empty();
        }
        double anchor = Double.isNaN(shape.at()) ? shape.from() : shape.at();
        inner(xml, anchor, y);
        // What a finger or a pointer can hit, and what shows the focus.
        box(xml, placed.start() - pixels(anchor), placed.end() - pixels(anchor));
        if (!Double.isNaN(shape.at())) {
            xml.open("circle")
                    .attribute("class", shape.hollow() ? "plot-dot is-hollow" : "plot-dot")
                    .attribute("r", decimal(shape.hollow() ? RADIUS - 1 : RADIUS))
                    .empty();
        }
        if (shape.arrow() && !Double.isNaN(shape.at())) {
            arrow(xml, RADIUS, ARROW);
        }
        xml.open("text")
                .attribute("x", decimal(sign() * (placed.labelAt() - pixels(anchor))))
                .attribute("y", "4")
                .attribute("text-anchor", placed.labelBefore() ? "end" : "start")
                .inside()
                .text(placed.mark().label())
                .close("text");
        xml.close("svg");
        if (shape.arrow() && Double.isNaN(shape.at())) {
            inner(xml, shape.to(), y);
            arrow(xml, 0, ARROW / 2);
            xml.close("svg");
        }
        xml.close("a");
    }

    /** A place along the axis from which on pixels count. */
    private void inner(Xml xml, double at, int y) {
        xml.open("svg")
                .attribute("x", percent(at))
                .attribute("y", Integer.toString(y))
                .attribute("overflow", "visible")
                .inside();
    }

    private void box(Xml xml, double from, double to) {
        xml.open("rect")
                .attribute("class", "plot-hit")
                .attribute("x", decimal(rightToLeft ? -to : from))
                .attribute("y", decimal(-MIDDLE))
                .attribute("width", decimal(to - from))
                .attribute("height", decimal(LANE))
                .attribute("rx", "5")
                .empty();
    }

    private void arrow(Xml xml, double from, double to) {
        String path = "M" + decimal(sign() * from) + " 0H" + decimal(sign() * to) + "m" + decimal(sign() * -5.0)
                + " -4l" + decimal(sign() * 5.0) + " 4l" + decimal(sign() * -5.0) + " 4";
        xml.open("path").attribute("class", "plot-arrow").attribute("d", path).empty();
    }

    private static Xml svg(String name, int height) {
        return new Xml()
                .open("svg")
                .attribute("class", name)
                .attribute("width", "100%")
                .attribute("height", Integer.toString(height))
                .attribute("aria-hidden", name.equals("plot-axis") ? "true" : null)
                .inside();
    }

    private int sign() {
        return rightToLeft ? -1 : 1;
    }

    private double pixels(double share) {
        return layout.pixels(share);
    }

    private String percent(double share) {
        double at = FROM + LENGTH * share;
        return decimal((rightToLeft ? 1 - at : at) * 100) + "%";
    }

    private static String share(double share) {
        return decimal(LENGTH * share * 100) + "%";
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
