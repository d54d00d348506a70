package org.dateline.http.ogc;

import java.util.List;
import java.util.stream.Collectors;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.model.Catalog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API as OpenAPI 3.0. Paths are relative to the server's address; everything stands inline, so that a client needs
 * nothing else.
 */
final class ApiDocument {

    private final Catalog catalog;
    private final CatalogCollections collections;
    private final Links links;
    private final ApiParameters parameters;

    ApiDocument(Catalog catalog, CatalogCollections collections, Links links) {
        this.catalog = catalog;
        this.collections = collections;
        this.links = links;
        this.parameters = new ApiParameters(collections.referenceSystems());
    }

    ObjectNode make() {
        ObjectNode document = Json.object();
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", catalog.title().in(catalog.defaultLanguage()))
                .put("description", catalog.summary().in(catalog.defaultLanguage()))
                .put("version", "1.0.0");
        document.putArray("servers").addObject().put("url", links.root());
        document.putArray("tags").addObject().put("name", "Features");
        ObjectNode paths = document.putObject("paths");
        describing(paths, "/", "getLandingPage", "Where everything begins", ApiSchemas.landing());
        describing(paths, "/conformance", "getConformance", "What the API conforms to", ApiSchemas.conformance());
        describing(paths, "/collections", "getCollections", "All collections", ApiSchemas.collections());
        ObjectNode api = operation(paths, "/api", "getApi", "This document");
        api.set("parameters", Json.array().add(parameters.form(Representation.OF_API)));
        responses(api, Representation.OF_API, Json.object().put("type", "object"), false);
        collection(paths, "", "getCollection", "One collection", Representation.OF_DOCUMENTS, ApiSchemas.collection());
        schema(paths, "schema", "getSchema", "The properties of its features");
        schema(paths, "queryables", "getQueryables", "The properties that a filter may name");
        schema(paths, "sortables", "getSortables", "The properties that sortby may name");
        items(paths);
        item(paths);
        return document;
    }

    private void describing(ObjectNode paths, String path, String id, String summary, ObjectNode schema) {
        ObjectNode operation = operation(paths, path, id, summary);
        operation.set("parameters", Json.array().add(parameters.form(Representation.OF_DOCUMENTS)));
        responses(operation, Representation.OF_DOCUMENTS, schema, false);
    }

    private void schema(ObjectNode paths, String name, String id, String summary) {
        collection(paths, "/" + name, id, summary, Representation.OF_SCHEMAS, ApiSchemas.schema());
    }

    private void collection(
            ObjectNode paths, String more, String id, String summary, List<Representation> forms, ObjectNode schema) {
        ObjectNode operation = operation(paths, "/collections/{collectionId}" + more, id, summary);
        operation.set("parameters", Json.array().add(collectionId()).add(parameters.form(forms)));
        responses(operation, forms, schema, true);
    }

    private void items(ObjectNode paths) {
        ObjectNode operation = operation(
                paths, "/collections/{collectionId}/items", "getFeatures", "Features, those that all parameters select");
        ArrayNode all = Json.array().add(collectionId());
        all.addAll(parameters.ofItems());
        operation.set("parameters", all);
        responses(operation, Representation.OF_ITEMS, ApiSchemas.featureCollection(), true);
    }

    private void item(ObjectNode paths) {
        ObjectNode operation =
                operation(paths, "/collections/{collectionId}/items/{featureId}", "getFeature", "One feature");
        ArrayNode all = Json.array().add(collectionId());
        all.add(ApiParameters.path("featureId", "Identifier of a feature", Json.object().put("type", "string")));
        all.add(parameters.form(Representation.OF_FEATURES));
        all.add(parameters.crs());
        all.add(parameters.properties());
        operation.set("parameters", all);
        responses(operation, Representation.OF_FEATURES, ApiSchemas.feature(true), true);
    }

    private ObjectNode collectionId() {
        ObjectNode schema = Json.object().put("type", "string");
        schema.set(
                "enum",
                Json.strings(collections.all().stream().map(ItemCollection::id).collect(Collectors.toList())));
        return ApiParameters.path("collectionId", "Identifier of a collection", schema);
    }

    private static ObjectNode operation(ObjectNode paths, String path, String id, String summary) {
        ObjectNode operation = paths.putObject(path).putObject("get");
        operation.putArray("tags").add("Features");
        return operation.put("operationId", id).put("summary", summary);
    }

    private static void responses(ObjectNode operation, List<Representation> forms, ObjectNode schema, boolean missing) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content = responses.putObject("200").put("description", "The answer").putObject("content");
        for (Representation form : forms) {
            ObjectNode type = content.putObject(form.mediaType());
            if (form.parameter().equals("json")) {
                type.set("schema", schema);
            } else {
                type.putObject("schema").put("type", "string");
            }
        }
        problem(responses, "400", "A parameter that is not known or not understood");
        if (missing) {
            problem(responses, "404", "Nothing there");
        }
        problem(responses, "406", "None of the forms that the client takes");
        problem(responses, "500", "The server failed");
    }

    private static void problem(ObjectNode responses, String status, String description) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", ApiSchemas.problem());
    }
}
