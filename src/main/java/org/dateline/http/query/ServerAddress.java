package org.dateline.http.query;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.dateline.http.live.LiveSite;

/**
 * Finds the address by which clients know this server: the one configured by its operator, otherwise the one of the
 * request.
 */
@Singleton
public final class ServerAddress {

    /** Only names and addresses of hosts, because the value appears in responses. */
    private static final Pattern HOST = Pattern.compile("https?://([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private final LiveSite live;
    private final HttpHostResolver hosts;

    ServerAddress(LiveSite live, HttpHostResolver hosts) {
        this.live = live;
        this.hosts = hosts;
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
        String host = hosts.resolve(request);
        if (!HOST.matcher(host).matches()) {
            throw new BadParameterException("Host", '"' + host + '"', "the name or address of a host");
        }
        return URI.create(host + "/");
    }
}
