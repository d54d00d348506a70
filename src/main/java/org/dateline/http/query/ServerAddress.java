package org.dateline.http.query;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.dateline.http.live.LiveSite;

/** The address that clients know this server by: what its operator said, else the one that a request came to. */
@Singleton
public final class ServerAddress {

    /** It goes into answers: only what can be a name or an address of a host does. */
    private static final Pattern HOST = Pattern.compile("https?://([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private final LiveSite live;
    private final HttpHostResolver hosts;

    ServerAddress(LiveSite live, HttpHostResolver hosts) {
        this.live = live;
        this.hosts = hosts;
    }

    /**
     * Of the site's root, ending in a slash.
     *
     * @throws BadParameterException where nobody said it and the request names none
     */
    public URI of(HttpRequest<?> request) {
        URI told = live.hosting().base();
        if (told != null) {
            return told;
        }
        String host = hosts.resolve(request);
        if (!HOST.matcher(host).matches()) {
            throw new BadParameterException("Host", '"' + host + '"', "the name or address of a host");
        }
        return URI.create(host + "/");
    }
}
