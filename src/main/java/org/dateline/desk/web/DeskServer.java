package org.dateline.desk.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dateline.desk.Desk;
import org.dateline.desk.RefusedException;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Serves the desk on the loopback address: its page, what the page asks for, and previews of the site. */
public final class DeskServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HOST = "127.0.0.1";
    private static final String JSON_TYPE = "application/json";

    /** The largest file of a text, in bytes, and the largest request, which has it in Base64. */
    private static final int LARGEST_TEXT = 10 * 1024 * 1024;

    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

    private final Desk desk;
    private final HttpServer server;
    private final Guard guard;
    private final Previews previews;
    private final SiteHeaders siteHeaders = new SiteHeaders(null);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            4, task -> Thread.ofPlatform().name("desk").unstarted(task));

    /**
     * Starts to listen.
     *
     * @param port 0 for any free port
     * @throws IOException if the port is not free
     */
    public DeskServer(Desk desk, int port) throws IOException {
        this.desk = desk;
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port), 0);
        guard = new Guard(HOST, server.getAddress().getPort());
        previews = new Previews(desk);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address to open, with the token. */
    public String start() {
        return guard.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            try {
                guard.requireOwn(exchange);
                if (path.startsWith("/api/")) {
                    guard.requireToken(exchange);
                    send(exchange, 200, api(exchange, path.substring("/api/".length())));
                } else {
                    requireMethod(exchange, "GET");
                    file(exchange, path);
                }
            } catch (Rejection e) {
                send(exchange, e.status(), error(e.error(), e.getMessage()));
            } catch (RefusedException e) {
                ObjectNode body = error("refused", e.getMessage());
                if (e.field() != null) {
                    body.put("field", e.field());
                }
                body.set("problems", desk.problems(e.report(), e.faults()));
                send(exchange, 422, body);
            } catch (Desk.ConflictException e) {
                send(exchange, 409, e.answer());
            } catch (IOException e) {
                send(exchange, 422, error("refused", String.valueOf(e.getMessage())));
            } catch (RuntimeException | StackOverflowError e) {
                LoggerFactory.getLogger(DeskServer.class).warn("{} {}", exchange.getRequestMethod(), path, e);
                send(exchange, 500, error("internal", "got a mistake of the program, expected none; its log has it"));
            }
        }
    }

    private static ObjectNode error(String error, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error);
        body.put("message", message);
        return body;
    }

    private static void requireMethod(HttpExchange exchange, String method) throws Rejection {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new Rejection(405, "method", "got " + exchange.getRequestMethod() + ", expected " + method);
        }
    }

    private JsonNode api(HttpExchange exchange, String path)
            throws IOException, Rejection, RefusedException, Desk.ConflictException {
        String[] parts = path.split("/", -1);
        return switch (parts[0]) {
            case "ops" -> desk.change(posted(exchange));
            case "undo" -> desk.turn(posted(exchange), true);
            case "redo" -> desk.turn(posted(exchange), false);
            case "ingest" -> ingest(posted(exchange));
            case "preview" -> preview(posted(exchange));
            default -> {
                requireMethod(exchange, "GET");
                yield read(exchange, parts);
            }
        };
    }

    private JsonNode read(HttpExchange exchange, String[] parts) throws IOException, Rejection {
        switch (parts[0]) {
            case "desk" -> {
                ObjectNode overview = desk.overview();
                overview.put(
                        "version", String.valueOf(DeskServer.class.getPackage().getImplementationVersion()));
                overview.put("preview", previews.root(Previews.NONE));
                return overview;
            }
            case "catalog" -> {
                return desk.files();
            }
            case "places" -> {
                return desk.places(parameter(exchange, "q"));
            }
            case "schema" -> {
                if (parts.length == 2 && parts[1].matches("[a-z]+")) {
                    try (var schema = Desk.class.getResourceAsStream("/schema/" + parts[1] + ".json")) {
                        if (schema != null) {
                            return JSON.readTree(schema);
                        }
                    }
                }
            }
            case "reports" -> {
                if (parts.length >= 2 && desk.hasReport(parts[1])) {
                    if (parts.length == 2) {
                        return desk.report(parts[1]);
                    }
                    if (parts.length == 3 && parts[2].equals("problems")) {
                        return desk.problems(parts[1]);
                    }
                }
            }
            default -> {}
        }
        throw missing(exchange);
    }

    private static Rejection missing(HttpExchange exchange) {
        return new Rejection(
                404, "missing", "got " + exchange.getRequestURI().getPath() + ", expected an address of the desk");
    }

    private static String parameter(HttpExchange exchange, String name) {
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (part.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException _) {
                    return "";
                }
            }
        }
        return "";
    }

    private static JsonNode posted(HttpExchange exchange) throws IOException, Rejection {
        requireMethod(exchange, "POST");
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!type.equals(JSON_TYPE) && !type.startsWith(JSON_TYPE + ";")) {
            throw new Rejection(415, "type", "got the type " + type + ", expected " + JSON_TYPE);
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
        if (body.length > LARGEST_REQUEST) {
            throw new Rejection(413, "size", "got more than " + LARGEST_REQUEST + " bytes, expected at most these");
        }
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException _) {
            // Said below.
        }
        throw new Rejection(400, "bad", "got something else than a JSON object, expected one");
    }

    private JsonNode ingest(JsonNode request) throws IOException, Rejection, RefusedException {
        String name = request.path("name").asString("").replaceFirst("^.*[/\\\\]", "");
        byte[] content;
        try {
            content = Base64.getDecoder().decode(request.path("content").asString(""));
        } catch (IllegalArgumentException _) {
            throw new Rejection(400, "bad", "got a content that is not Base64, expected the file in Base64");
        }
        if (content.length > LARGEST_TEXT) {
            throw new Rejection(413, "size", "got " + content.length + " bytes, expected at most " + LARGEST_TEXT);
        }
        Path folder = Files.createTempDirectory("desk");
        Path file = folder.resolve(name.isEmpty() || name.startsWith(".") ? "text.txt" : name);
        try {
            Files.write(file, content);
            return desk.ingest(
                    file,
                    request.path("report").asString(null),
                    request.path("language").asString(null));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private JsonNode preview(JsonNode request) throws IOException, RefusedException, Rejection {
        String report = request.path("report").asString("");
        if (!desk.hasReport(report)) {
            throw new Rejection(404, "missing", "got the report \"" + report + "\", expected one of the catalog");
        }
        String page = "reports/" + report + "/";
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        if (previews.site(report).find(page).isEmpty()) {
            throw new RefusedException(
                    "got a report that cannot be shown yet, expected one without faults in its own fields");
        }
        out.put("url", previews.root(report) + page);
        out.set("problems", desk.problems(report).path("problems"));
        return out;
    }

    private void file(HttpExchange exchange, String path) throws IOException, Rejection, RefusedException {
        if (path.equals("/")) {
            Headers headers = headers(exchange, "text/html; charset=utf-8");
            headers.set("Content-Security-Policy", DeskPage.POLICY);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            write(exchange, 200, DeskPage.html());
            return;
        }
        Optional<byte[]> file = DeskPage.file(path.substring(1));
        if (file.isPresent()) {
            headers(exchange, MediaTypes.of(path));
            write(exchange, 200, file.get());
            return;
        }
        Optional<Resource> preview = previews.find(URLDecoder.decode(path, StandardCharsets.UTF_8));
        if (preview.isPresent()) {
            Resource.Body body = preview.get().identity();
            Headers headers = headers(exchange, preview.get().mediaType());
            for (Map.Entry<String, String> header : siteHeaders
                    .of(preview.get(), Encoding.IDENTITY, body.etag())
                    .entrySet()) {
                headers.set(header.getKey(), header.getValue());
            }
            // Other pages may read a site, but not a draft.
            headers.remove("Access-Control-Allow-Origin");
            headers.set("Cache-Control", "no-store");
            write(exchange, 200, body.bytes());
            return;
        }
        throw missing(exchange);
    }

    private static Headers headers(HttpExchange exchange, String type) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        headers(exchange, JSON_TYPE);
        write(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
