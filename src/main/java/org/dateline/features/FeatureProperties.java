package org.dateline.features;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Location;
import org.dateline.model.Catalog;
import org.dateline.model.Catalog.Citation;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.PartialDate;
import org.dateline.model.StatedTime;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Defines the properties of a layer's feature and how each is read, for the layer's file and its collection. A value is
 * a String, Number, Boolean, PartialDate, or a List or Map of these; null if it is not stated.
 */
public final class FeatureProperties {

    private static final Set<String> PERIOD = Set.of(KnownProperty.DATE_START.key(), KnownProperty.DATE_END.key());

    private final Catalog catalog;
    private final Map<String, List<Citation>> citations;
    private final CatalogNames names;
    private final ExcerptProperties excerpts;
    private final Set<String> places = new HashSet<>();

    public FeatureProperties(Catalog catalog) {
        this(catalog, new CatalogNames(catalog));
    }

    FeatureProperties(Catalog catalog, CatalogNames names) {
        this.catalog = catalog;
        this.names = names;
        this.excerpts = new ExcerptProperties(names);
        this.citations = catalog.citationsByFeature();
        for (Layer layer : catalog.layers()) {
            catalog.places(layer).forEach(place -> places.add(place.id()));
        }
    }

    /** @param geometry the geometry of the feature's location */
    public Map<String, @Nullable Object> of(Layer layer, Feature feature, Optional<Geometry> geometry) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(KnownProperty.ID.key(), feature.id());
        values.put(KnownProperty.LAYER.key(), layer.id());
        text(values, KnownProperty.NAME, feature.name());
        if (feature.label() != null) {
            text(values, KnownProperty.LABEL, feature.label());
        }
        values.put(KnownProperty.ALT_NAMES.key(), feature.altNames());
        values.put(KnownProperty.KIND.key(), feature.kind());
        values.put(
                KnownProperty.LOCATION.key(), feature.location().locationClass().id());
        switch (feature.location()) {
            case Location.Point(Coordinate _, double metres) -> values.put(KnownProperty.UNCERTAINTY_M.key(), metres);
            case Location.Radius(Coordinate centre, double metres) -> {
                values.put(KnownProperty.UNCERTAINTY_M.key(), metres);
                values.put(KnownProperty.CENTER.key(), List.of(degrees(centre.x), degrees(centre.y)));
            }
            case Location.Line _, Location.Between _ ->
                values.put(
                        KnownProperty.LENGTH_KM.key(), Math.round(Geodesy.length(geometry.orElseThrow()) / 100) / 10.0);
            case Location.Area _, Location.Unlocated _ -> {}
        }
        if (feature.note() != null) {
            text(values, KnownProperty.NOTE, feature.note());
        }
        values.put(KnownProperty.DATE.key(), feature.date());
        StatedTime time = feature.time();
        if (time != null) {
            values.put(KnownProperty.TIME.key(), time.time().toString());
            values.put(KnownProperty.TIME_ZONE.key(), time.zone());
            values.put(KnownProperty.TIME_WORDS.key(), time.words());
        }
        values.put(KnownProperty.SOURCE.key(), feature.source());
        feature.extra().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(extra -> values.putIfAbsent(extra.getKey(), period(extra.getKey(), extra.getValue())));
        List<Citation> cited = citations.getOrDefault(feature.id(), List.of());
        values.put(
                KnownProperty.PAGE.key(),
                places.contains(feature.id())
                        ? "places/" + feature.id() + "/"
                        : "records/" + layer.id() + "/" + feature.id() + "/");
        values.put(KnownProperty.EXCERPT_COUNT.key(), cited.size());
        values.put(
                KnownProperty.EXCERPTS.key(),
                cited.stream().map(excerpts::inFeature).toList());
        return values;
    }

    /** The first and the last day of a period are dates; all else is as it is. */
    private static @Nullable Object period(String name, @Nullable Object value) {
        return PERIOD.contains(name) && value != null ? PartialDate.parseStored(value.toString()) : value;
    }

    /** {@code name} in the default language, {@code name_ur} in another. */
    private void text(Map<String, @Nullable Object> values, KnownProperty property, Text text) {
        values.put(property.key(), names.text(text));
        text.byLanguage().forEach((language, value) -> {
            if (!language.equals(catalog.defaultLanguage())) {
                values.put(property.key() + "_" + language, value);
            }
        });
    }

    /** Rounds to a millionth of a degree, about a tenth of a metre. */
    private static double degrees(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
