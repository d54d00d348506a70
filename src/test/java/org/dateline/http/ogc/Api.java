package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dateline.http.RunningServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server and a client of its API that holds every JSON answer against the server's own OpenAPI document. */
final class Api implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final RunningServer server;
    private final JsonNode document;
    private final Map<String, Schema> schemas = new HashMap<>();

    Api(Path catalog) throws Exception {
        server = new RunningServer(catalog);
        document = MAPPER.readTree(server.get("/ogc/api").body());
    }

    String root() {
        return "http://127.0.0.1:" + server.port() + "/ogc";
    }

    int port() {
        return server.port();
    }

    JsonNode document() {
        return document;
    }

    /** @param path below /ogc */
    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
        HttpResponse<byte[]> response = server.send(method, "/ogc" + path, headers);
        if (method.equals("GET")) {
            validate(path.replaceAll("[?].*", ""), response);
        }
        return response;
    }

    /** @param path of the whole site */
    HttpResponse<byte[]> site(String path) throws Exception {
        return server.get(path);
    }

    /** The document at a path, or at an address that starts with the root. */
    JsonNode json(String path, String... headers) throws Exception {
        HttpResponse<byte[]> response = get(path.startsWith(root()) ? path.substring(root().length()) : path, headers);
        assertThat(response.statusCode())
                .as("%s: %s", path, new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return MAPPER.readTree(response.body());
    }

    /** Items of a collection; parameters are names and values by turns, not encoded yet. */
    JsonNode items(String collection, String... parameters) throws Exception {
        return json("/collections/" + collection + "/items" + query(parameters));
    }

    /** The ids alone, without a look at the rest of the answer: for tests that ask very often. */
    List<String> foundIds(String collection, String... parameters) throws Exception {
        HttpResponse<byte[]> response = server.get("/ogc/collections/" + collection + "/items" + query(parameters));
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return ids(MAPPER.readTree(response.body()));
    }

    static String query(String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("features").forEach(feature -> ids.add(feature.path("id").asString()));
        return ids;
    }

    static @Nullable JsonNode link(JsonNode document, String rel) {
        return StreamSupport.stream(document.path("links").spliterator(), false)
                .filter(link -> link.path("rel").asString().equals(rel))
                .findFirst()
                .orElse(null);
    }

    /** As the OpenAPI document defines it; null where it does not. */
    @Nullable
    JsonNode parameter(String path, String name) {
        return StreamSupport.stream(
                        document.path("paths")
                                .path(path)
                                .path("get")
                                .path("parameters")
                                .spliterator(),
                        false)
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElse(null);
    }

    List<String> collections() throws Exception {
        List<String> ids = new ArrayList<>();
        json("/collections")
                .path("collections")
                .forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }

    private void validate(String path, HttpResponse<byte[]> response) throws Exception {
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll("; charset.*", "");
        JsonNode operation = operation(path);
        if (operation == null) {
            return;
        }
        JsonNode declared = operation.path("responses").path(Integer.toString(response.statusCode()));
        assertThat(declared.isMissingNode())
                .as("status %s of %s is declared", response.statusCode(), path)
                .isFalse();
        if (!declared.has("content")) {
            assertThat(response.body()).isEmpty();
            return;
        }
        JsonNode content = declared.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("type %s of %s is declared", type, path)
                .isFalse();
        if (type.contains("json") && !type.endsWith("json-seq")) {
            Schema schema = schemas.computeIfAbsent(
                    content.toString(),
                    _ -> SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(content.path("schema")));
            assertThat(schema.validate(MAPPER.readTree(response.body())))
                    .as("%s: %s", path, new String(response.body(), StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    private @Nullable JsonNode operation(String path) {
        for (var entry : document.path("paths").properties()) {
            String pattern = entry.getKey().replaceAll("\\{[a-zA-Z]+}", "[^/]+");
            if ((path.isEmpty() ? "/" : path).matches(pattern)) {
                return entry.getValue().path("get");
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.close();
    }
}
