package org.dateline.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.StringWriter;
import org.dateline.catalog.Fault;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code /health}: which catalog is served and whether a later state of its folder was refused, with its faults. The
 * status stays 200 then: the server does answer, from the last good catalog.
 */
@Controller
final class HealthController {

    private static final JsonFactory JSON = new JsonFactory();

    private final LiveSite live;

    HealthController(LiveSite live) {
        this.live = live;
    }

    @Get(uri = "/health", produces = MediaType.ALL)
    HttpResponse<String> health() {
        LiveSite.State state = live.state();
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("status", "UP");
            json.writeObjectPropertyStart("catalog");
            json.writeStringProperty("hash", state.site().site().catalog().hash());
            json.writeStringProperty("loaded", state.loaded().toString());
            json.writeEndObject();
            json.writeObjectPropertyStart("reload");
            json.writeStringProperty("status", state.failed() == null ? "OK" : "REFUSED");
            if (state.failed() != null) {
                json.writeStringProperty("at", state.failed().toString());
            }
            json.writeArrayPropertyStart("faults");
            state.faults().forEach(fault -> write(json, fault));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        return HttpResponse.ok(out.toString())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    private static void write(JsonGenerator json, Fault fault) {
        json.writeStartObject();
        json.writeStringProperty("file", fault.file());
        json.writeNumberProperty("line", fault.line());
        json.writeStringProperty("field", fault.field());
        json.writeStringProperty("got", fault.got());
        json.writeStringProperty("expected", fault.expected());
        json.writeEndObject();
    }
}
