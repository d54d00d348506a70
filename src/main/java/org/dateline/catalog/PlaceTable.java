package org.dateline.catalog;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code places.csv} of a layer as the features that it stands for. Columns are named as the properties of
 * {@code features.geojson}, with longitude and latitude beside them; any others are kept as properties.
 */
final class PlaceTable {

    static final String NAME = "places.csv";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> LONGITUDE = List.of("longitude", "lon", "lng", "long", "x");
    private static final List<String> LATITUDE = List.of("latitude", "lat", "y");

    private static final Set<String> LISTS = Set.of("alt_names", "aliases");

    private PlaceTable() {}

    /**
     * A feature collection; empty, with a fault, if the file is none.
     *
     * @param notes receives what may be wrong with it, one line each
     */
    static Optional<Document> read(Path file, TableReader tables, List<String> notes, Faults faults) {
        return tables.read(file).flatMap(table -> {
            notes.addAll(table.notes());
            return document(table, faults);
        });
    }

    private static Optional<Document> document(TableReader.Table table, Faults faults) {
        int longitude = column(table, LONGITUDE);
        int latitude = column(table, LATITUDE);
        if (longitude < 0 || latitude < 0) {
            faults.add(new Fault(
                    table.file(),
                    1,
                    "",
                    "the columns " + String.join(", ", table.columns()),
                    "among them longitude and latitude (or lon and lat, or x and y)"));
            return Optional.empty();
        }
        ArrayNode features = NODES.arrayNode();
        Map<String, Integer> lines = new HashMap<>(Map.of("", 1));
        for (TableReader.Row row : table.rows()) {
            lines.put("features[" + features.size() + "]", row.line());
            ObjectNode properties = NODES.objectNode();
            for (int i = 0; i < table.columns().size(); i++) {
                String name = table.columns().get(i);
                String cell = row.cells().get(i);
                if (i != longitude && i != latitude && !name.isEmpty() && !cell.isEmpty()) {
                    properties.set(name, value(name, cell, table.comma()));
                }
            }
            ObjectNode feature = NODES.objectNode();
            feature.put("type", "Feature");
            feature.set("properties", properties);
            feature.set(
                    "geometry", geometry(row.cells().get(longitude), row.cells().get(latitude), table.comma()));
            features.add(feature);
        }
        ObjectNode collection = NODES.objectNode();
        collection.put("type", "FeatureCollection");
        collection.set("features", features);
        return Optional.of(new Document(table.file(), collection, lines));
    }

    private static int column(TableReader.Table table, List<String> names) {
        return names.stream()
                .mapToInt(table.columns()::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static JsonNode value(String name, String cell, boolean comma) {
        if (LISTS.contains(name)) {
            ArrayNode list = NODES.arrayNode();
            Arrays.stream(cell.split("\\s*;\\s*")).filter(one -> !one.isEmpty()).forEach(list::add);
            return list;
        }
        return name.equals("uncertainty_m") ? number(cell, comma) : NODES.stringNode(cell);
    }

    private static JsonNode geometry(String longitude, String latitude, boolean comma) {
        if (longitude.isEmpty() && latitude.isEmpty()) {
            return NODES.nullNode();
        }
        ObjectNode point = NODES.objectNode();
        point.put("type", "Point");
        point.set("coordinates", NODES.arrayNode().add(number(longitude, comma)).add(number(latitude, comma)));
        return point;
    }

    /** The number, or what is there instead, for a fault that shows it. */
    private static JsonNode number(String cell, boolean comma) {
        try {
            double number = Double.parseDouble(comma ? cell.replace(',', '.') : cell);
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.stringNode(cell);
        } catch (NumberFormatException _) {
            return NODES.stringNode(cell);
        }
    }
}
