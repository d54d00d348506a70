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

    /** Where the value of a property comes from. */
    public interface Values<E extends Exception> {
        /** @param index of the property in the schema */
        @Nullable
        Object value(int index) throws E;
    }

    private final SimpleFeatureType type;
    private final int properties;

    public FeatureMaker(Schema schema) {
        // No two collections of a server share a type, so its name is of no matter.
        this.type = schema.featureType("items");
        this.properties = schema.properties().size();
    }

    /** For one answer. */
    public <E extends Exception> SimpleFeature make(String id, Values<E> values, @Nullable Geometry geometry) throws E {
        return new SimpleFeatureImpl(all(values, geometry), type, new FeatureIdImpl(id));
    }

    /** For as long as its collection. */
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
