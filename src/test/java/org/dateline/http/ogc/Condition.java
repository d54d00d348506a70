package org.dateline.http.ogc;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A condition that can be written as CQL2 and, apart from all that answers it, be evaluated by hand: true, false or, where
 * a value is missing, null.
 */
public sealed interface Condition {

    /** An excerpt as the files have it: its values, and the geometries of the features that it is tied to. */
    record Row(
            String id,
            Map<String, Object> values,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<Geometry> where) {}

    String cql();

    @Nullable
    Boolean holds(Row row);

    record Like(String property, String pattern, boolean folded) implements Condition {
        @Override
        public String cql() {
            String quoted = "'" + pattern.replace("'", "''") + "'";
            return folded
                    ? "CASEI(ACCENTI(" + property + ")) LIKE CASEI(ACCENTI(" + quoted + "))"
                    : property + " LIKE " + quoted;
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            Object value = row.values.get(property);
            if (value == null) {
                return null;
            }
            String regex = (folded ? fold(pattern) : pattern)
                    .codePoints()
                    .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining());
            return Pattern.compile(regex, Pattern.DOTALL)
                    .matcher(folded ? fold(value.toString()) : value.toString())
                    .matches();
        }

        private static String fold(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
    }

    record In(String property, Set<String> values, boolean not) implements Condition {
        @Override
        public String cql() {
            return property + (not ? " NOT IN (" : " IN (")
                    + values.stream()
                            .sorted()
                            .map(value -> "'" + value.replace("'", "''") + "'")
                            .collect(Collectors.joining(", "))
                    + ")";
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            Object value = row.values.get(property);
            return value == null ? null : values.contains(value.toString()) != not;
        }
    }

    record IsNull(String property) implements Condition {
        @Override
        public String cql() {
            return property + " IS NULL";
        }

        @Override
        public Boolean holds(Row row) {
            return row.values.get(property) == null;
        }
    }

    record Compare(String property, String operator, double number) implements Condition {
        @Override
        public String cql() {
            return "\"" + property + "\" " + operator + " " + number;
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            if (!(row.values.get(property) instanceof Number value)) {
                return null;
            }
            int order = Double.compare(value.doubleValue(), number);
            return switch (operator) {
                case "=" -> order == 0;
                case "<>" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    record Time(String function, LocalDate first, LocalDate last) implements Condition {
        @Override
        public String cql() {
            return function + "(excerpt_date, INTERVAL('" + first + "','" + last + "'))";
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            if (row.from == null || row.to == null) {
                return null;
            }
            boolean before = row.to.isBefore(first);
            boolean after = row.from.isAfter(last);
            return switch (function) {
                case "T_BEFORE" -> before;
                case "T_AFTER" -> after;
                case "T_DISJOINT" -> before || after;
                case "T_DURING" -> row.from.isAfter(first) && row.to.isBefore(last);
                default -> !before && !after;
            };
        }
    }

    record Space(boolean apart, double west, double south, double east, double north) implements Condition {
        @Override
        public String cql() {
            return (apart ? "S_DISJOINT" : "S_INTERSECTS") + "(geometry, BBOX(" + box() + "))";
        }

        public String box() {
            return west + "," + south + "," + east + "," + north;
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            if (row.where.isEmpty()) {
                return null;
            }
            GeometryFactory factory = new GeometryFactory();
            List<Envelope> boxes = west <= east
                    ? List.of(new Envelope(west, east, south, north))
                    : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
            boolean meets = row.where.stream()
                    .anyMatch(geometry -> boxes.stream()
                            .anyMatch(box -> factory.toGeometry(box).intersects(geometry)));
            return meets != apart;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public String cql() {
            return "NOT (" + condition.cql() + ")";
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            Boolean holds = condition.holds(row);
            return holds == null ? null : !holds;
        }
    }

    record Both(boolean and, Condition one, Condition other) implements Condition {
        @Override
        public String cql() {
            return "(" + one.cql() + ") " + (and ? "AND" : "OR") + " (" + other.cql() + ")";
        }

        @Override
        public @Nullable Boolean holds(Row row) {
            Boolean a = one.holds(row);
            Boolean b = other.holds(row);
            Boolean deciding = !and;
            if (deciding.equals(a) || deciding.equals(b)) {
                return deciding;
            }
            return a == null || b == null ? null : and;
        }
    }
}
