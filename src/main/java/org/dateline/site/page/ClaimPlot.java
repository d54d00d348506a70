package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.draw.DotPlot;
import org.dateline.draw.PlotScale;
import org.dateline.model.Claim;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.PartialDate;

/**
 * A comparison as a dot plot: one row a party, one column a time that figures are said to hold for, the last for what
 * states none. Parts of other figures are in the table alone.
 *
 * @param times what stands over each column
 * @param axis  SVG, the same beneath each column
 */
public record ClaimPlot(List<Time> times, List<Row> rows, String axis) {

    /** @param stated whether the quotes state it */
    public record Time(String label, boolean stated) {}

    /**
     * @param colour of the party, 0 for a report's own voice
     * @param cells  SVG for each time; empty where the party gives no figure for it
     */
    public record Row(String party, int colour, List<String> cells) {}

    public static ClaimPlot of(Comparison comparison, Page page) {
        List<Attributed> wholes = comparison.claims().stream()
                .filter(attributed -> !attributed.claim().isPart())
                .toList();
        PlotScale scale = PlotScale.of(
                wholes.stream().map(attributed -> attributed.claim().value()).toList());
        DotPlot plot = new DotPlot(scale, page.ui().direction().equals("rtl"));
        List<String> times = times(wholes);
        Map<String, List<Attributed>> byParty = new LinkedHashMap<>();
        for (Attributed attributed : wholes) {
            byParty.computeIfAbsent(page.claims().speaker(attributed), _ -> new ArrayList<>())
                    .add(attributed);
        }
        List<Row> rows = new ArrayList<>();
        byParty.forEach((party, claims) -> rows.add(new Row(
                party,
                page.colour(claims.getFirst().claim().party()),
                times.stream().map(time -> cell(claims, time, plot, page)).toList())));
        return new ClaimPlot(
                times.stream().map(time -> time(time, page)).toList(),
                rows,
                plot.axis(tick -> page.ui().number((long) tick)));
    }

    /** The times that claims are said to hold for, as {@link #key}s; what states none comes last. */
    public static List<String> times(List<Attributed> claims) {
        return claims.stream()
                .map(attributed -> key(attributed.claim().asOf()))
                .distinct()
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(time -> time))
                .toList();
    }

    private static String cell(List<Attributed> claims, String time, DotPlot plot, Page page) {
        List<DotPlot.Mark> marks = claims.stream()
                .filter(attributed -> key(attributed.claim().asOf()).equals(time))
                .map(attributed -> mark(attributed, page))
                .toList();
        return marks.isEmpty() ? "" : plot.cell(marks);
    }

    private static DotPlot.Mark mark(Attributed attributed, Page page) {
        Claim claim = attributed.claim();
        return new DotPlot.Mark(
                claim.value(),
                page.ui().value(claim.value()),
                page.claims().spoken(attributed),
                "#" + claim.excerpt(),
                page.claims().date(attributed));
    }

    public static Time time(String time, Page page) {
        return time.isEmpty()
                ? new Time(page.say("claims.asOf.notStated"), false)
                : new Time(page.say("claims.asOf", page.ui().date(PartialDate.parse(time))), true);
    }

    public static String key(@org.jspecify.annotations.Nullable PartialDate date) {
        return Objects.toString(date, "");
    }
}
