package org.dateline.catalog;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code id} member of GeoJSON features (RFC 7946, section 3.2), a text or a number. */
final class FeatureIds {

    private FeatureIds() {}

    /**
     * Makes the ids of features their property {@code id}, in the form of ids, where they have no such property.
     *
     * @param root a collection of features, or one; changed in place
     */
    static void intoProperties(JsonNode root) {
        List<JsonNode> features = root.path("type").asString("").equals("Feature")
                ? List.of(root)
                : root.path("features").valueStream().toList();
        if (onlyCount(features)) {
            return;
        }
        for (JsonNode feature : features) {
            JsonNode id = feature.path("id");
            String slug = id.isString() || id.isNumber() ? Slug.of(id.asString()) : "";
            if (feature instanceof ObjectNode object && !slug.isEmpty()) {
                if (object.path("properties").isNull()) {
                    object.putObject("properties");
                }
                if (object.path("properties") instanceof ObjectNode properties && !properties.has("id")) {
                    properties.put("id", slug);
                }
            }
        }
    }

    /** Whether the ids are 0, 1, 2 and so on, as geojson.io numbers features: they change when one is deleted. */
    private static boolean onlyCount(List<JsonNode> features) {
        return IntStream.range(0, features.size()).allMatch(i -> {
            JsonNode id = features.get(i).path("id");
            return id.isIntegralNumber() && id.asString().equals(String.valueOf(i));
        });
    }
}
