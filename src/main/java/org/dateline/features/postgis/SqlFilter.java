package org.dateline.features.postgis;

import java.util.List;
import java.util.Map;
import org.dateline.features.QueryRefusedException;
import org.dateline.features.Schema;
import org.dateline.features.cql2.TimeRelation;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;

/**
 * Translates the filters of CQL2 and of parameters into SQL conditions that hold for the same records. Filters are
 * either true or false; a null condition counts as false, so only negations need care.
 */
final class SqlFilter {

    private static final Map<String, String> ARRAYS = Map.of(
            "a_equals",
            "(? @> ? and ? <@ ?)",
            "a_contains",
            "? @> ?",
            "a_containedby",
            "? <@ ?",
            "a_overlaps",
            "? && ?");

    private final SqlValues values;
    private final SqlTimes times;
    private final SqlShapes shapes;
    private final boolean allLocated;

    SqlFilter(StoredCollection collection) {
        ItemsTable table = collection.table();
        this.values = new SqlValues(table);
        this.times = new SqlTimes(values);
        this.shapes = new SqlShapes(table.schema().geometry());
        this.allLocated = collection.unlocated() == 0;
    }

    /** @throws QueryRefusedException if the database cannot decide the filter exactly as memory does */
    SqlFragment condition(Filter filter) {
        return switch (filter) {
            case IncludeFilter _ -> SqlFragment.TRUE;
            case ExcludeFilter _ -> SqlFragment.FALSE;
            case And and ->
                SqlFragment.all(and.getChildren().stream().map(this::condition).toList());
            case Or or ->
                SqlFragment.any(or.getChildren().stream().map(this::condition).toList());
            case Not not -> negated(not.getFilter());
            case PropertyIsNull none -> isNull(none.getExpression());
            case PropertyIsLike like -> like(like);
            case BinarySpatialOperator spatial -> shapes.condition(spatial);
            case BinaryComparisonOperator comparison -> comparison(comparison);
            default -> throw unknown(filter);
        };
    }

    private SqlFragment negated(Filter filter) {
        return filter instanceof PropertyIsNull none && !SqlValues.isConstant(none.getExpression())
                ? isNotNull(none.getExpression())
                : condition(filter).isNotTrue();
    }

    private SqlFragment isNull(Expression expression) {
        if (SqlValues.isConstant(expression)) {
            return SqlFragment.of(expression.evaluate(null) == null);
        }
        if (isGeometry(expression) && allLocated) {
            return SqlFragment.FALSE;
        }
        return SqlTimes.isTime(expression)
                ? times.exists(expression).isNotTrue()
                : SqlFragment.of("? is null", operand(source(expression)));
    }

    private SqlFragment isNotNull(Expression expression) {
        if (isGeometry(expression) && allLocated) {
            return SqlFragment.TRUE;
        }
        return SqlTimes.isTime(expression)
                ? times.exists(expression)
                : SqlFragment.of("? is not null", operand(source(expression)));
    }

    /** What a text is made from: it is missing if this is, which is known without making it. */
    private static Expression source(Expression expression) {
        return expression instanceof Function function
                        && (function.getName().equals("casei")
                                || function.getName().equals("accenti"))
                ? source(function.getParameters().getFirst())
                : expression;
    }

    private SqlFragment operand(Expression expression) {
        return isGeometry(expression) ? SqlFragment.of("geometry") : values.value(expression);
    }

    private static boolean isGeometry(Expression expression) {
        return expression instanceof PropertyName name && name.getPropertyName().equals(Schema.GEOMETRY);
    }

    /** Escapes a backslash at the end of the pattern, which stands for itself but is an error in SQL. */
    private SqlFragment like(PropertyIsLike like) {
        if (SqlValues.isConstant(like.getExpression())) {
            return SqlFragment.of(like.evaluate(null));
        }
        String pattern = like.getLiteral();
        StringBuilder escaped = new StringBuilder(pattern);
        int backslashes = 0;
        for (int i = pattern.length() - 1; i >= 0 && pattern.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            escaped.append('\\');
        }
        return SqlFragment.of("? like ?", values.value(like.getExpression()), SqlValues.text(escaped.toString()));
    }

    private SqlFragment comparison(BinaryComparisonOperator comparison) {
        Expression one = comparison.getExpression1();
        Expression other = comparison.getExpression2();
        if (SqlValues.isConstant(one) && SqlValues.isConstant(other)) {
            return SqlFragment.of(comparison.evaluate(null));
        }
        if (one instanceof Function function && isTrue(other)) {
            return predicate(function);
        }
        String operator = switch (comparison) {
            case PropertyIsEqualTo _ -> "=";
            case PropertyIsNotEqualTo _ -> "<>";
            case PropertyIsLessThan _ -> "<";
            case PropertyIsLessThanOrEqualTo _ -> "<=";
            case PropertyIsGreaterThan _ -> ">";
            case PropertyIsGreaterThanOrEqualTo _ -> ">=";
            default -> throw unknown(comparison);
        };
        return SqlFragment.of("? " + operator + " ?", values.value(one), values.value(other));
    }

    private static boolean isTrue(Expression expression) {
        return expression instanceof Literal literal && Boolean.TRUE.equals(literal.getValue());
    }

    private SqlFragment predicate(Function function) {
        String name = function.getName();
        List<Expression> arguments = function.getParameters();
        if (ARRAYS.containsKey(name)) {
            SqlFragment a = values.value(arguments.getFirst());
            SqlFragment b = values.value(arguments.getLast());
            return name.equals("a_equals")
                    ? SqlFragment.of(ARRAYS.get(name), a, b, a, b)
                    : SqlFragment.of(ARRAYS.get(name), a, b);
        }
        return switch (name) {
            case "text<", "text<=", "text>", "text>=" ->
                SqlFragment.of(
                        "? " + name.substring("text".length()) + " ?",
                        values.value(arguments.getFirst()),
                        values.value(arguments.getLast()));
            default ->
                TimeRelation.of(name)
                        .map(relation -> times.condition(relation, arguments.getFirst(), arguments.getLast()))
                        .orElseThrow(() -> unknown(function));
        };
    }

    static QueryRefusedException unknown(Object part) {
        String name = part instanceof Function function
                ? function.getName()
                : part.getClass().getSimpleName();
        return new QueryRefusedException("a filter with " + name, "one that a database can answer");
    }
}
