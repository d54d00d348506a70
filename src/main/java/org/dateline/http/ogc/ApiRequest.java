package org.dateline.http.ogc;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dateline.draw.map.ItemsMap;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.formats.FeaturePage;
import org.dateline.formats.GeoJsonPageWriter;
import org.dateline.formats.Link;
import org.dateline.formats.PageBuffer;
import org.dateline.formats.PageWriter;
import org.dateline.http.errors.NotAnsweredException;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.http.query.ServerAddress;
import org.dateline.http.wire.AcceptEncoding;
import org.dateline.model.Catalog;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the API with everything needed for its response. It keeps one state of the site, so that a reload in
 * between does not mix two catalogs.
 *
 * @param etag the entity tag of the response
 */
record ApiRequest(HttpRequest<?> request, LiveSite.State state, ApiLinks links, ServerAddress server, String etag) {

    /** What fits into the first packets of an answer (10 segments, RFC 6928) arrives no sooner for being compressed. */
    private static final int WORTH_COMPRESSING = 14_000;

    private static final String VERSION =
            String.valueOf(ApiRequest.class.getPackage().getImplementationVersion());

    /** Allows only content from this server: a style sheet, fonts and the map's background. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** The usual size of a feature in bytes, to allocate a buffer that need not grow often. */
    private static final int USUAL_FEATURE = 512;

    static ApiRequest of(HttpRequest<?> request, LiveSite.State state, ApiLinks links, ServerAddress server) {
        return new ApiRequest(request, state, links, server, etag(request, state, links));
    }

    Catalog catalog() {
        return state.site().site().catalog();
    }

    CatalogCollections collections() {
        return state.collections();
    }

    List<ReferenceSystem> systems(ItemCollection collection) {
        return collections().referenceSystems(collection);
    }

    ItemCollection collection(String id) {
        return collections()
                .find(id)
                .orElseThrow(() -> new NotAnsweredException(
                        HttpStatus.NOT_FOUND,
                        "got the collection " + id + ", expected one of "
                                + collections().all().stream()
                                        .map(ItemCollection::id)
                                        .collect(Collectors.joining(", "))));
    }

    Documents documents() {
        return new Documents(catalog(), links, collections(), language());
    }

    TileDocuments tileDocuments() {
        return new TileDocuments(catalog(), links, language());
    }

    /** The parameter of documents that chooses the language of titles and descriptions. */
    static Parameter<String> language(Catalog catalog) {
        return Parameter.choice(
                "lang",
                "Language of titles and descriptions; without it, the `Accept-Language` header decides",
                catalog.languages());
    }

    /** The language of titles: the one asked for, or else the catalog's own. */
    String language() {
        return Parameters.parse(request.getUri().getRawQuery())
                .get(language(catalog()))
                .orElseGet(() -> accepted(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private String accepted(@Nullable String languages) {
        try {
            String found = languages == null
                    ? null
                    : Locale.lookupTag(
                            Locale.LanguageRange.parse(languages), catalog().languages());
            return found == null ? catalog().defaultLanguage() : found;
        } catch (IllegalArgumentException e) {
            // A header that cannot be read asks for nothing.
            return catalog().defaultLanguage();
        }
    }

    Parameters parameters(List<? extends Parameter<?>> known) {
        return Parameters.parse(request.getUri().getRawQuery(), known);
    }

    Representation choose(Parameters parameters, List<Representation> offered) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return Representation.choose(offered, parameters, accept)
                .orElseThrow(() -> new NotAnsweredException(
                        HttpStatus.NOT_ACCEPTABLE,
                        "got Accept: " + accept + ", expected one of "
                                + offered.stream()
                                        .map(Representation::mediaType)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Answers with a document, whose only parameters are its form and its language.
     *
     * @param address the document's address, without a query
     * @param document makes the document from the links to itself and its other forms
     */
    HttpResponse<?> answer(List<Representation> offered, String address, Function<List<Link>, ObjectNode> document) {
        Parameters parameters = parameters(List.of(Representation.parameter(offered), language(catalog())));
        Representation form = choose(parameters, offered);
        ObjectNode made = document.apply(ApiLinks.here(address, parameters, form, offered));
        return answer(form, made);
    }

    /** Answers with a document that is made already. */
    HttpResponse<?> answer(Representation form, ObjectNode made) {
        return respond(form.contentType(), form == Representation.HTML ? html().document(made) : Json.bytes(made))
                .header(HttpHeaders.CONTENT_LANGUAGE, language());
    }

    HttpResponse<?> answer(Representation form, FeaturePage page) {
        return form == Representation.HTML
                ? answer(form, page, html().features(page, false))
                : answer(form, page, encoded(page, form.writer()));
    }

    /** Answers with the only feature of a page. */
    HttpResponse<?> answerOne(Representation form, FeaturePage page) {
        return form == Representation.HTML
                ? answer(form, page, html().features(page, true))
                : answer(form, page, encoded(page, new GeoJsonPageWriter()::writeFeature));
    }

    private HtmlPages html() {
        ItemsMap.Ground ground = state.site().site().ground();
        return new HtmlPages(
                catalog(),
                links,
                ground == null ? null : new ItemsMap.Ground(ground.bounds(), links.site() + ground.href()));
    }

    private static byte[] encoded(FeaturePage page, PageWriter writer) {
        PageBuffer out = new PageBuffer(8_192 + page.features().size() * USUAL_FEATURE);
        try {
            writer.write(page, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private HttpResponse<?> answer(Representation form, FeaturePage page, byte[] body) {
        MutableHttpResponse<byte[]> response = respond(form.contentType(), body);
        response.header("Content-Crs", "<" + page.system().uri() + ">");
        if (form.isFile()) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + page.collection().id() + "." + form.parameter() + "\"");
            page.matched().ifPresent(matched -> response.header("OGC-NumberMatched", Long.toString(matched)));
            response.header(
                    "OGC-NumberReturned", Integer.toString(page.features().size()));
        }
        for (Link link : page.links()) {
            if (link.rel().equals("next") || link.rel().equals("prev")) {
                response.header(
                        HttpHeaders.LINK,
                        "<" + link.href() + ">; rel=\"" + link.rel() + "\"; type=\"" + link.type() + "\"");
            }
        }
        return response;
    }

    MutableHttpResponse<byte[]> respond(String contentType, byte[] body) {
        boolean gzip =
                acceptsGzip(request) && body.length > WORTH_COMPRESSING && MediaTypes.isCompressible(contentType);
        byte[] sent = gzip ? Encoding.quickGzip(body) : body;
        MutableHttpResponse<byte[]> response = HttpResponse.ok(sent).header(HttpHeaders.CONTENT_TYPE, contentType);
        common(response);
        response.header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Crs, Link");
        if (sent != body) {
            response.header(HttpHeaders.CONTENT_ENCODING, Encoding.GZIP.token());
        }
        if (contentType.startsWith("text/html")) {
            response.header("Content-Security-Policy", POLICY);
        }
        return request.getMethod() == HttpMethod.HEAD ? response.contentLength(sent.length) : response;
    }

    HttpResponse<?> notModified() {
        MutableHttpResponse<?> response = HttpResponse.notModified();
        common(response);
        return response;
    }

    private void common(MutableHttpResponse<?> response) {
        response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, server.vary("Accept, Accept-Language, Accept-Encoding"))
                .header(HttpHeaders.CACHE_CONTROL, server.caching())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean acceptsGzip(HttpRequest<?> request) {
        return AcceptEncoding.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING))
                .contains(Encoding.GZIP);
    }

    /**
     * Of everything that an answer follows from, so that it is known before the answer is made. Weak: a page of features
     * states when it was made (RFC 9110, section 8.8.3).
     */
    private static String etag(HttpRequest<?> request, LiveSite.State state, ApiLinks links) {
        StringBuilder all = new StringBuilder(VERSION)
                .append('\n')
                .append(state.site().site().catalog().hash())
                .append('\n')
                .append(links.site())
                .append('\n')
                .append(request.getUri())
                .append('\n')
                .append(request.getHeaders().get(HttpHeaders.ACCEPT))
                .append('\n')
                .append(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE))
                .append('\n')
                .append(acceptsGzip(request));
        state.queries()
                .stored()
                .forEach(one -> all.append('\n').append(one.id()).append(' ').append(one.version()));
        return "W/\"" + Resource.hash(Resource.utf8(all.toString())).substring(0, 32) + '"';
    }
}
