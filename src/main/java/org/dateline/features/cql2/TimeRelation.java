package org.dateline.features.cql2;

import java.util.Locale;
import java.util.Optional;
import org.dateline.features.TimeSpan;

/** How two times lie to each other: Allen's intervals as CQL2 names them (OGC 21-065r2, temporal functions). */
enum TimeRelation {
    AFTER,
    BEFORE,
    CONTAINS,
    DISJOINT,
    DURING,
    EQUALS,
    FINISHEDBY,
    FINISHES,
    INTERSECTS,
    MEETS,
    METBY,
    OVERLAPPEDBY,
    OVERLAPS,
    STARTEDBY,
    STARTS;

    /** @param operator as in {@code t_after} */
    static Optional<TimeRelation> of(String operator) {
        for (TimeRelation relation : values()) {
            if (operator.equals("t_" + relation.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    boolean holds(TimeSpan a, TimeSpan b) {
        return switch (this) {
            case AFTER -> a.startToEnd(b) > 0;
            case BEFORE -> a.endToStart(b) < 0;
            case CONTAINS -> DURING.holds(b, a);
            case DISJOINT -> !a.intersects(b);
            case DURING -> a.startToStart(b) > 0 && a.endToEnd(b) < 0;
            case EQUALS -> a.startToStart(b) == 0 && a.endToEnd(b) == 0;
            case FINISHEDBY -> FINISHES.holds(b, a);
            case FINISHES -> a.startToStart(b) > 0 && a.endToEnd(b) == 0;
            case INTERSECTS -> a.intersects(b);
            case MEETS -> a.endToStart(b) == 0;
            case METBY -> MEETS.holds(b, a);
            case OVERLAPPEDBY -> OVERLAPS.holds(b, a);
            case OVERLAPS -> a.startToStart(b) < 0 && a.endToStart(b) > 0 && a.endToEnd(b) < 0;
            case STARTEDBY -> STARTS.holds(b, a);
            case STARTS -> a.startToStart(b) == 0 && a.endToEnd(b) < 0;
        };
    }

    /**
     * The comparison operators on times. A day against a month has no order within it: less means wholly before, and
     * "less or equal" that it does not end later.
     */
    static boolean compare(String operator, TimeSpan a, TimeSpan b) {
        return switch (operator) {
            case "=" -> EQUALS.holds(a, b);
            case "<>" -> !EQUALS.holds(a, b);
            case "<" -> BEFORE.holds(a, b);
            case ">" -> AFTER.holds(a, b);
            case "<=" -> a.endToEnd(b) <= 0;
            case ">=" -> a.startToStart(b) >= 0;
            default -> throw new IllegalStateException("got " + operator + ", expected a comparison");
        };
    }
}
