package org.dateline.site.page;

import java.util.List;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plot.DotPlot;
import org.dateline.draw.plot.PlotScale;
import org.dateline.draw.render.PageSvgRenderer;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;

/**
 * A comparison as a dot plot: the table of {@link ClaimsByParty} with a drawing in each cell.
 *
 * @param axis SVG, the same beneath each column
 */
public record ClaimPlot(List<ClaimsByParty.Time> times, List<Row> rows, String axis) {

    /**
     * @param mark  the classes of the party's colour and sign
     * @param cells SVG for each time; empty if the party gives no figure for it
     */
    public record Row(String party, String mark, List<String> cells) {}

    public static ClaimPlot of(Comparison comparison, Page page) {
        ClaimsByParty table = ClaimsByParty.of(comparison, page);
        DotPlot plot = new DotPlot(
                PlotScale.of(table.values()),
                DotPlot.PAGE_WIDTH,
                page.ui().isRightToLeft(),
                page.ui().language(),
                DotPlot.LANE);
        List<Row> rows = table.rows().stream()
                .map(row -> new Row(
                        row.party(),
                        row.mark(),
                        row.cells().stream()
                                .map(cell -> cell.isEmpty()
                                        ? ""
                                        : svg(plot.cell(stated(comparison, cell, page), row.colour()), page))
                                .toList()))
                .toList();
        return new ClaimPlot(
                table.times(),
                rows,
                PageSvgRenderer.elastic(
                        "plot-axis",
                        page.ui().language(),
                        DotPlot.PAGE_WIDTH,
                        DotPlot.LANE,
                        false,
                        plot.axis(tick -> page.ui().number((long) tick))));
    }

    private static String svg(DotPlot.Cell cell, Page page) {
        return PageSvgRenderer.elastic(
                "plot-marks", page.ui().language(), DotPlot.PAGE_WIDTH, cell.height(), true, cell.marks());
    }

    private static List<DotPlot.Stated> stated(Comparison comparison, List<Attributed> cell, Page page) {
        return cell.stream()
                .map(attributed -> new DotPlot.Stated(
                        attributed.claim().value(),
                        page.ui().value(attributed.claim().value()),
                        page.claims().note(comparison, attributed),
                        new Mark.Link(
                                page.claims().quote(comparison, attributed),
                                page.claims().spoken(comparison, attributed),
                                false),
                        attributed.date()))
                .toList();
    }
}
