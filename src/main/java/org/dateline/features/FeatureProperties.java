package org.dateline.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Mention;
import org.dateline.model.Party;
import org.dateline.model.Text;
import org.dateline.model.Verification;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What a layer's feature says of itself, as named values in the order in which they are written: the one source of a
 * layer's file and of its collection. A value is a String, Number, Boolean, PartialDate, List or Map of these, or null
 * where a document does not state it.
 */
public final class FeatureProperties {

    private final Catalog catalog;
    private final Map<String, List<Citation>> citations;
    private final Map<String, Text> parties = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    public FeatureProperties(Catalog catalog) {
        this.catalog = catalog;
        this.citations = catalog.citationsByFeature();
        for (Layer layer : catalog.layers()) {
            catalog.places(layer).forEach(place -> places.add(place.id()));
        }
        for (Party party : catalog.parties()) {
            parties.put(party.id(), party.name());
        }
    }

    /** @param geometry of the feature's location */
    public Map<String, @Nullable Object> of(Layer layer, Feature feature, Optional<Geometry> geometry) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", feature.id());
        values.put("layer", layer.id());
        text(values, "name", feature.name());
        values.put("alt_names", feature.altNames());
        values.put("kind", feature.kind());
        values.put("location", feature.location().locationClass().id());
        switch (feature.location()) {
            case Location.Point(Coordinate _, double metres) -> values.put("uncertainty_m", metres);
            case Location.Radius(Coordinate centre, double metres) -> {
                values.put("uncertainty_m", metres);
                values.put("center", List.of(degrees(centre.x), degrees(centre.y)));
            }
            case Location.Line _, Location.Between _ ->
                values.put("length_km", Math.round(Geodesy.length(geometry.orElseThrow()) / 100) / 10.0);
            case Location.Area _, Location.Unlocated _ -> {}
        }
        if (feature.note() != null) {
            text(values, "note", feature.note());
        }
        values.put("date", feature.date());
        values.put("source", feature.source());
        feature.extra().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(extra -> values.putIfAbsent(extra.getKey(), extra.getValue()));
        List<Citation> cited = citations.getOrDefault(feature.id(), List.of());
        values.put(
                "page",
                places.contains(feature.id())
                        ? "places/" + feature.id() + "/"
                        : "records/" + layer.id() + "/" + feature.id() + "/");
        values.put("excerpt_count", cited.size());
        List<Map<String, @Nullable Object>> excerpts = new ArrayList<>();
        cited.forEach(citation -> excerpts.add(excerpt(citation)));
        values.put("excerpts", excerpts);
        return values;
    }

    private Map<String, @Nullable Object> excerpt(Citation citation) {
        String party = citation.excerpt().party();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", citation.excerpt().id());
        values.put("quote", citation.excerpt().quote());
        switch (citation.mention()) {
            case Mention.Named(String _, List<String> words) -> values.put("words", words);
            case Mention.Inferred(String _, Text why) -> values.put("inferred", inDefault(why));
            case Mention.Tells _ -> {}
        }
        values.put("report", citation.report().id());
        values.put("report_label", inDefault(citation.report().label()));
        values.put("date", citation.report().date());
        values.put("effective_date", citation.report().dateOf(citation.excerpt()));
        values.put("party", party);
        values.put("party_name", party == null ? null : partyName(party));
        values.put("not_verified", citation.excerpt().notVerified());
        Verification verification = citation.report().verification();
        values.put("verified", verification == null ? null : verification.on().toString());
        return values;
    }

    String partyName(String id) {
        return inDefault(Objects.requireNonNull(parties.get(id)));
    }

    String inDefault(Text text) {
        return text.in(catalog.defaultLanguage());
    }

    /** {@code name} in the default language, {@code name_ur} in another. */
    private void text(Map<String, @Nullable Object> values, String name, Text text) {
        values.put(name, inDefault(text));
        text.byLanguage().forEach((language, value) -> {
            if (!language.equals(catalog.defaultLanguage())) {
                values.put(name + "_" + language, value);
            }
        });
    }

    /** To a millionth of a degree, about a tenth of a metre. */
    private static double degrees(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
