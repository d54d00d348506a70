package org.dateline.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.model.Counted;

/**
 * Texts with which programs write that there is no value: databases, R, pandas, spreadsheets. Only a mapping can say that
 * they mean it, because they may be words too, as NA for Namibia. Not thread-safe.
 */
final class NoValueWords {

    private static final Set<String> WORDS =
            Set.of("NULL", "null", "\\N", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NaT", "None");

    private static final int LONGEST = 4;

    private final Map<String, Found> found = new LinkedHashMap<>();

    /** Texts in a column. */
    private record Found(int count, String first) {}

    /** Whether it may stand for no value. */
    static boolean include(Object value) {
        return value instanceof String text && text.length() <= LONGEST && WORDS.contains(text.strip());
    }

    /** Counts it if it may stand for no value. */
    void see(String column, Object value) {
        if (include(value)) {
            found.merge(
                    column,
                    new Found(1, value.toString().strip()),
                    (before, _) -> new Found(before.count + 1, before.first));
        }
    }

    List<String> notes() {
        return found.entrySet().stream()
                .map(column -> column.getKey() + ": " + Counted.of(column.getValue().count, "text") + " such as \""
                        + column.getValue().first
                        + "\", kept; a mapping can say that this means no value (missing)")
                .toList();
    }
}
