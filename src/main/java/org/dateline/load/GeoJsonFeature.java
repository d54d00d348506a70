package org.dateline.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.catalog.GeoJsonGeometry;
import org.dateline.features.Property.Type;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Converts GeoJSON features (RFC 7946, section 3.2) to rows. A feature's id is used if it has no property "id". */
final class GeoJsonFeature {

    /** The parser's message about a field that an object has twice. */
    private static final Pattern TWICE = Pattern.compile("Duplicate \\w+ (\".*?\") for ");

    private GeoJsonFeature() {}

    /** Collects the columns of all features and the types of their values. */
    static final class Columns {

        private static final Pattern NO_NUMBER = Pattern.compile("NaN|[+-]?(Infinity|inf)");

        private final Map<String, @Nullable Type> types = new LinkedHashMap<>();
        private boolean esri;

        void see(JsonNode feature) {
            esri |= feature.has("attributes");
            if (feature.has("id")) {
                types.putIfAbsent("id", Type.STRING);
            }
            seeRow(feature.path("properties"));
        }

        /** @param row an object whose fields are columns */
        void seeRow(JsonNode row) {
            row.forEachEntry((name, value) -> {
                @Nullable Type before = types.get(name);
                types.put(
                        name,
                        value.isNull() || isNoNumber(value)
                                ? before
                                : before == null ? type(value) : before.common(type(value)));
            });
        }

        /** Whether features have "attributes", as in the JSON of Esri's servers. */
        boolean isEsri() {
            return esri;
        }

        List<Column> found() {
            List<Column> columns = new ArrayList<>();
            types.forEach((name, type) -> columns.add(new Column(name, type == null ? Type.STRING : type, false)));
            return columns;
        }

        /** A text for what JSON has no number for; it does not make a column of numbers one of texts. */
        private static boolean isNoNumber(JsonNode value) {
            return value.isString() && NO_NUMBER.matcher(value.asString()).matches();
        }

        private static Type type(JsonNode value) {
            if (value.isArray()) {
                return value.valueStream().allMatch(JsonNode::isString) ? Type.STRINGS : Type.ANY;
            }
            return switch (value.getNodeType()) {
                case BOOLEAN -> Type.BOOLEAN;
                case NUMBER -> value.isIntegralNumber() ? Type.INTEGER : Type.NUMBER;
                case STRING -> Type.STRING;
                default -> Type.ANY;
            };
        }
    }

    /** @param line the line of the file, or the feature's number */
    static Row row(JsonNode feature, List<Column> columns, long line) {
        @Nullable Object[] values = new Object[columns.size()];
        JsonNode properties = feature.path("properties");
        for (int i = 0; i < values.length; i++) {
            String name = columns.get(i).name();
            JsonNode value = properties.path(name);
            values[i] = plain(value.isMissingNode() && name.equals("id") ? feature.path("id") : value);
        }
        if (!feature.path("type").asString("").equals("Feature")) {
            return new Row(line, values, null, "got no GeoJSON feature, expected \"type\": \"Feature\"");
        }
        if (!properties.isObject() && !properties.isNull() && !properties.isMissingNode()) {
            return new Row(line, values, null, "properties: got " + properties + ", expected an object, or null");
        }
        JsonNode shape = feature.path("geometry");
        if (shape.isNull() || shape.isMissingNode() || isEmpty(shape)) {
            return new Row(line, values, null, null);
        }
        try {
            Geometry geometry = GeoJsonGeometry.read(shape);
            return new Row(line, values, GeometryChecks.alone(geometry), null);
        } catch (IllegalArgumentException e) {
            return new Row(line, values, null, "geometry: " + e.getMessage());
        }
    }

    /** A row that is an object whose fields are columns. */
    static Row plainRow(JsonNode row, List<Column> columns, long number) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(row.path(columns.get(i).name()));
        }
        return new Row(number, values, null, row.isObject() ? null : "got no object, expected one per row");
    }

    /** Whether a geometry has no positions, which means no geometry (RFC 7946, section 3.1). */
    private static boolean isEmpty(JsonNode shape) {
        return shape.path("type").asString("").equals("GeometryCollection")
                ? shape.path("geometries").isArray()
                        && shape.path("geometries").valueStream().allMatch(GeoJsonFeature::hasNoPositions)
                : hasNoPositions(shape);
    }

    /** Also of nested empty arrays: programs write empty polygons with an empty ring. */
    private static boolean hasNoPositions(JsonNode shape) {
        JsonNode positions = shape.path("coordinates");
        while (positions.isArray() && positions.size() == 1) {
            positions = positions.path(0);
        }
        return positions.isArray() && positions.isEmpty();
    }

    /** As in all formats, an empty text is no value. */
    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()
                || value.isMissingNode()
                || value.isString() && value.asString().isEmpty()) {
            return null;
        }
        return value.isString()
                ? value.asString()
                : value.isNumber() ? value.numberValue() : value.isBoolean() ? (Object) value.asBoolean() : value;
    }

    /** What the parser got, and what was expected instead, in one line. */
    static String problem(JacksonException e, String expected) {
        String message = String.valueOf(e.getOriginalMessage());
        Matcher twice = TWICE.matcher(message);
        return twice.lookingAt()
                ? "got the field " + twice.group(1) + " a second time, expected each field once"
                : "got invalid JSON (" + inOneLine(message) + "), expected " + expected;
    }

    /** The parser's message in one line, without the names of its settings. */
    private static String inOneLine(String message) {
        return message.equals("null")
                ? "unreadable"
                : message.replaceFirst("(,? from `|: enable `|: expected close marker| \\(start marker).*", "")
                        .lines()
                        .findFirst()
                        .orElse("unreadable");
    }

    /** @throws LoadException if the file states another reference system */
    static void requireDegrees(Object file, JsonNode system) {
        String name = system.path("properties").path("name").asString("");
        if (!system.isNull() && !system.isMissingNode() && !GeoJsonGeometry.inDegrees(name)) {
            String got = name.isEmpty() ? system.toString() : name;
            throw RowReader.otherSystem(file, "\"" + got + "\"");
        }
    }
}
