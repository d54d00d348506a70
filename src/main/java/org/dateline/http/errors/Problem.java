package org.dateline.http.errors;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes error responses as {@code application/problem+json} (RFC 9457). */
public final class Problem {

    private static final JsonFactory JSON = new JsonFactory();

    private Problem() {}

    /** @param detail what was got and what was expected */
    public static MutableHttpResponse<byte[]> response(HttpStatus status, String detail) {
        return write(HttpResponse.status(status), status.getReason(), detail);
    }

    /** @param more members in addition to those of RFC 9457 */
    public static MutableHttpResponse<byte[]> response(HttpStatus status, String detail, Map<String, String> more) {
        return write(HttpResponse.status(status), status.getReason(), detail, more);
    }

    /** Sets the body of an error response. */
    static MutableHttpResponse<byte[]> write(MutableHttpResponse<?> response, String title, String detail) {
        return write(response, title, detail, Map.of());
    }

    private static MutableHttpResponse<byte[]> write(
            MutableHttpResponse<?> response, String title, String detail, Map<String, String> more) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "about:blank");
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", response.code());
            json.writeStringProperty("detail", detail);
            more.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        return response.body(out.toString().getBytes(StandardCharsets.UTF_8))
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff");
    }
}
