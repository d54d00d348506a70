package org.dateline.http.query;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.dateline.http.live.Stories;
import org.dateline.http.wire.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * The address that clients know this server by: what its operator said, else what a proxy that the operator trusts says
 * of a request, else the host that the request came to. Headers of other proxies do not count, because anybody may send
 * them.
 */
@Singleton
public final class ServerAddress {

    /** It goes into answers: only what can be a name or an address of a host does. */
    private static final Pattern HOST = Pattern.compile("([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private static final Pattern SCHEME = Pattern.compile("https?");

    private static final Pattern PREFIX = Pattern.compile("/([a-zA-Z0-9._~-]+/)*");

    private final Stories stories;
    private final TrustedProxies proxies;

    ServerAddress(Stories stories, TrustedProxies proxies) {
        this.stories = stories;
        this.proxies = proxies;
    }

    /** Whether the operator said it; else answers that contain it are for the client alone. */
    public boolean isConfigured() {
        return stories.hosting().base() != null;
    }

    /**
     * The address of the root of the site that a request is about, ending with a slash.
     *
     * @throws BadParameterException if it is not configured and the request does not name it
     */
    public URI of(HttpRequest<?> request) {
        String story = Stories.folder(request);
        return story.isEmpty() ? ofServer(request) : ofServer(request).resolve(story);
    }

    /**
     * The address of the server's root, ending with a slash.
     *
     * @throws BadParameterException if it is not configured and the request does not name it
     */
    public URI ofServer(HttpRequest<?> request) {
        URI told = stories.hosting().base();
        if (told != null) {
            return told;
        }
        if (!proxies.include(request.getRemoteAddress())) {
            return URI.create("http://" + host(request) + "/");
        }
        String scheme = forwarded(request, "Proto", SCHEME, "http or https", "http");
        String port = forwarded(request, "Port", PORT, "a port", "");
        String prefix = forwarded(request, "Prefix", PREFIX, "a path as in /maps", "/");
        String named = forwarded(request, "Host", HOST, "the name or address of a host", "");
        String host = named.isEmpty() ? host(request) : named;
        if (!port.isEmpty()) {
            boolean usual = port.equals(scheme.equals("https") ? "443" : "80");
            host = host.replaceFirst(":[0-9]+$", "") + (usual ? "" : ":" + port);
        }
        return URI.create(scheme + "://" + host + prefix);
    }

    /** What the nearest proxy says: the last of several values, because those before may come from anybody. */
    private static String forwarded(
            HttpRequest<?> request, String name, Pattern valid, String expected, String otherwise) {
        String header = "X-Forwarded-" + name;
        String value = request.getHeaders().get(header);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        String last = value.substring(value.lastIndexOf(',') + 1).strip();
        return valid(header, valid, name.equals("Prefix") && !last.endsWith("/") ? last + "/" : last, expected);
    }

    private static String host(HttpRequest<?> request) {
        return valid(
                HttpHeaders.HOST, HOST, request.getHeaders().get(HttpHeaders.HOST), "the name or address of a host");
    }

    private static String valid(String header, Pattern valid, @Nullable String value, String expected) {
        if (value == null || !valid.matcher(value).matches()) {
            throw new BadParameterException(header, value == null ? "none" : '"' + value + '"', expected);
        }
        return value;
    }

    /** The header Vary of an answer that contains the address. */
    public String vary(String others) {
        return isConfigured() ? others : others + ", Host";
    }

    /** The header Cache-Control of an answer that contains the address. */
    public String caching() {
        return isConfigured() ? "no-cache" : "private, no-cache";
    }
}
