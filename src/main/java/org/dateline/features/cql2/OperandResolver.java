package org.dateline.features.cql2;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dateline.features.AttributeName;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Operand.Kind;
import org.dateline.model.PartialDate;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Resolves nodes as operands: looks up names in the schema and converts geometries to longitude and latitude. */
final class OperandResolver {

    static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Schema schema;
    private final ReferenceSystem system;

    OperandResolver(Schema schema, ReferenceSystem system) {
        this.schema = schema;
        this.system = system;
    }

    Operand of(Node node) {
        return switch (node) {
            case Node.Prop(String name) -> property(name);
            case Node.Text(String value) -> constant(Kind.TEXT, value);
            case Node.Num(double value) -> constant(Kind.NUMBER, number(value));
            case Node.Bool(boolean value) -> constant(Kind.BOOLEAN, value);
            case Node.Time(TimeSpan value) -> constant(Kind.TIME, value);
            case Node.Shape(Geometry value) -> constant(Kind.SHAPE, shape(value));
            case Node.Interval(Node start, Node end) -> interval(of(start), of(end));
            case Node.Array(List<Node> items) -> array(items);
            case Node.Op(String name, List<Node> arguments) -> operation(name, arguments);
        };
    }

    /** An operand of a given kind; a text in place of a time is read as a time, and a stated date in place of a text as its text. */
    Operand of(Node node, Kind kind) {
        if (kind == Kind.TEXT && isStatedDate(node)) {
            return new Operand(
                    Kind.TEXT,
                    new ComputedFunction(
                            "stated",
                            List.of(new AttributeName(((Node.Prop) node).name())),
                            values -> values[0].toString()));
        }
        if (kind == Kind.TIME && node instanceof Node.Text(String value)) {
            try {
                return constant(Kind.TIME, TimeSpan.single(value));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                throw new Cql2Exception("got \"" + value + "\", expected a date such as DATE('2025-03-11')");
            }
        }
        Operand operand = of(node);
        if (operand.kind() != kind) {
            throw new Cql2Exception("got " + operand.kind().words() + described(node) + ", expected " + kind.words());
        }
        return operand;
    }

    /** Whether a node is a property with a day, a month or a year, which is a text for clients. */
    boolean isStatedDate(Node node) {
        return node instanceof Node.Prop(String name)
                && schema.find(name)
                        .filter(property -> property.type() == Property.Type.PARTIAL_DATE && property.queryable())
                        .isPresent();
    }

    /** Whether a node is a text that is not a time. */
    static boolean isOtherText(Node node) {
        if (node instanceof Node.Text(String value)) {
            try {
                TimeSpan.single(value);
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                return true;
            }
        }
        return false;
    }

    private static String described(Node node) {
        return switch (node) {
            case Node.Prop(String name) -> " (\"" + name + "\")";
            case Node.Text(String value) -> " (\"" + value + "\")";
            case Node.Op(String name, List<Node> _) -> " (" + name + ")";
            default -> "";
        };
    }

    private static Operand constant(Kind kind, Object value) {
        return new Operand(kind, FILTERS.literal(value));
    }

    private static Double number(double value) {
        if (!Double.isFinite(value)) {
            throw new Cql2Exception("got a number that is too large, expected one up to " + Double.MAX_VALUE);
        }
        return value + 0.0;
    }

    private Operand property(String name) {
        if (name.equals(Schema.GEOMETRY)) {
            return new Operand(Kind.SHAPE, new AttributeName(name));
        }
        Property property = schema.find(name)
                .filter(Property::queryable)
                .orElseThrow(() -> new Cql2Exception("got the property \"" + name + "\", expected one of "
                        + String.join(
                                ", ",
                                schema.properties().stream()
                                        .filter(Property::queryable)
                                        .map(Property::name)
                                        .toList())
                        + ", " + Schema.GEOMETRY));
        Expression expression = new AttributeName(name);
        return switch (property.type()) {
            case STRING -> new Operand(Kind.TEXT, expression);
            // Compared as doubles: GeoTools would convert 1.5 to 1 to compare it with a whole number.
            case INTEGER, NUMBER ->
                new Operand(
                        Kind.NUMBER,
                        new ComputedFunction(
                                "number", List.of(expression), values -> ((Number) values[0]).doubleValue()));
            case BOOLEAN -> new Operand(Kind.BOOLEAN, expression);
            case STRINGS -> new Operand(Kind.ARRAY, expression);
            case DATE, PARTIAL_DATE -> time(name);
            case DATE_TIME ->
                new Operand(
                        Kind.TIME,
                        new ComputedFunction(
                                "moment", List.of(expression), values -> TimeSpan.at((Instant) values[0])));
            case ANY -> throw new IllegalStateException("not queryable");
        };
    }

    static Operand time(String property) {
        return new Operand(
                Kind.TIME,
                new ComputedFunction(
                        "date", List.of(new AttributeName(property)), values -> TimeSpan.of((PartialDate) values[0])));
    }

    private Geometry shape(Geometry written) {
        Geometry degrees = system.toDegrees(written)
                .orElseThrow(() -> new Cql2Exception("got coordinates outside " + system
                        + ", expected coordinates within its area (parameter filter-crs)"));
        for (var coordinate : degrees.getCoordinates()) {
            if (!(Math.abs(coordinate.x) <= 360 && Math.abs(coordinate.y) <= 90)) {
                throw new Cql2Exception("got the coordinates " + coordinate.x + " " + coordinate.y
                        + ", expected longitude and latitude in degrees (or others, with filter-crs)");
            }
        }
        var fault = new IsValidOp(degrees).getValidationError();
        if (fault != null) {
            throw new Cql2Exception("got an invalid geometry, expected a valid one: " + fault.getMessage());
        }
        return degrees;
    }

    static Operand interval(Operand start, Operand end) {
        if (start.kind() != Kind.TIME || end.kind() != Kind.TIME) {
            throw new Cql2Exception("got an INTERVAL with another kind of end, expected dates or times");
        }
        return new Operand(
                Kind.TIME, new ComputedFunction("interval", List.of(start.expression(), end.expression()), values -> {
                    TimeSpan first = (TimeSpan) values[0];
                    TimeSpan last = (TimeSpan) values[1];
                    return first.start().isAfter(last.end()) ? null : TimeSpan.between(first, last);
                }));
    }

    private Operand array(List<Node> items) {
        List<String> texts = items.stream()
                .map(item -> {
                    if (item instanceof Node.Text(String value)) {
                        return value;
                    }
                    throw new Cql2Exception("got an array with other values than texts, expected an array of texts");
                })
                .toList();
        return constant(Kind.ARRAY, texts);
    }

    private Operand operation(String name, List<Node> arguments) {
        return switch (name) {
            case "casei", "accenti" -> folded(name, arguments);
            case "+", "-", "*", "/", "%", "div", "^" -> arithmetic(name, arguments);
            default ->
                throw new Cql2Exception("got " + name + ", expected a property, a value, casei, accenti or arithmetic");
        };
    }

    private Operand folded(String name, List<Node> arguments) {
        if (arguments.size() != 1) {
            throw new Cql2Exception("got " + arguments.size() + " arguments of " + name + ", expected 1");
        }
        Operand text = of(arguments.getFirst(), Kind.TEXT);
        if (text.constant()) {
            return constant(Kind.TEXT, fold(name, text.expression().evaluate(null, String.class)));
        }
        return new Operand(
                Kind.TEXT,
                new ComputedFunction(name, List.of(text.expression()), values -> fold(name, values[0].toString())));
    }

    /** Removes differences in case (Unicode full case folding, by way of upper case) or accents. */
    static String fold(String how, String text) {
        if (how.equals("casei")) {
            return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private Operand arithmetic(String operator, List<Node> arguments) {
        if (arguments.size() != 2) {
            throw new Cql2Exception("got " + arguments.size() + " arguments of " + operator + ", expected 2");
        }
        Operand left = of(arguments.getFirst(), Kind.NUMBER);
        Operand right = of(arguments.getLast(), Kind.NUMBER);
        return new Operand(
                Kind.NUMBER, new ComputedFunction(operator, List.of(left.expression(), right.expression()), values -> {
                    double a = ((Number) values[0]).doubleValue();
                    double b = ((Number) values[1]).doubleValue();
                    double result = switch (operator) {
                        case "+" -> a + b;
                        case "-" -> a - b;
                        case "*" -> a * b;
                        case "/" -> a / b;
                        case "%" -> a % b;
                        case "div" -> (a / b) < 0 ? Math.ceil(a / b) : Math.floor(a / b);
                        default -> Math.pow(a, b);
                    };
                    // A computation without a result, such as a division by zero, has no value. Negative zero becomes
                    // zero.
                    return Double.isFinite(result) ? result + 0.0 : null;
                }));
    }
}
