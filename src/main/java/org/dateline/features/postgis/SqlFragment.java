package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * A piece of SQL and the values of its question marks, in order. Its text comes from the program alone.
 *
 * @param values Long, Integer, Double, Float, Boolean, String, byte[] or a list of Strings
 */
record SqlFragment(String text, List<Object> values) {

    static final SqlFragment TRUE = of("true");
    static final SqlFragment FALSE = of("false");

    SqlFragment {
        values = List.copyOf(values);
    }

    /** @param parts one for each question mark: a piece that replaces it, or a value that is bound to it */
    static SqlFragment of(String text, Object... parts) {
        if (parts.length == 0) {
            return new SqlFragment(text, List.of());
        }
        StringBuilder all = new StringBuilder();
        List<Object> values = new ArrayList<>();
        int from = 0;
        for (Object part : parts) {
            int mark = text.indexOf('?', from);
            all.append(text, from, mark);
            if (part instanceof SqlFragment(String piece, List<Object> bound)) {
                all.append(piece);
                values.addAll(bound);
            } else {
                all.append('?');
                values.add(part);
            }
            from = mark + 1;
        }
        return new SqlFragment(all.append(text, from, text.length()).toString(), values);
    }

    static SqlFragment of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static SqlFragment all(List<SqlFragment> conditions) {
        return joined(conditions, " and ", TRUE, FALSE);
    }

    static SqlFragment all(SqlFragment... conditions) {
        return all(Arrays.asList(conditions));
    }

    static SqlFragment any(List<SqlFragment> conditions) {
        return joined(conditions, " or ", FALSE, TRUE);
    }

    static SqlFragment any(SqlFragment... conditions) {
        return any(Arrays.asList(conditions));
    }

    private static SqlFragment joined(
            List<SqlFragment> conditions, String word, SqlFragment neutral, SqlFragment deciding) {
        List<SqlFragment> kept = conditions.stream()
                .filter(condition -> !condition.equals(neutral))
                .toList();
        if (kept.contains(deciding)) {
            return deciding;
        }
        return switch (kept.size()) {
            case 0 -> neutral;
            case 1 -> kept.getFirst();
            default ->
                of('(' + String.join(word, java.util.Collections.nCopies(kept.size(), "?")) + ')', kept.toArray());
        };
    }

    /** Whether it is false or null. */
    SqlFragment isNotTrue() {
        return equals(TRUE) ? FALSE : equals(FALSE) ? TRUE : of("? is not true", this);
    }

    /**
     * @param kept whether to plan once for all values; otherwise for these, which takes a fraction of a millisecond and
     *             pays if some values select much and others little
     */
    PreparedStatement prepare(Connection connection, boolean kept) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        statement.unwrap(PGStatement.class).setPrepareThreshold(kept ? 1 : 0);
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Long value -> statement.setLong(i + 1, value);
                case Integer value -> statement.setInt(i + 1, value);
                case Double value -> statement.setDouble(i + 1, value);
                case Float value -> statement.setFloat(i + 1, value);
                case Boolean value -> statement.setBoolean(i + 1, value);
                case String value -> statement.setString(i + 1, value);
                case byte[] value -> statement.setBytes(i + 1, value);
                case List<?> value -> statement.setArray(i + 1, connection.createArrayOf("text", value.toArray()));
                default ->
                    throw new IllegalArgumentException(
                            "got a " + values.get(i).getClass() + ", expected a value with an SQL type");
            }
        }
        return statement;
    }
}
