package org.dateline.features;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of values of one type, in the order in which formats write them. A value is a String, Number,
 * Boolean, PartialDate, or a List or Map of these; null if it is not stated.
 *
 * @param <T> the type that they are read from
 */
final class PropertyReader<T> {

    private final Map<KnownProperty, Function<T, @Nullable Object>> readers = new LinkedHashMap<>();
    private final Set<KnownProperty> optional = EnumSet.noneOf(KnownProperty.class);

    PropertyReader<T> with(KnownProperty property, Function<T, @Nullable Object> reader) {
        readers.put(property, reader);
        return this;
    }

    /** As {@link #with}, but left out where it has no value. */
    PropertyReader<T> withAny(KnownProperty property, Function<T, @Nullable Object> reader) {
        optional.add(property);
        return with(property, reader);
    }

    /** A copy without some of the properties. */
    PropertyReader<T> without(KnownProperty... omitted) {
        PropertyReader<T> rest = new PropertyReader<>();
        rest.readers.putAll(readers);
        rest.optional.addAll(optional);
        List.of(omitted).forEach(rest.readers::remove);
        return rest;
    }

    /** The names of the properties. */
    List<String> keys() {
        return readers.keySet().stream().map(KnownProperty::key).toList();
    }

    /** The values by the names of their properties. */
    Map<String, @Nullable Object> read(T thing) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        readers.forEach((property, reader) -> {
            Object value = reader.apply(thing);
            if (value != null || !optional.contains(property)) {
                values.put(property.key(), value);
            }
        });
        return values;
    }
}
