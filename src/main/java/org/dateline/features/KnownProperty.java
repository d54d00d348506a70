package org.dateline.features;

import java.util.Map;
import org.dateline.features.Property.Role;
import org.dateline.features.Property.Type;
import org.jspecify.annotations.Nullable;

/** Properties that mean the same wherever they stand: their names, and what Dateline says of them. */
public final class KnownProperty {

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
            Map.entry("date_start", new Known("First day on which it may have happened", null, null)),
            Map.entry("date_end", new Known("Last day on which it may have happened", null, null)),
            Map.entry("parties", new Known("Who took part, as the source names them", null, null)),
            Map.entry("excerpt_source", new Known("Who reported it, as the source names them", null, null)),
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

    private KnownProperty() {}

    public static boolean knows(String name) {
        return KNOWN.containsKey(name);
    }

    /** A property with the title, unit and role that its name has here, if it is known. */
    public static Property named(String name, Type type) {
        Known known = KNOWN.get(name);
        if (known == null) {
            return new Property(name, type, null, null, null);
        }
        boolean date = type == Type.DATE || type == Type.PARTIAL_DATE;
        Role role = known.role == Role.INSTANT && !date ? null : known.role;
        return new Property(name, type, known.title, known.unit, role);
    }
}
