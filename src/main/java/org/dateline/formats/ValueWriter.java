package org.dateline.formats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values of properties as JSON; missing values become null. */
final class ValueWriter {

    private ValueWriter() {}

    static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String string -> json.writeString(string);
            case PartialDate date -> json.writeString(date.toString());
            case Instant moment -> json.writeString(moment.toString());
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.doubleValue());
            case List<?> items -> {
                json.writeStartArray();
                items.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Map<?, ?> fields -> {
                json.writeStartObject();
                fields.forEach((key, item) -> {
                    json.writeName(key.toString());
                    write(json, item);
                });
                json.writeEndObject();
            }
            default -> throw new IllegalStateException("got a " + value.getClass() + ", expected a JSON value");
        }
    }
}
