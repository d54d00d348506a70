package org.dateline.http.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Fault;
import org.dateline.catalog.FolderFingerprint;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.map.BasemapCheck;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.http.wire.SiteResources;
import org.dateline.model.Catalog;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.streets.StreetArchive;
import org.dateline.work.Room;
import org.dateline.work.SharedCache;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The site that is served, and the watch over its folder. After a change of the folder, a new catalog and site are
 * built beside the current ones, and one reference is swapped. A folder with faults changes only the {@link #state}.
 *
 * <p>The folder is polled rather than subscribed to, because this works on every file system and mount, and a few dozen
 * files cost almost nothing.
 */
public final class LiveSite implements SiteResources, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration PREPARE_AFTER = Duration.ofSeconds(1);

    /** The longest that a reload waits for memory. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** A folder that has not changed for this long is assumed to be completely written. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    /**
     * The served site, and the outcome of the last reload.
     *
     * @param site   the last good site
     * @param queries the collections of the same catalog
     * @param answers the cache of responses that are not part of the site
     * @param loaded when the site came into use
     * @param failed when a later state of the folder was refused; null if none was
     * @param faults the faults of that state; empty if there is none
     */
    public record State(
            PreparedSite site,
            LazyCollections queries,
            AnswerCache answers,
            Instant loaded,
            @Nullable Instant failed,
            List<Fault> faults) {

        /** The collections of this state's catalog, created if necessary. */
        public CatalogCollections collections() {
            return queries.get();
        }

        /** A copy with another outcome of the last reload. */
        private State reloaded(@Nullable Instant failed, List<Fault> faults) {
            return new State(site, queries, answers, loaded, failed, faults);
        }

        /** A copy with other collections of the database. */
        private State with(List<ItemCollection> stored, SiteHeaders headers, SharedCache cache) {
            return new State(site, queries.with(stored), new AnswerCache(headers, cache), loaded, failed, faults);
        }

        /** The state of a site that has just been loaded. */
        private static State of(
                PreparedSite site, SiteHeaders headers, SharedCache cache, List<ItemCollection> stored) {
            return new State(
                    site,
                    new LazyCollections(site.site().catalog(), stored),
                    new AnswerCache(headers, cache),
                    Instant.now(),
                    null,
                    List.of());
        }
    }

    private final Path folder;
    private final Hosting hosting;
    private final SiteBuilder builder;
    private final SiteHeaders headers;
    private final SharedCache cache;
    private final Room room;
    private final Object looking = new Object();
    private final Reloads reloads = new Reloads();
    private volatile String seen;
    private volatile State state;
    private final Watch watch = new Watch("catalog-watch", LOOK_EVERY, this::look);

    /**
     * Loads the folder.
     *
     * @param cache the cache of responses
     * @param room  the memory that a reload takes for a while
     * @throws InvalidCatalogException if the folder has faults
     */
    public LiveSite(Path folder, Hosting hosting, SharedCache cache, Room room)
            throws InvalidCatalogException, IOException {
        this.folder = folder;
        this.room = room;
        this.cache = cache;
        this.hosting = hosting;
        this.builder = new SiteBuilder(hosting, cache);
        this.headers = new SiteHeaders(hosting.tiles());
        // Taken before loading, so that an edit during loading is noticed.
        this.seen = FolderFingerprint.ofState(folder);
        Catalog catalog = CatalogLoader.load(folder);
        BasemapCheck.requireComplete(catalog);
        this.state = State.of(prepared(builder.build(catalog)), headers, cache, List.of());
    }

    private PreparedSite prepared(Site site) {
        return new PreparedSite(site, headers, cache);
    }

    /** The cache of responses. */
    public SharedCache cache() {
        return cache;
    }

    /** The addresses and settings with which the site is served. */
    public Hosting hosting() {
        return hosting;
    }

    public State state() {
        return state;
    }

    @Override
    public @Nullable PreparedResource find(String path, String uri) {
        State now = state;
        PreparedResource resource = now.site().find(path);
        return resource == null ? now.answers().find(uri) : resource;
    }

    public PreparedSite site() {
        return state.site();
    }

    /** Replaces the collections of the database that are offered in addition to the catalog's. */
    public void offer(List<ItemCollection> stored) {
        swap(now -> now.with(stored, headers, cache));
    }

    /** Changes the state atomically, because the folder and the database change independently. */
    private synchronized void swap(UnaryOperator<State> change) {
        State before = state;
        State after = change.apply(before);
        state = after;
        if (after.site() != before.site()) {
            before.site().drop();
        }
        if (after.answers() != before.answers()) {
            before.answers().drop();
        }
    }

    /** Prepares the resources of a first visit, and watches the folder until this is closed. */
    public void watch() {
        Thread.ofPlatform().name("first-visit").daemon().start(() -> {
            try {
                // Wait a moment, to leave the processor to the first request.
                Thread.sleep(PREPARE_AFTER);
                state.site().prepareFirstVisit();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.start();
    }

    /** What became of the folder's changes. */
    public Reloads.Count reloads() {
        return reloads.count();
    }

    /** The time since which the folder could not be watched; null while it can. */
    public @Nullable Instant watchFailingSince() {
        return watch.failingSince();
    }

    /** Loads the folder at once, after writing to it has finished. */
    public void reload() throws InterruptedException {
        synchronized (looking) {
            seen = FolderFingerprint.ofState(folder);
            // For a while there are two catalogs in memory.
            room.claim(LONGEST_WAIT);
            try {
                load();
            } finally {
                room.release();
            }
        }
    }

    private void look() throws InterruptedException {
        String now = FolderFingerprint.ofState(folder);
        if (now.equals(seen)) {
            return;
        }
        // Wait until several files, or one written in pieces, are complete.
        String settled = now;
        do {
            now = settled;
            Thread.sleep(SETTLED);
            settled = FolderFingerprint.ofState(folder);
        } while (!settled.equals(now));
        synchronized (looking) {
            // Skip it if the folder was loaded meanwhile.
            if (!settled.equals(seen)) {
                reload();
            }
        }
    }

    /** Whether the folder has not changed since loading began; otherwise it is checked again. */
    private boolean unchanged() {
        return FolderFingerprint.ofState(folder).equals(seen);
    }

    private static boolean isSame(Catalog one, Catalog other) {
        return one.hash().equals(other.hash()) && streets(one).equals(streets(other));
    }

    private static String streets(Catalog catalog) {
        StreetArchive streets = catalog.streets();
        return streets == null ? "" : streets.hash();
    }

    private void load() {
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException("no folder " + folder);
            }
            Catalog catalog = CatalogLoader.load(folder);
            BasemapCheck.require(catalog);
            Site site = builder.build(catalog);
            if (isSame(site.catalog(), state.site().site().catalog())) {
                swap(now -> now.reloaded(null, List.of()));
                return;
            }
            PreparedSite prepared = prepared(site);
            prepared.prepareFirstVisit();
            if (!unchanged()) {
                prepared.drop();
                return;
            }
            boolean asked = state.queries().asked();
            swap(now -> {
                State next = State.of(prepared, headers, cache, now.queries().stored());
                if (asked) {
                    next.collections();
                }
                return next;
            });
            reloads.take();
            log().info("Catalog reloaded from {}", folder);
        } catch (InvalidCatalogException e) {
            if (unchanged()) {
                refuse("catalog in " + folder, e.faults());
            }
        } catch (Exception | StackOverflowError e) {
            refuse(
                    "catalog in " + folder,
                    List.of(new Fault(
                            folder.toString(), 0, "", String.valueOf(e.getMessage()), "a catalog that can be read")));
        }
    }

    /** Keeps the last good state, and logs why unless the same was refused before. */
    void refuse(String what, List<Fault> faults) {
        boolean known = state.faults().equals(faults);
        swap(now -> now.reloaded(Instant.now(), faults));
        if (known) {
            return;
        }
        reloads.refuse();
        log().warn("The {} has {} fault(s); the last good one is still served.", what, faults.size());
        faults.forEach(fault -> log().warn("{}", fault));
    }

    /** Waits until nothing is being loaded any more, after the last request. */
    public void awaitLoading(Duration longest) throws InterruptedException {
        state.queries().awaitLoading(longest);
    }

    /** Not a constant, so that startup does not wait for logging to be set up. */
    private static Logger log() {
        return LoggerFactory.getLogger(LiveSite.class);
    }

    @Override
    public void close() {
        watch.close();
    }
}
