package org.dateline.http.records;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.http.errors.NoPageException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.live.Stories;
import org.dateline.http.query.Parameters;
import org.dateline.http.query.QueryCost;
import org.dateline.http.wire.Responses;
import org.dateline.http.wire.WorkRunner;
import org.dateline.model.Catalog;
import org.dateline.site.page.RecordPages;
import org.dateline.site.resource.LanguageFolder;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.dateline.work.Cost;
import org.dateline.work.WorkKind;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;

/**
 * {@code /records/{collection}/}, a list of records, and {@code /records/{collection}/{id}/}, one of them; in the
 * catalog's other languages below their folders.
 */
@Controller
final class RecordsController {

    private final Stories stories;

    private final WorkRunner runner;

    RecordsController(Stories stories, WorkRunner runner) {
        this.stories = stories;
        this.runner = runner;
    }

    @Get(
            uris = {"/records/{collection}", "/{language:[a-z][a-z][a-z]?}/records/{collection}"},
            produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> list(HttpRequest<?> request, @Nullable String language, String collection) {
        return runner.run(
                request, WorkKind.QUERY, QueryCost.ofBounded(request), () -> listed(request, language, collection));
    }

    private HttpResponse<?> listed(HttpRequest<?> request, @Nullable String language, String collection) {
        // One state for the whole answer: a reload meanwhile does not mix two catalogs.
        LiveSite.State state = stories.of(request).state();
        Optional<ItemCollection> found = find(state, language, collection);
        if (found.isEmpty()) {
            throw notFound("the collection " + collection);
        }
        Parameters parameters = Parameters.parse(request.getUri().getRawQuery(), RecordsRequest.PARAMETERS);
        RecordsRequest wanted =
                RecordsRequest.parse(parameters, found.get(), collections(state).referenceSystems(found.get()));
        if (!request.getUri().getRawPath().endsWith("/")) {
            return slashed(request);
        }
        return Responses.ofPage(
                request,
                state.site().headers(),
                pages(state).list(language(state, language), found.get(), wanted.answer()));
    }

    @Get(
            uris = {"/records/{collection}/{id}", "/{language:[a-z][a-z][a-z]?}/records/{collection}/{id}"},
            produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> one(
            HttpRequest<?> request, @Nullable String language, String collection, String id) {
        return runner.run(request, WorkKind.QUERY, Cost.LIGHT, () -> found(request, language, collection, id));
    }

    private HttpResponse<?> found(HttpRequest<?> request, @Nullable String language, String collection, String id) {
        LiveSite.State state = stories.of(request).state();
        Optional<ItemCollection> found = find(state, language, collection);
        Optional<SimpleFeature> record = found.flatMap(items -> items.items().feature(id));
        if (found.isEmpty() || record.isEmpty()) {
            throw notFound("the record " + id + " of the collection " + collection);
        }
        String page = RecordPages.pageOf(found.get(), record.get());
        if (!page.startsWith("records/")) {
            return elsewhere(request, page);
        }
        return request.getUri().getRawPath().endsWith("/")
                ? Responses.ofPage(
                        request,
                        state.site().headers(),
                        pages(state).one(language(state, language), found.get(), record.get()))
                : slashed(request);
    }

    /** How many records there are of which date, for the timeline: {@code {"dates": [{"date": "1991-05", "records": 12}]}}. */
    @Get(uri = "/timeline/{collection}.json", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> dates(HttpRequest<?> request, String collection) {
        LiveSite.State state = stories.of(request).state();
        String uri = request.getUri().toString();
        return runner.once(request, state.answers().key(uri), WorkKind.QUERY, Cost.HEAVY, () -> {
                    ItemCollection found =
                            find(state, null, collection).orElseThrow(() -> notFound("the collection " + collection));
                    byte[] dates = RecordDates.write(found);
                    return state.answers().keep(uri, new Resource(MediaTypes.JSON, () -> dates));
                })
                .thenCompose(made -> runner.answer(request, made, HttpStatus.OK));
    }

    private static Optional<ItemCollection> find(LiveSite.State state, @Nullable String language, String collection) {
        Catalog catalog = catalog(state);
        boolean known = language == null
                || catalog.languages().contains(language)
                        && !LanguageFolder.of(catalog, language).isEmpty();
        return known ? collections(state).find(collection) : Optional.empty();
    }

    private static String language(LiveSite.State state, @Nullable String language) {
        return language == null ? catalog(state).defaultLanguage() : language;
    }

    private static Catalog catalog(LiveSite.State state) {
        return state.site().site().catalog();
    }

    private static CatalogCollections collections(LiveSite.State state) {
        return state.collections();
    }

    private static RecordPages pages(LiveSite.State state) {
        return state.site().site().records();
    }

    private static NoPageException notFound(String got) {
        return new NoPageException("got " + got + ", expected one listed in /ogc/collections");
    }

    /** Redirects to the address with a final slash, because links in a page are relative to its folder. */
    private static HttpResponse<?> slashed(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        String last = request.getUri().getRawPath().replaceFirst(".*/", "");
        return HttpResponse.redirect(URI.create("./" + last + "/" + (query == null ? "" : "?" + query)));
    }

    /** Redirects to a record's own page on the site, in the same language. */
    private static HttpResponse<?> elsewhere(HttpRequest<?> request, String page) {
        String up = request.getUri().getRawPath().endsWith("/") ? "../../../" : "../../";
        return HttpResponse.redirect(URI.create(up + page));
    }
}
