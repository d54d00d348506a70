package org.dateline.features.postgis;

import java.util.List;
import java.util.stream.IntStream;
import org.dateline.features.Property;
import org.dateline.features.QueryRefusedException;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.jspecify.annotations.Nullable;

/** Translates the values that filters compute into SQL: texts, numbers, booleans and arrays. */
final class SqlValues {

    /** The combining characters of accents, as a regular expression. */
    private static final String MARKS = marks();

    private static final String CALCULATED = "calculated(?, ?, ?)";

    private final ItemsTable table;

    SqlValues(ItemsTable table) {
        this.table = table;
    }

    /** Whether it is the same for all records. */
    static boolean isConstant(Expression expression) {
        return expression instanceof Literal
                || expression instanceof Function function
                        && function.getParameters().stream().allMatch(SqlValues::isConstant);
    }

    SqlFragment value(Expression expression) {
        if (isConstant(expression)) {
            return constant(expression.evaluate(null));
        }
        return switch (expression) {
            case PropertyName name -> SqlFragment.of(table.column(property(name)));
            case Function function -> computed(function.getName(), function.getParameters());
            default -> throw SqlFilter.unknown(expression);
        };
    }

    /** The column of a property by its name. */
    String column(PropertyName name) {
        return table.column(property(name));
    }

    private Property property(PropertyName name) {
        return table.schema()
                .find(name.getPropertyName())
                .orElseThrow(() -> new QueryRefusedException(
                        "the property \"" + name.getPropertyName() + '"', "one of the collection's"));
    }

    private static SqlFragment constant(@Nullable Object value) {
        return switch (value) {
            case null -> SqlFragment.of("null");
            case String text -> text(text);
            case Boolean flag -> SqlFragment.of("?", flag);
            case Number number -> SqlFragment.of("?", number.doubleValue());
            case List<?> texts ->
                SqlFragment.of(
                        "?",
                        texts.stream().map(text -> checked(text.toString())).toList());
            default -> throw SqlFilter.unknown(value);
        };
    }

    static SqlFragment text(String text) {
        return SqlFragment.of("?", checked(text));
    }

    /**
     * Rejects texts that are not Unicode or contain a character the database cannot store: they would bind as other
     * texts.
     */
    static String checked(String text) {
        if (!storable(text)) {
            throw new QueryRefusedException(
                    "a text with a character U+0000 or half of a pair of surrogates", "a text of valid characters");
        }
        return text;
    }

    static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private SqlFragment computed(String name, List<Expression> arguments) {
        SqlFragment first = value(arguments.getFirst());
        return switch (name) {
            case "number" -> SqlFragment.of("?::double precision", first);
            case "stated" -> first;
            case "casei" -> SqlFragment.of("(folded(?) collate \"C\")", first);
            case "accenti" -> SqlFragment.of("(unaccented(?, ?) collate \"C\")", first, MARKS);
            case "+", "-", "*" -> {
                SqlFragment other = value(arguments.getLast());
                yield arguments.stream().allMatch(SqlValues::isPlain)
                        ? moderate(name, first, other)
                        : SqlFragment.of(CALCULATED, name, first, other);
            }
            case "/", "%", "div", "^" -> SqlFragment.of(CALCULATED, name, first, value(arguments.getLast()));
            default -> throw new QueryRefusedException("a filter with " + name, "one that a database can answer");
        };
    }

    private static boolean isPlain(Expression expression) {
        return isConstant(expression)
                || expression instanceof Function function && function.getName().equals("number");
    }

    /** Computes numbers that cannot overflow inline, several times as fast as the function. */
    private static SqlFragment moderate(String operator, SqlFragment a, SqlFragment b) {
        return SqlFragment.of(
                "(case when (? = 0 or abs(?) between 1e-100 and 1e100) and (? = 0 or abs(?) between 1e-100 and 1e100)"
                        + " then ? " + operator + " ? else " + CALCULATED + " end)",
                a,
                a,
                b,
                b,
                a,
                b,
                operator,
                a,
                b);
    }

    private static String marks() {
        StringBuilder ranges = new StringBuilder("[");
        int[] all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(SqlValues::isMark)
                .toArray();
        for (int i = 0; i < all.length; i++) {
            int first = all[i];
            while (i + 1 < all.length && all[i + 1] == all[i] + 1) {
                i++;
            }
            ranges.appendCodePoint(first);
            if (all[i] > first) {
                ranges.append('-').appendCodePoint(all[i]);
            }
        }
        return ranges.append("]+").toString();
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
