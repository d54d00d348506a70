package org.dateline.site.page;

import org.dateline.features.ItemCollection;
import org.dateline.model.Layer;
import org.dateline.site.resource.LayerAddress;
import org.jspecify.annotations.Nullable;

/** The texts of a page about layers and collections of records. */
public record LayerTexts(Page page) {

    /** The title of a collection, as the catalog has it if it is a layer. */
    public String title(ItemCollection collection) {
        return page.text(page.catalog().layer(collection.id()).map(Layer::title).orElse(collection.title()));
    }

    /** The description of a collection, as the catalog has it if it is a layer. */
    public String description(ItemCollection collection) {
        return page.text(
                page.catalog().layer(collection.id()).map(Layer::description).orElse(collection.description()));
    }

    /** The page that lists a collection's records. */
    public @Nullable String records(String collection) {
        return page.links().page(LayerAddress.list(collection));
    }

    /** Whether a layer's features are listed on pages that only a server has. */
    public boolean hasRecordPages(Layer layer) {
        return LayerAddress.hasTiles(layer, page.site().hosting());
    }
}
