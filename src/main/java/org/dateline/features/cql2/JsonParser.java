package org.dateline.features.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dateline.catalog.GeoJsonGeometry;
import org.dateline.features.cql2.Node.Array;
import org.dateline.features.cql2.Node.Op;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses CQL2 JSON into nodes. */
final class JsonParser {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonParser() {}

    static Node parse(String filter) {
        try {
            return node(MAPPER.readTree(filter), 0);
        } catch (JacksonException e) {
            throw new Cql2Exception("got invalid JSON, expected CQL2 JSON: " + e.getOriginalMessage());
        }
    }

    private static Node node(JsonNode json, int depth) {
        if (depth > TextParser.DEEPEST) {
            throw new Cql2Exception("got more than " + TextParser.DEEPEST + " levels of nesting, expected fewer");
        }
        if (json.isString()) {
            return new Node.Text(json.asString());
        }
        if (json.isNumber()) {
            return new Node.Num(json.asDouble());
        }
        if (json.isBoolean()) {
            return new Node.Bool(json.asBoolean());
        }
        if (json.isArray()) {
            return new Array(nodes(json, depth));
        }
        if (json.isObject()) {
            return object(json, depth);
        }
        throw unexpected(json, "an object, an array, a text, a number or a boolean");
    }

    private static List<Node> nodes(JsonNode array, int depth) {
        List<Node> nodes = new ArrayList<>();
        array.forEach(item -> nodes.add(node(item, depth + 1)));
        return nodes;
    }

    private static Node object(JsonNode json, int depth) {
        if (json.path("op").isString()) {
            JsonNode arguments = json.path("args");
            if (!arguments.isArray()) {
                throw unexpected(json, "\"args\" as an array");
            }
            return new Op(json.path("op").asString().toLowerCase(Locale.ROOT), nodes(arguments, depth));
        }
        if (json.path("property").isString()) {
            return new Node.Prop(json.path("property").asString());
        }
        if (json.has("date")) {
            return TimeLiteral.instant("DATE", node(json.path("date"), depth + 1));
        }
        if (json.has("timestamp")) {
            return TimeLiteral.instant("TIMESTAMP", node(json.path("timestamp"), depth + 1));
        }
        if (json.path("interval").isArray()) {
            return TimeLiteral.interval(nodes(json.path("interval"), depth));
        }
        if (json.path("bbox").isArray()) {
            return new Node.Shape(BoxLiteral.polygon(numbers(json.path("bbox"))));
        }
        if (json.path("type").isString()) {
            try {
                return new Node.Shape(GeoJsonGeometry.readUnchecked(json));
            } catch (IllegalArgumentException e) {
                throw new Cql2Exception(e.getMessage() + " (GeoJSON geometry)");
            }
        }
        throw unexpected(
                json, "\"op\", \"property\", \"date\", \"timestamp\", \"interval\", \"bbox\" or a GeoJSON geometry");
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream()
                .mapToDouble(item -> {
                    if (!item.isNumber()) {
                        throw unexpected(item, "a number");
                    }
                    return item.asDouble();
                })
                .toArray();
    }

    private static Cql2Exception unexpected(JsonNode json, String expected) {
        String shown = json.toString();
        return new Cql2Exception(
                "got " + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown) + ", expected " + expected);
    }
}
