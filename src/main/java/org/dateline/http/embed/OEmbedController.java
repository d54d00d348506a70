package org.dateline.http.embed;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.util.HttpHostResolver;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.formats.OEmbed;
import org.dateline.http.LiveSite;
import org.dateline.http.Problem;
import org.dateline.site.Sharing;
import org.dateline.site.Site;

/**
 * {@code /oembed}: how a content management system turns the address of a page into a frame
 * (<a href="https://oembed.com/">oEmbed 1.0</a>). {@code url} is the page's address, {@code format} json or xml;
 * {@code maxwidth} and {@code maxheight} are obeyed.
 */
@Controller
final class OEmbedController {

    private static final Set<String> FORMATS = Set.of("json", "xml");

    private final LiveSite live;
    private final HttpHostResolver hosts;

    OEmbedController(LiveSite live, HttpHostResolver hosts) {
        this.live = live;
        this.hosts = hosts;
    }

    @Get(uri = "/oembed", produces = MediaType.ALL)
    HttpResponse<?> oembed(HttpRequest<?> request) {
        Map<String, String> parameters = Queries.last(request);
        String format = parameters.getOrDefault("format", "json");
        if (!FORMATS.contains(format)) {
            return Problem.response(
                    HttpStatus.NOT_IMPLEMENTED, "parameter format: got \"" + format + "\", expected json or xml");
        }
        String url = parameters.get("url");
        if (url == null || url.isBlank()) {
            return Problem.response(
                    HttpStatus.BAD_REQUEST, "parameter url: got none, expected the address of a page of this site");
        }
        int maxWidth;
        int maxHeight;
        try {
            maxWidth = pixels(parameters, "maxwidth");
            maxHeight = pixels(parameters, "maxheight");
        } catch (IllegalArgumentException e) {
            return Problem.response(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        Site site = live.site().site();
        URI base = base(request);
        return EmbedAddress.of(site, base, url)
                .<HttpResponse<?>>map(address -> answer(
                        Sharing.oembed(
                                base,
                                address.view(),
                                address.language(),
                                address.prefix(),
                                address.path(),
                                maxWidth,
                                maxHeight),
                        format))
                .orElseGet(() -> Problem.response(
                        HttpStatus.NOT_FOUND,
                        "parameter url: got \"" + url + "\", expected the address of a page below " + base));
    }

    private static HttpResponse<?> answer(OEmbed embed, String format) {
        boolean xml = format.equals("xml");
        return HttpResponse.ok(xml ? embed.xml() : embed.json())
                .contentType(xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** Where this server says it is or, if nobody told it, where the request came to. */
    private URI base(HttpRequest<?> request) {
        URI told = live.hosting().base();
        return told != null ? told : URI.create(hosts.resolve(request) + "/");
    }

    /** No limit where none is asked for. */
    private static int pixels(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Optional<Integer> pixels = Optional.of(value)
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .map(Integer::parseInt);
        return pixels.orElseThrow(() -> new IllegalArgumentException(
                "parameter " + name + ": got \"" + value + "\", expected a number of pixels"));
    }
}
