package org.dateline.formats;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.dateline.features.FeatureProperties;
import org.dateline.geo.Bbox;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes layers as GeoJSON (RFC 7946): longitude before latitude, exterior rings counter-clockwise, a bbox on the
 * collection and on each feature that is more than a point, null geometry for unlocated features. A radius is a circle
 * with its centre in the property {@code center}. Each feature contains the excerpts that name it or tell of it. The {@code
 * effective_date} of an excerpt is the date that it tells of, otherwise its report's (YYYY-MM-DD, YYYY-MM or YYYY);
 * null if neither is stated.
 */
public final class GeoJsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Catalog catalog;
    private final FeatureProperties properties;

    public GeoJsonWriter(Catalog catalog) {
        this.catalog = catalog;
        this.properties = new FeatureProperties(catalog);
    }

    /** A layer in UTF-8, with one feature per line. */
    public byte[] write(Layer layer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("id", layer.id());
            json.writeStringProperty("title", inDefault(layer.title()));
            bbox(
                    json,
                    Bbox.union(layer.features().stream()
                            .flatMap(feature -> feature.location().geometry().flatMap(Bbox::of).stream())
                            .toList()));
            json.writeArrayPropertyStart("features");
            for (Feature feature : layer.features()) {
                json.writeRaw('\n');
                feature(json, layer, feature);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toByteArray();
    }

    private void feature(JsonGenerator json, Layer layer, Feature feature) {
        Optional<Geometry> geometry = feature.location().geometry();
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", feature.id());
        // Readers fetch these files: the box of a point would only repeat its coordinates.
        bbox(json, geometry.filter(shape -> !(shape instanceof Point)).flatMap(Bbox::of));
        json.writeName("geometry");
        if (geometry.isPresent()) {
            GeometryWriter.DEGREES.write(json, geometry.get());
        } else {
            json.writeNull();
        }
        json.writeObjectPropertyStart("properties");
        properties.of(layer, feature, geometry).forEach((name, value) -> {
            json.writeName(name);
            ValueWriter.write(json, value);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private String inDefault(Text text) {
        return text.in(catalog.defaultLanguage());
    }

    static void bbox(JsonGenerator json, Optional<Bbox> bbox) {
        bbox.ifPresent(box -> {
            json.writeName("bbox");
            json.writeStartArray();
            for (double side : box.toArray()) {
                GeometryWriter.DEGREES.number(json, side);
            }
            json.writeEndArray();
        });
    }
}
