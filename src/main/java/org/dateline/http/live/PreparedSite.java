package org.dateline.http.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.site.Site;
import org.dateline.site.resource.Resource;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;

/** A site with its prepared responses, which are discarded with the site. */
public final class PreparedSite {

    private final Site site;
    private final Map<String, PreparedResource> byPath = new HashMap<>();
    private final Map<Resource, PreparedResource> errorPages = new HashMap<>();
    private final Map<String, byte[]> busyPages = new ConcurrentHashMap<>();
    private final Map<Resource, PreparedResource> notes = new HashMap<>();
    private final SiteHeaders headers;
    private final Map<Resource, PreparedResource> ownFiles;

    /** @param ownFiles the program's own files, which other sites have as well */
    PreparedSite(Site site, SiteHeaders headers, SharedCache cache, Map<Resource, PreparedResource> ownFiles) {
        this.site = site;
        this.headers = headers;
        this.ownFiles = ownFiles;
        site.resources().forEach((path, resource) -> {
            PreparedResource own = ownFiles.get(resource);
            byPath.put("/" + path, own == null ? new PreparedResource(resource, headers, cache) : own);
        });
        site.notes().values().forEach(note -> notes.put(note, new PreparedResource(note, headers, cache)));
        site.errorPages().values().forEach(page -> errorPages.put(page, new PreparedResource(page, headers, cache)));
    }

    public Site site() {
        return site;
    }

    /** @param path the decoded path of a request, with its leading slash, without query */
    @Nullable
    public PreparedResource find(String path) {
        return byPath.get(path);
    }

    /** The page for a path that does not exist. */
    public PreparedResource notFound(String path) {
        return Objects.requireNonNull(errorPages.get(site.notFound(path.substring(1))));
    }

    /** The page for readers who have to come back in a moment, in a language of the catalog; made once. */
    public byte[] busy(String language) {
        return busyPages.computeIfAbsent(
                language,
                one -> Objects.requireNonNull(site.busyPages().get(one)).content());
    }

    /** What an article shows in place of an embed that does not exist. */
    public PreparedResource note(String path) {
        return Objects.requireNonNull(notes.get(site.note(path.substring(1))));
    }

    public SiteHeaders headers() {
        return headers;
    }

    /**
     * Renders and encodes everything that a first visit requests. Errors that affect the whole catalog occur here.
     *
     * @see Site#firstVisit
     */
    void prepareFirstVisit() {
        site.firstVisit().forEach(path -> byPath.get("/" + path).makeAll());
    }

    /** Discards the prepared responses, because another site replaces this one. */
    void drop() {
        site.drawn().drop();
        site.resources().forEach((path, resource) -> {
            if (!ownFiles.containsKey(resource)) {
                Objects.requireNonNull(byPath.get("/" + path)).drop();
            }
        });
        errorPages.values().forEach(PreparedResource::drop);
        notes.values().forEach(PreparedResource::drop);
    }
}
