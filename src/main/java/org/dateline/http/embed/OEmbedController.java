package org.dateline.http.embed;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dateline.formats.OEmbed;
import org.dateline.http.errors.Problem;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.ServerAddress;
import org.dateline.site.Site;
import org.dateline.site.page.Sharing;

/**
 * {@code /oembed}: how a content management system turns the address of a page into a frame
 * (<a href="https://oembed.com/">oEmbed 1.0</a>). {@code url} is the page's address, {@code format} json or xml;
 * {@code maxwidth} and {@code maxheight} are obeyed.
 */
@Controller
final class OEmbedController {

    private static final Set<String> FORMATS = Set.of("json", "xml");

    private final LiveSite live;
    private final ServerAddress address;

    OEmbedController(LiveSite live, ServerAddress address) {
        this.live = live;
        this.address = address;
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
        URI base;
        try {
            base = address.of(request);
            maxWidth = pixels(parameters, "maxwidth");
            maxHeight = pixels(parameters, "maxheight");
        } catch (IllegalArgumentException e) {
            return Problem.response(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        Site site = live.site().site();
        return EmbedAddress.of(site, base, url)
                .<HttpResponse<?>>map(embed -> answer(
                        Sharing.oembed(
                                base,
                                embed.view(),
                                embed.language(),
                                embed.prefix(),
                                embed.path(),
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
