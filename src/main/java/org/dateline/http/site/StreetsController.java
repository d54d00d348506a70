package org.dateline.http.site;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dateline.geo.Tile;
import org.dateline.http.errors.NoPageException;
import org.dateline.http.live.AnswerCache;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.WorkRunner;
import org.dateline.site.resource.FirstView;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.StreetTiles;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * Tiles of streets, {@code /streets/{archive}/{z}/{x}/{y}.mvt}, and those that a page shows first,
 * {@code /streets/{archive}/{first}/{z}/{x}/{y}.mvt} ({@link FirstView}): made from the archive's at their first request, then
 * answered in the connection's pipeline. Where the archive has none, the answer is 204.
 */
@Controller("/" + StreetTiles.FOLDER)
final class StreetsController {

    private final Stories stories;
    private final WorkRunner runner;

    StreetsController(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    @Get(uri = "{address}/{zoom}/{column}/{row}.mvt", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> get(
            HttpRequest<?> request, String address, String zoom, String column, String row) {
        return answer(request, address, null, tile(request, zoom, column, row));
    }

    @Get(uri = "{address}/{first}/{zoom}/{column}/{row}.mvt", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> first(
            HttpRequest<?> request, String address, String first, String zoom, String column, String row) {
        Tile tile = tile(request, zoom, column, row);
        FirstView view = FirstView.parse(first, tile).orElseThrow(() -> none(request));
        return answer(request, address, view, tile);
    }

    private CompletionStage<HttpResponse<?>> answer(
            HttpRequest<?> request, String address, @Nullable FirstView first, Tile tile) {
        LiveSite.State state = stories.of(request).state();
        StreetTiles streets = state.site().site().streets();
        String path = request.getUri().getPath();
        if (streets == null || !streets.isAt(address)) {
            throw new NoPageException("got " + path + ", expected a tile of the archive in use");
        }
        AnswerCache answers = state.answers();
        PreparedResource known = answers.find(path);
        if (known != null) {
            return runner.answer(request, known, HttpStatus.OK);
        }
        if (first == null) {
            return answer(request, answers, streets, tile, 0);
        }
        Integer step = answers.findOther(first);
        return step != null
                ? answer(request, answers, streets, tile, step)
                : runner.once(
                                request,
                                answers.key(first),
                                WorkKind.ENCODING,
                                Cost.HEAVY,
                                () -> kept(streets.first(first), first, streets, answers, path))
                        .thenCompose(found -> answer(request, answers, streets, tile, found));
    }

    /** Keeps the tiles of a view, which are asked for one by one; returns the step in which they are written. */
    private static int kept(
            StreetTiles.First made, FirstView first, StreetTiles streets, AnswerCache answers, String path) {
        String root = path.substring(0, path.indexOf(StreetTiles.FOLDER));
        made.tiles().forEach((tile, drawn) -> answers.keep(root + streets.path(tile, first), resource(drawn)));
        answers.keepOther(first, 0, made.step());
        return made.step();
    }

    private CompletionStage<HttpResponse<?>> answer(
            HttpRequest<?> request, AnswerCache answers, StreetTiles streets, Tile tile, int step) {
        String path = request.getUri().getPath();
        PreparedResource known = answers.find(path);
        return known != null
                ? runner.answer(request, known, HttpStatus.OK)
                : runner.once(
                                request,
                                answers.key(path),
                                WorkKind.ENCODING,
                                Cost.LIGHT,
                                () -> streets.drawn(tile, streets.lastZoom(), step)
                                        .map(StreetsController::resource)
                                        .map(made -> answers.keep(path, made)))
                        .thenCompose(made -> made.isPresent()
                                ? runner.answer(request, made.get(), HttpStatus.OK)
                                : CompletableFuture.completedFuture(nothing()));
    }

    private static Resource resource(byte[] drawn) {
        return new Resource(StreetTiles.MEDIA_TYPE, Resource.Caching.IMMUTABLE, () -> drawn);
    }

    private static HttpResponse<?> nothing() {
        return HttpResponse.noContent()
                .header(HttpHeaders.CACHE_CONTROL, Resource.Caching.IMMUTABLE.header())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    private static Tile tile(HttpRequest<?> request, String zoom, String column, String row) {
        try {
            return new Tile(Integer.parseInt(zoom), Integer.parseInt(column), Integer.parseInt(row));
        } catch (IllegalArgumentException e) {
            throw none(request);
        }
    }

    private static NoPageException none(HttpRequest<?> request) {
        return new NoPageException("got " + request.getUri().getPath()
                + ", expected /streets/{archive}/{z}/{x}/{y}.mvt, or /streets/{archive}/{first}/{z}/{x}/{y}.mvt with"
                + " {first} as 4x3-2-0");
    }
}
