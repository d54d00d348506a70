package org.dateline.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.dateline.catalog.Faults;
import org.dateline.catalog.Field;

/**
 * Finds the columns that a mapping names: by their exact name or, if the table has none of that name, ignoring case,
 * because editions of the same table differ in this. A field may list several names, of which the first counts that the
 * table has.
 */
final class ColumnFinder {

    private final List<String> names;
    private final boolean editions;
    private final Faults faults;
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean listed;

    /** @param editions whether a column that is only kept may be missing, because not every edition has it */
    ColumnFinder(List<Column> columns, boolean editions, Faults faults) {
        this.names = columns.stream().map(Column::name).toList();
        this.editions = editions;
        this.faults = faults;
    }

    /** The name of a column that {@link #required} gave; empty where there are no columns, which is a fault. */
    String name(int column) {
        return names.isEmpty() ? "" : names.get(column);
    }

    /** The names of columns that were looked for in vain, without a fault. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** The number of a column; 0 and a fault if the table does not have it. */
    int required(Field field) {
        OptionalInt found = find(field);
        if (found.isEmpty()) {
            faults.add(field.fault(expected()));
        }
        return found.orElse(0);
    }

    /** The number of a column that is only kept; empty, and a fault unless tables have editions, if there is none. */
    OptionalInt kept(Field field) {
        OptionalInt found = find(field);
        if (found.isEmpty() && editions) {
            missing.add(String.join(" or ", field.texts()));
        } else if (found.isEmpty()) {
            faults.add(field.fault(expected()));
        }
        return found;
    }

    /** The number of a column that may be missing anyway. */
    OptionalInt find(Field field) {
        return field.texts().stream()
                .map(this::find)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    OptionalInt find(String name) {
        int exact = names.indexOf(name);
        if (exact >= 0) {
            return OptionalInt.of(exact);
        }
        List<Integer> similar = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equalsIgnoreCase(name)) {
                similar.add(i);
            }
        }
        return similar.size() == 1 ? OptionalInt.of(similar.getFirst()) : OptionalInt.empty();
    }

    /** Lists the columns only in the first fault, because real tables have many. */
    String expected() {
        boolean first = !listed;
        listed = true;
        return "a column of the table" + (first ? ": " + String.join(", ", names) : "");
    }
}
