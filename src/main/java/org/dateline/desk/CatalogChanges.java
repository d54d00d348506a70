package org.dateline.desk;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.catalog.Slug;
import org.dateline.model.Layer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations on a catalog's other files: places, parties, measures, views, corrections, layers. */
final class CatalogChanges {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How far the middle of a city may be from what is meant, and of a town, in metres. */
    private static final int CITY_M = 5_000;

    private static final int TOWN_M = 1_000;

    private final Edits edits;
    private final Known known;

    CatalogChanges(Edits edits, Known known) {
        this.edits = edits;
        this.known = known;
    }

    /**
     * Where something stands.
     *
     * @param file   that has it
     * @param object the path of the object in it; empty for the whole file
     * @param list   the path of the list that has the object; empty if none has
     */
    private record Target(String file, String object, String list, int index, String name) {

        Target(String file, String name) {
            this(file, "", "", 0, name);
        }
    }

    /** Does an operation; what was done, in a few words. */
    String make(Request request) throws IOException, RefusedException {
        return switch (request.text("op")) {
            case "set" -> set(request);
            case "add" -> add(request);
            case "delete" -> delete(request);
            case "new-party" -> "new party " + addParty(request);
            case "new-place" -> "new place " + addFeature(request);
            default -> throw request.lacking("op", "the name of an operation");
        };
    }

    /** The file that an operation is about. */
    String file(Request request) throws IOException, RefusedException {
        return switch (request.text("op")) {
            case "new-party" -> "parties.yaml";
            case "new-place" -> features(layer(request.textOf("layer").orElse(null)));
            case "add" ->
                request.node("to").isObject()
                        ? features(layer(request.node("to").path("layer").asString(null)))
                        : request.text("to").equals("views")
                                ? "views/" + request.text("id") + ".yaml"
                                : request.text("to") + ".yaml";
            default -> target(request).file;
        };
    }

    /** The part of a file that an operation is about, to tell whether somebody else has changed it. */
    JsonNode node(Request request, JsonNode root) throws RefusedException {
        if (!Set.of("set", "delete").contains(request.text("op"))) {
            return NODES.nullNode();
        }
        try {
            Target target = target(request);
            JsonNode node = root;
            String id = target.name;
            if (!target.list.isEmpty() || root.isArray()) {
                JsonNode list = root.isArray() ? root : root.path("features");
                node = NODES.missingNode();
                for (JsonNode entry : list) {
                    if (idOf(entry).equals(id)) {
                        node = entry;
                    }
                }
            }
            String field = request.textOf("field").orElse("");
            return field.isEmpty()
                    ? node
                    : request.node("target").has("feature") && !field.equals("geometry")
                            ? node.path("properties").path(field)
                            : node.path(field);
        } catch (IOException e) {
            return NODES.missingNode();
        }
    }

    private static String idOf(JsonNode entry) {
        return entry.has("properties")
                ? entry.path("properties").path("id").asString("")
                : entry.path("id").asString("");
    }

    private Target target(Request request) throws IOException, RefusedException {
        JsonNode target = request.node("target");
        if (target.isString() && target.asString().equals("catalog")) {
            return new Target("catalog.yaml", "catalog");
        }
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("party", "parties.yaml");
        lists.put("measure", "measures.yaml");
        lists.put("correction", "corrections.yaml");
        for (Map.Entry<String, String> list : lists.entrySet()) {
            if (target.path(list.getKey()).isString()) {
                String id = target.path(list.getKey()).asString();
                int index = index(edits.root(list.getValue()), id, request);
                return new Target(list.getValue(), "[" + index + "]", "", index, id);
            }
        }
        if (target.path("view").isString()) {
            return new Target("views/" + id(target.path("view"), request) + ".yaml", "view");
        }
        if (target.path("layer").isString()) {
            return new Target("layers/" + id(target.path("layer"), request) + "/layer.yaml", "layer");
        }
        if (target.path("feature").isString()) {
            String id = target.path("feature").asString();
            KnownPlaces.Candidate feature =
                    known.places().feature(id).orElseThrow(() -> request.lacking("target", "a feature of the catalog"));
            String file = features(String.valueOf(feature.layer()));
            int index = index(edits.root(file).path("features"), id, request);
            return new Target(file, "features[" + index + "]", "features", index, id);
        }
        throw request.lacking("target", "what to change, such as {\"party\": \"police\"}");
    }

    /** An id that may become a part of a path. */
    private static String id(JsonNode id, Request request) throws RefusedException {
        if (!id.asString("").matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw request.lacking("target", "lower-case letters, digits and hyphens");
        }
        return id.asString();
    }

    private static int index(JsonNode list, String id, Request request) throws RefusedException {
        for (int i = 0; i < list.size(); i++) {
            if (idOf(list.path(i)).equals(id)) {
                return i;
            }
        }
        throw request.lacking("target", "something that the file has");
    }

    private String set(Request request) throws IOException, RefusedException {
        Target target = target(request);
        String field = request.text("field");
        JsonNode value = request.node("value");
        boolean geometry = field.equals("geometry");
        String object =
                request.node("target").has("feature") && !geometry ? target.object + ".properties" : target.object;
        if (value.isMissingNode() || value.isNull() && !geometry) {
            edits.edit(target.file, yaml -> yaml.remove(object, field));
        } else {
            edits.edit(target.file, yaml -> yaml.append(object, field, value));
        }
        return "change " + field + " of " + target.name;
    }

    private String add(Request request) throws IOException, RefusedException {
        JsonNode value = request.node("value");
        if (!value.isObject()) {
            throw request.lacking("value", "an object");
        }
        String file = file(request);
        if (request.node("to").isObject()) {
            addTo(file, value);
            return "add " + idOf(value);
        }
        return switch (request.text("to")) {
            case "views" -> {
                id(request.node("id"), request);
                if (edits.exists(file)) {
                    throw request.lacking("id", "an id that no view has");
                }
                edits.write(file, "{}\n");
                StringBuilder yaml = new StringBuilder();
                value.properties()
                        .forEach(field -> yaml.append(field.getKey())
                                .append(": ")
                                .append(field.getValue())
                                .append('\n'));
                edits.write(file, yaml.toString());
                yield "add the view " + request.text("id");
            }
            case "parties", "measures", "corrections" -> {
                addEntry(file, value);
                yield "add " + idOf(value);
            }
            default -> throw request.lacking("to", "parties, measures, corrections, views or a layer");
        };
    }

    private void addEntry(String file, JsonNode value) throws IOException, RefusedException {
        if (!edits.exists(file)) {
            edits.write(file, "- " + value + "\n");
            return;
        }
        for (JsonNode entry : edits.root(file)) {
            if (idOf(entry).equals(idOf(value))) {
                throw new RefusedException("got the id " + idOf(value) + " a second time, expected another", "id");
            }
        }
        int size = edits.root(file).size();
        edits.edit(file, yaml -> yaml.insert("", size, value));
    }

    private String delete(Request request) throws IOException, RefusedException {
        Target target = target(request);
        if (target.name.equals("catalog") || target.name.equals("layer")) {
            throw request.lacking("target", "an entry, not a whole file");
        }
        if (target.object.isEmpty()) {
            edits.write(target.file, null);
            return "delete the view";
        }
        if (!target.list.isEmpty()) {
            edits.removeItem(target.file, "", target.list, target.index, true);
        } else {
            edits.edit(target.file, yaml -> yaml.removeItem("", target.index));
        }
        return "delete " + target.name;
    }

    // Features

    /** Adds a place of the gazetteer to a layer; its new id. */
    String addPlace(KnownPlaces.Candidate place, @Nullable String layer) throws IOException, RefusedException {
        boolean point = place.location().equals("point") && place.position() != null;
        String id = freeId(place.name(), "geonames-" + place.geonames());
        ObjectNode properties = NODES.objectNode();
        properties.put("id", id);
        properties.put("name", place.name());
        properties.put("kind", place.kind());
        properties.put("location", point ? "point" : "unlocated");
        if (point) {
            boolean city = place.kind().equals("city") || place.kind().equals("capital");
            properties.put("uncertainty_m", city ? CITY_M : TOWN_M);
        }
        properties.put("source", "GeoNames");
        if (place.geonames() != null) {
            properties.put("geonames", String.valueOf(place.geonames()));
        }
        ObjectNode feature = NODES.objectNode();
        feature.put("type", "Feature");
        feature.set("properties", properties);
        double[] position = place.position();
        if (point && position != null) {
            ObjectNode geometry = feature.putObject("geometry");
            geometry.put("type", "Point");
            geometry.putArray("coordinates").add(position[0]).add(position[1]);
        } else {
            feature.set("geometry", NODES.nullNode());
        }
        addTo(features(layer(layer)), feature);
        return id;
    }

    /** Adds a feature that an editor drew; its id. */
    String addFeature(Request request) throws IOException, RefusedException {
        if (!(request.node("properties") instanceof ObjectNode given)
                || !given.path("name").isString()) {
            throw request.lacking("properties", "an object with at least a name");
        }
        ObjectNode properties = NODES.objectNode();
        String id = given.path("id").isString()
                ? given.path("id").asString()
                : freeId(given.path("name").asString(), "place");
        properties.put("id", id);
        given.properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
        if (known.places().feature(id).isPresent()) {
            throw new RefusedException("got the id " + id + ", which a feature has, expected another", "properties");
        }
        ObjectNode feature = NODES.objectNode();
        feature.put("type", "Feature");
        feature.set("properties", properties);
        feature.set("geometry", request.node("geometry").isObject() ? request.node("geometry") : NODES.nullNode());
        addTo(features(layer(request.textOf("layer").orElse(null))), feature);
        return id;
    }

    private void addTo(String file, JsonNode feature) throws IOException, RefusedException {
        if (!edits.exists(file)) {
            edits.write(file, "{\"type\": \"FeatureCollection\", \"features\": [\n]}\n");
        }
        JsonNode features = edits.root(file).path("features");
        if (!features.isArray()) {
            throw new RefusedException("got " + file + " without a list of features, expected a FeatureCollection");
        }
        edits.edit(file, json -> json.insert("features", features.size(), feature));
    }

    private static String features(String layer) {
        return "layers/" + layer + "/features.geojson";
    }

    /** A layer that can take features: the one that is named, else the first of places. */
    private String layer(@Nullable String wanted) throws RefusedException {
        List<Layer> layers =
                known.catalog() == null ? List.of() : known.catalog().layers();
        return layers.stream()
                .filter(layer -> layer.store() == Layer.Store.FILE)
                .filter(layer -> wanted == null
                        ? layer.style() == Layer.Style.PLACE
                        : layer.id().equals(wanted))
                .map(Layer::id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "got " + (wanted == null ? "no layer of places" : "the layer " + wanted)
                                + ", expected a layer with a file of features",
                        "layer"));
    }

    private String freeId(String name, String otherwise) throws IOException {
        String slug = Slug.of(name);
        String base = slug.isEmpty() ? otherwise : slug;
        Set<String> taken = new HashSet<>();
        known.places().own().forEach(one -> taken.add(String.valueOf(one.feature())));
        for (Map.Entry<String, @Nullable String> file : edits.edited().entrySet()) {
            if (file.getKey().endsWith("features.geojson") && file.getValue() != null) {
                org.dateline.catalog.YamlEdits.read(file.getKey(), Edits.bytes(file.getValue()))
                        .path("features")
                        .forEach(feature -> taken.add(idOf(feature)));
            }
        }
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    /** Adds a party; its id. */
    String addParty(Request request) throws IOException, RefusedException {
        if (!(request.node("party") instanceof ObjectNode given)
                || given.path("name").isMissingNode()) {
            throw request.lacking("party", "an object with name, kind and description");
        }
        JsonNode name = given.path("name");
        String first = name.isObject() ? name.iterator().next().asString("") : name.asString("");
        String slug = Slug.of(first);
        String id = given.path("id").isString() ? given.path("id").asString() : slug.isEmpty() ? "party" : slug;
        ObjectNode party = NODES.objectNode();
        party.put("id", id);
        given.properties().forEach(field -> party.set(field.getKey(), field.getValue()));
        addEntry("parties.yaml", party);
        return id;
    }
}
