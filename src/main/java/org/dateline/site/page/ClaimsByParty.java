package org.dateline.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.model.ClaimTime;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Value;

/**
 * The claims of a comparison as a table: one row per party, one column per time that figures stand at, the last for
 * claims without one. Figures that are part of others are left out.
 *
 * @param values the values of all cells
 */
public record ClaimsByParty(List<Time> times, List<Row> rows, List<Value> values) {

    /**
     * @param label  the head of the column
     * @param stated whether the quotes or their reports state it
     */
    public record Time(String label, boolean stated) {}

    /**
     * @param colour the colour of the party, 0 for a report's own voice
     * @param mark   the classes of its colour and sign
     * @param cells  its claims for each time; may be empty
     */
    public record Row(String party, int colour, String mark, List<List<Attributed>> cells) {}

    public static ClaimsByParty of(Comparison comparison, Page page) {
        List<Attributed> wholes = comparison.claims().stream()
                .filter(attributed -> !attributed.claim().isPart())
                .toList();
        // As ISO 8601, so that they sort; what is not stated comes last.
        List<ClaimTime> times = wholes.stream()
                .map(Attributed::time)
                .distinct()
                .sorted(Comparator.comparing((ClaimTime time) -> time.date() == null)
                        .thenComparing(time -> Objects.toString(time.date(), ""))
                        .thenComparing(time -> !time.stated()))
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
                page.site().mark(claims.getFirst().claim().party()),
                times.stream()
                        .map(time -> claims.stream()
                                .filter(attributed -> attributed.time().equals(time))
                                .toList())
                        .toList())));
        return new ClaimsByParty(
                times.stream()
                        .map(time -> new Time(page.claims().time(time), time.date() != null))
                        .toList(),
                rows,
                wholes.stream().map(attributed -> attributed.claim().value()).toList());
    }
}
