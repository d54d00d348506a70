package org.dateline.http.live;

import java.util.HashMap;
import java.util.Map;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.Site;
import org.dateline.site.resource.Resource;
import org.dateline.work.Kept;
import org.jspecify.annotations.Nullable;

/** A site with its responses ready for the wire; they live and go with the site. */
public final class PreparedSite {

    private final Site site;
    private final Map<String, PreparedResource> byPath = new HashMap<>();
    private final Map<Resource, PreparedResource> errorPages = new HashMap<>();
    private final SiteHeaders headers;

    PreparedSite(Site site, SiteHeaders headers, Kept kept) {
        this.site = site;
        this.headers = headers;
        site.resources()
                .forEach((path, resource) -> byPath.put("/" + path, new PreparedResource(resource, headers, kept)));
        site.errorPages().values().forEach(page -> errorPages.put(page, new PreparedResource(page, headers, kept)));
    }

    public Site site() {
        return site;
    }

    /** @param path of a request, with its leading slash, decoded, without query */
    @Nullable
    public PreparedResource find(String path) {
        return byPath.get(path);
    }

    /** The page that says that nothing is at a path. */
    public PreparedResource notFound(String path) {
        return java.util.Objects.requireNonNull(errorPages.get(site.notFound(path.substring(1))));
    }

    public SiteHeaders headers() {
        return headers;
    }

    /**
     * Renders and encodes what a first visit asks for. What fails for the whole catalog fails here.
     *
     * @see Site#firstVisit
     */
    void prepareFirstVisit() {
        site.firstVisit().forEach(path -> byPath.get("/" + path).makeAll());
    }

    /** Forgets what is kept of it: another site takes its place. */
    void drop() {
        byPath.values().forEach(PreparedResource::drop);
        errorPages.values().forEach(PreparedResource::drop);
    }
}
