package org.dateline.model;

import java.util.List;
import org.dateline.geo.Bbox;

/**
 * A saved state of the map.
 *
 * @param layers ids of the layers that are on
 * @param bbox   what it shows; for a view of a place, the box around that place
 */
public record View(String id, Text title, Text caption, List<String> layers, Bbox bbox) {

    public View {
        layers = List.copyOf(layers);
    }
}
