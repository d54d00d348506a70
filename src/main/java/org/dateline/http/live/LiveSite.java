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
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.http.wire.PreparedResource;
import org.dateline.http.wire.SiteHeaders;
import org.dateline.http.wire.SiteResources;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.dateline.work.Kept;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The site that is served now, and the watch over its folder. A change of the folder builds a new catalog and a new
 * site beside the ones in use and swaps one reference; a folder with faults changes nothing but the {@link #state}.
 *
 * <p>The folder is looked at, not listened to: that works on every file system and mount, and a few dozen files cost
 * next to nothing.
 */
public final class LiveSite implements SiteResources, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration PREPARE_AFTER = Duration.ofSeconds(1);

    /** A folder that has not changed for so long is taken to be written completely. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    /**
     * What is served and how the last reload went.
     *
     * @param site   the last good one
     * @param queries the collections of the same catalog
     * @param answers that are no part of the site, as they are requested
     * @param loaded when it came into use
     * @param failed when a later state of the folder was refused; null while there is none
     * @param faults of that state; empty while there is none
     */
    public record State(
            PreparedSite site,
            LazyCollections queries,
            AnswerCache answers,
            Instant loaded,
            @Nullable Instant failed,
            List<Fault> faults) {

        /** The collections of this state's catalog; made now if nobody has asked for them yet. */
        public CatalogCollections collections() {
            return queries.get();
        }

        /** The same with another outcome of the last reload. */
        private State reloaded(@Nullable Instant failed, List<Fault> faults) {
            return new State(site, queries, answers, loaded, failed, faults);
        }

        /** The same site with other collections of the database. */
        private State with(List<ItemCollection> stored, SiteHeaders headers, Kept kept) {
            return new State(site, queries.with(stored), new AnswerCache(headers, kept), loaded, failed, faults);
        }

        /** A good state that has just been loaded. */
        private static State of(PreparedSite site, SiteHeaders headers, Kept kept, List<ItemCollection> stored) {
            return new State(
                    site,
                    new LazyCollections(site.site().catalog(), stored),
                    new AnswerCache(headers, kept),
                    Instant.now(),
                    null,
                    List.of());
        }
    }

    private final Path folder;
    private final Hosting hosting;
    private final SiteBuilder builder;
    private final SiteHeaders headers;
    private final Kept kept;
    private final Object looking = new Object();
    private volatile String seen;
    private volatile State state;
    private final Watch watch = new Watch("catalog-watch", LOOK_EVERY, this::look);

    /**
     * Loads the folder.
     *
     * @throws InvalidCatalogException where there is no good state to begin with
     */
    public LiveSite(Path folder, Hosting hosting) throws InvalidCatalogException, IOException {
        this(folder, hosting, Kept.ofHeap());
    }

    /** @param kept where answers are kept */
    public LiveSite(Path folder, Hosting hosting, Kept kept) throws InvalidCatalogException, IOException {
        this.folder = folder;
        this.kept = kept;
        this.hosting = hosting;
        this.builder = new SiteBuilder(hosting);
        this.headers = new SiteHeaders(hosting.tiles());
        // Taken before loading: an edit while we load is then seen as a change.
        this.seen = FolderFingerprint.ofState(folder);
        this.state = State.of(prepared(builder.build(CatalogLoader.load(folder))), headers, kept, List.of());
    }

    private PreparedSite prepared(Site site) {
        return new PreparedSite(site, headers, kept);
    }

    /** Where answers are kept. */
    public Kept kept() {
        return kept;
    }

    /** Where readers find the site. */
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

    /** Offers these collections of the database beside the catalog's own, from now on. */
    public void offer(List<ItemCollection> stored) {
        swap(now -> now.with(stored, headers, kept));
    }

    /** The folder and the database change at any time, and neither may undo what the other did. */
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

    /** Prepares what the first readers want, and watches the folder until this is closed. */
    public void watch() {
        Thread.ofPlatform().name("first-visit").daemon().start(() -> {
            try {
                // Not at once: the first request may be under way, and the processor is its.
                Thread.sleep(PREPARE_AFTER);
                state.site().prepareFirstVisit();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.start();
    }

    /** The time since which the folder could not be watched; null while it is. */
    public @Nullable Instant watchFailingSince() {
        return watch.failingSince();
    }

    /** Loads the folder now: whoever wrote into it has finished. */
    void reload() {
        synchronized (looking) {
            seen = FolderFingerprint.ofState(folder);
            load();
        }
    }

    private void look() throws InterruptedException {
        String now = FolderFingerprint.ofState(folder);
        if (now.equals(seen)) {
            return;
        }
        // Whoever saves several files, or one in pieces, is given the time to finish.
        String settled = now;
        do {
            now = settled;
            Thread.sleep(SETTLED);
            settled = FolderFingerprint.ofState(folder);
        } while (!settled.equals(now));
        synchronized (looking) {
            // Unless it was loaded meanwhile.
            if (!settled.equals(seen)) {
                reload();
            }
        }
    }

    /** Whether the folder is still as it was when loading began; otherwise it is looked at again. */
    private boolean unchanged() {
        return FolderFingerprint.ofState(folder).equals(seen);
    }

    private void load() {
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException("no folder " + folder);
            }
            Site site = builder.build(CatalogLoader.load(folder));
            if (site.catalog().hash().equals(state.site().site().catalog().hash())) {
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
                State next = State.of(prepared, headers, kept, now.queries().stored());
                if (asked) {
                    next.collections();
                }
                return next;
            });
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

    /** Keeps the last good state and says why. */
    void refuse(String what, List<Fault> faults) {
        swap(now -> now.reloaded(Instant.now(), faults));
        log().warn("The {} has {} fault(s); the last good one is still served.", what, faults.size());
        faults.forEach(fault -> log().warn("{}", fault));
    }

    /** Not a constant: what logs only on a reload need not wait for the logging to be set up at the start. */
    private static Logger log() {
        return LoggerFactory.getLogger(LiveSite.class);
    }

    @Override
    public void close() {
        watch.close();
    }
}
