package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dateline.features.MemoryFeature;
import org.dateline.features.Property;
import org.dateline.geo.Bbox;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Writes pages as GeoJSON (RFC 7946) with the members of OGC API - Features - Part 1: links, timeStamp, numberMatched
 * (if known) and numberReturned. Features have the same properties as in a layer's file, with null for missing ones.
 */
public final class GeoJsonPageWriter implements PageWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final byte[] SEPARATOR = {',', '\n'};

    /** What follows the features. */
    private static final String END = "]}\n";

    /** To check the time at each feature takes as long as to copy its bytes. */
    private static final int CHECK_EACH = 64;

    @Override
    public void write(FeaturePage page, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty(
                    "timeStamp", page.made().truncatedTo(ChronoUnit.SECONDS).toString());
            page.matched().ifPresent(matched -> json.writeNumberProperty("numberMatched", matched));
            json.writeNumberProperty("numberReturned", page.features().size());
            links(json, page);
            json.writeArrayPropertyStart("features");
            if (isUsual(page)) {
                // Written directly, because the generator has written nothing of the array yet and these are bytes
                // already.
                json.flush();
                writeUsual(page, out);
            } else {
                for (SimpleFeature feature : page.features()) {
                    Admission.check();
                    json.writeRaw('\n');
                    write(json, page, feature);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeUsual(FeaturePage page, OutputStream out) throws IOException {
        int count = page.features().size();
        byte[][] features = new byte[count][];
        long size = END.length();
        for (int i = 0; i < count; i++) {
            if (i % CHECK_EACH == 0) {
                Admission.check();
            }
            MemoryFeature feature = (MemoryFeature) page.features().get(i);
            features[i] = feature.written(one -> encoded(page, one));
            size += features[i].length + SEPARATOR.length;
        }
        if (out instanceof PageBuffer buffer) {
            // The first feature has no comma.
            buffer.expect(count == 0 ? size : size - 1);
        }
        for (int i = 0; i < count; i++) {
            out.write(SEPARATOR, i == 0 ? 1 : 0, i == 0 ? 1 : 2);
            out.write(features[i]);
        }
    }

    /**
     * Whether all features can reuse their encoded form: complete and in longitude and latitude, as in most requests.
     */
    private static boolean isUsual(FeaturePage page) {
        return page.system().isCrs84()
                && page.selected().size()
                        == page.collection().schema().properties().size()
                && page.features().stream().allMatch(MemoryFeature.class::isInstance);
    }

    private static byte[] encoded(FeaturePage page, SimpleFeature feature) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(json, page, feature);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, FeaturePage page, SimpleFeature feature) {
        json.writeStartObject();
        members(json, page, feature);
        json.writeEndObject();
    }

    /** Writes the only feature of a page as a Feature with the page's links. */
    public void writeFeature(FeaturePage page, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            members(json, page, page.features().getFirst());
            links(json, page);
            json.writeEndObject();
        }
    }

    static void members(JsonGenerator json, FeaturePage page, SimpleFeature feature) {
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", feature.getID());
        Optional<Geometry> geometry = page.geometry(feature);
        if (page.system().isCrs84()) {
            // RFC 7946 defines a bbox in no other system.
            GeoJsonWriter.bbox(json, geometry.flatMap(Bbox::of));
        }
        json.writeName("geometry");
        if (geometry.isPresent()) {
            (page.system().inDegrees() ? GeometryWriter.DEGREES : GeometryWriter.METRES).write(json, geometry.get());
        } else {
            json.writeNull();
        }
        json.writeObjectPropertyStart("properties");
        for (Property property : page.selected()) {
            json.writeName(property.name());
            ValueWriter.write(json, feature.getAttribute(property.name()));
        }
        json.writeEndObject();
    }

    private static void links(JsonGenerator json, FeaturePage page) {
        json.writeArrayPropertyStart("links");
        for (Link link : page.links()) {
            json.writeStartObject();
            json.writeStringProperty("rel", link.rel());
            json.writeStringProperty("type", link.type());
            json.writeStringProperty("title", link.title());
            json.writeStringProperty("href", link.href());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
