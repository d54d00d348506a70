package org.dateline.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dateline.features.Property.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Converts a file's values to those of a property; throws {@link BadRowException} for invalid ones. */
final class ValueParser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Such as 12.000, which is twelve to some and twelve thousand to others. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3})+");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]{1,3},[0-9]+");

    private ValueParser() {}

    /**
     * @param column its name, for messages
     * @return a String (ANY: of JSON), Long, Double, Boolean, List of String, LocalDate or PartialDate
     */
    static @Nullable Object of(Type type, @Nullable Object value, String column) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case STRING -> value instanceof Double ? CodeText.of(value) : value.toString();
            case DATE -> new DateReader(List.of(), null).day(value, column);
            case PARTIAL_DATE -> new DateReader(List.of(), null).read(value, column);
            case DATE_TIME -> new MomentReader(null).read(value, column);
            case INTEGER -> integer(value, column);
            case NUMBER -> number(value, column);
            case BOOLEAN -> flag(value, column);
            case STRINGS -> texts(value);
            case ANY -> json(value, column);
        };
    }

    /** A longitude or latitude, which may have a decimal comma: no other comma makes sense in it. */
    static double degrees(Object value, String column) {
        // Looking for a comma first, because this runs twice for each row.
        return value instanceof String text
                        && text.indexOf(',') >= 0
                        && DECIMAL_COMMA.matcher(CodeText.stripped(text)).matches()
                ? number(text.replace(',', '.'), column)
                : number(value, column);
    }

    static double number(Object value, String column) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        String text = CodeText.stripped(value);
        try {
            double number = Double.parseDouble(text);
            // Java also reads 1d, 0x1p3, NaN and Infinity, which are not numbers in a table.
            char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
            if (Double.isFinite(number) && (last >= '0' && last <= '9' || last == '.') && text.indexOf('x') < 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw BadRowException.of(
                column, value, text.matches("-?[0-9]+(,[0-9]+)+") ? "a number, with a point for decimals" : "a number");
    }

    static long integer(Object value, String column) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        String text = CodeText.stripped(value);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            try {
                // Tables exported by other programs may contain 3.0 for 3. A long exponent would be a huge number.
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) < 100
                        && !THOUSANDS.matcher(text).matches()) {
                    return number.longValueExact();
                }
            } catch (ArithmeticException | NumberFormatException again) {
                // Reported below.
            }
            throw BadRowException.of(
                    column,
                    value,
                    THOUSANDS.matcher(text).matches()
                            ? "a whole number without a point, which may stand for decimals or for thousands"
                            : "a whole number");
        }
    }

    private static boolean flag(Object value, String column) {
        return switch (CodeText.of(value).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw BadRowException.of(column, value, "true or false");
        };
    }

    /** A list, a list written as JSON, or a single text. */
    private static List<String> texts(Object value) {
        JsonNode list = value instanceof JsonNode node ? node : parsed(value.toString());
        return list != null && list.isArray()
                ? list.valueStream()
                        .map(item -> item.isString() ? item.asString() : item.toString())
                        .toList()
                : List.of(value.toString());
    }

    private static String json(Object value, String column) {
        if (value instanceof Number) {
            number(value, column);
            return value.toString();
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        JsonNode node = value instanceof JsonNode read ? read : parsed(value.toString());
        if (node == null) {
            return new StringNode(value.toString()).toString();
        }
        if (!finite(node)) {
            throw BadRowException.of(column, value, "numbers up to 1.8e308");
        }
        return node.toString();
    }

    /** JSON has no others, but 1e400 is read as infinity. */
    private static boolean finite(JsonNode node) {
        return node.isContainer()
                ? node.valueStream().allMatch(ValueParser::finite)
                : !node.isNumber() || Double.isFinite(node.doubleValue());
    }

    private static @Nullable JsonNode parsed(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }
}
