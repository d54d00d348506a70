package org.dateline.draw.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plot.StepPlot.Clash;
import org.dateline.draw.plot.StepPlot.Point;
import org.dateline.draw.plot.StepPlot.Series;
import org.dateline.model.PartialDate;
import org.dateline.model.Value;
import org.dateline.model.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepPlotTest {

    private static final StepPlot.Words WORDS =
            new StepPlot.Words(number -> "n" + (int) number, PartialDate::toString, "not stated");

    private static Point point(String id, Wording wording, double number, @Nullable String when) {
        return new Point(
                id,
                new Value.Figure(wording, number),
                when == null ? null : PartialDate.parse(when),
                id,
                null,
                when == null ? "" : when);
    }

    private static Point point(String id, double number, @Nullable String when) {
        return point(id, Wording.EXACTLY, number, when);
    }

    private static final Series CENTRE =
            new Series(1, List.of(point("57", 57, "2031-10-31"), point("83", 83, "2031-11-03")));
    private static final Series MAYOR =
            new Series(2, List.of(point("120", Wording.MORE_THAN, 120, "2031-11-03"), point("150", 150, null)));

    private static List<Mark> marks(List<Series> series, boolean rightToLeft, Clash... clashes) {
        PlotScale scale = PlotScale.of(series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::value)
                .toList());
        return flat(new StepPlot(scale, 300, 200, rightToLeft, "en").marks(series, List.of(clashes), WORDS));
    }

    private static List<Mark> flat(List<Mark> marks) {
        List<Mark> all = new ArrayList<>();
        for (Mark mark : marks) {
            all.add(mark);
            if (mark instanceof Mark.Item item) {
                all.addAll(flat(item.marks()));
            } else if (mark instanceof Mark.Group group) {
                all.addAll(flat(group.marks()));
            }
        }
        return all;
    }

    private static Stream<Mark.Segment> segments(List<Mark> marks, String part) {
        return marks.stream()
                .filter(Mark.Segment.class::isInstance)
                .map(Mark.Segment.class::cast)
                .filter(segment -> segment.ink().part().startsWith(part));
    }

    private static List<String> texts(List<Mark> marks) {
        return marks.stream()
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).content())
                .toList();
    }

    @Test
    void it_is_for_figures_that_a_party_gives_at_several_times() {
        assertThat(StepPlot.isWorthwhile(List.of(CENTRE))).isTrue();
        assertThat(StepPlot.isWorthwhile(List.of(MAYOR))).isFalse();
        assertThat(StepPlot.isWorthwhile(List.of(new Series(
                        1, List.of(point("a", 1, "2031-11-03"), point("b", 2, "2031-11-03"), point("c", 3, null))))))
                .isFalse();
    }

    @Test
    void a_figure_runs_level_to_the_time_of_the_next_and_steps_there() {
        List<Mark.Segment> steps =
                segments(marks(List.of(CENTRE), false), "plot-step").toList();

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).y1()).isEqualTo(steps.get(0).y2());
        assertThat(steps.get(1).x1())
                .isEqualTo(steps.get(1).x2())
                .isEqualTo(steps.get(0).x2());
        assertThat(steps.get(1).y2()).isLessThan(steps.get(1).y1());
    }

    @Test
    void right_to_left_time_runs_the_other_way() {
        Mark.Segment level =
                segments(marks(List.of(CENTRE), true), "plot-step").findFirst().orElseThrow();
        assertThat(level.x2()).isLessThan(level.x1());
    }

    @Test
    void parties_are_told_apart_without_colour() {
        Series other = new Series(2, CENTRE.points());
        List<String> dashes = segments(marks(List.of(CENTRE, other), false), "plot-step")
                .map(segment -> segment.ink().stroke().dash().toString())
                .distinct()
                .toList();
        assertThat(dashes).hasSize(2);
        assertThat(StepPlot.sample(0, 1).get(1))
                .isNotEqualTo(StepPlot.sample(1, 1).get(1));
    }

    @Test
    void a_contradiction_joins_its_two_figures() {
        List<Mark> marks = marks(List.of(CENTRE, MAYOR), false, new Clash("83", "120"));
        List<Mark.Segment> joined = segments(marks, "plot-clash").toList();
        assertThat(joined)
                .singleElement()
                .satisfies(line -> assertThat(line.y1()).isNotEqualTo(line.y2()));
        assertThat(segments(marks(List.of(CENTRE, MAYOR), false), "plot-clash")).isEmpty();
    }

    @Test
    void a_figure_without_a_time_stands_behind_the_dates_and_no_line_leads_there() {
        List<Mark> marks = marks(List.of(CENTRE, MAYOR), false);
        assertThat(texts(marks)).contains("not stated", "2031-10-31", "2031-11-03");
        assertThat(segments(marks, "plot-step-1")).isEmpty();
        double border =
                segments(marks, "plot-undated").findFirst().orElseThrow().x1();
        assertThat(segments(marks, "plot-step-0")
                        .mapToDouble(Mark.Segment::x2)
                        .max()
                        .orElseThrow())
                .isLessThan(border);
    }

    @Test
    void of_many_figures_and_dates_only_those_labels_are_left_that_have_room() {
        List<Point> many = Stream.iterate(1, day -> day <= 28, day -> day + 1)
                .map(day -> point("a number " + day, day, "2031-10-%02d".formatted(day)))
                .collect(Collectors.toList());
        List<String> texts = texts(marks(List.of(new Series(1, many)), false));
        assertThat(texts).contains("2031-10-01", "2031-10-28");
        assertThat(texts.stream().filter(text -> text.startsWith("2031"))).hasSizeLessThan(6);
        assertThat(texts.stream().filter(text -> text.startsWith("a number"))).hasSizeBetween(3, 27);
    }
}
