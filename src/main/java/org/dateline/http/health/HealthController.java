package org.dateline.http.health;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dateline.catalog.Fault;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.ServerStatus;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.Connections;
import org.dateline.work.Admission;
import org.dateline.work.SharedCache;
import org.dateline.work.WorkKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code /health}: {@code UP}, or {@code DEGRADED} while the folder cannot be watched, its present state is refused or the
 * database does not answer; the catalog that is served, the faults of a later state of its folder that was refused, and the
 * state of the database. The status is 200 even with faults or without the database, because the server still answers
 * from the last good catalog. Of many stories, it counts those and names those with faults; {@code /{story}/health} tells of one. {@code /health/alive} is for supervisors that restart servers: it answers as long as the
 * program works. {@code /health/ready} is for load balancers: it returns 503 once the server is about to stop.
 */
@Controller
final class HealthController {

    private static final JsonFactory JSON = new JsonFactory();

    private final Stories stories;
    private final ServerStatus status;

    private final Admission admission;
    private final Connections connections;

    HealthController(Stories stories, ServerStatus status, Admission admission, Connections connections) {
        this.stories = stories;
        this.status = status;
        this.admission = admission;
        this.connections = connections;
    }

    @Get(uri = "/health/alive", produces = MediaType.ALL)
    HttpResponse<String> alive() {
        return answer(HttpStatus.OK, "{\"status\":\"UP\"}");
    }

    @Get(uri = "/health/ready", produces = MediaType.ALL)
    HttpResponse<String> ready() {
        return status.ready()
                ? answer(HttpStatus.OK, "{\"status\":\"UP\"}")
                : answer(HttpStatus.SERVICE_UNAVAILABLE, "{\"status\":\"STOPPING\"}");
    }

    @Get(uri = "/health", produces = MediaType.ALL)
    HttpResponse<String> health(HttpRequest<?> request) {
        boolean whole = stories.areMany() && Stories.folder(request).isEmpty();
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            Instant unwatched = stories.watchFailingSince();
            Map<String, List<Fault>> faults = whole ? stories.faults() : Map.of();
            boolean refused =
                    whole ? !faults.isEmpty() : stories.of(request).state().failed() != null;
            boolean degraded = unwatched != null || refused || status.databaseFailingSince() != null;
            json.writeStringProperty("status", degraded ? "DEGRADED" : "UP");
            if (unwatched != null) {
                json.writeStringProperty("folderUnwatchedSince", unwatched.toString());
            }
            if (whole) {
                stories(json, faults);
            } else {
                catalog(json, stories.of(request).state());
            }
            database(json);
            work(json);
            json.writeEndObject();
        }
        return answer(HttpStatus.OK, out.toString());
    }

    private void stories(JsonGenerator json, Map<String, List<Fault>> faults) {
        json.writeObjectPropertyStart("stories");
        json.writeNumberProperty("count", stories.count());
        json.writeNumberProperty("inMemory", Math.max(0, stories.open().size() - 1));
        json.writeArrayPropertyStart("refused");
        faults.forEach((story, all) -> {
            json.writeStartObject();
            json.writeStringProperty("story", story);
            json.writeArrayPropertyStart("faults");
            all.forEach(fault -> write(json, fault));
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void catalog(JsonGenerator json, LiveSite.State state) {
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
    }

    private void database(JsonGenerator json) {
        if (!status.hasDatabase()) {
            return;
        }
        Instant since = status.databaseFailingSince();
        json.writeObjectPropertyStart("database");
        json.writeStringProperty("status", since == null ? "UP" : "DOWN");
        if (since != null) {
            json.writeStringProperty("since", since.toString());
        }
        json.writeArrayPropertyStart("collections");
        stories.stored().forEach((id, version) -> {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            json.writeStringProperty("version", version);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What goes on now, and within which limits. */
    private void work(JsonGenerator json) {
        json.writeObjectPropertyStart("work");
        for (WorkKind kind : WorkKind.values()) {
            Admission.Load load = admission.load(kind);
            json.writeObjectPropertyStart(kind.label());
            json.writeNumberProperty("running", load.running());
            json.writeNumberProperty("waiting", load.waiting());
            json.writeNumberProperty("done", load.done());
            json.writeNumberProperty("refused", load.refused());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("cache");
        json.writeNumberProperty("bytes", SharedCache.ofHeap().bytes());
        json.writeNumberProperty("limit", SharedCache.ofHeap().limit());
        json.writeNumberProperty("evicted", SharedCache.ofHeap().evicted());
        json.writeEndObject();
        json.writeObjectPropertyStart("connections");
        json.writeNumberProperty("open", connections.count());
        json.writeNumberProperty("limit", connections.most());
        json.writeEndObject();
    }

    private static HttpResponse<String> answer(HttpStatus status, String body) {
        return HttpResponse.<String>status(status)
                .body(body)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /**
     * Writes only the place of a fault, within the folder, because anyone can request this and the rest would reveal
     * content of the file or where the folder lies. The log and "check" show everything.
     */
    private static void write(JsonGenerator json, Fault fault) {
        json.writeStartObject();
        json.writeStringProperty("file", Path.of(fault.file()).isAbsolute() ? "" : fault.file());
        json.writeNumberProperty("line", fault.line());
        json.writeEndObject();
    }
}
