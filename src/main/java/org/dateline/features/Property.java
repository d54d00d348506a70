package org.dateline.features;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A property of the features of a collection.
 *
 * @param title its meaning in a few words; null if only its name is known
 * @param unit  UCUM code, such as {@code m}; null if it has none
 * @param role  its special role in the feature; null if it has none
 * @param titles the title in other languages, by language code
 */
public record Property(
        String name,
        Type type,
        @Nullable String title,
        @Nullable String unit,
        @Nullable Role role,
        Map<String, String> titles) {

    public Property {
        titles = titles == null ? Map.of() : Map.copyOf(titles);
    }

    /** A property with a title in one language, or without one. */
    public Property(String name, Type type, @Nullable String title, @Nullable String unit, @Nullable Role role) {
        this(name, type, title, unit, role, Map.of());
    }

    /** The title in a language, else in the language that it has; null if it has none. */
    public @Nullable String titleIn(String language) {
        return titles.getOrDefault(language, title);
    }

    /** Types of values. Filters can use all but {@link #ANY}. */
    public enum Type {
        STRING,
        /** Values are {@link Number}s without a fraction. */
        INTEGER,
        NUMBER,
        BOOLEAN,
        /** A day: {@link org.dateline.model.PartialDate}. */
        DATE,
        /** A day, a month or a year: {@link org.dateline.model.PartialDate}. */
        PARTIAL_DATE,
        /** A moment: {@link java.time.Instant}. */
        DATE_TIME,
        /** A list of strings. */
        STRINGS,
        /** Any JSON value: nested, or of different types in different features. */
        ANY;

        /** The narrowest type that holds the values of this one and of another. */
        public Type common(Type other) {
            if (this == other) {
                return this;
            }
            Set<Type> both = EnumSet.of(this, other);
            return both.equals(EnumSet.of(INTEGER, NUMBER))
                    ? NUMBER
                    : both.equals(EnumSet.of(DATE, PARTIAL_DATE)) ? PARTIAL_DATE : ANY;
        }
    }

    /** Roles of OGC API - Features - Part 5, "Core roles for features". */
    public enum Role {
        ID("id"),
        INSTANT("primary-instant"),
        INTERVAL_START("primary-interval-start"),
        INTERVAL_END("primary-interval-end"),
        KIND("type");

        private final String keyword;

        Role(String keyword) {
            this.keyword = keyword;
        }

        /** The value of {@code x-ogc-role}. */
        public String keyword() {
            return keyword;
        }
    }

    /** The names of properties whose texts name or describe a feature; with a language, {@code name_ur}. */
    private static final Set<String> WORDS = Set.of(
            "name",
            "label",
            "quote",
            "note",
            "notes",
            "description",
            "title",
            "headline",
            "report_label",
            "party_name",
            "subject_name",
            "measure_label");

    private static final Pattern IN_LANGUAGE = Pattern.compile("_[a-z]{2,3}(_[a-z0-9]+)*$");

    /** Whether its values are texts that name or describe a feature. */
    public boolean isWords() {
        return type == Type.STRING
                && (WORDS.contains(name)
                        || WORDS.contains(IN_LANGUAGE.matcher(name).replaceFirst("")));
    }

    /** Whether its values are days, months or years. */
    public boolean holdsDates() {
        return type == Type.DATE || type == Type.PARTIAL_DATE;
    }

    /** Whether features can be sorted by it. */
    public boolean sortable() {
        return switch (type) {
            case STRING, INTEGER, NUMBER, BOOLEAN, DATE, PARTIAL_DATE, DATE_TIME -> true;
            case STRINGS, ANY -> false;
        };
    }

    /** Whether a filter may name it. */
    public boolean queryable() {
        return type != Type.ANY;
    }
}
