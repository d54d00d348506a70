package org.dateline.features.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;

/** Filters in CQL2 that use all of it, with values that a collection has and others. */
final class RandomFilters {

    private final Random random;
    private final Schema schema;
    private final List<SimpleFeature> features;

    RandomFilters(ItemCollection collection, long seed) {
        this.random = new Random(seed);
        this.schema = collection.schema();
        this.features = collection.items().find(new Query(), null).features();
    }

    String next() {
        return condition(random.nextInt(3));
    }

    private String condition(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(4)) {
            case 0 -> "NOT (" + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + ") AND (" + leaf() + ")";
            default -> "(" + condition(depth - 1) + ") OR (" + leaf() + ")";
        };
    }

    private String leaf() {
        List<Property> usable =
                schema.properties().stream().filter(Property::queryable).toList();
        int pick = random.nextInt(usable.size() + 3);
        if (pick >= usable.size()) {
            return space();
        }
        Property property = usable.get(pick);
        String name = '"' + property.name() + '"';
        if (random.nextInt(12) == 0) {
            return name + (random.nextBoolean() ? " IS NULL" : " IS NOT NULL");
        }
        return switch (property.type()) {
            case STRING -> text(property, name);
            case INTEGER, NUMBER -> number(property);
            case BOOLEAN ->
                one("%s", "NOT %s", "%s = TRUE", "%s <> TRUE", "%s < TRUE", "%s >= FALSE", "%s > FALSE")
                        .formatted(name);
            case DATE, PARTIAL_DATE, DATE_TIME -> time(property);
            case STRINGS ->
                one("A_EQUALS", "A_CONTAINS", "A_CONTAINEDBY", "A_OVERLAPS") + "(" + name + ", " + array(property)
                        + ")";
            case ANY -> throw new IllegalStateException();
        };
    }

    private String text(Property property, String name) {
        String folded = one("%s", "%s", "CASEI(%s)", "ACCENTI(%s)", "CASEI(ACCENTI(%s))");
        String left = folded.formatted(name);
        return switch (random.nextInt(4)) {
            case 0 -> left + one(" LIKE ", " NOT LIKE ") + folded.formatted(quoted(pattern(value(property))));
            case 1 ->
                left + one(" IN ", " NOT IN ") + "(" + quoted(value(property)) + ", " + quoted(value(property)) + ")";
            default -> left + operator() + folded.formatted(quoted(value(property)));
        };
    }

    private String value(Property property) {
        Object value = features.isEmpty()
                ? null
                : features.get(random.nextInt(features.size())).getAttribute(property.name());
        String text = value == null ? one("", "10", "9", "it's", "É", "zzz", "\\") : value.toString();
        return random.nextInt(4) == 0 ? text.toUpperCase() : text;
    }

    private String pattern(String text) {
        if (text.isEmpty()) {
            return one("%", "_", "", "\\", "\\\\", "%\\", "\\%");
        }
        int from = random.nextInt(text.length());
        int to = from + random.nextInt(text.length() - from + 1);
        String piece = text.substring(from, to);
        return one("%s", "%%%s%%", "%s%%", "%%%s", "%%_%s%%", "%%%s\\", "%%%s_", "\\%s%%")
                .formatted(piece);
    }

    /** Half a pair of surrogates is no text of a filter. */
    private static String quoted(String text) {
        String whole = text.codePoints()
                .filter(c -> c != 0 && (c < 0xD800 || c > 0xDFFF))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return "'" + whole.replace("'", "''") + "'";
    }

    private String number(Property property) {
        String left = arithmetic(random.nextInt(3));
        return random.nextInt(4) == 0
                ? left + one(" BETWEEN ", " NOT BETWEEN ") + literal(property) + " AND " + literal(property)
                : left + operator() + (random.nextInt(3) == 0 ? arithmetic(1) : literal(property));
    }

    private String arithmetic(int depth) {
        List<Property> numbers = schema.properties().stream()
                .filter(p -> p.type() == Property.Type.INTEGER || p.type() == Property.Type.NUMBER)
                .toList();
        Property property = numbers.get(random.nextInt(numbers.size()));
        if (depth == 0) {
            return '"' + property.name() + '"';
        }
        String a = arithmetic(depth - 1);
        String b = random.nextBoolean() ? literal(property) : arithmetic(0);
        return "(" + a + one(" + ", " - ", " * ", " / ", " % ", " DIV ", " ^ ") + b + ")";
    }

    private String literal(Property property) {
        Object value = features.isEmpty()
                ? null
                : features.get(random.nextInt(features.size())).getAttribute(property.name());
        return value == null || random.nextInt(3) == 0
                ? one("0", "1", "2", "-3", "0.1", "2.5", "1e200", "1e-200", "1.7e308", "4.9e-324", "-0.5", "1e16")
                : value.toString();
    }

    private String time(Property property) {
        String name = '"' + property.name() + '"';
        String left = random.nextInt(6) == 0 ? interval() : name;
        String right = random.nextInt(8) == 0 ? name : random.nextBoolean() ? moment() : interval();
        if (random.nextInt(3) == 0) {
            return name + operator() + (random.nextInt(4) == 0 ? name : moment());
        }
        return "T_"
                + one(
                        "AFTER",
                        "BEFORE",
                        "CONTAINS",
                        "DISJOINT",
                        "DURING",
                        "EQUALS",
                        "FINISHEDBY",
                        "FINISHES",
                        "INTERSECTS",
                        "MEETS",
                        "METBY",
                        "OVERLAPPEDBY",
                        "OVERLAPS",
                        "STARTEDBY",
                        "STARTS")
                + "(" + left + ", " + right + ")";
    }

    private String day() {
        return one(
                "2024-01-01",
                "2024-12-31",
                "2025-01-01",
                "2025-03-01",
                "2025-03-10",
                "2025-03-11",
                "2025-03-12",
                "2025-03-31",
                "2025-12-31",
                "2025-04-01",
                "0000-01-01",
                "9999-12-31");
    }

    private String instant() {
        return day() + one("T00:00:00Z", "T23:59:59.999999999Z", "T10:30:00Z");
    }

    private String moment() {
        return random.nextBoolean() ? "DATE('" + day() + "')" : "TIMESTAMP('" + instant() + "')";
    }

    private String interval() {
        List<String> dates = schema.properties().stream()
                .filter(p -> p.type() == Property.Type.DATE || p.type() == Property.Type.PARTIAL_DATE)
                .map(p -> '"' + p.name() + '"')
                .toList();
        String property = dates.get(random.nextInt(dates.size()));
        return switch (random.nextInt(6)) {
            case 0 -> "INTERVAL(" + property + ", " + dates.get(random.nextInt(dates.size())) + ")";
            case 1 -> "INTERVAL(" + property + ", '" + one("..", day(), instant()) + "')";
            case 2 -> "INTERVAL('" + one("..", day(), instant()) + "', " + property + ")";
            case 3 -> "INTERVAL('..', '" + one("..", day(), instant()) + "')";
            case 4 -> "INTERVAL('" + one(day(), instant()) + "', '..')";
            default -> {
                String a = one(day(), instant());
                String b = one(day(), instant());
                yield "INTERVAL('" + (a.compareTo(b) < 0 ? a : b.substring(0, 10)) + "', '"
                        + (a.compareTo(b) < 0 ? b : a) + "')";
            }
        };
    }

    private String array(Property property) {
        List<String> items = new ArrayList<>(List.of("zzz"));
        Object value = features.isEmpty()
                ? null
                : features.get(random.nextInt(features.size())).getAttribute(property.name());
        if (value instanceof List<?> list && !list.isEmpty()) {
            items = new ArrayList<>(list.stream().map(Object::toString).toList());
            if (random.nextInt(3) == 0) {
                items.addAll(items);
            }
            if (random.nextInt(4) == 0) {
                items.removeFirst();
            }
        }
        items.add(items.isEmpty() ? "x" : items.getFirst());
        return "(" + items.stream().map(RandomFilters::quoted).collect(Collectors.joining(", ")) + ")";
    }

    private String space() {
        String function = one(
                "S_INTERSECTS",
                "S_INTERSECTS",
                "S_DISJOINT",
                "S_WITHIN",
                "S_CONTAINS",
                "S_TOUCHES",
                "S_EQUALS",
                "S_OVERLAPS",
                "S_CROSSES");
        return random.nextInt(10) == 0
                ? "geometry IS " + one("NULL", "NOT NULL")
                : function + "(" + (random.nextInt(5) == 0 ? shape() + ", geometry" : "geometry, " + shape()) + ")";
    }

    private String shape() {
        Object found = features.isEmpty()
                ? null
                : features.get(random.nextInt(features.size())).getDefaultGeometry();
        if (found instanceof Geometry geometry
                && random.nextInt(3) == 0
                && geometry.getNumPoints() < 50
                && !geometry.getGeometryType().equals("GeometryCollection")) {
            return geometry.toText();
        }
        double x = found instanceof Geometry geometry && random.nextBoolean()
                ? geometry.getCoordinate().x
                : 55 + random.nextInt(25);
        double y = found instanceof Geometry geometry && random.nextBoolean()
                ? geometry.getCoordinate().y
                : 20 + random.nextInt(20);
        double width = random.nextInt(12);
        double height = random.nextInt(8);
        return switch (random.nextInt(5)) {
            case 0 -> "POINT(" + x + " " + y + ")";
            case 1 -> "LINESTRING(" + x + " " + y + ", " + (x + width + 1) + " " + (y + height) + ")";
            case 2 -> "BBOX(170, 20, -170, 80)";
            default -> "BBOX(" + x + ", " + y + ", " + Math.min(180, x + width) + ", " + Math.min(90, y + height) + ")";
        };
    }

    private String operator() {
        return one(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private String one(String... all) {
        return all[random.nextInt(all.length)];
    }
}
