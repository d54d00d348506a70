package org.dateline.http.ogc;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.dateline.features.ItemCollection;
import org.dateline.formats.Link;
import org.dateline.http.query.Parameters;

/**
 * OGC API - Features below {@code /ogc/}. Each answer is made in five steps: read the request, look up, shape, encode,
 * answer. Off the event loop: a query may take its time.
 */
@Controller("/ogc")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OgcController {

    private static final Set<String> FORM_ONLY = Set.of("f");

    private final Requests requests;

    OgcController(Requests requests) {
        this.requests = requests;
    }

    @Get(produces = MediaType.ALL)
    HttpResponse<?> landing(HttpRequest<?> request) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        return asked.answer(
                form, asked.documents().landing(asked.here(asked.links().landing(), parameters, form)));
    }

    @Get(uri = "/conformance", produces = MediaType.ALL)
    HttpResponse<?> conformance(HttpRequest<?> request) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        return asked.answer(
                form,
                asked.documents().conformance(asked.here(asked.links().root() + "/conformance", parameters, form)));
    }

    @Get(uri = "/api", produces = MediaType.ALL)
    HttpResponse<?> api(HttpRequest<?> request) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        Representation form = asked.choose(parameters, Representation.OF_API);
        return asked.answer(form, new ApiDocument(asked.catalog(), asked.collections(), asked.links()).make());
    }

    @Get(uri = "/collections", produces = MediaType.ALL)
    HttpResponse<?> collections(HttpRequest<?> request) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        List<Link> here = asked.here(asked.links().collections(), parameters, form);
        return asked.answer(
                form, asked.documents().collections(asked.collections().all(), here));
    }

    @Get(uri = "/collections/{collection}", produces = MediaType.ALL)
    HttpResponse<?> collection(HttpRequest<?> request, String collection) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        ItemCollection found = asked.collection(collection);
        Representation form = asked.choose(parameters, Representation.OF_DOCUMENTS);
        List<Link> here = asked.here(asked.links().collection(collection), parameters, form);
        return asked.answer(form, asked.documents().collection(found, here));
    }

    @Get(uri = "/collections/{collection}/schema", produces = MediaType.ALL)
    HttpResponse<?> schema(HttpRequest<?> request, String collection) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        ItemCollection found = asked.collection(collection);
        Representation form = asked.choose(parameters, Representation.OF_SCHEMAS);
        return asked.answer(form, SchemaDocument.all(found, asked.links().collection(collection) + "/schema"));
    }

    @Get(uri = "/collections/{collection}/queryables", produces = MediaType.ALL)
    HttpResponse<?> queryables(HttpRequest<?> request, String collection) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        ItemCollection found = asked.collection(collection);
        Representation form = asked.choose(parameters, Representation.OF_SCHEMAS);
        return asked.answer(
                form, SchemaDocument.queryables(found, asked.links().collection(collection) + "/queryables"));
    }

    @Get(uri = "/collections/{collection}/sortables", produces = MediaType.ALL)
    HttpResponse<?> sortables(HttpRequest<?> request, String collection) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(FORM_ONLY);
        ItemCollection found = asked.collection(collection);
        Representation form = asked.choose(parameters, Representation.OF_SCHEMAS);
        return asked.answer(form, SchemaDocument.sortables(found, asked.links().collection(collection) + "/sortables"));
    }

    @Get(uri = "/collections/{collection}/items", produces = MediaType.ALL)
    HttpResponse<?> items(HttpRequest<?> request, String collection) {
        Asked asked = requests.asked(request);
        ItemCollection found = asked.collection(collection);
        Parameters parameters = asked.parameters(ItemsRequest.parameters(found.schema()));
        Representation form = asked.choose(parameters, Representation.OF_ITEMS);
        ItemsRequest wanted = ItemsRequest.parse(parameters, found, asked.systems());
        form.requireSystem(wanted.system());
        return asked.answer(form, Pages.items(found, wanted, parameters, form, asked.links()));
    }

    @Get(uri = "/collections/{collection}/items/{feature}", produces = MediaType.ALL)
    HttpResponse<?> item(HttpRequest<?> request, String collection, String feature) {
        Asked asked = requests.asked(request);
        Parameters parameters = asked.parameters(Set.of("f", "crs", "properties"));
        ItemCollection found = asked.collection(collection);
        Representation form = asked.choose(parameters, Representation.OF_FEATURES);
        return asked.answerOne(form, Pages.item(found, feature, parameters, form, asked.links(), asked.systems()));
    }

    /** Of the API's pages. */
    @Get(uri = "/style.css", produces = MediaType.ALL)
    HttpResponse<?> style(HttpRequest<?> request) {
        Asked asked = requests.asked(request);
        return asked.respond(
                "text/css; charset=utf-8", PageStyle.of(asked.state().site().site()));
    }
}
