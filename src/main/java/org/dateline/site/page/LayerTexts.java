package org.dateline.site.page;

import java.util.Optional;
import org.dateline.features.ItemCollection;
import org.dateline.model.Layer;
import org.dateline.site.resource.LayerAddress;
import org.jspecify.annotations.Nullable;

/** Layers and their records in the words of a page, and where they are. */
public record LayerTexts(Page page) {

    /** The layer of an id; empty for a collection that is none. */
    Optional<Layer> layer(String id) {
        return page.catalog().layers().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst();
    }

    /** What a collection is called: by the catalog where it is a layer, else by itself. */
    public String title(ItemCollection collection) {
        return page.text(layer(collection.id()).map(Layer::title).orElse(collection.title()));
    }

    /** What a collection holds, in the words of the same. */
    public String description(ItemCollection collection) {
        return page.text(layer(collection.id()).map(Layer::description).orElse(collection.description()));
    }

    /** The page that lists a collection's records. */
    public @Nullable String records(String collection) {
        return page.links().page(LayerAddress.list(collection));
    }

    /** Whether a layer's features are listed on pages of a server's, and not on the site's own. */
    public boolean hasRecordPages(Layer layer) {
        return LayerAddress.hasTiles(layer, page.site().hosting());
    }
}
