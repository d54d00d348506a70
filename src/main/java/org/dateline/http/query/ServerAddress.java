package org.dateline.http.query;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.dateline.http.live.LiveSite;

/**
 * The address that clients know this server by: what its operator said, else the host that a request came to. Headers that
 * proxies add do not count, because anybody may send them.
 */
@Singleton
public final class ServerAddress {

    /** It goes into answers: only what can be a name or an address of a host does. */
    private static final Pattern HOST = Pattern.compile("([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private final LiveSite live;

    ServerAddress(LiveSite live) {
        this.live = live;
    }

    /** Whether the operator said it; else answers that contain it are for the client alone. */
    public boolean isConfigured() {
        return live.hosting().base() != null;
    }

    /**
     * The address of the site's root, ending with a slash.
     *
     * @throws BadParameterException if it is not configured and the request does not name it
     */
    public URI of(HttpRequest<?> request) {
        URI told = live.hosting().base();
        if (told != null) {
            return told;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        if (host == null || !HOST.matcher(host).matches()) {
            throw new BadParameterException(
                    "Host", host == null ? "none" : '"' + host + '"', "the name or address of a host");
        }
        try {
            return new URI("http://" + host + "/");
        } catch (URISyntaxException e) {
            throw new BadParameterException("Host", '"' + host + '"', "the name or address of a host");
        }
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
