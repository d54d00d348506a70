package org.dateline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.model.Counted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes features as map editors save them, with a name or nothing: one feature or geometry stands for a collection
 * of one, a MultiPoint of one point for a point; id, kind and location class are derived, each only where it is missing.
 * What nobody has said, how well a place is known and what it is called, is noted.
 */
final class FeatureCompleter {

    /** How far off a point may be if nobody says it: about a town. */
    static final int ASSUMED_M = 1000;

    private static final int NAMED = 5;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String layer;
    private final Set<String> ids = new HashSet<>();
    private final List<String> nameless = new ArrayList<>();
    private final List<String> vague = new ArrayList<>();

    private FeatureCompleter(String layer) {
        this.layer = layer;
    }

    /**
     * @param document with a GeoJSON object of any type; its nodes are changed
     * @param layer    the layer's id
     * @param notes    receives what was assumed, one line each
     * @return the document with a collection of features; the same if it has none of this
     */
    static Document complete(Document document, String layer, List<String> notes) {
        Document collection = collection(document);
        FeatureCompleter completer = new FeatureCompleter(layer);
        JsonNode features = collection.root().path("features");
        // Those that are written, first: what is derived goes out of their way.
        for (JsonNode feature : features) {
            completer.ids.add(feature.path("properties").path("id").asString(""));
        }
        List<String> own = FeatureIds.of(features);
        for (int i = 0; features.isArray() && i < features.size(); i++) {
            if (features.path(i) instanceof ObjectNode feature) {
                completer.complete(feature, own.get(i), i + 1);
            }
        }
        completer.note(document.file(), notes);
        return collection;
    }

    private void note(String file, List<String> notes) {
        if (!nameless.isEmpty()) {
            notes.add(file + ": " + Counted.of(nameless.size(), "feature") + " without a name: " + listed(nameless));
        }
        if (!vague.isEmpty()) {
            notes.add(file + ": " + Counted.of(vague.size(), "point")
                    + " without \"uncertainty_m\", drawn as known within " + ASSUMED_M + " m: " + listed(vague)
                    + "; say how far off each may be");
        }
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    private static Document collection(Document document) {
        JsonNode root = document.root();
        return switch (root.path("type").asString("")) {
            case "Feature" -> collection(document, List.of(root), "");
            case "GeometryCollection" -> {
                List<JsonNode> features = new ArrayList<>();
                root.path("geometries").forEach(geometry -> features.add(feature(geometry)));
                yield collection(document, features, "geometries");
            }
            case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon" ->
                collection(document, List.of(feature(root)), "");
            default -> document;
        };
    }

    private static JsonNode feature(JsonNode geometry) {
        ObjectNode feature = NODES.objectNode();
        feature.put("type", "Feature");
        feature.set("properties", NODES.objectNode());
        feature.set("geometry", geometry);
        return feature;
    }

    /** @param list where the features are in the file; empty if the file is the only one */
    private static Document collection(Document document, List<JsonNode> features, String list) {
        ObjectNode root = NODES.objectNode();
        root.put("type", "FeatureCollection");
        ArrayNode items = root.putArray("features");
        Map<String, Integer> lines = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            lines.put("features[" + i + "]", document.line(list.isEmpty() ? "" : list + "[" + i + "]"));
            items.add(features.get(i));
        }
        return new Document(document.file(), root, lines);
    }

    /** @param own the feature's own id; empty if it has none */
    private void complete(ObjectNode feature, String own, int number) {
        if (feature.path("properties").isNull()) {
            feature.set("properties", NODES.objectNode());
        }
        if (!(feature.path("properties") instanceof ObjectNode properties)) {
            return;
        }
        point(feature);
        // Settings of the editor itself, as _umap_options.
        properties.propertyNames().stream()
                .filter(name -> name.startsWith("_"))
                .toList()
                .forEach(properties::remove);
        JsonNode id = properties.path("id");
        if (id.isNumber()) {
            properties.put("id", Slug.of(id.asString()));
        }
        name(properties, own, number);
        String type = feature.path("geometry").path("type").asString("");
        if (!properties.has("kind")) {
            properties.put("kind", type.endsWith("LineString") ? "line" : type.endsWith("Polygon") ? "area" : "place");
        }
        location(properties, feature.path("geometry").isNull(), type);
    }

    private static void point(ObjectNode feature) {
        JsonNode geometry = feature.path("geometry");
        if (geometry.path("type").asString("").equals("MultiPoint")
                && geometry.path("coordinates").size() == 1) {
            ObjectNode point = NODES.objectNode();
            point.put("type", "Point");
            point.set("coordinates", geometry.path("coordinates").path(0));
            feature.set("geometry", point);
        }
    }

    private void name(ObjectNode properties, String own, int number) {
        if (!properties.has("name")) {
            String name = properties.propertyNames().stream()
                    .filter(other -> other.equalsIgnoreCase("name"))
                    .map(other -> properties.path(other).asString(""))
                    .filter(other -> !other.isBlank())
                    .findFirst()
                    .orElse("");
            if (name.isEmpty()) {
                name = properties.path("id").asString(own.isEmpty() ? layer + " " + number : own);
                nameless.add(name);
            }
            properties.put("name", name);
        }
        if (!properties.has("id")) {
            String slug = Slug.of(properties.path("name").asString(""));
            // Editors write names in reports, so a name comes before a number that a tool gave.
            String base = !slug.isEmpty() ? slug : !own.isEmpty() ? own : layer + "-" + number;
            String id = base;
            for (int i = 2; !ids.add(id); i++) {
                id = base + "-" + i;
            }
            properties.put("id", id);
        }
    }

    private void location(ObjectNode properties, boolean nowhere, String type) {
        if (properties.has("location")) {
            return;
        }
        if (nowhere) {
            properties.put("location", "unlocated");
        } else if (type.equals("Point")) {
            properties.put("location", "point");
            if (!properties.has("uncertainty_m")) {
                properties.put("uncertainty_m", ASSUMED_M);
                vague.add(properties.path("name").asString(""));
            }
        } else if (type.endsWith("LineString")) {
            properties.put("location", "line");
        } else if (type.endsWith("Polygon")) {
            properties.put("location", "area");
        }
    }
}
