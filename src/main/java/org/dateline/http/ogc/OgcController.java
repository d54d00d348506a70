package org.dateline.http.ogc;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.dateline.features.ItemCollection;
import org.dateline.http.query.Parameters;
import org.dateline.http.query.QueryCost;
import tools.jackson.databind.node.ObjectNode;

/** OGC API - Features below {@code /ogc/}. */
@Controller("/ogc")
final class OgcController {

    private final ApiRequestReader requests;

    OgcController(ApiRequestReader requests) {
        this.requests = requests;
    }

    @Get(produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> landing(HttpRequest<?> request) {
        return requests.answer(request, api -> {
            List<Representation> offered = Representation.OF_LANDING;
            Parameters parameters =
                    api.parameters(List.of(Representation.parameter(offered), ApiRequest.language(api.catalog())));
            Representation form = api.choose(parameters, offered);
            return api.answer(
                    form,
                    form == Representation.DCAT
                            ? new DcatDocument(api.catalog(), api.links())
                                    .make(api.collections().all())
                            : api.documents().landing(ApiLinks.here(api.links().landing(), parameters, form, offered)));
        });
    }

    @Get(uri = "/conformance", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> conformance(HttpRequest<?> request) {
        return requests.answer(
                request,
                api -> api.answer(
                        Representation.OF_DOCUMENTS, api.links().conformance(), api.documents()::conformance));
    }

    @Get(uri = "/api", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> api(HttpRequest<?> request) {
        return requests.answer(
                request,
                api -> api.answer(
                        Representation.OF_API,
                        api.links().api(),
                        _ -> new ApiDocument(api.catalog(), api.collections(), api.links()).make()));
    }

    @Get(uri = "/collections", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> collections(HttpRequest<?> request) {
        return requests.answer(
                request,
                api -> api.answer(
                        Representation.OF_DOCUMENTS,
                        api.links().collections(),
                        here -> api.documents().collections(api.collections().all(), here)));
    }

    @Get(uri = "/collections/{collection}", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> collection(HttpRequest<?> request, String collection) {
        return requests.answer(
                request,
                api -> api.answer(
                        Representation.OF_DOCUMENTS,
                        api.links().collection(collection),
                        here -> api.documents().collection(api.collection(collection), here)));
    }

    @Get(uri = "/collections/{collection}/schema", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> schema(HttpRequest<?> request, String collection) {
        return schema(request, collection, "/schema", SchemaDocument::all);
    }

    @Get(uri = "/collections/{collection}/queryables", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> queryables(HttpRequest<?> request, String collection) {
        return schema(request, collection, "/queryables", SchemaDocument::queryables);
    }

    @Get(uri = "/collections/{collection}/sortables", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> sortables(HttpRequest<?> request, String collection) {
        return schema(request, collection, "/sortables", SchemaDocument::sortables);
    }

    /** Makes the schema of a collection at an address, with titles in a language. */
    private interface SchemaMaker {
        ObjectNode make(ItemCollection collection, String address, String language);
    }

    private CompletionStage<HttpResponse<?>> schema(
            HttpRequest<?> request, String collection, String part, SchemaMaker maker) {
        return requests.answer(request, api -> {
            String address = api.links().collection(collection) + part;
            return api.answer(
                    Representation.OF_SCHEMAS,
                    address,
                    _ -> maker.make(api.collection(collection), address, api.language()));
        });
    }

    @Get(uri = "/collections/{collection}/items", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> items(HttpRequest<?> request, String collection) {
        return requests.answer(request, QueryCost.ofFeatures(request), api -> {
            ItemCollection found = api.collection(collection);
            ItemsParameters known = new ItemsParameters(found.schema(), api.systems(found));
            Parameters parameters = api.parameters(known.all());
            Representation form = api.choose(parameters, Representation.OF_ITEMS);
            ItemsRequest wanted = known.read(parameters);
            form.requireSystem(wanted.system());
            return api.answer(form, FeaturePages.items(found, wanted, known, parameters, form, api.links()));
        });
    }

    @Get(uri = "/collections/{collection}/items/{feature}", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> item(HttpRequest<?> request, String collection, String feature) {
        return requests.answer(request, api -> {
            ItemCollection found = api.collection(collection);
            ItemsParameters known = new ItemsParameters(found.schema(), api.systems(found));
            Parameters parameters = api.parameters(known.ofFeature());
            Representation form = api.choose(parameters, Representation.OF_FEATURES);
            return api.answerOne(form, FeaturePages.item(found, feature, known, parameters, form, api.links()));
        });
    }

    /** Answers with the style sheet of the API's pages. */
    @Get(uri = "/style.css", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> style(HttpRequest<?> request) {
        return requests.answer(request, api -> {
            return api.respond(
                    "text/css; charset=utf-8", PageStyle.of(api.state().site().site()));
        });
    }
}
