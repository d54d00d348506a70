package org.dateline.features;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.features.Property.Type;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Infers the properties of a set of features and their types from the values: a layer's file may contain any columns
 * that its editor needs.
 */
final class SchemaInference {

    private SchemaInference() {}

    /** The properties in the order in which they first occur. */
    static List<Property> properties(Collection<Map<String, @Nullable Object>> features) {
        Map<String, @Nullable Type> types = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> feature : features) {
            feature.forEach((name, value) -> {
                Type before = types.get(name);
                types.put(name, value == null ? before : before == null ? type(value) : before.common(type(value)));
            });
        }
        // The geometry already has this name.
        types.remove(Schema.GEOMETRY);
        return types.entrySet().stream()
                .map(entry -> property(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A property without any value has its usual type, or is text. */
    private static Property property(String name, @Nullable Type found) {
        Type unstated = KnownProperty.find(name).map(KnownProperty::type).orElse(Type.STRING);
        return KnownProperty.named(name, found == null ? unstated : found);
    }

    private static Type type(Object value) {
        return switch (value) {
            case String _ -> Type.STRING;
            case Boolean _ -> Type.BOOLEAN;
            case Integer _, Long _ -> Type.INTEGER;
            case Number _ -> Type.NUMBER;
            case PartialDate date -> date.value() instanceof LocalDate ? Type.DATE : Type.PARTIAL_DATE;
            case Instant _ -> Type.DATE_TIME;
            case List<?> items when items.stream().allMatch(String.class::isInstance) -> Type.STRINGS;
            default -> Type.ANY;
        };
    }
}
