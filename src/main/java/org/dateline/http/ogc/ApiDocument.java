package org.dateline.http.ogc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.formats.LicenceAddress;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameter;
import org.dateline.model.Brand;
import org.dateline.model.Catalog;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the API's OpenAPI 3.0 document from {@code api/openapi.json}. Paths of a collection are repeated for each
 * collection; an operation's {@code x-forms} names its representations, which determine its parameters and media types.
 * Paths are relative to the server's address, and references are resolved, so that a client needs nothing else.
 */
final class ApiDocument {

    private static final Map<String, List<Representation>> FORMS = Map.of(
            "documents", Representation.OF_DOCUMENTS,
            "landing", Representation.OF_LANDING,
            "tileset", Representation.OF_TILESET,
            "api", Representation.OF_API,
            "schemas", Representation.OF_SCHEMAS,
            "items", Representation.OF_ITEMS,
            "features", Representation.OF_FEATURES,
            "tiles", Representation.OF_TILES);

    private final Catalog catalog;
    private final CatalogCollections collections;
    private final ApiLinks links;
    private final JsonNode template;

    ApiDocument(Catalog catalog, CatalogCollections collections, ApiLinks links) {
        this.catalog = catalog;
        this.collections = collections;
        this.links = links;
        this.template = template();
    }

    private static JsonNode template() {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/api/openapi.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode make() {
        ObjectNode document = (ObjectNode) template.deepCopy();
        document.remove("components");
        ((ObjectNode) document.path("info"))
                .put("title", catalog.title().in(catalog.defaultLanguage()))
                .put("description", catalog.summary().in(catalog.defaultLanguage()));
        contact((ObjectNode) document.path("info"), catalog.brand());
        ((ObjectNode) document.path("servers").path(0)).put("url", links.root());
        ObjectNode paths = document.putObject("paths");
        template.path("paths").forEachEntry((path, item) -> {
            if (path.contains("{collectionId}")) {
                collections
                        .all()
                        .forEach(collection -> paths.set(
                                path.replace("{collectionId}", collection.id()), operation(item, collection)));
            } else {
                paths.set(path, operation(item, null));
            }
        });
        return document;
    }

    /** Whom to ask about the API, and the licence of what it answers. */
    private void contact(ObjectNode info, Brand brand) {
        if (brand.contact() != null) {
            info.putObject("contact")
                    .put("name", brand.name().in(catalog.defaultLanguage()))
                    .put(brand.contact().contains(":") ? "url" : "email", brand.contact());
        }
        if (brand.licence() != null) {
            ObjectNode licence = info.putObject("license").put("name", brand.licence());
            LicenceAddress.of(brand.licence()).ifPresent(address -> licence.put("url", address));
        }
    }

    private JsonNode operation(JsonNode item, @Nullable ItemCollection collection) {
        ObjectNode made = (ObjectNode) resolved(item, collection);
        ObjectNode operation = (ObjectNode) made.path("get");
        List<Representation> forms =
                Objects.requireNonNull(FORMS.get(operation.remove("x-forms").asString()));
        ArrayNode parameters =
                operation.path("parameters") instanceof ArrayNode given ? given : operation.putArray("parameters");
        parameters(forms, collection).forEach(parameter -> parameters.add(parameter.openApi()));
        ObjectNode answer = (ObjectNode) operation.path("responses").path("200");
        JsonNode json = answer.path("content").path("json");
        ObjectNode content = answer.putObject("content");
        for (Representation form : forms) {
            if (form.parameter().equals("json")) {
                content.set(form.mediaType(), json);
            } else {
                boolean object =
                        form == Representation.TILEJSON || form == Representation.STYLE || form == Representation.DCAT;
                content.putObject(form.mediaType()).set("schema", Parameter.schema(object ? "object" : "string"));
            }
        }
        return made;
    }

    private List<Parameter<?>> parameters(List<Representation> forms, @Nullable ItemCollection collection) {
        List<ReferenceSystem> systems = collection == null ? List.of() : collections.referenceSystems(collection);
        if (collection != null && forms.equals(Representation.OF_ITEMS)) {
            return new ItemsParameters(collection.schema(), systems).all();
        }
        if (collection != null && forms.equals(Representation.OF_FEATURES)) {
            return new ItemsParameters(collection.schema(), systems).ofFeature();
        }
        if (collection != null && forms.equals(Representation.OF_TILES)) {
            return TilesController.parameters(new FilterParameters(collection.schema(), systems), collection.schema());
        }
        if (collection != null && forms.equals(Representation.OF_TILESET)) {
            return TilesController.ofTileset(collection.schema(), catalog);
        }
        return List.of(Representation.parameter(forms), ApiRequest.language(catalog));
    }

    /** A copy with references resolved, and with placeholders in texts replaced for a collection. */
    private JsonNode resolved(JsonNode node, @Nullable ItemCollection collection) {
        if (node.has("$ref")) {
            return resolved(template.at(node.path("$ref").asString().substring(1)), collection);
        }
        if (node.isObject()) {
            ObjectNode copy = Json.object();
            node.forEachEntry((name, value) -> copy.set(name, resolved(value, collection)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = Json.array();
            node.forEach(value -> copy.add(resolved(value, collection)));
            return copy;
        }
        if (node.isString() && collection != null) {
            String id = collection.id().replaceAll("[^a-zA-Z0-9]", "_");
            return JsonNodeFactory.instance.stringNode(node.asString()
                    .replace("{collectionId}", id)
                    .replace("{title}", collection.title().in(catalog.defaultLanguage())));
        }
        return node;
    }
}
