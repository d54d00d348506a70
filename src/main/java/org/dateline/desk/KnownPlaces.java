package org.dateline.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.ground.PlaceNames;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The places that words may mean: those of the catalog first, then those of the gazetteer. */
final class KnownPlaces {

    static final int MOST = 20;

    private final List<Entry> own;
    private final PlaceNames names;

    private record Entry(Candidate candidate, Set<String> keys) {}

    /**
     * A place that words may mean.
     *
     * @param feature  its id in the catalog; null if it is in the gazetteer only
     * @param geonames its number in GeoNames; null if it has none
     * @param within   where it lies; empty if not known
     * @param location its location class, or the one that it would get
     * @param position longitude and latitude in degrees; null if it has none
     * @param bbox     west, south, east, north; null if it has none
     * @param people   its population; null if not known
     * @param layer    the catalog's layer that has it; null if it is in the gazetteer only
     */
    record Candidate(
            @Nullable String feature,
            @Nullable Integer geonames,
            String name,
            String within,
            String kind,
            String location,
            double @Nullable [] position,
            double @Nullable [] bbox,
            @Nullable Integer people,
            @Nullable String layer) {}

    KnownPlaces(@Nullable Catalog catalog, PlaceNames names) {
        this.names = names;
        this.own = catalog == null
                ? List.of()
                : catalog.layers().stream()
                        .flatMap(layer -> layer.features().stream().map(feature -> entry(layer, feature, catalog)))
                        .toList();
    }

    private static Entry entry(Layer layer, Feature feature, Catalog catalog) {
        Set<String> keys = new HashSet<>();
        Stream.concat(feature.name().byLanguage().values().stream(), feature.altNames().stream())
                .forEach(name -> keys.add(PlaceNames.key(name)));
        @Nullable
        Envelope box = feature.location()
                .geometry()
                .map(Geometry::getEnvelopeInternal)
                .filter(envelope -> !envelope.isNull())
                .orElse(null);
        return new Entry(
                new Candidate(
                        feature.id(),
                        null,
                        feature.name().in(catalog.defaultLanguage()),
                        "",
                        feature.kind(),
                        feature.location().locationClass().id(),
                        box == null ? null : new double[] {rounded(box.centre().x), rounded(box.centre().y)},
                        box == null
                                ? null
                                : new double[] {
                                    rounded(box.getMinX()),
                                    rounded(box.getMinY()),
                                    rounded(box.getMaxX()),
                                    rounded(box.getMaxY())
                                },
                        null,
                        layer.id()),
                keys);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    /** The catalog's own features, in the order of its layers. */
    List<Candidate> own() {
        return own.stream().map(Entry::candidate).toList();
    }

    Optional<Candidate> feature(String id) {
        return own().stream().filter(one -> id.equals(one.feature())).findFirst();
    }

    /** The places with a number in GeoNames; none for 0. */
    Optional<Candidate> geonames(int id) {
        for (int place = 0; id != 0 && place < names.size(); place++) {
            if (names.id(place) == id) {
                return Optional.of(candidate(place));
            }
        }
        return Optional.empty();
    }

    /** The places that words name: the catalog's by name or by the beginning of one, the gazetteer's by the whole name. */
    List<Candidate> named(String words, boolean beginnings) {
        String key = PlaceNames.key(words);
        if (key.isEmpty()) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        own.stream()
                .filter(entry -> entry.keys.contains(key))
                .map(Entry::candidate)
                .forEach(found::add);
        if (beginnings) {
            own.stream()
                    .filter(entry -> !entry.keys.contains(key))
                    .filter(entry ->
                            entry.keys.stream().anyMatch(name -> name.startsWith(key) || name.contains(" " + key)))
                    .map(Entry::candidate)
                    .forEach(found::add);
        }
        Map<Integer, PlaceNames.Rank> places = new LinkedHashMap<>();
        names.find(key).forEach(one -> places.putIfAbsent(one.place(), one.rank()));
        places.entrySet().stream()
                .filter(one -> one.getValue() != PlaceNames.Rank.SHORT)
                .sorted(Comparator.comparingInt(one -> -names.people(one.getKey())))
                .map(one -> candidate(one.getKey()))
                .forEach(found::add);
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private Candidate candidate(int place) {
        Coordinate at = names.position(place);
        boolean area = names.kind(place).isArea();
        int people = names.people(place);
        return new Candidate(
                null,
                names.id(place) == 0 ? null : names.id(place),
                names.name(place),
                within(place),
                kind(place),
                // The middle of a province is no place to set a pin on.
                area ? "unlocated" : "point",
                new double[] {at.x, at.y},
                null,
                people == 0 ? null : people,
                null);
    }

    private String kind(int place) {
        return switch (names.kind(place)) {
            case TOWN, SEAT -> names.people(place) >= 100_000 ? "city" : "town";
            case CAPITAL -> "capital";
            case COUNTY -> "district";
            case DIVISION -> "province";
            case COUNTRY -> "country";
            case CONTINENT -> "continent";
            case REGION -> "region";
            case WATER -> "water";
            case LANDFORM -> "landform";
        };
    }

    private String within(int place) {
        int division = names.division(place);
        List<String> parts = new ArrayList<>();
        if (division >= 0 && division != place) {
            parts.add(names.name(division));
        }
        if (!names.country(place).isEmpty() && names.kind(place) != PlaceNames.Kind.COUNTRY) {
            parts.add(Locale.of("", names.country(place)).getDisplayCountry(Locale.ENGLISH));
        }
        return String.join(", ", parts);
    }
}
