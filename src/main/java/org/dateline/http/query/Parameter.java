package org.dateline.http.query;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter of a query: it names itself, reads its text and documents itself, in errors, the OpenAPI document and the
 * tables of {@code src/docs}.
 *
 * @param <T> its value
 */
public final class Parameter<T> {

    private final String name;
    private final String description;
    private final Supplier<ObjectNode> schema;
    private final Function<String, T> reader;

    /**
     * @param description without a full stop at its end
     * @param schema      of its values, as OpenAPI 3.0 has them
     * @param reader      throws an {@link IllegalArgumentException} whose message says what was expected
     */
    public Parameter(String name, String description, Supplier<ObjectNode> schema, Function<String, T> reader) {
        this.name = name;
        this.description = description;
        this.schema = schema;
        this.reader = reader;
    }

    /** Takes any text. */
    public static Parameter<String> text(String name, String description) {
        return new Parameter<>(name, description, () -> schema("string"), Function.identity());
    }

    /** Takes one of some values. */
    public static Parameter<String> choice(String name, String description, Collection<String> values) {
        return new Parameter<>(
                name,
                description,
                () -> {
                    ObjectNode schema = schema("string");
                    values.forEach(schema.putArray("enum")::add);
                    return schema;
                },
                text -> {
                    if (values.contains(text)) {
                        return text;
                    }
                    throw new IllegalArgumentException("one of " + String.join(", ", values));
                });
    }

    /** Takes a whole number within bounds, both included. */
    public static Parameter<Integer> wholeNumber(String name, String description, int least, int most) {
        return new Parameter<>(name, description, () -> bounds(least, most), text -> {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("a whole number from " + least + " to " + most);
        });
    }

    /** Takes a whole number of any size; one above the largest counts as the largest. */
    public static Parameter<Integer> wholeNumberFrom(
            String name, String description, int least, int largest, int otherwise) {
        return new Parameter<>(name, description, () -> bounds(least, largest).put("default", otherwise), text -> {
            if (text.matches("[0-9]{1,18}") && Long.parseLong(text) >= least) {
                return (int) Math.min(largest, Long.parseLong(text));
            }
            throw new IllegalArgumentException("a whole number from " + least);
        });
    }

    private static ObjectNode bounds(int least, int most) {
        return schema("integer").put("minimum", least).put("maximum", most);
    }

    /** A schema with a type alone, to be completed. */
    public static ObjectNode schema(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** @throws BadParameterException for a text that is no value of it */
    T read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw unexpected(text, String.valueOf(e.getMessage()));
        }
    }

    /** What is thrown for a text whose value cannot be used. */
    public BadParameterException unexpected(String text, String expected) {
        return new BadParameterException(name, '"' + text + '"', expected);
    }

    /** The parameter object of OpenAPI 3.0. */
    public ObjectNode openApi() {
        ObjectNode parameter = JsonNodeFactory.instance.objectNode();
        parameter
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description)
                .put("style", "form")
                .put("explode", false);
        parameter.set("schema", schema.get());
        return parameter;
    }
}
