package org.dateline.http.query;

import java.math.BigInteger;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query parameter that defines its name, how its text is read, and its documentation in errors, the OpenAPI document
 * and the tables of {@code src/docs}.
 *
 * @param <T> the type of its value
 */
public final class Parameter<T> {

    private final String name;
    private final String description;
    private final Supplier<ObjectNode> schema;
    private final Function<String, T> reader;

    /**
     * @param description without a full stop at its end
     * @param schema      makes the schema of its values, as in OpenAPI 3.0
     * @param reader      reads a value; throws an {@link IllegalArgumentException} whose message says what was expected
     */
    public Parameter(String name, String description, Supplier<ObjectNode> schema, Function<String, T> reader) {
        this.name = name;
        this.description = description;
        this.schema = schema;
        this.reader = reader;
    }

    /** A parameter that accepts any text. */
    public static Parameter<String> text(String name, String description) {
        return new Parameter<>(name, description, () -> schema("string"), Function.identity());
    }

    /** A parameter that accepts one of the given values. */
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

    /** A parameter that accepts a whole number within bounds, both included. */
    public static Parameter<Integer> wholeNumber(String name, String description, int least, int most) {
        return new Parameter<>(name, description, () -> bounds(least, most), text -> {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("a whole number from " + least + " to " + most);
        });
    }

    /** A parameter that accepts a whole number of any size; larger numbers than {@code most} count as {@code most}. */
    public static Parameter<Integer> wholeNumberFrom(
            String name, String description, int least, int largest, int otherwise) {
        return new Parameter<>(name, description, () -> bounds(least, largest).put("default", otherwise), text -> {
            if (text.matches("[0-9]{1,1000}") && new BigInteger(text).compareTo(BigInteger.valueOf(least)) >= 0) {
                return new BigInteger(text).min(BigInteger.valueOf(largest)).intValue();
            }
            throw new IllegalArgumentException("a whole number from " + least);
        });
    }

    private static ObjectNode bounds(int least, int most) {
        return schema("integer").put("minimum", least).put("maximum", most);
    }

    /** A schema with only a type, to be completed. */
    public static ObjectNode schema(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** @throws BadParameterException if the text is not a valid value */
    T read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw unexpected(text, String.valueOf(e.getMessage()));
        }
    }

    /** The exception for a text whose value cannot be used. */
    public BadParameterException unexpected(String text, String expected) {
        return new BadParameterException(name, '"' + text + '"', expected);
    }

    /** The parameter as an OpenAPI 3.0 object. */
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
