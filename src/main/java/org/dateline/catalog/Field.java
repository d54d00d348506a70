package org.dateline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of a document: read it, go deeper, report a fault in it. The JSON Schema reports wrong types; the accessors
 * never fail, so that the rest of the document can still be checked.
 */
public record Field(Document document, String path, JsonNode node) {

    private static final int SHOWN = 60;

    public Field get(String name) {
        return new Field(document, path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    public boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    /** The items of a list; none if it is not a list. */
    public List<Field> items() {
        List<Field> items = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(new Field(document, path + "[" + i + "]", node.path(i)));
        }
        return items;
    }

    /** The text of a string, number or boolean; empty for anything else. */
    public String text() {
        return node.isString() || node.isNumber() || node.isBoolean() ? node.asString() : "";
    }

    /** The number; 0 for anything else, infinite if it is too large. */
    public double number() {
        return node.isNumber() ? node.numberValue().doubleValue() : 0;
    }

    /** The whole number; 0 for anything else or if it is too large. */
    public int integer() {
        return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : 0;
    }

    public @Nullable String textOrNull(String name) {
        return has(name) ? get(name).text() : null;
    }

    /** A string, or the strings of a list. */
    public List<String> texts() {
        return node.isArray() ? items().stream().map(Field::text).toList() : List.of(text());
    }

    public List<String> texts(String name) {
        return has(name) ? get(name).texts() : List.of();
    }

    public Optional<Field> find(String name) {
        return has(name) ? Optional.of(get(name)) : Optional.empty();
    }

    public Fault fault(String got, String expected) {
        return new Fault(document.file(path), document.line(path), path, got, expected);
    }

    /** A fault that shows the field's own value as what was got. */
    public Fault fault(String expected) {
        return fault(shown(), expected);
    }

    public String shown() {
        if (node.isMissingNode()) {
            return "nothing";
        }
        String json = node.toString();
        return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
    }
}
