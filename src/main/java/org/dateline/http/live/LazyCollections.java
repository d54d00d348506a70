package org.dateline.http.live;

import java.util.List;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.ReferenceSystem;
import org.dateline.model.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one catalog, made when they are first asked for, and those of the database: GeoTools takes seconds to
 * wake up and tens of megabytes, and a server that only readers come to needs none of it. Any thread may ask.
 */
public final class LazyCollections {

    private final OfCatalog own;
    private final List<ItemCollection> stored;
    private @Nullable CatalogCollections together;

    LazyCollections(Catalog catalog, List<ItemCollection> stored) {
        this(new OfCatalog(catalog), stored);
    }

    private LazyCollections(OfCatalog own, List<ItemCollection> stored) {
        this.own = own;
        this.stored = List.copyOf(stored);
    }

    /** The same catalog's with others of the database. */
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

    /** Whether anybody has asked. */
    boolean asked() {
        return own.asked();
    }

    private static final class OfCatalog {

        private final Catalog catalog;
        private @Nullable CatalogCollections made;

        OfCatalog(Catalog catalog) {
            this.catalog = catalog;
        }

        /** Who asks first will soon query: what a query in another reference system would wait for is made meanwhile. */
        synchronized CatalogCollections get() {
            if (made == null) {
                CatalogCollections collections = CatalogCollections.of(catalog);
                made = collections;
                Thread.ofPlatform()
                        .name("reference-systems")
                        .daemon()
                        .start(() -> collections.referenceSystems().forEach(ReferenceSystem::warm));
            }
            return made;
        }

        synchronized boolean asked() {
            return made != null;
        }
    }
}
