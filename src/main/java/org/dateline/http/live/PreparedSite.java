package org.dateline.http.live;

import java.util.HashMap;
import java.util.Map;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.Site;
import org.jspecify.annotations.Nullable;

/** A site with its responses ready for the wire; they live and go with the site. */
public final class PreparedSite {

    private final Site site;
    private final Map<String, PreparedResource> byPath = new HashMap<>();

    private final SiteHeaders headers;

    PreparedSite(Site site, SiteHeaders headers) {
        this.site = site;
        this.headers = headers;
        site.resources().forEach((path, resource) -> byPath.put("/" + path, new PreparedResource(resource, headers)));
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
        return new PreparedResource(site.notFound(path.substring(1)), headers);
    }

    public SiteHeaders headers() {
        return headers;
    }
}
