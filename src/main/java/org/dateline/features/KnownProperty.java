package org.dateline.features;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dateline.features.Property.Role;
import org.dateline.features.Property.Type;
import org.jspecify.annotations.Nullable;

/**
 * The properties that Dateline defines. Each has one name, in lower case the constant's own, and one meaning in layer
 * files, collections, CSV, JSON and imported tables; schemas and the OpenAPI document take their titles from here.
 */
public enum KnownProperty {
    ID(Type.STRING, "Identifier", null, Role.ID),
    LAYER(Type.STRING, "Layer"),
    NAME(Type.STRING, "Name"),
    LABEL(Type.STRING, "Name as the map writes it, where that is shorter"),
    ALT_NAMES(Type.STRINGS, "Other spellings and names, not from the reports"),
    ALT_NAMES_SOURCE(Type.STRING, "Source of the other spellings"),
    KIND(Type.STRING, "Kind of feature", null, Role.KIND),
    LOCATION(Type.STRING, "How precisely the location is known"),
    UNCERTAINTY_M(Type.NUMBER, "Possible error of the location", "m", null),
    CENTER(Type.ANY, "Centre of the circle: longitude, latitude"),
    LENGTH_KM(Type.NUMBER, "Length", "km", null),
    NOTE(Type.STRING, "How well the location is known"),
    DATE(Type.DATE, "When it happened, as precisely as stated", null, Role.INSTANT),
    DATE_START(Type.DATE, "First day on which it may have happened", null, Role.INTERVAL_START),
    DATE_END(Type.DATE, "Last day on which it may have happened", null, Role.INTERVAL_END),
    TIME_ZONE(Type.STRING, "Zone of the time of day, as stated: local, an offset or a zone's name"),
    TIME_WORDS(Type.STRING, "Words that state the time of day"),
    SOURCE(Type.STRING, "Source of the location"),
    PARTIES(Type.STRINGS, "Parties involved, as the source names them"),
    PAGE(Type.STRING, "Page on this site, relative to its root"),

    EXCERPT(Type.STRING, "Identifier of the excerpt"),
    EXCERPTS(Type.ANY, "Excerpts that name the feature or tell of it"),
    EXCERPT_COUNT(Type.INTEGER, "Number of excerpts"),
    EXCERPT_DATE(Type.DATE, "Date that the quote tells of", null, Role.INSTANT),
    EXCERPT_DATE_WORDS(Type.STRING, "Words of the quote that state this date"),
    EXCERPT_TIME(Type.STRING, "Time of day that the quote tells of, as stated, in ISO 8601"),
    EXCERPT_TIME_ZONE(Type.STRING, "Zone of this time, as stated: local, an offset or a zone's name"),
    EXCERPT_TIME_WORDS(Type.STRING, "Words of the quote that state this time"),
    EXCERPT_PAGE(Type.STRING, "Page of the excerpt, relative to the site's root"),
    EXCERPT_SOURCE(Type.STRING, "Who reported it, as the source names them"),
    EFFECTIVE_DATE(Type.DATE, "Date that the quote tells of, or else the report's date"),
    QUOTE(Type.STRING, "Verbatim words of the report"),
    TRANSLATION(Type.ANY, "What the quote says in other languages, by language"),
    TRANSLATOR(Type.STRING, "Who translated the quote"),
    TEXT_OFFSET(Type.INTEGER, "Start in the report's text, in code points"),
    WORDS(Type.STRING, "Words of the quote that name the place, that it stands for, or that give the figure"),
    INFERRED(Type.STRING, "Why the quote is tied to a place that it does not name"),
    PLACES(Type.STRINGS, "Identifiers of the features that the quote is tied to"),
    NOT_VERIFIED(Type.STRING, "Excerpt which says that this one was not verified"),
    NOT_CONFIRMED(Type.STRING, "Excerpt which says that others had not confirmed this one"),
    VERIFIED(Type.STRING, "Day on which the quote was compared with the report's text"),

    REPORT(Type.STRING, "Identifier of the report"),
    REPORT_LABEL(Type.STRING, "The catalog's name for the report"),
    REPORT_DATE(Type.DATE, "Date that the report states for itself"),
    REPORT_SHA256(Type.STRING, "SHA-256 of the report's text"),
    LANGUAGE(Type.STRING, "Language of the report"),
    PARTY(Type.STRING, "Identifier of who says it"),
    PARTY_NAME(Type.STRING, "Who says it"),

    MEASURE(Type.STRING, "Identifier of what is counted"),
    MEASURE_LABEL(Type.STRING, "What is counted"),
    UNIT(Type.STRING, "Unit of the numbers"),
    SUBJECT(Type.STRING, "Identifier of the feature that the claim is about"),
    SUBJECT_NAME(Type.STRING, "What the claim is about"),
    VALUE(Type.NUMBER, "The number as stated; empty for a range or a word"),
    WORDING(Type.STRING, "How the number is worded: exactly, at-least, about ..."),
    LOW(Type.NUMBER, "Lower bound of what the words allow"),
    LOW_INCLUDED(Type.BOOLEAN, "Whether the lower bound is itself allowed"),
    HIGH(Type.NUMBER, "Upper bound of what the words allow"),
    HIGH_INCLUDED(Type.BOOLEAN, "Whether the upper bound is itself allowed"),
    WHO(Type.STRING, "Words that say who was counted"),
    GROUP(Type.STRING, "Group of the measure that is counted"),
    AS_OF(Type.DATE, "Time that the figure holds for", null, Role.INSTANT),
    AS_OF_WORDS(Type.STRING, "Words of the quote that state this time"),
    TIME(
            Type.DATE,
            "Of a claim, the date that it stands at: as_of, or else the report's; of a feature, the time of day"),
    CHECKED(Type.STRING, "What the program read in the words: all, the number only, or nothing"),
    VOUCHED(Type.STRING, "Why an editor vouches for a figure that the program cannot read"),
    PART_OF(Type.STRING, "Claim that this one breaks down"),
    CONTESTED(Type.BOOLEAN, "Whether another claim contradicts it"),
    AGAINST(Type.STRINGS, "Claims that contradict it"),
    REVISED(Type.STRINGS, "Claims of the same party that cannot hold together with it"),
    LATER(Type.STRINGS, "Claims with another figure for a later time"),
    EARLIER(Type.STRINGS, "Claims with another figure for an earlier time"),
    NOT_DATED(Type.STRINGS, "Claims with another figure; which is later is not stated");

    private static final Map<String, KnownProperty> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(KnownProperty::key, Function.identity()));

    private final String key = name().toLowerCase(Locale.ROOT);
    private final Type type;
    private final String title;
    private final @Nullable String unit;
    private final @Nullable Role role;

    KnownProperty(Type type, String title) {
        this(type, title, null, null);
    }

    KnownProperty(Type type, String title, @Nullable String unit, @Nullable Role role) {
        this.type = type;
        this.title = title;
        this.unit = unit;
        this.role = role;
    }

    /** The name in every format. */
    public String key() {
        return key;
    }

    /** The usual type of its values. */
    public Type type() {
        return type;
    }

    /** The property with a name, if Dateline defines it. */
    public static Optional<KnownProperty> find(String name) {
        return Optional.ofNullable(BY_KEY.get(name));
    }

    /** This property with its usual type. */
    public Property property() {
        return property(type);
    }

    /** This property with a type. Only dates keep a role in the time that queries compare. */
    public Property property(Type values) {
        Property plain = new Property(key, values, title, unit, null);
        boolean time = role == Role.INSTANT || role == Role.INTERVAL_START || role == Role.INTERVAL_END;
        return time && !plain.holdsDates() ? plain : new Property(key, values, title, unit, role);
    }

    /** A property with the title, unit and role that Dateline defines for its name, if it does. */
    public static Property named(String name, Type type) {
        return find(name)
                .map(known -> known.property(type))
                .orElseGet(() -> new Property(name, type, null, null, null));
    }
}
