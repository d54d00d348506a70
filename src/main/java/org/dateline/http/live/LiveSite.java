package org.dateline.http.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteResources;
import org.dateline.model.Catalog;
import org.dateline.model.Counted;
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
 * The site of one catalog, and the watch over where that comes from. After a change, a new catalog and site are
 * built beside the current ones, and one reference is swapped. A catalog with faults changes only the {@link #state}.
 *
 * <p>The folder is polled rather than subscribed to, because this works on every file system and mount, and a few dozen
 * files cost almost nothing.
 */
public final class LiveSite implements SiteResources, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration PREPARE_AFTER = Duration.ofSeconds(1);

    /** The longest that a reload waits for memory. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

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

        /** A copy with other collections of the database, and a new cache. */
        private State with(List<ItemCollection> stored, AnswerCache fresh) {
            return new State(site, queries.with(stored), fresh, loaded, failed, faults);
        }
    }

    private final SiteSource source;
    private final Hosting hosting;
    private final SiteMaker maker;
    private final SiteBuilder builder;
    private final Object looking = new Object();
    private final Reloads reloads = new Reloads();
    private final Settling settling = new Settling();
    private final Watch watch = new Watch("catalog-watch", LOOK_EVERY, this::look);
    private volatile String seen;
    private volatile State state;

    /**
     * Loads the catalog of a folder.
     *
     * @param cache the cache of responses
     * @param room  the memory that a reload takes for a while
     * @throws InvalidCatalogException if the folder has faults
     */
    public static LiveSite ofFolder(Path folder, Hosting hosting, SharedCache cache, Room room)
            throws InvalidCatalogException, IOException {
        // What all sites share is made beside the catalog, because a server starts sooner on two processors.
        CompletableFuture<SiteMaker> maker =
                CompletableFuture.supplyAsync(() -> SiteMaker.of(hosting, cache, room, true));
        SiteOfFolder source = new SiteOfFolder(folder);
        String seen = source.state();
        Catalog catalog = source.loadFirst();
        SiteMaker made = maker.join();
        return new LiveSite(source, hosting, made, seen, made.builder().build(catalog));
    }

    /** @throws InvalidCatalogException if the catalog has faults */
    LiveSite(SiteSource source, Hosting hosting, SiteMaker maker) throws InvalidCatalogException, IOException {
        // Taken before loading, so that an edit during loading is noticed.
        String seen = source.state();
        this(source, hosting, maker, seen, source.makeFirst(maker.builder().at(hosting)));
    }

    /**
     * @param seen  the source's state before the site was made
     * @param first the site
     */
    private LiveSite(SiteSource source, Hosting hosting, SiteMaker maker, String seen, Site first) {
        this.source = source;
        this.hosting = hosting;
        this.maker = maker;
        this.builder = maker.builder().at(hosting);
        this.seen = seen;
        this.state = stateOf(maker.prepare(first), List.of());
    }

    /** The state of a site that has just been loaded. */
    private State stateOf(PreparedSite site, List<ItemCollection> stored) {
        return new State(
                site, new LazyCollections(site.site().catalog(), stored), answers(), Instant.now(), null, List.of());
    }

    private AnswerCache answers() {
        return new AnswerCache(maker.headers(), maker.cache());
    }

    /** The cache of responses. */
    public SharedCache cache() {
        return maker.cache();
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
        swap(now -> now.with(stored, answers()));
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
                if (maker.ahead()) {
                    state.site().prepareFirstVisit();
                }
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

    /** Loads the catalog at once, after writing to it has finished. */
    public void reload() throws InterruptedException {
        synchronized (looking) {
            seen = source.state();
            // For a while there are two catalogs in memory.
            maker.room().claim(LONGEST_WAIT);
            try {
                load();
            } finally {
                maker.room().release();
            }
        }
    }

    /** Loads the catalog if it has changed and stayed the same since: several files, or one in pieces, take a while to write. */
    void look() throws InterruptedException {
        synchronized (looking) {
            if (settling.isSettled(System.nanoTime(), source.state(), seen)) {
                reload();
            }
        }
    }

    /** Whether the catalog is being written. */
    boolean isChanging() {
        return settling.isChanging();
    }

    /** Whether the catalog has not changed since loading began; otherwise it is checked again. */
    private boolean unchanged() {
        return source.state().equals(seen);
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
            Site site = source.make(builder);
            if (isSame(site.catalog(), state.site().site().catalog())) {
                swap(now -> now.reloaded(null, List.of()));
                return;
            }
            PreparedSite prepared = maker.prepare(site);
            if (maker.ahead()) {
                prepared.prepareFirstVisit();
            }
            if (!unchanged()) {
                prepared.drop();
                return;
            }
            boolean asked = state.queries().asked();
            swap(now -> {
                State next = stateOf(prepared, now.queries().stored());
                if (asked) {
                    next.collections();
                }
                return next;
            });
            reloads.take();
            log().info("Catalog reloaded from {}", source);
        } catch (InvalidCatalogException e) {
            if (unchanged()) {
                refuse("catalog in " + source, e.faults());
            }
        } catch (Exception | StackOverflowError e) {
            refuse(
                    "catalog in " + source,
                    List.of(new Fault(
                            source.toString(), 0, "", String.valueOf(e.getMessage()), "a catalog that can be read")));
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
        log().warn("The {} has {}; the last good one is still served.", what, Counted.of(faults.size(), "fault"));
        faults.forEach(fault -> log().warn("{}", fault));
    }

    /** Waits until nothing is being loaded any more, after the last request. */
    public void awaitLoading(Duration longest) throws InterruptedException {
        state.queries().awaitLoading(longest);
    }

    /** Forgets the prepared responses: nobody reads the site any more. */
    void drop() {
        State last = state;
        last.site().drop();
        last.answers().drop();
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
