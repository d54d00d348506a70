package org.dateline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dateline.geo.Bbox;
import org.dateline.geo.Location;
import org.dateline.streets.StreetArchive;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Everything that a newsroom keeps for one map, as one immutable value in which every id resolves.
 *
 * @param languages   BCP 47 codes, the default first; not empty
 * @param layers      in drawing order, bottom first
 * @param views       by id
 * @param defaultView what the map shows first, one of {@code views}
 * @param corrections newest first
 * @param aliases     former ids
 * @param messages    its own messages of the interface: language to key to ICU pattern
 * @param brand       who publishes it
 * @param hash        SHA-256 of all its files, lower-case hex
 */
public record Catalog(
        Text title,
        Text summary,
        List<String> languages,
        List<Layer> layers,
        List<Report> reports,
        List<Party> parties,
        List<Measure> measures,
        List<View> views,
        MapView defaultView,
        @Nullable Basemap basemap,
        List<Correction> corrections,
        List<Alias> aliases,
        Map<String, Map<String, String>> messages,
        Brand brand,
        String hash) {

    public Catalog {
        languages = List.copyOf(languages);
        layers = List.copyOf(layers);
        reports = List.copyOf(reports);
        parties = List.copyOf(parties);
        measures = List.copyOf(measures);
        views = List.copyOf(views);
        corrections = List.copyOf(corrections);
        aliases = List.copyOf(aliases);
        messages = Map.copyOf(messages);
    }

    /** The same on streets of an archive; without a basemap, it has none. */
    public Catalog onStreets(StreetArchive streets) {
        return basemap == null
                ? this
                : new Catalog(
                        title,
                        summary,
                        languages,
                        layers,
                        reports,
                        parties,
                        measures,
                        views,
                        defaultView,
                        basemap.with(streets),
                        corrections,
                        aliases,
                        messages,
                        brand,
                        hash);
    }

    /** The streets beneath the map; null for none. */
    public @Nullable StreetArchive streets() {
        return basemap == null ? null : basemap.streets();
    }

    /** An excerpt with its report and the way it is tied to a feature. */
    public record Citation(Report report, Excerpt excerpt, Mention mention) {}

    public String defaultLanguage() {
        return languages.getFirst();
    }

    /** Excerpts by the id of the feature that they name or tell of, in the order of the reports, without duplicates. */
    public Map<String, List<Citation>> citationsByFeature() {
        Map<String, Map<String, Citation>> byFeature = new LinkedHashMap<>();
        for (Report report : reports) {
            for (Excerpt excerpt : report.excerpts()) {
                for (Mention mention : excerpt.mentions()) {
                    // A mention by words is more specific than telling of the feature.
                    byFeature
                            .computeIfAbsent(mention.feature(), _ -> new LinkedHashMap<>())
                            .merge(
                                    excerpt.id(),
                                    new Citation(report, excerpt, mention),
                                    (first, second) -> first.mention() instanceof Mention.Tells ? second : first);
                }
            }
        }
        Map<String, List<Citation>> result = new LinkedHashMap<>();
        byFeature.forEach((feature, citations) -> result.put(feature, List.copyOf(citations.values())));
        return Collections.unmodifiableMap(result);
    }

    /**
     * The corrections that concern the given ids or anything shown with them: a place's quotes and figures, a measure's
     * figures and their quotes, everything in a report. Newest first.
     */
    public List<Correction> correctionsOf(Correction.Kind kind, Collection<String> ids) {
        if (corrections.isEmpty()) {
            return List.of();
        }
        CorrectionScope reach = CorrectionScope.of(this, kind, ids);
        return corrections.stream().filter(reach::touches).toList();
    }

    /**
     * The features of a layer that have a page of their own: all features, but in a large layer only those that an
     * excerpt, a correction or a view refers to. The others are records.
     */
    public List<Feature> places(Layer layer) {
        if (!layer.isLarge()) {
            return layer.features();
        }
        Set<String> referredTo = referredTo();
        return layer.features().stream()
                .filter(feature -> referredTo.contains(feature.id()))
                .toList();
    }

    private Set<String> referredTo() {
        Set<String> ids = new HashSet<>();
        for (Report report : reports) {
            report.excerpts().forEach(excerpt -> excerpt.mentions().forEach(mention -> ids.add(mention.feature())));
        }
        corrections.forEach(correction -> ids.addAll(correction.about(Correction.Kind.PLACE)));
        views.stream()
                .filter(MapView.class::isInstance)
                .map(view -> ((MapView) view).place())
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids;
    }

    /** The view with an id. */
    public Optional<View> view(String id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** The measure with an id. */
    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    /** The report with an id. */
    public Optional<Report> report(String id) {
        return reports.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    /** The layer with an id. */
    public Optional<Layer> layer(String id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** The party with an id; empty for null. */
    public Optional<Party> party(@Nullable String id) {
        return parties.stream().filter(party -> party.id().equals(id)).findFirst();
    }

    /** All claims, grouped by measure and subject. */
    public List<Comparison> comparisons() {
        return Comparison.of(this);
    }

    /** The box around everything that is located; empty if nothing is. */
    public Optional<Bbox> extent() {
        List<Bbox> boxes = new ArrayList<>();
        for (Layer layer : layers) {
            for (Feature feature : layer.features()) {
                Location location = feature.location();
                // A large layer may have thousands of circles, which are slow to compute: their centres will do.
                if (layer.isLarge() && location instanceof Location.Radius(Coordinate centre, double metres)) {
                    location = new Location.Point(centre, metres);
                }
                location.geometry().flatMap(Bbox::of).ifPresent(boxes::add);
            }
        }
        return Bbox.union(boxes);
    }
}
