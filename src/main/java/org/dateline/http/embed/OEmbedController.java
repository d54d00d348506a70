package org.dateline.http.embed;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dateline.formats.OEmbed;
import org.dateline.http.errors.NotAnsweredException;
import org.dateline.http.live.Stories;
import org.dateline.http.query.BadParameterException;
import org.dateline.http.query.Parameter;
import org.dateline.http.query.Parameters;
import org.dateline.http.query.ServerAddress;
import org.dateline.http.site.StoryOpener;
import org.dateline.http.wire.Responses;
import org.dateline.site.Site;
import org.dateline.site.page.Sharing;
import org.dateline.site.resource.Resource;

/**
 * {@code /oembed}: lets a content management system turn the address of a page into a frame (<a
 * href="https://oembed.com/">oEmbed 1.0</a>).
 */
@Controller
final class OEmbedController {

    private static final Parameter<String> URL = Parameter.text("url", "Address of a page of the site");

    private static final Parameter<String> FORMAT = Parameter.text("format", "`json` (default) or `xml`");

    private static final Parameter<Integer> MAX_WIDTH = pixels("maxwidth", "Maximum width of the frame in pixels");

    private static final Parameter<Integer> MAX_HEIGHT = pixels("maxheight", "Maximum height of the frame in pixels");

    /** All parameters, in the order of the documentation; systems may add their own, which are ignored. */
    static final List<Parameter<?>> PARAMETERS = List.of(URL, FORMAT, MAX_WIDTH, MAX_HEIGHT);

    private final Stories stories;
    private final StoryOpener opener;
    private final ServerAddress address;

    OEmbedController(Stories stories, StoryOpener opener, ServerAddress address) {
        this.stories = stories;
        this.opener = opener;
        this.address = address;
    }

    @Get(uri = "/oembed", produces = MediaType.ALL)
    CompletionStage<HttpResponse<?>> oembed(HttpRequest<?> request) {
        Parameters parameters = Parameters.parse(request.getUri().getRawQuery());
        String format = parameters.get(FORMAT).orElse("json");
        if (!format.equals("json") && !format.equals("xml")) {
            throw new NotAnsweredException(
                    HttpStatus.NOT_IMPLEMENTED, "parameter format: got \"" + format + "\", expected json or xml");
        }
        String url = parameters
                .get(URL)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadParameterException("url", "none", "the address of a page of this site"));
        int maxWidth = parameters.get(MAX_WIDTH).orElse(Integer.MAX_VALUE);
        int maxHeight = parameters.get(MAX_HEIGHT).orElse(Integer.MAX_VALUE);
        URI base = address.of(request);
        // The list of stories answers for all of them.
        Optional<String> story = Stories.folder(request).isEmpty()
                ? EmbedAddress.story(base, url).filter(stories::has)
                : Optional.empty();
        URI home = story.map(name -> base.resolve(name + "/")).orElse(base);
        return story.map(name -> opener.open(request, name))
                .orElseGet(() -> CompletableFuture.completedFuture(stories.of(request)))
                .thenApply(live -> find(request, live.site().site(), home, url, maxWidth, maxHeight, format));
    }

    private HttpResponse<?> find(
            HttpRequest<?> request, Site site, URI base, String url, int maxWidth, int maxHeight, String format) {
        return EmbedAddress.of(site, base, url)
                .<HttpResponse<?>>map(embed -> answer(
                        request,
                        Sharing.oembed(
                                base,
                                site.catalog().brand().name().in(embed.language()),
                                embed.view(),
                                embed.language(),
                                embed.prefix(),
                                embed.path(),
                                maxWidth,
                                maxHeight),
                        format))
                .orElseThrow(() -> new NotAnsweredException(
                        HttpStatus.NOT_FOUND,
                        "parameter url: got \"" + url + "\", expected the address of a page below " + base));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, OEmbed embed, String format) {
        boolean xml = format.equals("xml");
        Resource.Body body = Resource.Body.of(Resource.utf8(xml ? embed.xml() : embed.json()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8");
        headers.put(HttpHeaders.ETAG, body.etag());
        headers.put(HttpHeaders.CACHE_CONTROL, address.caching());
        headers.put(HttpHeaders.VARY, address.vary(HttpHeaders.ACCEPT_ENCODING));
        headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.put("X-Content-Type-Options", "nosniff");
        return Responses.of(request, body, headers, HttpStatus.OK);
    }

    /** A number of pixels; an empty value sets no limit, like a missing one. */
    private static Parameter<Integer> pixels(String name, String description) {
        return new Parameter<>(
                name, description, () -> Parameter.schema("integer").put("minimum", 1), text -> {
                    if (text.isEmpty()) {
                        return Integer.MAX_VALUE;
                    }
                    if (text.matches("[1-9][0-9]{0,8}")) {
                        return Integer.parseInt(text);
                    }
                    throw new IllegalArgumentException("a whole number of pixels");
                });
    }
}
