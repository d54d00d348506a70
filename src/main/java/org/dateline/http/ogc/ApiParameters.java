package org.dateline.http.ogc;

import java.util.List;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters in the OpenAPI document, as the standard's requirements define each. */
final class ApiParameters {

    private final List<ReferenceSystem> systems;

    ApiParameters(List<ReferenceSystem> systems) {
        this.systems = systems;
    }

    static ObjectNode path(String name, String description, ObjectNode schema) {
        ObjectNode parameter = Json.object();
        parameter.put("name", name).put("in", "path").put("required", true).put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }

    private static ObjectNode query(String name, String description, ObjectNode schema) {
        ObjectNode parameter = Json.object();
        parameter
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description)
                .put("style", "form")
                .put("explode", false);
        parameter.set("schema", schema);
        return parameter;
    }

    private static ObjectNode string() {
        return Json.object().put("type", "string");
    }

    private static ObjectNode integer(int least, long otherwise) {
        return Json.object().put("type", "integer").put("minimum", least).put("default", otherwise);
    }

    private ObjectNode system() {
        ObjectNode schema = string().put("format", "uri").put("default", ReferenceSystem.CRS84.uri());
        schema.set(
                "enum", Json.strings(systems.stream().map(ReferenceSystem::uri).toList()));
        return schema;
    }

    ObjectNode form(List<Representation> forms) {
        ObjectNode schema = string();
        schema.set(
                "enum",
                Json.strings(forms.stream().map(Representation::parameter).toList()));
        return query("f", "Form of the answer; without it, the header Accept decides", schema);
    }

    ObjectNode crs() {
        return query("crs", "Reference system of the coordinates in the answer", system());
    }

    ObjectNode properties(Schema schema) {
        return query("properties", "The properties to answer with; all without it", names(schema, false));
    }

    private static ObjectNode names(Schema schema, boolean sortable) {
        ArrayNode names = Json.array();
        for (Property property : schema.properties()) {
            if (!sortable) {
                names.add(property.name());
            } else if (property.sortable()) {
                names.add(property.name()).add("-" + property.name()).add("+" + property.name());
            }
        }
        ObjectNode array = Json.object().put("type", "array");
        array.putObject("items").put("type", "string").set("enum", names);
        return array;
    }

    /** Those of all collections, then one for each property that can be compared with a value. */
    ArrayNode ofItems(Schema schema) {
        ArrayNode all = common(schema);
        for (Property property : ItemsRequest.ownParameters(schema)) {
            all.add(query(
                    property.name(),
                    "Features with this value: " + (property.title() == null ? property.name() : property.title()),
                    SchemaDocument.type(property)));
        }
        return all;
    }

    /** Of a tile: where it lies, and what its records have to be. */
    ArrayNode ofTile() {
        ArrayNode all = Json.array();
        for (String name : new String[] {"tileMatrix", "tileRow", "tileCol"}) {
            all.add(path(name, "Where the tile lies: zoom, row from the north, column from the west", string()));
        }
        return all.add(form(Representation.OF_TILES))
                .add(query("v", "Version of the collection: the answer may then be kept", string()))
                .addAll(selecting());
    }

    private ArrayNode common(Schema schema) {
        ArrayNode all = Json.array()
                .add(form(Representation.OF_ITEMS))
                .add(query(
                        "limit",
                        "The greatest number of features in one answer; a greater limit than the maximum counts as that",
                        integer(1, ItemsRequest.DEFAULT_LIMIT).put("maximum", ItemsRequest.MOST)))
                .add(query("offset", "How many features to leave out at the beginning", integer(0, 0)))
                .add(query("after", "Where the page before ended, as its link to the next says", string()))
                .add(crs());
        return all.addAll(selecting())
                .add(query(
                        "sortby",
                        "Properties to sort by, with - before each that descends; what has no value comes last",
                        names(schema, true)))
                .add(properties(schema));
    }

    /** What selects features, of pages and of tiles. */
    private ArrayNode selecting() {
        ObjectNode bbox = Json.object().put("type", "array").put("minItems", 4).put("maxItems", 6);
        bbox.putObject("items").put("type", "number");
        ObjectNode language = string().put("default", "cql2-text");
        language.putArray("enum").add("cql2-text").add("cql2-json");
        return Json.array()
                .add(query(
                        "bbox",
                        "Features that meet a box, and those without a geometry: west, south, east, north in the axis order "
                                + "of bbox-crs; west greater than east crosses the antimeridian",
                        bbox))
                .add(query("bbox-crs", "Reference system of bbox", system()))
                .add(query(
                        "datetime",
                        "Features whose date has a moment in common with a date-time (2025-03-11T08:30:00Z), a date "
                                + "(2025-03-11) or an interval (2025-03-11/2025-03-12, ../2025-03-12, 2025-03-11/P2D), and "
                                + "those without a date",
                        string()))
                .add(query("filter", "Features for which a condition in CQL2 is true", string()))
                .add(query("filter-lang", "Language of filter", language))
                .add(query("filter-crs", "Reference system of the coordinates in filter", system()));
    }
}
