package org.dateline.features;

import java.util.HashMap;
import java.util.Map;
import org.dateline.model.Catalog;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;

/** The names of a catalog's features and parties in its default language. */
final class CatalogNames {

    private final String language;
    private final Map<String, String> features = new HashMap<>();
    private final Map<String, String> parties = new HashMap<>();

    CatalogNames(Catalog catalog) {
        this.language = catalog.defaultLanguage();
        catalog.layers()
                .forEach(layer ->
                        layer.features().forEach(feature -> features.put(feature.id(), text(feature.name()))));
        catalog.parties().forEach(party -> parties.put(party.id(), text(party.name())));
    }

    String text(Text text) {
        return text.in(language);
    }

    @Nullable
    String feature(String id) {
        return features.get(id);
    }

    /** @param id null for no party */
    @Nullable
    String party(@Nullable String id) {
        return parties.get(id);
    }
}
