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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * All that a newsroom keeps for one map, as one immutable value in which every id resolves.
 *
 * @param languages   BCP 47 codes, the default first; not empty
 * @param layers      in drawing order, bottom first
 * @param views       by id
 * @param defaultView what the map shows at first, one of {@code views}
 * @param corrections the newest first
 * @param hash        SHA-256 of all files that it was made of, lower-case hex
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
        String hash) {

    public Catalog {
        languages = List.copyOf(languages);
        layers = List.copyOf(layers);
        reports = List.copyOf(reports);
        parties = List.copyOf(parties);
        measures = List.copyOf(measures);
        views = List.copyOf(views);
        corrections = List.copyOf(corrections);
    }

    /** An excerpt with the report that holds it and the way in which it is tied to a feature. */
    public record Citation(Report report, Excerpt excerpt, Mention mention) {}

    public String defaultLanguage() {
        return languages.getFirst();
    }

    /** Excerpts by the id of the feature that they name or tell of, in the order of the reports, each excerpt once. */
    public Map<String, List<Citation>> citationsByFeature() {
        Map<String, Map<String, Citation>> byFeature = new LinkedHashMap<>();
        for (Report report : reports) {
            for (Excerpt excerpt : report.excerpts()) {
                for (Mention mention : excerpt.mentions()) {
                    // The words that name a feature say more than that the excerpt tells of it.
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
     * The corrections of some things and of what is shown with them: with a place its quotes and the figures about it,
     * with a measure its figures and their quotes, with a report all that it holds. The newest first.
     */
    public List<Correction> correctionsOf(Correction.Kind kind, Collection<String> ids) {
        if (corrections.isEmpty()) {
            return List.of();
        }
        CorrectionScope reach = CorrectionScope.of(this, kind, ids);
        return corrections.stream().filter(reach::touches).toList();
    }

    /**
     * The features of a layer that are places, with a page of their own: all, but of a large layer only those that an
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

    /** The view of an id. */
    public Optional<View> view(String id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** The measure of an id. */
    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    /** What is claimed, by measure and subject. */
    public List<Comparison> comparisons() {
        return Comparison.of(this);
    }

    /** The box around all that is located; empty where nothing is. */
    public Optional<Bbox> extent() {
        List<Bbox> boxes = new ArrayList<>();
        for (Layer layer : layers) {
            for (Feature feature : layer.features()) {
                Location location = feature.location();
                // A circle takes a while to draw, and a large layer may have thousands of them: its centre will do.
                if (layer.isLarge() && location instanceof Location.Radius(Coordinate centre, double metres)) {
                    location = new Location.Point(centre, metres);
                }
                location.geometry().flatMap(Bbox::of).ifPresent(boxes::add);
            }
        }
        return Bbox.union(boxes);
    }
}
