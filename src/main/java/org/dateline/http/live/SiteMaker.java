package org.dateline.http.live;

import java.util.HashMap;
import java.util.Map;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.Resource;
import org.dateline.work.Room;
import org.dateline.work.SharedCache;

/**
 * Makes the sites of a server, which share the program's own files, the cache of responses, and the memory for work.
 *
 * @param builder  builds sites at any address
 * @param headers  of all responses
 * @param cache    of responses
 * @param room     the memory that making a site takes for a while
 * @param ownFiles the program's own files, ready to send
 * @param ahead    whether a first visit is prepared before anybody comes: not where that would displace what many others read
 */
record SiteMaker(
        SiteBuilder builder,
        SiteHeaders headers,
        SharedCache cache,
        Room room,
        Map<Resource, PreparedResource> ownFiles,
        boolean ahead) {

    static SiteMaker of(Hosting hosting, SharedCache cache, Room room, boolean ahead) {
        SiteBuilder builder = new SiteBuilder(hosting, cache);
        SiteHeaders headers = new SiteHeaders(hosting.tiles());
        Map<Resource, PreparedResource> files = new HashMap<>();
        builder.ownFiles().values().forEach(file -> files.put(file, new PreparedResource(file, headers, cache)));
        return new SiteMaker(builder, headers, cache, room, Map.copyOf(files), ahead);
    }

    PreparedSite prepare(Site site) {
        return new PreparedSite(site, headers, cache, ownFiles);
    }
}
