package org.dateline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dateline.geo.Bbox;
import org.dateline.geo.Surroundings;
import org.dateline.model.Alias;
import org.dateline.model.ClaimsView;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.dateline.model.View;

/** Reads {@code views/<id>.yaml}. */
final class ViewReader {

    private final List<String> layerIds;
    private final List<Layer> layers;
    private final FeatureIdIndex features;
    private final Predicate<String> measures;
    private final TextReader texts;
    private final AliasReader aliases;
    private final Faults faults;

    /**
     * @param layerIds ids of all layers
     * @param layers   layers without faults
     * @param measures whether a measure with this id exists
     */
    ViewReader(
            List<String> layerIds,
            List<Layer> layers,
            FeatureIdIndex features,
            Predicate<String> measures,
            TextReader texts,
            AliasReader aliases,
            Faults faults) {
        this.layerIds = layerIds;
        this.layers = layers;
        this.features = features;
        this.measures = measures;
        this.texts = texts;
        this.aliases = aliases;
        this.faults = faults;
    }

    Optional<View> read(String id, Field field) {
        aliases.read(Alias.Kind.VIEW, id, field);
        Text title = texts.read(field.get("title"));
        Text caption = texts.read(field.get("caption"));
        if (field.has("measure")) {
            Field measure = field.get("measure");
            if (!measures.test(measure.text())) {
                faults.add(measure.fault("the id of a measure in measures.yaml"));
            }
            if (field.has("layers")) {
                faults.add(field.get("layers").fault("no layers together with a measure"));
            }
            return Optional.of(new ClaimsView(id, title, caption, measure.text()));
        }
        for (Field layer : field.get("layers").items()) {
            if (!layerIds.contains(layer.text())) {
                faults.add(layer.fault("one of the layers " + String.join(", ", layerIds)));
            }
        }
        Optional<Feature> place = field.find("place").flatMap(this::place);
        Optional<Bbox> box = field.has("bbox")
                ? bbox(field.get("bbox"))
                : place.flatMap(feature -> surroundings(field.get("place"), feature));
        return box.map(sides -> new MapView(
                id,
                title,
                caption,
                field.texts("layers"),
                sides,
                place.map(Feature::id).orElse(null)));
    }

    private Optional<Bbox> bbox(Field sides) {
        Optional<Bbox> box = BboxReader.read(sides, faults);
        if (box.isPresent()
                && (box.get().width() == 0 || box.get().south() == box.get().north())) {
            faults.add(sides.fault("a box with a width and a height"));
            return Optional.empty();
        }
        return box;
    }

    /**
     * The box around the view's place; empty, with a fault, if the place is unknown; empty if its own entry has a
     * fault.
     */
    private Optional<Feature> place(Field place) {
        if (!features.knows(place.text())) {
            faults.add(place.fault(features.expected()));
            return Optional.empty();
        }
        return layers.stream()
                .flatMap(layer -> layer.features().stream())
                .filter(candidate -> candidate.id().equals(place.text()))
                .findFirst();
    }

    private Optional<Bbox> surroundings(Field place, Feature feature) {
        Optional<Bbox> box = Surroundings.of(feature.location());
        if (box.isEmpty()) {
            faults.add(place.fault("a feature with a location"));
        }
        return box;
    }
}
