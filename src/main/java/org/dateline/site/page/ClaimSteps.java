package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plot.PlotScale;
import org.dateline.draw.plot.StepPlot;
import org.dateline.draw.plot.StepPlot.Clash;
import org.dateline.draw.plot.StepPlot.Point;
import org.dateline.draw.plot.StepPlot.Series;
import org.dateline.draw.render.PageSvgRenderer;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Relation;

/**
 * A comparison in which a party gives figures for several times: as steps over time, and in words beside each party's
 * name. Figures that are part of others are left out.
 *
 * @param parties   who gives them, in the order of their first figures
 * @param series    the figures of each party
 * @param clashes   the contradictions to mark
 * @param scale     of all values
 */
public record ClaimSteps(List<Party> parties, List<Series> series, List<Clash> clashes, PlotScale scale) {

    /**
     * @param colour the colour of the party, 0 for a report's own voice
     * @param said   its figures in the order of their times, those without one last
     */
    public record Party(String name, int colour, List<Said> said) {}

    /**
     * A figure in words.
     *
     * @param note what must be said with it; empty for nothing
     * @param time the time that it stands at
     * @param date of the excerpt, as on the timeline
     */
    public record Said(String value, String note, String time, String date) {}

    private static final Comparator<Attributed> BY_TIME = Comparator.comparing(
            attributed -> Optional.ofNullable(attributed.time().date())
                    .map(date -> date.first().toString())
                    .orElse("~"));

    /** The steps of a comparison, if some party gives figures for several times; otherwise empty. */
    public static Optional<ClaimSteps> of(Comparison comparison, Page page) {
        Map<String, List<Attributed>> byParty = new LinkedHashMap<>();
        List<Attributed> wholes = comparison.claims().stream()
                .filter(attributed -> !attributed.claim().isPart())
                .toList();
        for (Attributed attributed : wholes) {
            byParty.computeIfAbsent(page.claims().speaker(attributed), _ -> new ArrayList<>())
                    .add(attributed);
        }
        List<Party> parties = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        byParty.values().forEach(claims -> claims.sort(BY_TIME));
        List<List<Attributed>> inOrder = byParty.values().stream()
                .sorted(Comparator.comparing(List::getFirst, BY_TIME))
                .toList();
        for (List<Attributed> ordered : inOrder) {
            int colour = page.site().colour(ordered.getFirst().claim().party());
            parties.add(new Party(
                    page.claims().speaker(ordered.getFirst()),
                    colour,
                    ordered.stream()
                            .map(attributed -> said(comparison, attributed, page))
                            .distinct()
                            .toList()));
            series.add(new Series(
                    colour,
                    ordered.stream()
                            .map(attributed -> point(comparison, attributed, page))
                            .toList()));
        }
        if (!StepPlot.isWorthwhile(series)) {
            return Optional.empty();
        }
        PlotScale scale = PlotScale.of(
                wholes.stream().map(attributed -> attributed.claim().value()).toList());
        return Optional.of(
                new ClaimSteps(List.copyOf(parties), List.copyOf(series), clashes(comparison, wholes), scale));
    }

    private static Said said(Comparison comparison, Attributed attributed, Page page) {
        return new Said(
                page.ui().value(attributed.claim().value()),
                page.claims().note(comparison, attributed),
                page.claims().time(attributed),
                attributed.date());
    }

    private static Point point(Comparison comparison, Attributed attributed, Page page) {
        return new Point(
                attributed.claim().id(),
                attributed.claim().value(),
                attributed.time().date(),
                page.ui().value(attributed.claim().value()),
                new Mark.Link(
                        page.claims().quote(comparison, attributed),
                        page.claims().spoken(comparison, attributed),
                        false),
                attributed.date());
    }

    /** One mark for each claim that is contradicted, to the claim nearest in time; the table names all of them. */
    private static List<Clash> clashes(Comparison comparison, List<Attributed> wholes) {
        List<Clash> clashes = new ArrayList<>();
        for (Attributed one : wholes) {
            comparison.others(one.claim(), Relation.CONTRADICTS).stream()
                    .min(Comparator.comparingLong(other -> daysBetween(one, other)))
                    .map(other -> new Clash(one.claim().id(), other.claim().id()))
                    .filter(clash -> !clashes.contains(new Clash(clash.other(), clash.one())))
                    .ifPresent(clashes::add);
        }
        return List.copyOf(clashes);
    }

    private static long daysBetween(Attributed one, Attributed other) {
        return one.time().date() == null || other.time().date() == null
                ? Long.MAX_VALUE
                : Math.abs(one.time().date().first().toEpochDay()
                        - other.time().date().first().toEpochDay());
    }

    /** The plot as the SVG of a page. */
    public String svg(Page page) {
        StepPlot plot = new StepPlot(
                scale,
                WIDTH,
                StepPlot.PAGE_HEIGHT,
                page.ui().isRightToLeft(),
                page.ui().language());
        return PageSvgRenderer.elastic(
                "plot-steps-marks",
                page.ui().language(),
                WIDTH,
                plot.fullHeight(),
                true,
                plot.marks(series, clashes, words(page)));
    }

    /** The width in pixels at which no labels of a page's plot overlap; in a wider page they are further apart. */
    private static final double WIDTH = 290;

    /** The sample of a party's line as the SVG of a page. */
    public String sample(int party, Page page) {
        return PageSvgRenderer.elastic(
                "plot-sample",
                page.ui().language(),
                StepPlot.SAMPLE_WIDTH,
                StepPlot.SAMPLE_HEIGHT,
                false,
                StepPlot.sample(party, parties.get(party).colour()));
    }

    /** The sign of a contradiction as the SVG of a page. */
    public static String sign(Page page) {
        double middle = StepPlot.SAMPLE_WIDTH / 2;
        return PageSvgRenderer.elastic(
                "plot-sample",
                page.ui().language(),
                StepPlot.SAMPLE_WIDTH,
                StepPlot.SIGN_HEIGHT,
                false,
                List.of(new Mark.Group(1, middle, StepPlot.SIGN_HEIGHT / 2, null, StepPlot.unequal(0))));
    }

    /** The words of the plot's axes. */
    public static StepPlot.Words words(Page page) {
        return new StepPlot.Words(
                tick -> page.ui().number((long) tick), page.ui()::shortDate, page.say("claims.asOf.notStated"));
    }
}
