package org.dateline.ingest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;

/**
 * A name of a place that the catalog has already.
 *
 * @param feature the place's id
 */
public record OwnName(String name, String feature) {

    /** Lines and events are named after places ("Jaffar Express"), and are none. */
    private static final Set<Layer.Style> PLACES = Set.of(Layer.Style.PLACE, Layer.Style.AREA);

    /** The names of a catalog's places and areas, in all its languages, with other spellings. */
    public static List<OwnName> of(Catalog catalog) {
        return catalog.layers().stream()
                .filter(layer -> PLACES.contains(layer.style()))
                .flatMap(layer -> layer.features().stream())
                .flatMap(feature -> Stream.concat(
                                feature.name().byLanguage().values().stream(), feature.altNames().stream())
                        .map(name -> new OwnName(name, feature.id())))
                .distinct()
                .toList();
    }
}
