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
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.WorkRunner;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.StreetTiles;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;

/**
 * Tiles of streets, {@code /streets/{archive}/{z}/{x}/{y}.mvt}: made from the archive's at their first request, then answered in
 * the connection's pipeline. Where the archive has none, the answer is 204.
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
        LiveSite.State state = stories.of(request).state();
        StreetTiles streets = state.site().site().streets();
        String path = request.getUri().getPath();
        if (streets == null || !streets.isAt(address)) {
            throw new NoPageException("got " + path + ", expected a tile of the archive in use");
        }
        Tile tile = tile(path, zoom, column, row);
        PreparedResource known = state.answers().find(path);
        return known != null
                ? runner.answer(request, known, HttpStatus.OK)
                : runner.once(
                                request,
                                state.answers().key(path),
                                WorkKind.ENCODING,
                                Cost.LIGHT,
                                () -> streets.drawn(tile, streets.lastZoom())
                                        .map(StreetsController::resource)
                                        .map(made -> state.answers().keep(path, made)))
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

    private static Tile tile(String path, String zoom, String column, String row) {
        try {
            return new Tile(Integer.parseInt(zoom), Integer.parseInt(column), Integer.parseInt(row));
        } catch (IllegalArgumentException e) {
            throw new NoPageException("got " + path + ", expected /streets/{archive}/{z}/{x}/{y}.mvt");
        }
    }
}
