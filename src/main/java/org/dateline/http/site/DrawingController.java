package org.dateline.http.site;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.http.errors.Problem;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.PreparedSite;
import org.dateline.http.wire.Responses;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.ResizableImage;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;
import org.jspecify.annotations.Nullable;

/**
 * What takes a while to make, where {@link org.dateline.http.wire.SiteHandler} leaves it to others: views as images and as embeds, and files of
 * large layers, that nobody has asked for yet, which are made on a thread that may take its time, and images of another size ({@code ?width=} in pixels,
 * {@code ?scale=1} or {@code 2}).
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DrawingController {

    private static final int LEAST_WIDTH = 100;
    private static final int MOST_WIDTH = 2400;
    private static final int MOST_SCALE = 2;

    private final LiveSite live;
    private final SiteController site;

    DrawingController(LiveSite live, SiteController site) {
        this.live = live;
        this.site = site;
    }

    @Get(
            uris = {"/embed/{+path}", "/{language}/embed/{+path}", "/layers/{+path}"},
            produces = MediaType.ALL)
    HttpResponse<?> get(HttpRequest<?> request) {
        PreparedSite prepared = live.site();
        String path = request.getUri().getPath();
        Resource resource = prepared.site().find(path.substring(1)).orElse(null);
        if (!(resource instanceof SlowResource)) {
            return site.get(request, null);
        }
        String width = last(request, "width");
        String scale = last(request, "scale");
        if (!(resource instanceof ResizableImage image) || width == null && scale == null) {
            return site.get(request, null);
        }
        if (width != null && scale != null) {
            return bad("scale", scale, "either width or scale, not both");
        }
        Integer pixels = width != null ? number(width, LEAST_WIDTH, MOST_WIDTH) : number(scale, 1, MOST_SCALE);
        if (pixels == null) {
            return width != null
                    ? bad("width", width, "a whole number of pixels from " + LEAST_WIDTH + " to " + MOST_WIDTH)
                    : bad("scale", scale, "1 or 2");
        }
        Resource.Body body = image.sized(width != null ? pixels : pixels * image.width());
        Map<String, String> headers = prepared.headers().of(resource, Encoding.IDENTITY, body);
        return Responses.of(request, body, headers, HttpStatus.OK);
    }

    private static @Nullable String last(HttpRequest<?> request, String name) {
        List<String> values = request.getParameters().getAll(name);
        return values.isEmpty() ? null : values.getLast();
    }

    /** Null for what is no such number. */
    private static @Nullable Integer number(@Nullable String text, int least, int most) {
        if (text == null || !text.matches("[0-9]{1,6}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? null : number;
    }

    private static HttpResponse<?> bad(String parameter, @Nullable String got, String expected) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("parameter", parameter);
        members.put("got", String.valueOf(got));
        members.put("expected", expected);
        return Problem.response(
                HttpStatus.BAD_REQUEST, "parameter " + parameter + ": got " + got + ", expected " + expected, members);
    }
}
