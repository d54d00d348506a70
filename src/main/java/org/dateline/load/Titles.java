package org.dateline.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dateline.catalog.Field;
import org.dateline.features.FigureTitle;
import org.dateline.features.Property;
import org.jspecify.annotations.Nullable;

/**
 * The title of a property as a mapping states it.
 *
 * @param first in the mapping's own language, else in the first that is stated; null for none
 * @param all   by language
 */
record Titles(@Nullable String first, Map<String, String> all) {

    /** @param language of a plain text */
    static Titles of(Field field, String language) {
        if (!field.node().isObject()) {
            return field.text().isEmpty()
                    ? new Titles(null, Map.of())
                    : new Titles(field.text(), KnownTitles.of(language, field.text()));
        }
        Map<String, String> all = new LinkedHashMap<>();
        field.node()
                .propertyNames()
                .forEach(name -> all.put(name, field.get(name).text()));
        return new Titles(
                all.getOrDefault(language, all.values().stream().findFirst().orElse(null)), all);
    }

    Property of(String name, Property.Type type) {
        return new Property(name, type, first, null, null, all);
    }

    /** A property of a figure. */
    Property of(String name, Property.Type type, String part) {
        return new Property(
                name,
                type,
                FigureTitle.of(String.valueOf(first), part),
                null,
                null,
                all.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, title -> FigureTitle.of(title.getValue(), part))));
    }
}
