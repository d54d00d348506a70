package org.dateline.features.cql2;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dateline.features.TextOrder;
import org.dateline.features.TimeSpan;
import org.geotools.api.filter.Filter;

/** Makes comparisons that GeoTools lacks, as functions of two operands that a filter requires to be true. */
final class PredicateFactory {

    static final Set<String> ARRAYS = Set.of("a_equals", "a_contains", "a_containedby", "a_overlaps");

    private PredicateFactory() {}

    private static Filter isTrue(String name, Operand a, Operand b, ComputedFunction.Computation computation) {
        return OperandResolver.FILTERS.equals(
                new ComputedFunction(name, List.of(a.expression(), b.expression()), computation),
                OperandResolver.FILTERS.literal(true));
    }

    /** @param operator that {@link TimeRelation} knows */
    static Filter times(String operator, Operand a, Operand b) {
        TimeRelation relation = TimeRelation.of(operator).orElseThrow();
        return isTrue(operator, a, b, values -> relation.holds((TimeSpan) values[0], (TimeSpan) values[1]));
    }

    /** Compares the order of texts; GeoTools would compare texts that look like numbers as numbers. */
    static Filter texts(String operator, Operand a, Operand b) {
        return isTrue("text" + operator, a, b, values -> {
            int order = TextOrder.compare((String) values[0], (String) values[1]);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        });
    }

    static Filter arrays(String name, Operand a, Operand b) {
        return isTrue(name, a, b, values -> {
            Collection<?> one = (Collection<?>) values[0];
            Collection<?> other = (Collection<?>) values[1];
            return switch (name) {
                case "a_equals" -> one.containsAll(other) && other.containsAll(one);
                case "a_contains" -> one.containsAll(other);
                case "a_containedby" -> other.containsAll(one);
                default -> one.stream().anyMatch(other::contains);
            };
        });
    }
}
