package org.dateline.http;

import org.dateline.features.CatalogCollections;
import org.dateline.features.ReferenceSystem;
import org.dateline.model.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one catalog, made when they are first asked for: GeoTools takes seconds to wake up and tens of
 * megabytes, and a server that only readers come to needs none of it. Any thread may ask.
 */
final class LazyCollections {

    private final Catalog catalog;
    private @Nullable CatalogCollections made;

    LazyCollections(Catalog catalog) {
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

    /** Whether anybody has asked. */
    synchronized boolean asked() {
        return made != null;
    }
}
