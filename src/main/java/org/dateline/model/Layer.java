package org.dateline.model;

import java.util.List;
import java.util.Locale;

/**
 * A set of features that is shown, switched and served together.
 *
 * @param visible on at first
 */
public record Layer(
        String id,
        Text title,
        Text description,
        Style style,
        boolean visible,
        String source,
        String licence,
        List<Feature> features) {

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

    public Layer {
        features = List.copyOf(features);
    }
}
