package org.dateline.http.ogc;

import java.util.function.Predicate;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.Property.Role;
import org.dateline.features.Property.Type;
import org.dateline.features.Schema;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the properties of a collection as JSON Schema (OGC API - Features - Part 5): all properties, those for
 * filters, or those for sorting.
 */
final class SchemaDocument {

    private SchemaDocument() {}

    static ObjectNode all(ItemCollection collection, String address, String language) {
        return document(collection, address, language, _ -> true, true);
    }

    static ObjectNode queryables(ItemCollection collection, String address, String language) {
        return document(collection, address, language, Property::queryable, true);
    }

    static ObjectNode sortables(ItemCollection collection, String address, String language) {
        return document(collection, address, language, Property::sortable, false);
    }

    private static ObjectNode document(
            ItemCollection collection, String address, String language, Predicate<Property> wanted, boolean geometry) {
        ObjectNode document = Json.object();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", address);
        document.put("title", collection.title().in(language));
        document.put("type", "object");
        ObjectNode properties = document.putObject("properties");
        int position = 1;
        if (geometry) {
            properties
                    .putObject(Schema.GEOMETRY)
                    .put("title", "Geometry")
                    .put("x-ogc-role", "primary-geometry")
                    .put("x-ogc-propertySeq", position++)
                    .put("format", "geometry-" + collection.schema().geometry());
        }
        for (Property property : collection.schema().properties()) {
            if (wanted.test(property)) {
                properties.set(property.name(), property(property, language).put("x-ogc-propertySeq", position++));
            }
        }
        document.put("additionalProperties", false);
        return document;
    }

    private static ObjectNode property(Property property, String language) {
        ObjectNode schema = type(property);
        String title = property.titleIn(language);
        if (title != null) {
            schema.put("title", title);
        }
        if (property.unit() != null) {
            schema.put("x-ogc-unit", property.unit());
        }
        // A month is not an instant, so a property that may contain one has no temporal role.
        if (property.role() != null && !(property.role() == Role.INSTANT && property.type() == Type.PARTIAL_DATE)) {
            schema.put("x-ogc-role", property.role().keyword());
        }
        return schema.put("readOnly", true);
    }

    /** The schema of a property's values. */
    static ObjectNode type(Property property) {
        ObjectNode schema = Json.object();
        switch (property.type()) {
            case STRING -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case NUMBER -> schema.put("type", "number");
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> schema.put("type", "string").put("format", "date");
            case DATE_TIME -> schema.put("type", "string").put("format", "date-time");
            case PARTIAL_DATE ->
                schema.put("type", "string")
                        .put("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
                        .put("description", "A day, a month or a year; filters compare it as a period of time.");
            case STRINGS -> schema.put("type", "array").putObject("items").put("type", "string");
            // Any JSON value is possible, but the standard requires a type.
            case ANY ->
                schema.putArray("type")
                        .add("array")
                        .add("object")
                        .add("string")
                        .add("number")
                        .add("boolean");
        }
        return schema;
    }
}
