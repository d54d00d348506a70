package org.dateline.formats;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** JTS geometries as GeoJSON, with positions to a millionth of a degree (about a tenth of a metre). */
final class GeometryWriter {

    private GeometryWriter() {}

    static void write(JsonGenerator json, Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName("coordinates");
        coordinates(json, geometry);
        json.writeEndObject();
    }

    static void position(JsonGenerator json, Coordinate position) {
        json.writeStartArray();
        degrees(json, position.x);
        degrees(json, position.y);
        json.writeEndArray();
    }

    static void degrees(JsonGenerator json, double degrees) {
        json.writeNumber(Math.round(degrees * 1e6) / 1e6);
    }

    private static void coordinates(JsonGenerator json, Geometry geometry) {
        switch (geometry) {
            case Point point -> position(json, point.getCoordinate());
            case LineString line -> positions(json, line.getCoordinates());
            case Polygon polygon -> {
                json.writeStartArray();
                positions(json, polygon.getExteriorRing().getCoordinates());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    positions(json, polygon.getInteriorRingN(i).getCoordinates());
                }
                json.writeEndArray();
            }
            case MultiPoint parts -> parts(json, parts);
            case MultiLineString parts -> parts(json, parts);
            case MultiPolygon parts -> parts(json, parts);
            default ->
                throw new IllegalStateException("got a " + geometry.getGeometryType()
                        + ", expected a point, line, polygon or several of one of these");
        }
    }

    private static void parts(JsonGenerator json, GeometryCollection collection) {
        json.writeStartArray();
        for (int i = 0; i < collection.getNumGeometries(); i++) {
            coordinates(json, collection.getGeometryN(i));
        }
        json.writeEndArray();
    }

    private static void positions(JsonGenerator json, Coordinate[] positions) {
        json.writeStartArray();
        for (Coordinate position : positions) {
            position(json, position);
        }
        json.writeEndArray();
    }
}
