package org.dateline.features;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.filter.AttributeExpressionImpl;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;

/**
 * A property name that is looked up literally. GeoTools' own class takes names for XPath and finds nothing for names
 * with a space or slash, which are common in column names.
 */
public final class AttributeName extends AttributeExpressionImpl {

    public AttributeName(String name) {
        super(name);
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object feature) {
        return feature instanceof SimpleFeature simple ? simple.getAttribute(getPropertyName()) : null;
    }

    @Override
    public <T> @Nullable T evaluate(@Nullable Object feature, @Nullable Class<T> type) {
        return Converters.convert(evaluate(feature), type);
    }
}
