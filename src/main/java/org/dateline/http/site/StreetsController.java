package org.dateline.http.site;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dateline.geo.Tile;
import org.dateline.http.errors.NoPageException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.WorkRunner;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.StreetTile;
import org.dateline.streets.StreetArchive;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;

/**
 * Tiles of streets, {@code /streets/{archive}/{z}/{x}/{y}.mvt}: read from the archive at their first request, then answered in the
 * connection's pipeline. Where the archive has none, the answer is 204.
 */
@Controller("/" + StreetTile.FOLDER)
final class StreetsController {

    private final Stories stories;
    private final WorkRunner runner;

    StreetsController(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    @Get(uri = "{hash}/{zoom}/{column}/{row}.mvt", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> get(HttpRequest<?> request, String hash, String zoom, String column, String row) {
        LiveSite.State state = stories.of(request).state();
        StreetArchive archive = state.site().site().catalog().streets();
        String path = request.getUri().getPath();
        if (archive == null || !StreetTile.isOf(archive, hash)) {
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
                                () -> stored(archive, tile)
                                        .map(StreetTile::new)
                                        .map(made -> state.answers().keep(path, made)))
                        .thenCompose(made -> made.isPresent()
                                ? runner.answer(request, made.get(), HttpStatus.OK)
                                : CompletableFuture.completedFuture(nothing()));
    }

    /** A tile that can be read and inflated; empty for none. */
    private Optional<byte[]> stored(StreetArchive archive, Tile tile) {
        try {
            Optional<byte[]> stored = archive.stored(tile);
            if (stored.isPresent()) {
                StreetArchive.plain(stored.get());
            }
            return stored;
        } catch (IOException e) {
            archive.warn(e);
            return Optional.empty();
        }
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
