package org.dateline.http.ogc;

import tools.jackson.databind.node.ObjectNode;

/** The schemas of answers in the OpenAPI document. */
final class ApiSchemas {

    private ApiSchemas() {}

    private static ObjectNode object(String... required) {
        ObjectNode schema = Json.object().put("type", "object");
        if (required.length > 0) {
            schema.set("required", Json.strings(java.util.List.of(required)));
        }
        return schema;
    }

    private static ObjectNode arrayOf(ObjectNode items) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode string() {
        return Json.object().put("type", "string");
    }

    private static ObjectNode links() {
        ObjectNode link = object("href", "rel", "type");
        ObjectNode properties = link.putObject("properties");
        for (String name : new String[] {"href", "rel", "type", "title"}) {
            properties.set(name, string());
        }
        return arrayOf(link);
    }

    static ObjectNode landing() {
        ObjectNode schema = object("links", "title");
        ObjectNode properties = schema.putObject("properties");
        properties.set("title", string());
        properties.set("description", string());
        properties.set("extent", extent());
        properties.set("links", links());
        return schema;
    }

    static ObjectNode conformance() {
        ObjectNode schema = object("conformsTo");
        schema.putObject("properties").set("conformsTo", arrayOf(string()));
        return schema;
    }

    static ObjectNode collections() {
        ObjectNode schema = object("links", "collections");
        ObjectNode properties = schema.putObject("properties");
        properties.set("links", links());
        properties.set("crs", arrayOf(string()));
        properties.set("collections", arrayOf(collection()));
        return schema;
    }

    static ObjectNode collection() {
        ObjectNode schema = object("id", "links", "crs", "storageCrs");
        ObjectNode properties = schema.putObject("properties");
        for (String name : new String[] {"id", "title", "description", "attribution", "itemType", "storageCrs"}) {
            properties.set(name, string());
        }
        properties.set("extent", extent());
        properties.set("crs", arrayOf(string()));
        properties.set("links", links());
        return schema;
    }

    private static ObjectNode extent() {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        ObjectNode spatial = object("bbox");
        spatial.putObject("properties")
                .set(
                        "bbox",
                        arrayOf(arrayOf(Json.object().put("type", "number"))
                                .put("minItems", 4)
                                .put("maxItems", 6)));
        properties.set("spatial", spatial);
        ObjectNode temporal = object("interval");
        temporal.putObject("properties")
                .set(
                        "interval",
                        arrayOf(arrayOf(string().put("format", "date-time"))
                                .put("minItems", 2)
                                .put("maxItems", 2)));
        properties.set("temporal", temporal);
        return schema;
    }

    static ObjectNode schema() {
        ObjectNode schema = object("$schema", "$id", "type", "properties");
        ObjectNode properties = schema.putObject("properties");
        for (String name : new String[] {"$schema", "$id", "title", "type"}) {
            properties.set(name, string());
        }
        properties.set("properties", object());
        return schema;
    }

    static ObjectNode featureCollection() {
        ObjectNode schema = object("type", "features", "links", "timeStamp", "numberReturned");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("type", "string").putArray("enum").add("FeatureCollection");
        properties.set("timeStamp", string().put("format", "date-time"));
        properties.putObject("numberMatched").put("type", "integer").put("minimum", 0);
        properties.putObject("numberReturned").put("type", "integer").put("minimum", 0);
        properties.set("links", links());
        properties.set("features", arrayOf(feature(false)));
        return schema;
    }

    /** @param links whether it stands alone, and so has links of its own */
    static ObjectNode feature(boolean links) {
        ObjectNode schema = links
                ? object("type", "id", "geometry", "properties", "links")
                : object("type", "id", "geometry", "properties");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("type", "string").putArray("enum").add("Feature");
        properties.set("id", string());
        properties.set(
                "bbox",
                arrayOf(Json.object().put("type", "number")).put("minItems", 4).put("maxItems", 4));
        properties.set("geometry", geometry());
        properties.set("properties", object().put("nullable", true));
        if (links) {
            properties.set("links", links());
        }
        return schema;
    }

    private static ObjectNode geometry() {
        ObjectNode schema = object("type").put("nullable", true);
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("type")
                .put("type", "string")
                .putArray("enum")
                .add("Point")
                .add("MultiPoint")
                .add("LineString")
                .add("MultiLineString")
                .add("Polygon")
                .add("MultiPolygon")
                .add("GeometryCollection");
        properties.set("coordinates", arrayOf(Json.object()));
        properties.set("geometries", arrayOf(object("type", "coordinates")));
        return schema;
    }

    static ObjectNode problem() {
        ObjectNode schema = object("type", "title", "status", "detail");
        ObjectNode properties = schema.putObject("properties");
        properties.set("type", string());
        properties.set("title", string());
        properties.putObject("status").put("type", "integer");
        for (String name : new String[] {"detail", "parameter", "got", "expected"}) {
            properties.set(name, string());
        }
        return schema;
    }
}
