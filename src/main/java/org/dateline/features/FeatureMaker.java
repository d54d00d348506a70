package org.dateline.features;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.filter.identity.FeatureIdImpl;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Makes the features of a collection. */
public final class FeatureMaker {

    /** Provides the value of a property. */
    public interface Values<E extends Exception> {
        /** @param index the index of the property in the schema */
        @Nullable
        Object value(int index) throws E;
    }

    private final SimpleFeatureType type;
    private final int properties;

    public FeatureMaker(Schema schema) {
        // Collections do not share types, so the type's name does not matter.
        this.type = schema.featureType("items");
        this.properties = schema.properties().size();
    }

    /** Makes a feature for one response. */
    public <E extends Exception> SimpleFeature make(String id, Values<E> values, @Nullable Geometry geometry) throws E {
        return new SimpleFeatureImpl(all(values, geometry), type, new FeatureIdImpl(id));
    }

    /** Makes a feature that lives as long as its collection. */
    <E extends Exception> MemoryFeature keep(String id, Values<E> values, @Nullable Geometry geometry) throws E {
        return new MemoryFeature(id, all(values, geometry), type);
    }

    private <E extends Exception> List<@Nullable Object> all(Values<E> values, @Nullable Geometry geometry) throws E {
        List<@Nullable Object> all = new ArrayList<>(properties + 1);
        for (int i = 0; i < properties; i++) {
            all.add(values.value(i));
        }
        all.add(geometry);
        return all;
    }
}
