package org.dateline.model;

import java.util.List;
import org.dateline.geo.Bbox;
import org.jspecify.annotations.Nullable;

/**
 * A saved state of the map.
 *
 * @param layers ids of the visible layers
 * @param bbox   what it shows; for a view of a place, the box around that place
 * @param place  id of the feature that it emphasises; null for none
 */
public record MapView(
        String id,
        Text title,
        Text caption,
        List<String> layers,
        Bbox bbox,
        @Nullable String place) implements View {

    public MapView {
        layers = List.copyOf(layers);
    }
}
