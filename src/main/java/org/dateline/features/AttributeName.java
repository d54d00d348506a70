package org.dateline.features;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.filter.AttributeExpressionImpl;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;

/**
 * A property name that is looked up literally. GeoTools' own class takes names for XPath and finds nothing for names
 * with a space or slash, which are common in column names.
 */
public final class AttributeName extends AttributeExpressionImpl {

    /** The position of the property in features of a type. */
    private record Position(SimpleFeatureType type, int index) {}

    /** In the features that were evaluated last: to look up the name in each takes longer than most filters do. */
    private @Nullable Position last;

    public AttributeName(String name) {
        super(name);
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object feature) {
        if (!(feature instanceof SimpleFeature simple)) {
            return null;
        }
        SimpleFeatureType type = simple.getFeatureType();
        Position position = last;
        if (position == null || position.type() != type) {
            position = new Position(type, type.indexOf(getPropertyName()));
            last = position;
        }
        return position.index() < 0 ? null : simple.getAttribute(position.index());
    }

    @Override
    public <T> @Nullable T evaluate(@Nullable Object feature, @Nullable Class<T> type) {
        return Converters.convert(evaluate(feature), type);
    }
}
