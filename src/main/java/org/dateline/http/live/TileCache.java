package org.dateline.http.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.function.Supplier;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.Responses;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.resource.Resource;
import org.dateline.site.resource.Resource.Caching;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of one state of the site that were asked for of late, by the address that they were asked for at, ready for
 * the wire: {@link org.dateline.http.wire.SiteHandler} answers from here. They go with their state, so none is ever older than its collection.
 */
public final class TileCache {

    /** Of the memory that the program may take, the share that tiles may. */
    private static final int SHARE = 8;

    private static final int OVERHEAD = 1_000;

    private final SiteHeaders headers;
    private final Cache<String, PreparedResource> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
            .<String, PreparedResource>weigher((address, tile) -> address.length() + OVERHEAD + tile.weight())
            .build();

    TileCache(SiteHeaders headers) {
        this.headers = headers;
    }

    /** @param address path and query, as they came */
    @Nullable
    PreparedResource find(String address) {
        return kept.getIfPresent(address);
    }

    /**
     * The answer with a tile; 204 for one that shows nothing (OGC API - Tiles, /req/core/tc-success).
     *
     * @param made called unless the tile is kept here
     */
    public HttpResponse<?> answer(HttpRequest<?> request, String mediaType, Caching caching, Supplier<byte[]> made) {
        String address = request.getUri().toString();
        PreparedResource known = kept.getIfPresent(address);
        if (known == null) {
            byte[] bytes = made.get();
            if (bytes.length == 0) {
                return HttpResponse.noContent()
                        .header(HttpHeaders.CACHE_CONTROL, caching.header())
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            }
            known = new PreparedResource(new Resource(mediaType, caching, () -> bytes), headers);
            kept.put(address, known);
        }
        return Responses.of(request, known, HttpStatus.OK);
    }
}
