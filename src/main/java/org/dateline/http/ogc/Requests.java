package org.dateline.http.ogc;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.dateline.http.live.LiveSite;
import org.dateline.http.query.ServerAddress;

/** From a request as the framework has it to what has been asked, with the state of the site that it came to. */
@Singleton
final class Requests {

    private final LiveSite live;
    private final ServerAddress address;

    Requests(LiveSite live, ServerAddress address) {
        this.live = live;
        this.address = address;
    }

    Asked asked(HttpRequest<?> request) {
        return new Asked(request, live.state(), new Links(address.of(request) + "ogc"));
    }
}
