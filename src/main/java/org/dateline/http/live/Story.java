package org.dateline.http.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Fault;
import org.dateline.catalog.FolderFingerprint;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.ItemCollection;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.model.Counted;
import org.dateline.site.Site;
import org.dateline.site.resource.Hosting;
import org.dateline.site.stories.StorySummary;
import org.dateline.site.stories.SummaryStore;
import org.dateline.work.BusyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the stories of a server. Its site is made when somebody reads it and may be dropped afterwards; in between, only
 * its summary is kept. Thread-safe.
 */
final class Story {

    /** What a site takes in memory: so many bytes, */
    private static final long LEAST = 1L << 20;

    /** and so many times the bytes of its files. */
    private static final int TIMES_ITS_FILES = 4;

    private final String name;
    private final Path folder;
    private final Hosting hosting;
    private final SiteMaker maker;
    private final SummaryStore store;
    private final Settling settling = new Settling();
    private volatile @Nullable Known known;
    private volatile @Nullable LiveSite open;
    private volatile List<ItemCollection> offered = List.of();
    private List<StoredCollection> stored = List.of();
    private volatile long lastRead = System.nanoTime();
    private volatile long weight = LEAST;

    /**
     * What is known of a state of the folder.
     *
     * @param state   of the folder
     * @param summary null if the state has faults
     * @param checked whether it was looked for faults
     */
    record Known(String state, @Nullable StorySummary summary, List<Fault> faults, boolean checked) {}

    Story(String name, Path folder, Hosting hosting, SiteMaker maker, SummaryStore store) {
        this.name = name;
        this.folder = folder;
        this.hosting = hosting;
        this.maker = maker;
        this.store = store;
    }

    String name() {
        return name;
    }

    /** What is known of its catalog; null before it was looked at. */
    @Nullable
    Known known() {
        return known;
    }

    /** Where it is served. */
    Hosting hosting() {
        return hosting;
    }

    /** Offers its collections in the database, in addition to those of its catalog. */
    synchronized void offer(Database database, List<StoredCollection> all) {
        if (all.equals(stored)) {
            return;
        }
        stored = all;
        offered = all.stream().map(one -> one.offered(database)).toList();
        LiveSite now = open;
        if (now != null) {
            now.offer(offered);
        }
    }

    /** Its site, if that is in memory. */
    @Nullable
    LiveSite opened() {
        LiveSite now = open;
        if (now != null) {
            lastRead = System.nanoTime();
        }
        return now;
    }

    /** Its site, if that is in memory, without reading it. */
    @Nullable
    LiveSite peek() {
        return open;
    }

    /** The faults of its folder's present state; empty if that is served. */
    List<Fault> faults() {
        LiveSite now = open;
        Known told = known;
        return now != null ? now.state().faults() : told == null ? List.of() : told.faults();
    }

    /** Whether its folder is being written to. */
    boolean isChanging() {
        LiveSite now = open;
        return now != null ? now.isChanging() : settling.isChanging();
    }

    /** Whether its site is in memory. */
    boolean isOpen() {
        return open != null;
    }

    /** When its site was last asked for, as {@link System#nanoTime} tells. */
    long lastRead() {
        return lastRead;
    }

    /** The memory that its site takes, about, in bytes. */
    long weight() {
        return weight;
    }

    /** Whether it can be made again: not while the folder's present state has faults. */
    boolean isDroppable() {
        LiveSite now = open;
        return now != null && now.state().failed() == null;
    }

    /** Its site, made unless it is in memory; this takes time. Null if its catalog has faults. */
    synchronized @Nullable LiveSite open() throws IOException {
        LiveSite now = opened();
        if (now != null) {
            return now;
        }
        SiteSource source = new SiteOfFolder(folder);
        String state = source.state();
        try {
            LiveSite made = new LiveSite(source, hosting, maker);
            weight = LEAST + TIMES_ITS_FILES * bytes();
            if (!offered.isEmpty()) {
                made.offer(offered);
            }
            open = made;
            lastRead = System.nanoTime();
            known = knownOf(state, made);
            return made;
        } catch (InvalidCatalogException e) {
            refuse(state, e.faults());
            return null;
        } catch (CancellationException | BusyException e) {
            // Whoever asked has left, or the server has too much to do: that says nothing about the story.
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            refuse(state, List.of(unreadable(e)));
            return null;
        }
    }

    private Known knownOf(String state, LiveSite made) {
        return new Known(state, StorySummary.of(name, made.site().site().catalog()), List.of(), true);
    }

    private long bytes() {
        long bytes = 0;
        for (Path file : FolderFingerprint.files(folder)) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                // It is gone.
            }
        }
        return bytes;
    }

    /**
     * Reads what the list shows, if nothing is known yet, as fast as that goes: the story is not looked for faults before it is
     * looked at or opened.
     */
    void glance() throws InterruptedException {
        if (known != null) {
            return;
        }
        String state = new SiteOfFolder(folder).state();
        if (isKept(state)) {
            return;
        }
        maker.room().claim(LiveSite.LONGEST_WAIT);
        try {
            CatalogLoader.glance(folder)
                    .ifPresentOrElse(
                            catalog -> seen(new Known(state, StorySummary.of(name, catalog), List.of(), false)),
                            () -> summary(state));
        } finally {
            maker.room().release();
        }
    }

    private synchronized void seen(Known glanced) {
        if (known == null) {
            known = glanced;
        }
    }

    /** Looks whether the folder has changed: the site is renewed if it is in memory, otherwise the summary. */
    void look() throws InterruptedException {
        LiveSite now = open;
        if (now != null) {
            now.look();
            Known before = known;
            Site site = now.site().site();
            if (before == null
                    || before.summary() == null
                    || !before.summary().hash().equals(site.catalog().hash())) {
                known = knownOf("", now);
            }
            return;
        }
        SiteSource source = new SiteOfFolder(folder);
        long asked = System.nanoTime();
        String state = source.state();
        Known before = known;
        if (before != null && before.checked() && !settling.isSettled(asked, state, before.state())) {
            return;
        }
        summarise(state);
    }

    /** Loads what its folder has now. */
    void reload() throws InterruptedException {
        LiveSite now = open;
        if (now != null) {
            now.reload();
            look();
        } else {
            summarise(new SiteOfFolder(folder).state());
        }
    }

    private void summarise(String state) throws InterruptedException {
        if (isKept(state)) {
            return;
        }
        maker.room().claim(LiveSite.LONGEST_WAIT);
        try {
            summary(state);
        } finally {
            maker.room().release();
        }
    }

    /** Takes what an earlier start kept of a state; whether it did. */
    private boolean isKept(String state) {
        Optional<StorySummary> kept = store.find(name, state);
        kept.ifPresent(summary -> known = new Known(state, summary, List.of(), true));
        return kept.isPresent();
    }

    private synchronized void summary(String state) {
        try {
            StorySummary made = StorySummary.of(name, CatalogLoader.load(folder, Map.of()));
            known = new Known(state, made, List.of(), true);
            store.keep(state, made);
        } catch (InvalidCatalogException e) {
            refuse(state, e.faults());
        } catch (RuntimeException | StackOverflowError e) {
            refuse(state, List.of(unreadable(e)));
        }
    }

    private Fault unreadable(Throwable e) {
        return new Fault(folder.toString(), 0, "", String.valueOf(e.getMessage()), "a catalog that can be read");
    }

    private void refuse(String state, List<Fault> faults) {
        Known before = known;
        known = new Known(state, null, faults, true);
        if (before == null || !before.faults().equals(faults)) {
            Logger log = LoggerFactory.getLogger(Story.class);
            log.warn(
                    "The story {} has {} and cannot be shown; the others are served.",
                    name,
                    Counted.of(faults.size(), "fault"));
            faults.forEach(fault -> log.warn("{}: {}", name, fault));
        }
    }

    /** Frees the memory of its site. */
    synchronized void drop() {
        LiveSite now = open;
        open = null;
        if (now != null) {
            now.drop();
        }
    }
}
