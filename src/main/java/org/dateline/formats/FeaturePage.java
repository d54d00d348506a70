package org.dateline.formats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.Schema;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A page of features, ready to be encoded.
 *
 * @param features in longitude and latitude
 * @param matched  how many features match the query; empty if unknown
 * @param offset   how many of these precede the page
 * @param selected the properties to write
 * @param system   the reference system to write geometries in
 * @param links    from this page to others
 * @param sorted whether the request names the order of the features
 */
public record FeaturePage(
        ItemCollection collection,
        List<SimpleFeature> features,
        OptionalLong matched,
        int offset,
        List<Property> selected,
        ReferenceSystem system,
        List<Link> links,
        Instant made,
        boolean sorted) {

    public FeaturePage {
        features = List.copyOf(features);
        selected = List.copyOf(selected);
        links = List.copyOf(links);
    }

    /** The geometry in the page's reference system; empty if there is none, or none in that system. */
    public Optional<Geometry> geometry(SimpleFeature feature) {
        return degrees(feature).flatMap(system::fromDegrees);
    }

    /**
     * The geometry in the page's reference system with easting or longitude first, as binary formats require regardless
     * of the system's axis order.
     */
    Optional<Geometry> geometryXFirst(SimpleFeature feature) {
        return system.inDegrees() ? degrees(feature) : geometry(feature);
    }

    /**
     * The box around all geometries in the page's reference system, easting or longitude first; JTS's null envelope if
     * there are none.
     */
    Envelope envelopeXFirst() {
        Envelope box = new Envelope();
        features.forEach(feature ->
                geometryXFirst(feature).ifPresent(shape -> box.expandToInclude(shape.getEnvelopeInternal())));
        return box;
    }

    /** The geometry in longitude and latitude. */
    public static Optional<Geometry> degrees(SimpleFeature feature) {
        return Optional.ofNullable((Geometry) feature.getAttribute(Schema.GEOMETRY));
    }
}
