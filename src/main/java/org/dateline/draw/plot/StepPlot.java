package org.dateline.draw.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.draw.plane.Paths;
import org.dateline.model.Interval;
import org.dateline.model.PartialDate;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * Draws figures that parties give again and again, as a toll is read: time along, numbers up, one line of steps for each
 * party. A party is told by the dashes of its line and the shape of its marks; its colour is a second cue. Marks are as
 * in {@link DotPlot}: hollow if the claim excludes the number itself, an arrow for an open end, a bar for a range. A pair
 * that contradicts each other is joined by a line with a sign. Figures without a time stand behind the axis. Labels that
 * would overlap are left out: every figure also stands in the text beside the plot.
 */
public final class StepPlot {

    /** The height of a page's plot without the axis, in pixels. */
    public static final double PAGE_HEIGHT = size("steps-height");

    /** The width in pixels of the sample of a party's line. */
    public static final double SAMPLE_WIDTH = 34;

    public static final double SAMPLE_HEIGHT = 14;
    /** The height in pixels of the sign of a contradiction in a key. */
    public static final double SIGN_HEIGHT = 18;

    /** How many dashes there are; more parties are told apart by the shapes of their marks. */
    private static final int DASHES = 4;

    private static final double DOT = size("dot");
    private static final double ARROW = size("steps-arrow");
    private static final double FROM = size("steps-from");
    private static final double TO = size("steps-to");
    /** Where the dates end and where figures without a time begin, if there are any. */
    private static final double DATED_TO = size("steps-dated-to");

    private static final double UNDATED_FROM = size("steps-undated-from");
    /** The radius of the sign of a contradiction, and how far it stands beside its line. */
    private static final double SIGN = 7.5;

    private static final double SIGN_ASIDE = 12;
    private static final double HEAD = 16;
    private static final double LINE = 1.25;

    private final PlotScale scale;
    private final double width;
    private final double height;
    private final boolean rightToLeft;
    private final String language;
    private final Type type = Type.bold(size("type"));
    private final Type small = Type.sans(size("axis-type"));

    /**
     * @param width  in pixels; on pages it stretches
     * @param height in pixels, without the axis
     */
    public StepPlot(PlotScale scale, double width, double height, boolean rightToLeft, String language) {
        this.scale = scale;
        this.width = width;
        this.height = height;
        this.rightToLeft = rightToLeft;
        this.language = language;
    }

    /**
     * A figure of a party.
     *
     * @param id    of its claim
     * @param when  the time that it stands at; null for none
     * @param label the value in words
     * @param link  the link to its quote, on pages; null in images
     * @param date  the excerpt's date (ISO 8601); empty for none
     */
    public record Point(
            String id, Value value, @Nullable PartialDate when, String label, Mark.@Nullable Link link, String date) {}

    /**
     * The figures of a party.
     *
     * @param colour the party's number in the palette
     */
    public record Series(int colour, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** Two claims that contradict each other, by their ids. */
    public record Clash(String one, String other) {}

    /**
     * The words of the axes.
     *
     * @param number  formats a number
     * @param day     formats a date, as short as it can be
     * @param undated the heading of the figures without a time
     */
    public record Words(DoubleFunction<String> number, Function<PartialDate, String> day, String undated) {}

    /** Whether figures are given again and again: some series has more than one time. */
    public static boolean isWorthwhile(Collection<Series> series) {
        return series.stream()
                .anyMatch(one -> one.points().stream()
                                .map(Point::when)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        > 1);
    }

    /** The height of the whole plot in pixels, with its axis. */
    public double fullHeight() {
        return HEAD + height + 2.6 * small.size();
    }

    /** The marks of all series, from the bottom up: grid, axis, lines, contradictions, figures. */
    public List<Mark> marks(List<Series> series, List<Clash> clashes, Words words) {
        Time time = Time.of(series);
        List<Mark> marks = new ArrayList<>(grid(words));
        marks.addAll(axis(time, words));
        Map<String, Placed> placed = new HashMap<>();
        List<Mark> lines = new ArrayList<>();
        List<Rectangle2D> drawn = new ArrayList<>();
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Placed before = null;
            List<Point> points = series.get(i).points.stream()
                    .sorted(Comparator.comparing(
                            Point::when, Comparator.nullsLast(Comparator.comparing(PartialDate::first))))
                    .toList();
            for (Point point : points) {
                Placed here = place(point, i, series.get(i).colour, time, all);
                all.add(here);
                placed.put(point.id, here);
                if (before != null && point.when != null) {
                    lines.add(step(before, here));
                    drawn.add(level(before, here));
                }
                before = point.when == null ? null : here;
            }
        }
        marks.addAll(lines);
        List<Rectangle2D> signs = new ArrayList<>();
        for (Clash clash : clashes) {
            Placed one = placed.get(clash.one);
            Placed other = placed.get(clash.other);
            if (one != null && other != null) {
                marks.add(clash(one, other));
                signs.add(around((one.x + other.x) / 2 - SIGN_ASIDE, (one.y + other.y) / 2, SIGN));
            }
        }
        marks.addAll(figures(all, signs, drawn));
        return marks;
    }

    /** The sample of a party's line, for the key beside its name. */
    public static List<Mark> sample(int series, int colour) {
        double middle = SAMPLE_HEIGHT / 2;
        return List.of(
                new Mark.Segment(1, middle, SAMPLE_WIDTH - 1, middle, line(series, colour)),
                new Mark.Group(
                        1, SAMPLE_WIDTH / 2, middle, null, List.of(shape(series, Ink.of("plot-dot", tone(colour))))));
    }

    /**
     * Where a figure stands.
     *
     * @param x from the start of the plot, in pixels
     * @param y from the top
     * @param aside how far its mark stands aside, in pixels that do not stretch
     */
    private record Placed(Point point, int series, int colour, double x, double y, double aside) {
        double markX() {
            return x + aside;
        }

        boolean covers(double otherX, double otherY) {
            return Math.abs(markX() - otherX) < 2 * DOT && Math.abs(y - otherY) < 2 * DOT;
        }
    }

    /** The first and last day, and the figures without a time in their order. */
    private record Time(LocalDate first, LocalDate last, List<PartialDate> stated, List<String> undated) {

        static Time of(List<Series> series) {
            List<PartialDate> stated = points(series)
                    .map(Point::when)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted(Comparator.comparing(PartialDate::first).thenComparing(PartialDate::last))
                    .toList();
            LocalDate first = stated.stream()
                    .map(PartialDate::first)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.EPOCH);
            LocalDate last = stated.stream()
                    .map(PartialDate::last)
                    .max(Comparator.naturalOrder())
                    .orElse(first);
            return new Time(
                    first,
                    last,
                    stated,
                    points(series)
                            .filter(point -> point.when == null)
                            .map(Point::id)
                            .toList());
        }

        private static Stream<Point> points(List<Series> series) {
            return series.stream().flatMap(one -> one.points.stream());
        }

        /** The position of a date's middle between the first day and the last, from 0 to 1. */
        double share(PartialDate date) {
            double days = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return (ChronoUnit.DAYS.between(first, date.first()) + ChronoUnit.DAYS.between(first, date.last()))
                    / 2.0
                    / days;
        }
    }

    private Placed place(Point point, int series, int colour, Time time, List<Placed> others) {
        double y = y(representative(point.value));
        double x;
        if (point.when == null) {
            int slot = time.undated.indexOf(point.id);
            x = width * (UNDATED_FROM + (1 - UNDATED_FROM) * (slot + 0.5) / time.undated.size());
        } else {
            x = x(time, point.when);
        }
        // Figures that agree on the same day stand side by side.
        double aside = 0;
        while (covered(others, x + aside, y)) {
            aside += 2 * DOT + 1;
        }
        return new Placed(point, series, colour, x, y, aside);
    }

    private static boolean covered(List<Placed> others, double x, double y) {
        return others.stream().anyMatch(other -> other.covers(x, y));
    }

    private double x(Time time, PartialDate when) {
        double to = time.undated.isEmpty() ? TO : DATED_TO;
        return width * (FROM + (to - FROM) * time.share(when));
    }

    private static double representative(Value value) {
        Interval interval = value.interval();
        return switch (value) {
            case Value.Figure(var _, double number) -> number;
            case Value.Range(double from, double to) -> (from + to) / 2;
            case Value.Vague _ -> interval.low();
        };
    }

    private double y(double number) {
        return HEAD + height * (1 - Math.clamp(scale.at(number), 0, 1));
    }

    /** A level line to the time of the next figure, and a step to its number; it goes with the later figure. */
    private Mark step(Placed before, Placed here) {
        Ink ink = line(here.series, here.colour);
        List<Mark> lines = new ArrayList<>();
        lines.add(new Mark.Segment(shown(before.x), before.y, shown(here.x), before.y, ink));
        if (before.y != here.y) {
            lines.add(new Mark.Segment(shown(here.x), before.y, shown(here.x), here.y, ink));
        }
        return dated(before, List.of(dated(here, lines)));
    }

    private static Rectangle2D level(Placed before, Placed here) {
        return new Rectangle2D.Double(before.x, before.y - 1, here.x - before.x, 2);
    }

    private static Ink line(int series, int colour) {
        return Ink.of("plot-step-" + series % DASHES, tone(colour));
    }

    private static String tone(int colour) {
        return "party-" + colour;
    }

    private Mark clash(Placed one, Placed other) {
        List<Mark> marks = List.of(
                new Mark.Segment(shown(one.x), one.y, shown(other.x), other.y, Ink.of("plot-clash", "accent")),
                new Mark.Group(
                        1,
                        shown((one.x + other.x) / 2),
                        (one.y + other.y) / 2,
                        null,
                        unequal(rightToLeft ? SIGN_ASIDE : -SIGN_ASIDE)));
        return dated(one, List.of(dated(other, marks)));
    }

    /** The sign of a contradiction, as the key explains it: an equals sign, struck through. */
    public static List<Mark> unequal(double x) {
        Path2D sign = Paths.line(x - 3.5, -1.8, x + 3.5, -1.8);
        sign.append(Paths.line(x - 3.5, 1.8, x + 3.5, 1.8), false);
        sign.append(Paths.line(x - 2, 4.2, x + 2, -4.2), false);
        return List.of(
                new Mark.Circle(x, 0, SIGN, Ink.of("plot-clash-sign", "accent")),
                new Mark.Path(sign, Ink.of("plot-clash", "accent")));
    }

    /** Marks that are only shown while their figure's date is among those chosen. */
    private static Mark dated(Placed placed, List<Mark> marks) {
        return new Mark.Item(tone(placed.colour), Map.of("date", placed.point.date), null, marks);
    }

    /** @param lines the level parts of lines, which labels avoid if they can */
    private List<Mark> figures(List<Placed> all, List<Rectangle2D> signs, List<Rectangle2D> lines) {
        List<Rectangle2D> taken = new ArrayList<>();
        all.forEach(placed -> taken.add(dot(placed)));
        taken.addAll(signs);
        List<Mark> marks = new ArrayList<>();
        for (Placed placed : all) {
            List<Mark> own = new ArrayList<>(range(placed));
            if (placed.point.link != null) {
                own.add(new Mark.Bar(-12, -12, 24, 24, 6, new Ink("plot-hit", null, null)));
            }
            boolean number = placed.point.value instanceof Value.Figure;
            boolean hollow = number && !placed.point.value.interval().contains(representative(placed.point.value));
            own.add(shape(placed.series, Ink.of(hollow ? "plot-dot-hollow" : "plot-dot", tone(placed.colour))));
            label(placed, taken, lines, own);
            marks.add(new Mark.Item(
                    "plot-mark " + tone(placed.colour),
                    Map.of("date", placed.point.date),
                    placed.point.link,
                    List.of(new Mark.Group(
                            1,
                            shown(placed.x),
                            placed.y,
                            null,
                            List.of(new Mark.Group(1, aside(placed), 0, null, own))))));
        }
        return marks;
    }

    /** The bar of what the value allows, and the arrow of an open end, around its mark. */
    private List<Mark> range(Placed placed) {
        Interval interval = placed.point.value.interval();
        String tone = tone(placed.colour);
        List<Mark> marks = new ArrayList<>();
        boolean open = interval.high() > scale.max();
        double top = open ? placed.y : y(interval.high());
        double bottom = y(Math.max(0, interval.low()));
        if (open) {
            double tip = -DOT - ARROW;
            Path2D arrow = Paths.line(0, -DOT, 0, tip);
            arrow.append(Paths.line(-4, tip + 5, 0, tip, 4, tip + 5), false);
            marks.add(new Mark.Path(arrow, Ink.of("plot-arrow", tone)));
        }
        if (bottom - top > 1 && interval.low() != Double.NEGATIVE_INFINITY) {
            marks.add(new Mark.Bar(-2, top - placed.y, 4, bottom - top, 2, Ink.of("plot-leeway", tone)));
        }
        return marks;
    }

    /** Adds the label at the first free place above, below or beside the mark; none if all are taken. */
    private void label(Placed placed, List<Rectangle2D> taken, List<Rectangle2D> lines, List<Mark> own) {
        double wide = TextWidth.ems(placed.point.label, 0) * type.size();
        double high = type.size() * LINE;
        boolean open = placed.point.value.interval().high() > scale.max();
        double x = placed.markX();
        double above = placed.y - DOT - (open ? ARROW : 0) - high - 1;
        double below = placed.y + DOT + 1;
        double beside = placed.y - high / 2;
        double[][] places = {
            {x - wide / 2, above},
            {x - wide / 2, below},
            {x + DOT + 4, beside},
            {x - DOT - 4 - wide, beside},
            {x - wide + DOT, above},
            {x - DOT, above},
            {x - wide + DOT, below},
            {x - DOT, below}
        };
        List<Rectangle2D> free = Stream.of(places)
                .map(place -> (Rectangle2D) new Rectangle2D.Double(place[0], place[1], wide, high))
                .filter(box -> box.getMinX() >= 0
                        && box.getMaxX() <= width
                        && box.getMinY() >= 0
                        && box.getMaxY() <= HEAD + height)
                .filter(box -> taken.stream().noneMatch(box::intersects))
                .toList();
        free.stream()
                .filter(box -> lines.stream().noneMatch(box::intersects))
                .findFirst()
                .or(() -> free.stream().findFirst())
                .ifPresent(box -> {
                    taken.add(box);
                    double middle = box.getCenterX() - x;
                    own.add(new Mark.Text(
                            placed.point.label,
                            rightToLeft ? -middle : middle,
                            box.getMinY() - placed.y + high * 0.78,
                            Mark.Anchor.MIDDLE,
                            type,
                            Palette.INK,
                            rightToLeft,
                            Palette.PAPER,
                            language));
                });
    }

    private double aside(Placed placed) {
        return rightToLeft ? -placed.aside : placed.aside;
    }

    private static Rectangle2D dot(Placed placed) {
        return around(placed.markX(), placed.y, DOT - 0.5);
    }

    private static Rectangle2D around(double x, double y, double radius) {
        return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** The mark of a series: a circle, a square, a diamond, or a triangle that points up or down. */
    private static Mark shape(int series, Ink ink) {
        double r = DOT;
        return switch (series % 5) {
            case 0 -> new Mark.Circle(0, 0, r, ink);
            case 1 -> new Mark.Bar(-r + 0.5, -r + 0.5, 2 * r - 1, 2 * r - 1, 0, ink);
            case 2 -> closed(ink, 0, -r - 1, r + 1, 0, 0, r + 1, -r - 1, 0);
            case 3 -> closed(ink, 0, -r - 1, r + 1, r, -r - 1, r);
            default -> closed(ink, 0, r + 1, r + 1, -r, -r - 1, -r);
        };
    }

    private static Mark closed(Ink ink, double... positions) {
        Path2D path = Paths.line(positions);
        path.closePath();
        return new Mark.Path(path, ink);
    }

    /** A level line at each step of the scale, with its number above it at the start. */
    private List<Mark> grid(Words words) {
        List<Mark> marks = new ArrayList<>();
        for (double tick = 0; tick <= scale.max(); tick += scale.step()) {
            double y = y(tick);
            marks.add(new Mark.Segment(0, y, width, y, Ink.of(tick == 0 ? "plot-base" : "plot-grid", "rule")));
            marks.add(new Mark.Group(
                    1,
                    shown(0),
                    y,
                    null,
                    List.of(new Mark.Text(
                            "plot-tick",
                            words.number.apply(tick),
                            0,
                            -3,
                            rightToLeft ? Mark.Anchor.RIGHT : Mark.Anchor.LEFT,
                            small,
                            Palette.INK_3,
                            rightToLeft,
                            null,
                            language,
                            0))));
        }
        return marks;
    }

    /** The dates below, as many as have room, and a line before the figures without a time. */
    private List<Mark> axis(Time time, Words words) {
        List<Mark> marks = new ArrayList<>();
        double bottom = HEAD + height;
        for (PartialDate date : time.stated) {
            double x = shown(x(time, date));
            marks.add(new Mark.Segment(x, bottom, x, bottom + 4, Ink.of("plot-base", "rule")));
        }
        for (PartialDate date : labelled(time, words)) {
            marks.add(tick(words.day.apply(date), x(time, date), bottom + 4 + small.size()));
        }
        if (!time.undated.isEmpty()) {
            double border = width * (DATED_TO + UNDATED_FROM) / 2;
            marks.add(new Mark.Segment(shown(border), HEAD, shown(border), bottom, Ink.of("plot-undated", "rule")));
            List<String> lines = DotPlot.lines(words.undated, (width - border) / small.size());
            for (int i = 0; i < lines.size(); i++) {
                marks.add(tick(
                        lines.get(i) + (i + 1 < lines.size() ? " " : ""),
                        (border + width) / 2,
                        bottom + 4 + small.size() * (1 + 1.15 * i)));
            }
        }
        return marks;
    }

    private Mark tick(String text, double x, double y) {
        return new Mark.Text(
                "plot-tick",
                text,
                shown(x),
                y,
                Mark.Anchor.MIDDLE,
                small,
                Palette.INK_3,
                rightToLeft,
                null,
                language,
                0);
    }

    /** The last date, then the first, then those between that do not touch a labelled one. */
    private List<PartialDate> labelled(Time time, Words words) {
        List<PartialDate> order = new ArrayList<>(time.stated);
        if (order.size() > 1) {
            order.addFirst(order.removeLast());
        }
        List<double[]> taken = new ArrayList<>();
        List<PartialDate> labelled = new ArrayList<>();
        for (PartialDate date : order) {
            double half = TextWidth.ems(words.day.apply(date), 0) * small.size() / 2 + 4;
            double x = x(time, date);
            if (taken.stream().noneMatch(other -> x - half < other[1] && other[0] < x + half)) {
                taken.add(new double[] {x - half, x + half});
                labelled.add(date);
            }
        }
        return labelled;
    }

    private double shown(double fromStart) {
        return rightToLeft ? width - fromStart : fromStart;
    }

    private static double size(String name) {
        return Look.number("plot", name);
    }
}
