package org.dateline.draw.plate;

import java.util.List;
import java.util.function.DoubleFunction;
import org.dateline.draw.plot.DotPlot.Stated;
import org.dateline.draw.plot.PlotScale;
import org.dateline.draw.plot.StepPlot;
import org.dateline.draw.plot.StepPlot.Clash;
import org.dateline.draw.plot.StepPlot.Series;
import org.jspecify.annotations.Nullable;

/**
 * The text of an image of claims.
 *
 * @param comparisons one for each subject
 * @param party       the heading of the column of parties; likewise for the other columns
 * @param number      formats a number of the axis
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
     * The claims about one subject.
     *
     * @param verdict   says whether all claims can be true
     * @param contested whether some claims contradict each other
     * @param times     the headings of the plot's columns
     * @param steps     the plot as steps over time, which replaces the rows; null for a dot plot
     */
    public record Comparison(
            String subject,
            String verdict,
            boolean contested,
            PlotScale scale,
            List<String> times,
            List<Row> rows,
            @Nullable Steps steps,
            List<Line> table) {
        public Comparison {
            times = List.copyOf(times);
            rows = List.copyOf(rows);
            table = List.copyOf(table);
        }
    }

    /**
     * A plot of figures that parties give again and again.
     *
     * @param names the names of the parties, in the order of their series
     * @param sign  says what the sign of a contradiction means
     */
    public record Steps(
            List<Series> series, List<Clash> clashes, List<String> names, StepPlot.Words words, String sign) {
        public Steps {
            series = List.copyOf(series);
            clashes = List.copyOf(clashes);
            names = List.copyOf(names);
        }
    }

    /**
     * A row of the plot: a party.
     *
     * @param colour the party's number in the palette
     * @param cells  the party's values at each time
     */
    public record Row(String party, int colour, List<List<Stated>> cells) {}

    /**
     * A row of the table: a claim.
     *
     * @param asOf    the time for which the figure is stated
     * @param words   the report's words, in its own language
     * @param details further notes, one per line
     * @param others  what other claims are to it, one per line
     * @param letter  the report's letter
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
            List<Other> others,
            String letter) {
        public Line {
            others = List.copyOf(others);
            details = List.copyOf(details);
        }
    }

    /** @param contradicts whether the two cannot both hold */
    public record Other(String text, boolean contradicts) {}
}
