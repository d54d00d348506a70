package org.dateline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Location;
import org.jspecify.annotations.Nullable;

/**
 * A place or an incident: something with a name and a location.
 *
 * @param id         unique across all layers
 * @param name       in the catalog's languages
 * @param label      a shorter name for the map, such as "Mach" for "Mach railway station"; null to use the name
 * @param altNames   other spellings, not from the reports, found by search
 * @param kind       its kind in a plain word: city, station, event …
 * @param note       how well the location is known
 * @param date       when it happened, for incidents
 * @param time       the time of day when it happened, for incidents
 * @param source     where the location comes from
 * @param extra      all other properties of the file (values: String, Number, Boolean, List, Map)
 */
public record Feature(
        String id,
        Text name,
        @Nullable Text label,
        List<String> altNames,
        String kind,
        Location location,
        @Nullable Text note,
        @Nullable PartialDate date,
        @Nullable StatedTime time,
        @Nullable String source,
        Map<String, Object> extra) {

    public Feature {
        altNames = List.copyOf(altNames);
        // Keeps the order of the file, so that every process encodes the feature in the same way.
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /** The source of the other spellings; null if the file does not state it. */
    public @Nullable String altNamesSource() {
        return extra.get("alt_names_source") instanceof String stated ? stated : null;
    }

    /** The name as the map writes it. */
    public String label(String language) {
        return labelIn(language).in(language);
    }

    /** The language of {@link #label}. */
    public String languageOfLabel(String language) {
        return labelIn(language).languageFor(language);
    }

    /** A name in the reader's language is preferred to a short one in another. */
    private Text labelIn(String language) {
        boolean shortened = label != null
                && (label.byLanguage().containsKey(language)
                        || !name.byLanguage().containsKey(language));
        return shortened ? label : name;
    }
}
