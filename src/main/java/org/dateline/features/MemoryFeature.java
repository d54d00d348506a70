package org.dateline.features;

import java.util.List;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.filter.identity.FeatureIdImpl;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a collection in memory. It never changes, so its encoded form is kept once it was requested: a page of
 * such features is assembled, not encoded.
 */
public final class MemoryFeature extends SimpleFeatureImpl {

    private volatile byte @Nullable [] written;

    MemoryFeature(String id, List<@Nullable Object> values, SimpleFeatureType type) {
        super(values, type, new FeatureIdImpl(id));
    }

    /**
     * The feature in the form that is requested most often; callers must not change the bytes.
     *
     * @param writer the same at each call
     */
    public byte[] written(Function<SimpleFeature, byte[]> writer) {
        byte[] known = written;
        if (known == null) {
            // Concurrent writers produce the same bytes.
            known = writer.apply(this);
            written = known;
        }
        return known;
    }
}
