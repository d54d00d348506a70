package org.dateline.features;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.features.Property.Role;
import org.dateline.features.Property.Type;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Which properties a set of features has and what their values are, seen from the values themselves: a layer's file may
 * hold any column that its editor needs.
 */
final class SchemaInference {

    /** A property that is known by its name. */
    private record Known(
            String title, @Nullable String unit, @Nullable Role role) {}

    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("id", new Known("Identifier", null, Role.ID)),
            Map.entry("layer", new Known("Layer", null, null)),
            Map.entry("name", new Known("Name", null, null)),
            Map.entry("alt_names", new Known("Other spellings", null, null)),
            Map.entry("kind", new Known("What it is", null, Role.KIND)),
            Map.entry("location", new Known("How precisely the location is known", null, null)),
            Map.entry("uncertainty_m", new Known("How far off the location may be", "m", null)),
            Map.entry("center", new Known("Centre of the circle: longitude, latitude", null, null)),
            Map.entry("length_km", new Known("Length", "km", null)),
            Map.entry("note", new Known("How well the location is known", null, null)),
            Map.entry("date", new Known("When it happened, as precisely as it is stated", null, Role.INSTANT)),
            Map.entry("source", new Known("Where the location comes from", null, null)),
            Map.entry("page", new Known("Page of this site, relative to its root", null, null)),
            Map.entry("excerpt_count", new Known("Number of excerpts", null, null)),
            Map.entry("excerpts", new Known("Excerpts that name it or tell of it", null, null)),
            Map.entry("quote", new Known("Verbatim words of the report", null, null)),
            Map.entry("report", new Known("Identifier of the report", null, null)),
            Map.entry("report_label", new Known("The catalog's own name for the report", null, null)),
            Map.entry("report_date", new Known("Date that the report states of itself", null, null)),
            Map.entry("language", new Known("Language of the report", null, null)),
            Map.entry("offset", new Known("Where it starts in the report's text, in code points", null, null)),
            Map.entry("party", new Known("Identifier of who says it", null, null)),
            Map.entry("party_name", new Known("Who says it", null, null)),
            Map.entry("date_words", new Known("Words that state the date", null, null)),
            Map.entry("not_verified", new Known("Excerpt that says that this one was not verified", null, null)),
            Map.entry("not_confirmed", new Known("Excerpt that says that others had not confirmed it", null, null)),
            Map.entry("measure", new Known("Identifier of what is counted", null, null)),
            Map.entry("measure_label", new Known("What is counted", null, null)),
            Map.entry("unit", new Known("Unit of the numbers", null, null)),
            Map.entry("subject", new Known("Identifier of the feature that it is about", null, null)),
            Map.entry("subject_name", new Known("What it is about", null, null)),
            Map.entry("value", new Known("The number as it was said, where it is one", null, null)),
            Map.entry("wording", new Known("How the number was worded: exactly, at-least, about ...", null, null)),
            Map.entry("low", new Known("Lower end of what the words leave open", null, null)),
            Map.entry("low_counted", new Known("Whether the lower end is one of the numbers", null, null)),
            Map.entry("high", new Known("Upper end of what the words leave open", null, null)),
            Map.entry("high_counted", new Known("Whether the upper end is one of the numbers", null, null)),
            Map.entry("who", new Known("Words that say who was counted", null, null)),
            Map.entry("as_of", new Known("The time that the figure holds for", null, Role.INSTANT)),
            Map.entry("as_of_words", new Known("Words that state this time", null, null)),
            Map.entry("part_of", new Known("Claim that this one breaks down", null, null)),
            Map.entry("contested", new Known("Whether another claim cannot hold together with it", null, null)),
            Map.entry("against", new Known("Claims that cannot hold together with it", null, null)),
            Map.entry("excerpt", new Known("Excerpt that carries it", null, null)),
            Map.entry("places", new Known("Identifiers of the features that it is tied to", null, null)),
            Map.entry("words", new Known("Words of the quote", null, null)));

    private SchemaInference() {}

    /** The properties in the order in which the features first name them. */
    static List<Property> properties(Collection<Map<String, @Nullable Object>> features) {
        Map<String, @Nullable Type> types = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> feature : features) {
            feature.forEach((name, value) -> {
                Type before = types.get(name);
                types.put(name, value == null ? before : before == null ? type(value) : common(before, type(value)));
            });
        }
        // The geometry has this name already.
        types.remove(Schema.GEOMETRY);
        return types.entrySet().stream()
                .map(entry -> property(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Property property(String name, @Nullable Type found) {
        Known known = KNOWN.get(name);
        // What no feature states: dates are dates, all else is text.
        boolean dated = name.equals("date") || name.endsWith("_date") || name.equals("as_of");
        Type unstated = dated ? Type.DATE : Type.STRING;
        Type type = found == null ? unstated : found;
        if (known == null) {
            return new Property(name, type, null, null, null);
        }
        boolean date = type == Type.DATE || type == Type.PARTIAL_DATE;
        Role role = known.role == Role.INSTANT && !date ? null : known.role;
        return new Property(name, type, known.title, known.unit, role);
    }

    private static Type type(Object value) {
        return switch (value) {
            case String _ -> Type.STRING;
            case Boolean _ -> Type.BOOLEAN;
            case Integer _, Long _ -> Type.INTEGER;
            case Number _ -> Type.NUMBER;
            case PartialDate date -> date.value() instanceof LocalDate ? Type.DATE : Type.PARTIAL_DATE;
            case List<?> items when items.stream().allMatch(String.class::isInstance) -> Type.STRINGS;
            default -> Type.ANY;
        };
    }

    private static Type common(Type one, Type other) {
        if (one == other) {
            return one;
        }
        boolean numbers =
                (one == Type.INTEGER || one == Type.NUMBER) && (other == Type.INTEGER || other == Type.NUMBER);
        boolean dates =
                (one == Type.DATE || one == Type.PARTIAL_DATE) && (other == Type.DATE || other == Type.PARTIAL_DATE);
        return numbers ? Type.NUMBER : dates ? Type.PARTIAL_DATE : Type.ANY;
    }
}
