package org.dateline.features.cql2;

import java.util.ArrayList;
import java.util.List;
import org.dateline.features.AttributeName;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Node.Op;
import org.dateline.features.cql2.Operand.Kind;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;

/**
 * Translates CQL2 into GeoTools filters. If a property that a filter compares has no value, neither the filter nor its
 * negation is true (three-valued logic, as in SQL), but GeoTools has two values only. So negations are moved down to
 * the comparisons by De Morgan's rules, and each comparison also requires that its operands have values.
 */
public final class Cql2 {

    private static final FilterFactory FILTERS = OperandResolver.FILTERS;

    private final OperandResolver operands;

    private Cql2(Schema schema, ReferenceSystem system) {
        this.operands = new OperandResolver(schema, system);
    }

    /**
     * @param system the reference system of the coordinates in the filter
     * @throws Cql2Exception says what was got and what was expected
     */
    public static Filter ofText(String filter, Schema schema, ReferenceSystem system) {
        return new Cql2(schema, system).filter(TextParser.parse(filter), false);
    }

    /** Reads a filter in CQL2 JSON. */
    public static Filter ofJson(String filter, Schema schema, ReferenceSystem system) {
        return new Cql2(schema, system).filter(JsonParser.parse(filter), false);
    }

    /**
     * Compares a property with a value that is written as in a URL parameter.
     *
     * @throws Cql2Exception if the property has values of another type
     */
    public static Filter isEqual(Property property, String value, Schema schema) {
        Node compared = switch (property.type()) {
            case INTEGER, NUMBER -> number(value);
            case BOOLEAN -> bool(value);
            case STRING, DATE, PARTIAL_DATE, DATE_TIME, STRINGS, ANY -> new Node.Text(value);
        };
        return new Cql2(schema, ReferenceSystem.CRS84)
                .filter(new Op("=", List.of(new Node.Prop(property.name()), compared)), false);
    }

    private static Node number(String value) {
        if (!value.matches("[+-]?[0-9]{1,300}(\\.[0-9]*)?([eE][+-]?[0-9]{1,3})?")) {
            throw new Cql2Exception("got \"" + value + "\", expected a number");
        }
        return new Node.Num(Double.parseDouble(value));
    }

    private static Node bool(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new Cql2Exception("got \"" + value + "\", expected true or false");
        }
        return new Node.Bool(value.equals("true"));
    }

    /**
     * Whether the texts that name or describe a feature contain each of some words, whatever their case and accents; never,
     * if its collection has no such texts.
     */
    public static Filter contains(Schema schema, List<String> words) {
        List<Property> texts =
                schema.properties().stream().filter(Property::isWords).toList();
        Cql2 cql2 = new Cql2(schema, ReferenceSystem.CRS84);
        List<Filter> all = new ArrayList<>();
        for (String word : words) {
            Node pattern = plain(new Node.Text("%" + word.replaceAll("[%_\\\\]", "\\\\$0") + "%"));
            List<Filter> any = new ArrayList<>();
            for (Property text : texts) {
                any.add(cql2.filter(new Op("like", List.of(plain(new Node.Prop(text.name())), pattern)), false));
            }
            all.add(any.isEmpty() ? Filter.EXCLUDE : any.size() == 1 ? any.getFirst() : FILTERS.or(any));
        }
        return all.size() == 1 ? all.getFirst() : FILTERS.and(all);
    }

    private static Node plain(Node text) {
        return new Op("casei", List.of(new Op("accenti", List.of(text))));
    }

    /** Whether a feature's time and another overlap; true for a feature without a time. */
    public static Filter atTime(Schema.Time time, TimeSpan asked) {
        Operand other = new Operand(Kind.TIME, FILTERS.literal(asked));
        Filter dated = PredicateFactory.times(
                "t_intersects", OperandResolver.time(time.date().name()), other);
        if (time.range().isEmpty()) {
            return FILTERS.or(isUndated(time), dated);
        }
        Schema.Range range = time.range().get();
        Operand period = OperandResolver.interval(
                OperandResolver.time(range.start().name()),
                OperandResolver.time(range.end().name()));
        return FILTERS.or(List.of(
                isUndated(time),
                PredicateFactory.times("t_intersects", period, other),
                FILTERS.and(isOpen(range), dated)));
    }

    /** Whether a feature has no time. */
    public static Filter isUndated(Schema.Time time) {
        Filter noDate = isNull(time.date());
        return time.range()
                .<Filter>map(range -> FILTERS.and(noDate, isOpen(range)))
                .orElse(noDate);
    }

    /** Whether a feature has a time. */
    public static Filter isDated(Schema.Time time) {
        Filter date = FILTERS.not(isNull(time.date()));
        return time.range()
                .<Filter>map(range -> FILTERS.or(
                        date, FILTERS.and(FILTERS.not(isNull(range.start())), FILTERS.not(isNull(range.end())))))
                .orElse(date);
    }

    private static Filter isOpen(Schema.Range range) {
        return FILTERS.or(isNull(range.start()), isNull(range.end()));
    }

    private static Filter isNull(Property property) {
        return FILTERS.isNull(new AttributeName(property.name()));
    }

    private Filter filter(Node node, boolean negated) {
        return switch (node) {
            case Op(String name, List<Node> arguments) -> operation(name, arguments, negated);
            case Node.Bool(boolean value) -> value != negated ? Filter.INCLUDE : Filter.EXCLUDE;
            case Node.Prop prop -> {
                Operand flag = operands.of(prop, Kind.BOOLEAN);
                yield FILTERS.equals(flag.expression(), FILTERS.literal(!negated));
            }
            default -> throw new Cql2Exception("got a value, expected a condition such as kind = 'city'");
        };
    }

    private Filter operation(String name, List<Node> arguments, boolean negated) {
        return switch (name) {
            case "and", "or" -> {
                List<Filter> parts = new ArrayList<>();
                for (Node argument : arguments) {
                    parts.add(filter(argument, negated));
                }
                if (parts.size() < 2) {
                    throw new Cql2Exception("got " + parts.size() + " conditions for " + name + ", expected 2 or more");
                }
                yield name.equals("and") != negated ? FILTERS.and(parts) : FILTERS.or(parts);
            }
            case "not" -> filter(required(name, arguments, 1).getFirst(), !negated);
            case "=", "<>", "<", "<=", ">", ">=" -> {
                required(name, arguments, 2);
                yield comparison(name, arguments.getFirst(), arguments.getLast(), negated);
            }
            case "between" -> {
                // Two comparisons: if one bound is missing, the other may still decide.
                Node value = required(name, arguments, 3).getFirst();
                Filter low = comparison(">=", value, arguments.get(1), negated);
                Filter high = comparison("<=", value, arguments.get(2), negated);
                yield negated ? FILTERS.or(low, high) : FILTERS.and(low, high);
            }
            case "in" -> in(required(name, arguments, 2), negated);
            case "isnull" -> isNull(required(name, arguments, 1).getFirst(), negated);
            case "like" -> like(required(name, arguments, 2), negated);
            default -> function(name, arguments, negated);
        };
    }

    private static List<Node> required(String name, List<Node> arguments, int count) {
        if (arguments.size() != count) {
            throw new Cql2Exception("got " + arguments.size() + " arguments of " + name + ", expected " + count);
        }
        return arguments;
    }

    /** A comparison that is true only if its operands have values. */
    private static Filter guarded(Filter comparison, boolean negated, List<Operand> compared) {
        List<Filter> conditions = new ArrayList<>();
        for (Operand operand : compared) {
            if (!operand.constant()) {
                conditions.add(FILTERS.not(FILTERS.isNull(operand.expression())));
            }
        }
        conditions.add(negated ? FILTERS.not(comparison) : comparison);
        return conditions.size() == 1 ? conditions.getFirst() : FILTERS.and(conditions);
    }

    private Filter comparison(String operator, Node one, Node other, boolean negated) {
        Kind kind = kind(one, other);
        Operand left = operands.of(one, kind);
        Operand right = operands.of(other, kind);
        Expression a = left.expression();
        Expression b = right.expression();
        Filter filter = switch (kind) {
            case TIME -> PredicateFactory.times(operator, left, right);
            case TEXT ->
                operator.equals("=") || operator.equals("<>")
                        ? compare(operator, a, b)
                        : PredicateFactory.texts(operator, left, right);
            // False is less than true.
            case NUMBER, BOOLEAN -> compare(operator, a, b);
            case SHAPE ->
                throw new Cql2Exception(
                        "got " + operator + " between geometries, expected a function such as S_EQUALS");
            case ARRAY ->
                throw new Cql2Exception("got " + operator + " between arrays, expected a function such as A_EQUALS");
        };
        return guarded(filter, negated, List.of(left, right));
    }

    private static Filter compare(String operator, Expression a, Expression b) {
        return switch (operator) {
            case "=" -> FILTERS.equal(a, b, true);
            case "<>" -> FILTERS.notEqual(a, b, true);
            case "<" -> FILTERS.less(a, b, true);
            case "<=" -> FILTERS.lessOrEqual(a, b, true);
            case ">" -> FILTERS.greater(a, b, true);
            default -> FILTERS.greaterOrEqual(a, b, true);
        };
    }

    /**
     * The kind as which two nodes are compared: a text compared with a time is a time. Clients take a date that may be a
     * month or a year for a text, so a text that is no date is compared with it as a text.
     */
    private Kind kind(Node one, Node other) {
        if (operands.isStatedDate(one) && OperandResolver.isOtherText(other)
                || operands.isStatedDate(other) && OperandResolver.isOtherText(one)) {
            return Kind.TEXT;
        }
        Kind kind = one instanceof Node.Text
                ? operands.of(other).kind()
                : operands.of(one).kind();
        return kind == Kind.TIME || !(one instanceof Node.Text) ? kind : Kind.TEXT;
    }

    private Filter in(List<Node> arguments, boolean negated) {
        List<Node> items = arguments.getLast() instanceof Node.Array(List<Node> list) ? list : List.of();
        if (items.isEmpty()) {
            throw new Cql2Exception("got no list after in, expected one such as ('city', 'town')");
        }
        List<Filter> each = new ArrayList<>();
        for (Node item : items) {
            each.add(comparison("=", arguments.getFirst(), item, negated));
        }
        return each.size() == 1 ? each.getFirst() : negated ? FILTERS.and(each) : FILTERS.or(each);
    }

    private Filter isNull(Node node, boolean negated) {
        Filter none = FILTERS.isNull(operands.of(node).expression());
        return negated ? FILTERS.not(none) : none;
    }

    private Filter like(List<Node> arguments, boolean negated) {
        Operand text = operands.of(arguments.getFirst(), Kind.TEXT);
        Operand pattern = operands.of(arguments.getLast(), Kind.TEXT);
        if (!pattern.constant()) {
            throw new Cql2Exception("got a property as the pattern, expected a text such as 'Q%'");
        }
        String wildcards = pattern.expression().evaluate(null, String.class);
        return guarded(new LikeFilter(text.expression(), wildcards), negated, List.of(text));
    }

    private Filter function(String name, List<Node> arguments, boolean negated) {
        if (TimeRelation.of(name).isPresent()) {
            required(name, arguments, 2);
            Operand a = operands.of(arguments.getFirst(), Kind.TIME);
            Operand b = operands.of(arguments.getLast(), Kind.TIME);
            return guarded(PredicateFactory.times(name, a, b), negated, List.of(a, b));
        }
        if (name.startsWith("s_")) {
            required(name, arguments, 2);
            Operand a = operands.of(arguments.getFirst(), Kind.SHAPE);
            Operand b = operands.of(arguments.getLast(), Kind.SHAPE);
            return guarded(spatial(name, a.expression(), b.expression()), negated, List.of(a, b));
        }
        if (PredicateFactory.ARRAYS.contains(name)) {
            required(name, arguments, 2);
            Operand a = array(arguments.getFirst());
            Operand b = array(arguments.getLast());
            return guarded(PredicateFactory.arrays(name, a, b), negated, List.of(a, b));
        }
        throw new Cql2Exception(
                "got " + name + ", expected a comparison or one of and, or, not, like, between, in, "
                        + "isNull, s_intersects or another spatial function, t_after or another temporal one, a_contains or another array function");
    }

    private static Filter spatial(String name, Expression a, Expression b) {
        return switch (name) {
            case "s_intersects" -> FILTERS.intersects(a, b);
            case "s_equals" -> FILTERS.equal(a, b);
            case "s_disjoint" -> FILTERS.disjoint(a, b);
            case "s_touches" -> FILTERS.touches(a, b);
            case "s_within" -> FILTERS.within(a, b);
            case "s_overlaps" -> FILTERS.overlaps(a, b);
            case "s_crosses" -> FILTERS.crosses(a, b);
            case "s_contains" -> FILTERS.contains(a, b);
            default ->
                throw new Cql2Exception("got " + name + ", expected s_intersects, s_equals, s_disjoint, s_touches, "
                        + "s_within, s_overlaps, s_crosses or s_contains");
        };
    }

    /** A text in parentheses is an array with one item. */
    private Operand array(Node node) {
        return operands.of(node instanceof Node.Text ? new Node.Array(List.of(node)) : node, Kind.ARRAY);
    }
}
