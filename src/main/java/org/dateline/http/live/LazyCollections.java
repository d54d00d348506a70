package org.dateline.http.live;

import java.time.Duration;
import java.util.List;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.model.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one catalog, created at the first request, and those of the database. GeoTools takes seconds to
 * load and tens of megabytes, which a server without queries does not need. Thread-safe.
 */
public final class LazyCollections {

    private final OwnCollections own;
    private final List<ItemCollection> stored;
    private @Nullable CatalogCollections together;

    LazyCollections(Catalog catalog, List<ItemCollection> stored) {
        this(new OwnCollections(catalog), stored);
    }

    private LazyCollections(OwnCollections own, List<ItemCollection> stored) {
        this.own = own;
        this.stored = List.copyOf(stored);
    }

    /** A copy with other collections of the database. */
    LazyCollections with(List<ItemCollection> others) {
        return new LazyCollections(own, others);
    }

    public List<ItemCollection> stored() {
        return stored;
    }

    synchronized CatalogCollections get() {
        if (together == null) {
            together = own.get().with(stored);
        }
        return together;
    }

    /** Whether the collections have been requested. */
    boolean asked() {
        return own.asked();
    }

    /** Waits until no reference systems are being loaded any more: they take files from the folder for temporary ones. */
    void awaitLoading(Duration longest) throws InterruptedException {
        own.awaitLoading(longest);
    }

    private static final class OwnCollections {

        private final Catalog catalog;
        private @Nullable CatalogCollections made;
        private @Nullable Thread loading;

        OwnCollections(Catalog catalog) {
            this.catalog = catalog;
        }

        /**
         * Returns the collections. The first call also loads the reference systems in the background, because queries
         * are likely to follow.
         */
        synchronized CatalogCollections get() {
            if (made == null) {
                CatalogCollections collections = CatalogCollections.of(catalog);
                made = collections;
                loading = Thread.ofPlatform()
                        .name("reference-systems")
                        .daemon()
                        .start(() -> collections.referenceSystems().forEach(ReferenceSystem::warm));
            }
            return made;
        }

        synchronized boolean asked() {
            return made != null;
        }

        void awaitLoading(Duration longest) throws InterruptedException {
            Thread thread;
            synchronized (this) {
                thread = loading;
            }
            if (thread != null) {
                thread.join(longest);
            }
        }
    }
}
