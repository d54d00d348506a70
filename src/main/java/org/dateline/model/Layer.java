package org.dateline.model;

import java.util.List;
import java.util.Locale;

/**
 * A set of features that is shown, switched and served together.
 *
 * @param visible  whether it is shown initially
 * @param features those of its file; none for a layer in the database
 */
public record Layer(
        String id,
        Text title,
        Text description,
        Style style,
        boolean visible,
        String source,
        String licence,
        Store store,
        List<Feature> features) {

    /**
     * A layer with more features is shown by tiles, and its features are records: found by queries, without static
     * pages.
     */
    private static final int MOST_SMALL = 2_000;

    /** The set of symbols that a layer is drawn with. */
    public enum Style {
        INCIDENT,
        PLACE,
        ROUTE,
        AREA;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The place where a layer's features are stored. */
    public enum Store {
        /** The file {@code features.geojson} in the layer's folder. */
        FILE,
        /** The collection with the same id in the server's database. */
        DATABASE
    }

    public Layer {
        features = List.copyOf(features);
    }

    /** A copy with other features. */
    public Layer holding(List<Feature> others) {
        return new Layer(id, title, description, style, visible, source, licence, Store.FILE, others);
    }

    /** Whether it is shown by tiles and lists of records instead of as a whole. */
    public boolean isLarge() {
        return store == Store.DATABASE || features.size() > MOST_SMALL;
    }
}
