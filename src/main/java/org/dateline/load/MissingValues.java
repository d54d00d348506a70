package org.dateline.load;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes with which a table says that it has no value, such as -99.
 *
 * @param everywhere codes in all columns
 * @param byColumn   codes in single columns, by number of the column
 */
record MissingValues(Set<String> everywhere, Map<Integer, Set<String>> byColumn) {

    MissingValues {
        everywhere = Set.copyOf(everywhere);
        byColumn = Map.copyOf(byColumn);
    }

    /** The values with null in place of codes; the same array if it has none. */
    @Nullable
    Object[] removed(@Nullable Object[] values) {
        @Nullable Object[] kept = values;
        for (Map.Entry<Integer, Set<String>> column : byColumn.entrySet()) {
            kept = without(kept, values, column.getKey(), column.getValue());
        }
        for (int i = 0; i < values.length && !everywhere.isEmpty(); i++) {
            kept = without(kept, values, i, everywhere);
        }
        return kept;
    }

    private static @Nullable Object[] without(
            @Nullable Object[] kept, @Nullable Object[] values, int column, Set<String> codes) {
        @Nullable Object value = column < values.length ? values[column] : null;
        if (value == null || !codes.contains(CodeText.of(value))) {
            return kept;
        }
        @Nullable Object[] changed = kept == values ? values.clone() : kept;
        changed[column] = null;
        return changed;
    }
}
