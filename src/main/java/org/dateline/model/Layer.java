package org.dateline.model;

import java.util.List;
import java.util.Locale;

/**
 * A set of features that is shown, switched and served together.
 *
 * @param visible  on at first
 * @param features those of its file; none for a layer in the database, whose records no catalog holds
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

    /** Beyond so many features a layer is shown by tiles, and its features are records: found by queries, on no page of the site. */
    private static final int MOST_SMALL = 2_000;

    /** The family of symbols that a layer is drawn with. */
    public enum Style {
        INCIDENT,
        PLACE,
        ROUTE,
        AREA;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a layer's features are kept. */
    public enum Store {
        /** {@code features.geojson} beside {@code layer.yaml}. */
        FILE,
        /** The collection of the same id in the database that a server is started with. */
        DATABASE
    }

    public Layer {
        features = List.copyOf(features);
    }

    /** The same layer with other features, all of which are shown. */
    public Layer holding(List<Feature> others) {
        return new Layer(id, title, description, style, visible, source, licence, Store.FILE, others);
    }

    /** Whether it is shown by tiles and lists of records rather than as a whole. */
    public boolean isLarge() {
        return store == Store.DATABASE || features.size() > MOST_SMALL;
    }
}
