package org.dateline.formats;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes values of properties in formats that have only text: lists and nested values as JSON. */
public final class ValueText {

    private static final JsonFactory JSON = new JsonFactory();

    private ValueText() {}

    /** The value as text; empty if there is none. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Iterable || value instanceof java.util.Map) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
                ValueWriter.write(json, value);
            }
            return text.toString();
        }
        return value.toString();
    }
}
