package org.dateline.http.ogc;

import java.util.List;
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
        ObjectNode any = Json.object().put("type", "object");
        about(paths, "/api", "getApi", "This document", Representation.OF_API, any);
        describing(paths, "/tileMatrixSets", "getTileMatrixSets", "How the earth is cut into tiles", any);
        String set = "/tileMatrixSets/" + TileDocuments.WEB_MERCATOR_QUAD;
        describing(paths, set, "getTileMatrixSet", "How " + TileDocuments.WEB_MERCATOR_QUAD + " cuts it", any);
        collections.all().forEach(collection -> collection(paths, collection));
        return document;
    }

    private void describing(ObjectNode paths, String path, String id, String summary, ObjectNode schema) {
        about(paths, path, id, summary, Representation.OF_DOCUMENTS, schema);
    }

    private void collection(ObjectNode paths, ItemCollection collection) {
        String path = "/collections/" + collection.id();
        String id = collection.id().replaceAll("[^a-zA-Z0-9]", "_");
        String title = collection.title().in(catalog.defaultLanguage());
        about(paths, path, "get_" + id, title, Representation.OF_DOCUMENTS, ApiSchemas.collection());
        ObjectNode schema = ApiSchemas.schema();
        List<Representation> forms = Representation.OF_SCHEMAS;
        about(paths, path + "/schema", "getSchema_" + id, title + ": what its features have", forms, schema);
        about(paths, path + "/queryables", "getQueryables_" + id, title + ": what a filter may name", forms, schema);
        about(paths, path + "/sortables", "getSortables_" + id, title + ": what sortby may name", forms, schema);
        ObjectNode items = operation(
                paths, path + "/items", "getItems_" + id, title + ": the features that all parameters select");
        items.set("parameters", parameters.ofItems(collection.schema()));
        responses(items, Representation.OF_ITEMS, ApiSchemas.featureCollection(), false);
        ObjectNode item = operation(paths, path + "/items/{featureId}", "getItem_" + id, title + ": one feature");
        ArrayNode all = Json.array();
        all.add(ApiParameters.path(
                "featureId", "Identifier of a feature", Json.object().put("type", "string")));
        all.add(parameters.form(Representation.OF_FEATURES));
        all.add(parameters.crs());
        all.add(parameters.properties(collection.schema()));
        item.set("parameters", all);
        responses(item, Representation.OF_FEATURES, ApiSchemas.feature(true), true);
        tiles(paths, path + "/tiles", id, title);
    }

    private void tiles(ObjectNode paths, String path, String id, String title) {
        ObjectNode any = Json.object().put("type", "object");
        describing(paths, path, "getTileSets_" + id, title + ": its sets of tiles", any);
        String set = path + "/" + TileDocuments.WEB_MERCATOR_QUAD;
        describing(paths, set, "getTileSet_" + id, title + ": its tiles", any);
        ObjectNode tile =
                operation(paths, set + "/{tileMatrix}/{tileRow}/{tileCol}", "getTile_" + id, title + ": one tile");
        tile.set("parameters", parameters.ofTile());
        responses(tile, Representation.OF_TILES, any, true);
        ObjectNode responses = (ObjectNode) tile.get("responses");
        responses.putObject("204").put("description", "Nothing to show there");
        responses.putObject("304").put("description", "What the client has");
    }

    private void about(
            ObjectNode paths, String path, String id, String summary, List<Representation> forms, ObjectNode schema) {
        ObjectNode operation = operation(paths, path, id, summary);
        operation.set("parameters", Json.array().add(parameters.form(forms)));
        responses(operation, forms, schema, false);
    }

    private static ObjectNode operation(ObjectNode paths, String path, String id, String summary) {
        ObjectNode operation = paths.putObject(path).putObject("get");
        operation.putArray("tags").add("Features");
        return operation.put("operationId", id).put("summary", summary);
    }

    private static void responses(
            ObjectNode operation, List<Representation> forms, ObjectNode schema, boolean missing) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", "The answer").putObject("content");
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
