package org.dateline.catalog;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The {@code id} member of GeoJSON features (RFC 7946, section 3.2), a text or a number. */
final class FeatureIds {

    private FeatureIds() {}

    /** For each feature of a collection, its own id in the form of ids; empty if it has none that lasts. */
    static List<String> of(JsonNode features) {
        List<JsonNode> ids =
                features.valueStream().map(feature -> feature.path("id")).toList();
        boolean count = onlyCount(ids);
        return ids.stream()
                .map(id -> !count && (id.isString() || id.isNumber()) ? Slug.of(id.asString()) : "")
                .toList();
    }

    /** Whether the ids are 0, 1, 2 and so on, as geojson.io numbers features: they change when one is deleted. */
    private static boolean onlyCount(List<JsonNode> ids) {
        return IntStream.range(0, ids.size())
                .allMatch(i ->
                        ids.get(i).isIntegralNumber() && ids.get(i).asString().equals(String.valueOf(i)));
    }
}
