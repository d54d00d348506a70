package org.dateline.http.ogc;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.Schema;
import org.dateline.formats.TileWriter;
import org.dateline.geo.Tile;
import org.dateline.http.errors.NotAnsweredException;
import org.dateline.http.query.FilterParameters;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.model.Catalog;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.geotools.api.filter.Filter;

/**
 * OGC API - Tiles under {@code /ogc/}: vector tiles of each collection. A tile whose address contains the version of
 * its collection ({@code v}) can be cached for good; others are revalidated, and answered with 304 if unchanged.
 */
@Controller("/ogc")
final class TilesController {

    private static final Parameter<String> VERSION =
            Parameter.text("v", "Version of the collection; with it, the tile can be cached for good");

    private final ApiRequestReader requests;

    TilesController(ApiRequestReader requests) {
        this.requests = requests;
    }

    /** The parameters of a tile, in the order of the documentation. */
    static List<Parameter<?>> parameters(FilterParameters filters, Schema schema) {
        return Stream.concat(
                        Stream.of(Representation.parameter(Representation.OF_TILES), VERSION, properties(schema)),
                        filters.all().stream())
                .toList();
    }

    /** The parameters of a tile set. */
    static List<Parameter<?>> ofTileset(Schema schema, Catalog catalog) {
        return List.of(
                Representation.parameter(Representation.OF_TILESET), ApiRequest.language(catalog), properties(schema));
    }

    private static Parameter<List<Property>> properties(Schema schema) {
        return ItemsParameters.properties(
                schema,
                "Properties of records in tiles, with whole values; by default those that draw and name them, with texts cut "
                        + "to 120 characters. A tile that would be larger than 500 KB has those, too");
    }

    @Get(uri = "/tileMatrixSets", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> matrixSets(HttpRequest<?> request) {
        return requests.answer(
                request,
                api -> api.answer(
                        Representation.OF_DOCUMENTS, api.links().tileMatrixSets(), api.tileDocuments()::matrixSets));
    }

    @Get(uri = "/tileMatrixSets/{set}", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> matrixSet(HttpRequest<?> request, String set) {
        return requests.answer(request, api -> {
            return api.answer(Representation.OF_DOCUMENTS, api.links().tileMatrixSet(), here -> {
                require(set);
                return api.tileDocuments().matrixSet(here);
            });
        });
    }

    @Get(uri = "/collections/{collection}/tiles", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> tilesets(HttpRequest<?> request, String collection) {
        return requests.answer(
                request,
                api -> api.answer(
                        Representation.OF_DOCUMENTS,
                        api.links().tilesets(collection),
                        here -> api.tileDocuments().tilesets(api.collection(collection), here)));
    }

    @Get(uri = "/collections/{collection}/tiles/{set}", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> tileset(HttpRequest<?> request, String collection, String set) {
        return requests.answer(request, api -> {
            ItemCollection found = api.collection(collection);
            require(set);
            Parameters parameters = api.parameters(ofTileset(found.schema(), api.catalog()));
            Representation form = api.choose(parameters, Representation.OF_TILESET);
            Optional<List<Property>> selected = parameters.get(properties(found.schema()));
            String address = api.links().tileset(collection);
            TileDocuments documents = api.tileDocuments();
            return api.answer(
                    form,
                    switch (form) {
                        case TILEJSON -> documents.tileJson(found, selected);
                        case STYLE -> documents.style(found, selected);
                        default ->
                            documents.tileset(
                                    found,
                                    selected,
                                    ApiLinks.here(address, parameters, form, Representation.OF_TILESET));
                    });
        });
    }

    @Get(uri = "/collections/{collection}/tiles/{set}/{matrix}/{row}/{column}", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> tile(
            HttpRequest<?> request, String collection, String set, String matrix, String row, String column) {
        return requests.answerKept(request, api -> {
            ItemCollection found = api.collection(collection);
            FilterParameters filters = new FilterParameters(found.schema(), api.systems(found));
            Parameters parameters = api.parameters(parameters(filters, found.schema()));
            require(set);
            // Tiles have one form, whatever the client prefers.
            Representation.choose(Representation.OF_TILES, parameters, null);
            Tile tile = tile(matrix, row, column);
            Filter filter = filters.filter(parameters);
            boolean versioned =
                    parameters.get(VERSION).filter(found.version()::equals).isPresent();
            Set<String> selected = parameters
                    .get(properties(found.schema()))
                    .map(chosen -> chosen.stream().map(Property::name).collect(Collectors.toSet()))
                    .orElse(null);
            byte[] bytes = TileWriter.write(tile, found.items().tile(tile, filter), selected);
            return new Resource(TileWriter.MEDIA_TYPE, versioned ? Caching.IMMUTABLE : Caching.REVALIDATE, () -> bytes);
        });
    }

    private static void require(String set) {
        if (!set.equals(TileDocuments.WEB_MERCATOR_QUAD)) {
            throw new NotAnsweredException(
                    HttpStatus.NOT_FOUND,
                    "got the tile matrix set " + set + ", expected " + TileDocuments.WEB_MERCATOR_QUAD);
        }
    }

    /** Reads the position of a tile; numbers outside the matrix are answered with 404. */
    private static Tile tile(String matrix, String row, String column) {
        try {
            return new Tile(Integer.parseInt(matrix), Integer.parseInt(column), Integer.parseInt(row));
        } catch (NumberFormatException e) {
            throw new NotAnsweredException(
                    HttpStatus.NOT_FOUND,
                    "got the tile " + matrix + "/" + row + "/" + column
                            + ", expected whole numbers in the order matrix/row/column");
        } catch (IllegalArgumentException e) {
            throw new NotAnsweredException(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }
}
