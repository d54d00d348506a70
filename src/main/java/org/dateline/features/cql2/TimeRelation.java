package org.dateline.features.cql2;

import static org.dateline.features.cql2.TimeRelation.End.END;
import static org.dateline.features.cql2.TimeRelation.End.START;
import static org.dateline.features.cql2.TimeRelation.Order.AFTER;
import static org.dateline.features.cql2.TimeRelation.Order.BEFORE;
import static org.dateline.features.cql2.TimeRelation.Order.NOT_AFTER;
import static org.dateline.features.cql2.TimeRelation.Order.NOT_BEFORE;
import static org.dateline.features.cql2.TimeRelation.Order.SAME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.features.TimeSpan;

/**
 * A relation between two times: Allen's intervals as CQL2 names them (OGC 21-065r2, temporal functions), and the
 * comparison operators. A day has no order relative to its month: "less" means entirely before, and "less or equal"
 * means that it does not end later.
 *
 * @param holds whether the relation holds if all comparisons do, or if not all do
 */
public record TimeRelation(boolean holds, List<Ends> comparisons) {

    public enum End {
        START,
        END
    }

    public enum Order {
        BEFORE,
        NOT_AFTER,
        SAME,
        NOT_BEFORE,
        AFTER;

        /** @param sign less than, equal to or greater than 0 */
        public boolean holds(int sign) {
            return switch (this) {
                case BEFORE -> sign < 0;
                case NOT_AFTER -> sign <= 0;
                case SAME -> sign == 0;
                case NOT_BEFORE -> sign >= 0;
                case AFTER -> sign > 0;
            };
        }

        /** The relation with its sides exchanged. */
        public Order mirrored() {
            return values()[AFTER.ordinal() - ordinal()];
        }
    }

    /** Compares an end of the first time with an end of the second. */
    public record Ends(End one, Order order, End other) {
        private boolean hold(TimeSpan a, TimeSpan b) {
            int sign = one == START
                    ? other == START ? a.startToStart(b) : a.startToEnd(b)
                    : other == START ? a.endToStart(b) : a.endToEnd(b);
            return order.holds(sign);
        }
    }

    private static final List<Ends> EQUAL = List.of(starts(SAME), ends(SAME));
    private static final List<Ends> MEETING =
            List.of(new Ends(END, NOT_BEFORE, START), new Ends(START, NOT_AFTER, END));
    private static final Ends ENDS_BEFORE = new Ends(END, BEFORE, START);
    private static final Ends STARTS_AFTER = new Ends(START, AFTER, END);

    private static final Map<String, TimeRelation> BY_NAME = Map.ofEntries(
            Map.entry("t_after", all(STARTS_AFTER)),
            Map.entry("t_before", all(ENDS_BEFORE)),
            Map.entry("t_contains", all(starts(BEFORE), ends(AFTER))),
            Map.entry("t_disjoint", new TimeRelation(false, MEETING)),
            Map.entry("t_during", all(starts(AFTER), ends(BEFORE))),
            Map.entry("t_equals", new TimeRelation(true, EQUAL)),
            Map.entry("t_finishedby", all(starts(BEFORE), ends(SAME))),
            Map.entry("t_finishes", all(starts(AFTER), ends(SAME))),
            Map.entry("t_intersects", new TimeRelation(true, MEETING)),
            Map.entry("t_meets", all(new Ends(END, SAME, START))),
            Map.entry("t_metby", all(new Ends(START, SAME, END))),
            Map.entry("t_overlappedby", all(starts(AFTER), new Ends(START, BEFORE, END), ends(AFTER))),
            Map.entry("t_overlaps", all(starts(BEFORE), new Ends(END, AFTER, START), ends(BEFORE))),
            Map.entry("t_startedby", all(starts(SAME), ends(AFTER))),
            Map.entry("t_starts", all(starts(SAME), ends(BEFORE))),
            Map.entry("=", new TimeRelation(true, EQUAL)),
            Map.entry("<>", new TimeRelation(false, EQUAL)),
            Map.entry("<", all(ENDS_BEFORE)),
            Map.entry(">", all(STARTS_AFTER)),
            Map.entry("<=", all(ends(NOT_AFTER))),
            Map.entry(">=", all(starts(NOT_BEFORE))));

    public TimeRelation {
        comparisons = List.copyOf(comparisons);
    }

    private static TimeRelation all(Ends... comparisons) {
        return new TimeRelation(true, List.of(comparisons));
    }

    private static Ends starts(Order order) {
        return new Ends(START, order, START);
    }

    private static Ends ends(Order order) {
        return new Ends(END, order, END);
    }

    /** @param operator such as {@code t_after}, or a comparison such as {@code <=} */
    public static Optional<TimeRelation> of(String operator) {
        return Optional.ofNullable(BY_NAME.get(operator));
    }

    boolean holds(TimeSpan a, TimeSpan b) {
        return comparisons.stream().allMatch(comparison -> comparison.hold(a, b)) == holds;
    }
}
