package org.dateline.http;

import org.dateline.features.CatalogCollections;
import org.dateline.features.ReferenceSystem;
import org.dateline.model.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one catalog, made when they are first asked for: GeoTools takes seconds to wake up, and a reader's
 * page needs none of it. Any thread may ask.
 */
final class LazyCollections {

    private final Catalog catalog;
    private @Nullable CatalogCollections made;

    LazyCollections(Catalog catalog) {
        this.catalog = catalog;
    }

    synchronized CatalogCollections get() {
        if (made == null) {
            made = CatalogCollections.of(catalog);
        }
        return made;
    }

    /** Makes all that a first query would wait for, the reference systems too. */
    void warm() {
        get().referenceSystems().forEach(ReferenceSystem::warm);
    }
}
