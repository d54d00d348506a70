package org.dateline.http.site;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.PreparedSite;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.http.wire.Responses;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.ResizableImage;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.SlowResource;

/**
 * Answers requests for resources that take a while to make: images, embeds and files of large layers that have not been
 * requested before, and images in other sizes. {@link org.dateline.http.wire.SiteHandler} passes them on, because they
 * must not block the event loop.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DrawingController {

    private static final Parameter<Integer> WIDTH =
            Parameter.wholeNumber("width", "Width of a PNG image in pixels", 100, 2400);

    private static final Parameter<Integer> SCALE =
            Parameter.wholeNumber("scale", "Pixels of a PNG image per CSS pixel, in place of `width`", 1, 2);

    /** All parameters, in the order of the documentation; others are ignored. */
    static final List<Parameter<?>> PARAMETERS = List.of(WIDTH, SCALE);

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
        Parameters parameters = Parameters.parse(request.getUri().getRawQuery());
        if (!(resource instanceof ResizableImage image) || !parameters.has(WIDTH) && !parameters.has(SCALE)) {
            return site.get(request, null);
        }
        if (parameters.has(WIDTH) && parameters.has(SCALE)) {
            throw new BadParameterException(
                    SCALE.name(), "scale together with width", "either width or scale, not both");
        }
        int pixels = parameters
                .get(WIDTH)
                .orElseGet(() -> image.width() * parameters.get(SCALE).orElse(1));
        Resource.Body body = image.sized(pixels);
        Map<String, String> headers = prepared.headers().of(resource, Encoding.IDENTITY, body);
        return Responses.of(request, body, headers, HttpStatus.OK);
    }
}
