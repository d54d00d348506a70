package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.PartialDate;
import org.dateline.model.Value;

/**
 * The claims of a comparison as a table: one row per party, one column per time that figures hold for, the last for
 * claims without a stated time. Figures that are part of others are left out.
 *
 * @param values the values of all cells
 */
public record ClaimsByParty(List<Time> times, List<Row> rows, List<Value> values) {

    /**
     * @param label  the head of the column
     * @param stated whether the quotes state it
     */
    public record Time(String label, boolean stated) {}

    /**
     * @param colour the colour of the party, 0 for a report's own voice
     * @param cells  its claims for each time; may be empty
     */
    public record Row(String party, int colour, List<List<Attributed>> cells) {}

    public static ClaimsByParty of(Comparison comparison, Page page) {
        List<Attributed> wholes = comparison.claims().stream()
                .filter(attributed -> !attributed.claim().isPart())
                .toList();
        List<String> times = wholes.stream()
                .map(ClaimsByParty::time)
                .distinct()
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(time -> time))
                .toList();
        Map<String, List<Attributed>> byParty = new LinkedHashMap<>();
        for (Attributed attributed : wholes) {
            byParty.computeIfAbsent(page.claims().speaker(attributed), _ -> new ArrayList<>())
                    .add(attributed);
        }
        List<Row> rows = new ArrayList<>();
        byParty.forEach((party, claims) -> rows.add(new Row(
                party,
                page.site().colour(claims.getFirst().claim().party()),
                times.stream()
                        .map(time -> claims.stream()
                                .filter(attributed -> time(attributed).equals(time))
                                .toList())
                        .toList())));
        return new ClaimsByParty(
                times.stream()
                        .map(time -> time.isEmpty() ? null : PartialDate.parse(time))
                        .map(date -> new Time(page.claims().asOf(date), date != null))
                        .toList(),
                rows,
                wholes.stream().map(attributed -> attributed.claim().value()).toList());
    }

    /** The time in ISO 8601; empty if not stated. */
    private static String time(Attributed attributed) {
        return Objects.toString(attributed.claim().asOf(), "");
    }
}
