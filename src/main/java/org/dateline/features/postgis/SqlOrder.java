package org.dateline.features.postgis;

import java.util.ArrayList;
import java.util.List;
import org.dateline.features.Property;
import org.dateline.features.QueryRefusedException;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * The order of records: by properties, with missing values last in either direction, then as in the collection.
 */
final class SqlOrder {

    private record Key(String column, boolean descending) {}

    private final List<Key> keys = new ArrayList<>();
    private final ItemsTable table;

    SqlOrder(ItemsTable table, SortBy @Nullable [] order) {
        this.table = table;
        for (SortBy key : order == null ? new SortBy[0] : order) {
            String name = key.getPropertyName().getPropertyName();
            Property property = table.schema()
                    .find(name)
                    .filter(Property::sortable)
                    .orElseThrow(() ->
                            new QueryRefusedException("the order by \"" + name + '"', "a property that has an order"));
            keys.add(new Key(table.column(property), key.getSortOrder() == SortOrder.DESCENDING));
        }
    }

    boolean isThatOfTheCollection() {
        return keys.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Key key : keys) {
            text.append(key.column).append(key.descending ? " desc nulls last, " : " nulls last, ");
        }
        return text.append("seq").toString();
    }

    /** The last record of the previous page, to join to the table as {@code last}. */
    SqlFragment last(long seq) {
        StringBuilder columns = new StringBuilder("seq as s");
        for (int i = 0; i < keys.size(); i++) {
            columns.append(", ").append(keys.get(i).column).append(" as k").append(i);
        }
        return SqlFragment.of("(select " + columns + " from " + table.name() + " where seq = ?) as last", seq);
    }

    /** The condition for what comes after {@code last}: the first key that differs decides. */
    SqlFragment afterLast() {
        List<SqlFragment> ways = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            String column = keys.get(i).column;
            String beyond = keys.get(i).descending ? " < " : " > ";
            ways.add(SqlFragment.of("(" + same + "(" + column + beyond + "k" + i + " or " + column + " is null and k"
                    + i + " is not null))"));
            same.append(column).append(" is not distinct from k").append(i).append(" and ");
        }
        ways.add(SqlFragment.of("(" + same + "seq > s)"));
        return SqlFragment.any(ways);
    }
}
