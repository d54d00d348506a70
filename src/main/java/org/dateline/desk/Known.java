package org.dateline.desk;

import java.io.IOException;
import java.util.List;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the catalog has, for proposals and checks.
 *
 * @param catalog the last state without faults; null if there was none since the start
 */
record Known(@Nullable Catalog catalog, KnownPlaces places) {

    /** The ids of all incidents. */
    List<String> incidents() {
        return catalog == null
                ? List.of()
                : catalog.layers().stream()
                        .filter(layer -> layer.style() == Layer.Style.INCIDENT)
                        .flatMap(layer -> layer.features().stream())
                        .map(Feature::id)
                        .toList();
    }

    boolean isParty(Edits edits, String id) throws IOException, RefusedException {
        return isIn(edits, "parties.yaml", id);
    }

    boolean isMeasure(Edits edits, String id) throws IOException, RefusedException {
        return isIn(edits, "measures.yaml", id);
    }

    private static boolean isIn(Edits edits, String file, String id) throws IOException, RefusedException {
        for (JsonNode entry : edits.root(file)) {
            if (entry.path("id").asString("").equals(id)) {
                return true;
            }
        }
        return false;
    }
}
