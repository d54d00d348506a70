package org.dateline.draw.plate;

import java.util.List;
import java.util.function.DoubleFunction;
import org.dateline.draw.plot.DotPlot.Stated;
import org.dateline.draw.plot.PlotScale;

/**
 * What an image of claims says.
 *
 * @param comparisons one for each subject
 * @param party       heading of the column that says who says it; the others likewise
 * @param number      a number of the axis, written
 */
public record ClaimsText(
        PlateText plate,
        List<Comparison> comparisons,
        String party,
        String figure,
        String words,
        String source,
        List<String> notes,
        DoubleFunction<String> number) {

    public ClaimsText {
        comparisons = List.copyOf(comparisons);
        notes = List.copyOf(notes);
    }

    /**
     * What is claimed about one subject.
     *
     * @param verdict   whether all can hold
     * @param contested whether that is so because some cannot
     * @param times     over the plot's columns
     */
    public record Comparison(
            String subject,
            String verdict,
            boolean contested,
            PlotScale scale,
            List<String> times,
            List<Row> rows,
            List<Line> table) {
        public Comparison {
            times = List.copyOf(times);
            rows = List.copyOf(rows);
            table = List.copyOf(table);
        }
    }

    /**
     * A party in the plot.
     *
     * @param colour its number in the palette
     * @param cells  what it states at each of the times
     */
    public record Row(String party, int colour, List<List<Stated>> cells) {}

    /**
     * A claim in the table.
     *
     * @param asOf    the time that the figure is said to hold for
     * @param words   of the report, in its own language
     * @param details what else is to be said of it, each a line
     * @param letter  of the report
     */
    public record Line(
            String party,
            int colour,
            String value,
            String asOf,
            String words,
            String wordsLanguage,
            boolean wordsRightToLeft,
            List<String> details,
            String against,
            String letter) {
        public Line {
            details = List.copyOf(details);
        }
    }
}
