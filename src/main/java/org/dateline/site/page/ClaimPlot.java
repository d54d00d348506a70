package org.dateline.site.page;

import java.util.List;
import org.dateline.draw.plot.DotPlot;
import org.dateline.draw.plot.PlotScale;
import org.dateline.model.Claim;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;

/**
 * A comparison as a dot plot: the table of {@link ClaimsByParty} with a drawing in each cell.
 *
 * @param axis SVG, the same beneath each column
 */
public record ClaimPlot(List<ClaimsByParty.Time> times, List<Row> rows, String axis) {

    /**
     * @param colour of the party, 0 for a report's own voice
     * @param cells  SVG for each time; empty if the party gives no figure for it
     */
    public record Row(String party, int colour, List<String> cells) {}

    public static ClaimPlot of(Comparison comparison, Page page) {
        ClaimsByParty table = ClaimsByParty.of(comparison, page);
        DotPlot plot = new DotPlot(PlotScale.of(table.values()), page.ui().isRightToLeft());
        List<Row> rows = table.rows().stream()
                .map(row -> new Row(
                        row.party(),
                        row.colour(),
                        row.cells().stream()
                                .map(cell -> cell.isEmpty() ? "" : plot.cell(marks(cell, page)))
                                .toList()))
                .toList();
        return new ClaimPlot(table.times(), rows, plot.axis(tick -> page.ui().number((long) tick)));
    }

    private static List<DotPlot.Mark> marks(List<Attributed> cell, Page page) {
        return cell.stream().map(attributed -> mark(attributed, page)).toList();
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
}
