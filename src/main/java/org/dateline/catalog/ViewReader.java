package org.dateline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.dateline.geo.Location;
import org.dateline.model.ClaimsView;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.dateline.model.View;
import org.locationtech.jts.geom.Coordinate;

/** Reads {@code views/<id>.yaml}. */
final class ViewReader {

    /** Around a place that is a spot, a view shows this much on each side, in metres. */
    private static final double AROUND_A_SPOT = 40_000;

    private final List<String> layerIds;
    private final List<Layer> layers;
    private final Predicate<String> features;
    private final Predicate<String> measures;
    private final TextReader texts;
    private final Faults faults;

    /**
     * @param layerIds of all layers
     * @param layers   those without faults
     * @param features whether there is one of this id
     * @param measures whether there is one of this id
     */
    ViewReader(
            List<String> layerIds,
            List<Layer> layers,
            Predicate<String> features,
            Predicate<String> measures,
            TextReader texts,
            Faults faults) {
        this.layerIds = layerIds;
        this.layers = layers;
        this.features = features;
        this.measures = measures;
        this.texts = texts;
        this.faults = faults;
    }

    Optional<View> read(String id, Field field) {
        Text title = texts.read(field.get("title"));
        Text caption = texts.read(field.get("caption"));
        if (field.has("measure")) {
            Field measure = field.get("measure");
            if (!measures.test(measure.text())) {
                faults.add(measure.fault("a measure of measures.yaml"));
            }
            if (field.has("layers")) {
                faults.add(field.get("layers").fault("no layers beside a measure"));
            }
            return Optional.of(new ClaimsView(id, title, caption, measure.text()));
        }
        for (Field layer : field.get("layers").items()) {
            if (!layerIds.contains(layer.text())) {
                faults.add(layer.fault("one of the layers " + String.join(", ", layerIds)));
            }
        }
        String place = field.has("place") ? field.get("place").text() : null;
        return bbox(field).map(box -> new MapView(id, title, caption, field.texts("layers"), box, place));
    }

    private Optional<Bbox> bbox(Field field) {
        if (field.has("bbox")) {
            Field sides = field.get("bbox");
            Optional<Bbox> box = BboxReader.read(sides, faults);
            if (box.isPresent()
                    && (box.get().width() == 0 || box.get().south() == box.get().north())) {
                faults.add(sides.fault("a box with a width and a height"));
                return Optional.empty();
            }
            return box;
        }
        Field place = field.get("place");
        if (!features.test(place.text())) {
            faults.add(place.fault("a feature of a layer"));
            return Optional.empty();
        }
        Optional<Feature> feature = layers.stream()
                .flatMap(layer -> layer.features().stream())
                .filter(candidate -> candidate.id().equals(place.text()))
                .findFirst();
        Optional<Bbox> box = feature.flatMap(found -> around(found.location()));
        if (feature.isPresent() && box.isEmpty()) {
            faults.add(place.fault("a feature with a location"));
        }
        return box;
    }

    private static Optional<Bbox> around(Location location) {
        return switch (location) {
            case Location.Point(Coordinate position, double uncertainty) ->
                Bbox.of(Geodesy.circle(position, Math.max(AROUND_A_SPOT, 3 * uncertainty)));
            case Location.Radius(Coordinate centre, double metres) -> Bbox.of(Geodesy.circle(centre, 3 * metres));
            case Location.Area _, Location.Line _, Location.Between _, Location.Unlocated _ ->
                location.geometry().flatMap(Bbox::of);
        };
    }
}
