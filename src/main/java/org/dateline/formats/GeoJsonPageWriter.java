package org.dateline.formats;

import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dateline.features.Property;
import org.dateline.geo.Bbox;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Pages as GeoJSON (RFC 7946) with the members of OGC API - Features - Part 1: links, timeStamp, numberMatched
 * (where it is known) and numberReturned. Features are the same as in a layer's file,
 * with null for what others have and they have not.
 */
public final class GeoJsonPageWriter implements PageWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(FeaturePage page, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty(
                    "timeStamp", page.made().truncatedTo(ChronoUnit.SECONDS).toString());
            page.matched().ifPresent(matched -> json.writeNumberProperty("numberMatched", matched));
            json.writeNumberProperty("numberReturned", page.features().size());
            links(json, page);
            json.writeArrayPropertyStart("features");
            for (SimpleFeature feature : page.features()) {
                json.writeRaw('\n');
                json.writeStartObject();
                members(json, page, feature);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** The only feature of a page, as a Feature with the page's links. */
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
            // RFC 7946 knows no other system, and no other rule for its bbox.
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
