package org.dateline.http.ogc;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.ServerAddress;

/** Makes API requests from the framework's requests, each with the current state of the site. */
@Singleton
final class ApiRequestReader {

    private final LiveSite live;
    private final ServerAddress address;

    ApiRequestReader(LiveSite live, ServerAddress address) {
        this.live = live;
        this.address = address;
    }

    ApiRequest read(HttpRequest<?> request) {
        return new ApiRequest(request, live.state(), new ApiLinks(address.of(request) + "ogc"));
    }
}
