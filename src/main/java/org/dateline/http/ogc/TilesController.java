package org.dateline.http.ogc;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dateline.features.ItemCollection;
import org.dateline.formats.Link;
import org.dateline.formats.TileWriter;
import org.dateline.geo.Tile;
import org.dateline.http.errors.NotAnsweredException;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameters;
import org.dateline.site.resource.Resource.Caching;
import org.geotools.api.filter.Filter;

/**
 * OGC API - Tiles below {@code /ogc/}: vector tiles of each collection. A tile whose address names the version of its
 * collection ({@code v}) may be kept for ever; any other is asked for again, and answered by 304 where nothing changed.
 */
@Controller("/ogc")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TilesController {

    private static final Set<String> FORM_ONLY = Set.of("f");
    private static final String VERSION = "v";
    private static final Set<String> PARAMETERS = parameters();

    private final Requests requests;

    TilesController(Requests requests) {
        this.requests = requests;
    }

    private static Set<String> parameters() {
        Set<String> all = new HashSet<>(FilterParameters.NAMES);
        all.add("f");
        all.add(VERSION);
        return Set.copyOf(all);
    }

    @Get(uri = "/tileMatrixSets", produces = MediaType.ALL)
    HttpResponse<?> matrixSets(HttpRequest<?> request) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        List<Link> here = asked.here(asked.links().tileMatrixSets(), parameters, form);
        return asked.answer(form, asked.tileDocuments().matrixSets(here));
    }

    @Get(uri = "/tileMatrixSets/{set}", produces = MediaType.ALL)
    HttpResponse<?> matrixSet(HttpRequest<?> request, String set) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        require(set);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        List<Link> here = asked.here(asked.links().tileMatrixSet(), parameters, form);
        return asked.answer(form, asked.tileDocuments().matrixSet(here));
    }

    @Get(uri = "/collections/{collection}/tiles", produces = MediaType.ALL)
    HttpResponse<?> tilesets(HttpRequest<?> request, String collection) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        ItemCollection found = asked.collection(collection);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        List<Link> here = asked.here(asked.links().tilesets(collection), parameters, form);
        return asked.answer(form, asked.tileDocuments().tilesets(found, here));
    }

    @Get(uri = "/collections/{collection}/tiles/{set}", produces = MediaType.ALL)
    HttpResponse<?> tileset(HttpRequest<?> request, String collection, String set) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        ItemCollection found = asked.collection(collection);
        require(set);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        List<Link> here = asked.here(asked.links().tileset(collection), parameters, form);
        return asked.answer(form, asked.tileDocuments().tileset(found, here));
    }

    @Get(uri = "/collections/{collection}/tiles/{set}/{matrix}/{row}/{column}", produces = MediaType.ALL)
    HttpResponse<?> tile(
            HttpRequest<?> request, String collection, String set, String matrix, String row, String column) {
        Asked asked = requests.asked(request);
        ItemCollection found = asked.collection(collection);
        Parameters parameters = asked.parameters(PARAMETERS);
        require(set);
        // Tiles have one form; what a client would rather have does not count.
        Representation.choose(Representation.OF_TILES, parameters.get("f"), null);
        Tile tile = tile(matrix, row, column);
        Filter filter = FilterParameters.parse(parameters, found.schema(), asked.systems());
        boolean versioned =
                parameters.get(VERSION).filter(found.version()::equals).isPresent();
        return asked.state()
                .tiles()
                .answer(
                        request,
                        TileWriter.MEDIA_TYPE,
                        versioned ? Caching.IMMUTABLE : Caching.REVALIDATE,
                        () -> TileWriter.write(tile, found.items().tile(tile, filter)));
    }

    private static void require(String set) {
        if (!set.equals(TileDocuments.WEB_MERCATOR_QUAD)) {
            throw new NotAnsweredException(
                    HttpStatus.NOT_FOUND,
                    "got the tile matrix set " + set + ", expected " + TileDocuments.WEB_MERCATOR_QUAD);
        }
    }

    /** Outside of the matrix there is no tile, whatever the numbers. */
    private static Tile tile(String matrix, String row, String column) {
        try {
            return new Tile(Integer.parseInt(matrix), Integer.parseInt(column), Integer.parseInt(row));
        } catch (NumberFormatException e) {
            throw new NotAnsweredException(
                    HttpStatus.NOT_FOUND,
                    "got the tile " + matrix + "/" + row + "/" + column
                            + ", expected whole numbers: matrix, row, column");
        } catch (IllegalArgumentException e) {
            throw new NotAnsweredException(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }
}
