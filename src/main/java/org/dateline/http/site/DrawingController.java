package org.dateline.http.site;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.WorkRunner;
import org.dateline.site.resource.ResizableImage;
import org.dateline.site.resource.Resource;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;

/** Images in another size, below the paths of embeds and layers. */
@Controller
final class DrawingController {

    private static final Parameter<Integer> WIDTH =
            Parameter.wholeNumber("width", "Width of a PNG image in pixels", 100, 2400);

    private static final Parameter<Integer> SCALE =
            Parameter.wholeNumber("scale", "Pixels of a PNG image per CSS pixel, in place of `width`", 1, 2);

    /** All parameters, in the order of the documentation; others are ignored. */
    static final List<Parameter<?>> PARAMETERS = List.of(WIDTH, SCALE);

    private final Stories stories;
    private final SiteController site;
    private final WorkRunner runner;

    /** An image at a width in pixels. */
    private record Sized(String path, int width) {}

    DrawingController(Stories stories, SiteController site, WorkRunner runner) {
        this.stories = stories;
        this.site = site;
        this.runner = runner;
    }

    @Get(
            uris = {"/embed/{+path}", "/{language}/embed/{+path}", "/layers/{+path}"},
            produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> get(HttpRequest<?> request) {
        LiveSite.State state = stories.of(request).state();
        String path = request.getUri().getPath();
        Resource resource = state.site().site().find(path.substring(1)).orElse(null);
        if (!(resource instanceof ResizableImage image)) {
            return site.get(request, null);
        }
        Parameters parameters = Parameters.parse(request.getUri().getRawQuery());
        if (!parameters.has(WIDTH) && !parameters.has(SCALE)) {
            return site.get(request, null);
        }
        if (parameters.has(WIDTH) && parameters.has(SCALE)) {
            throw new BadParameterException(
                    SCALE.name(), "scale together with width", "either width or scale, not both");
        }
        int pixels = parameters
                .get(WIDTH)
                .orElseGet(() -> image.width() * parameters.get(SCALE).orElse(1));
        if (pixels == image.width()) {
            return site.get(request, null);
        }
        Sized sized = new Sized(path, pixels);
        PreparedResource known = state.answers().find(sized);
        return known != null
                ? runner.answer(request, known, HttpStatus.OK)
                : runner.once(request, state.answers().key(sized), WorkKind.DRAWING, Cost.HEAVY, () -> {
                            byte[] drawn = image.content(pixels);
                            return state.answers().keep(sized, new Resource(image.mediaType(), () -> drawn));
                        })
                        .thenCompose(made -> runner.answer(request, made, HttpStatus.OK));
    }
}
