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

/** Writes JTS geometries as GeoJSON. */
final class GeometryWriter {

    /** Rounds to a millionth of a degree, about a tenth of a metre. */
    static final GeometryWriter DEGREES = new GeometryWriter(1e6);

    /** Rounds to a tenth of a metre. */
    static final GeometryWriter METRES = new GeometryWriter(10);

    private final double steps;

    /** @param steps how many of the smallest steps make one unit */
    private GeometryWriter(double steps) {
        this.steps = steps;
    }

    void write(JsonGenerator json, Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            json.writeArrayPropertyStart("geometries");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            json.writeName("coordinates");
            coordinates(json, geometry);
        }
        json.writeEndObject();
    }

    private void position(JsonGenerator json, Coordinate position) {
        json.writeStartArray();
        number(json, position.x);
        number(json, position.y);
        json.writeEndArray();
    }

    void number(JsonGenerator json, double value) {
        json.writeNumber(Math.round(value * steps) / steps);
    }

    private void coordinates(JsonGenerator json, Geometry geometry) {
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
                        + ", expected a point, line or polygon, or a collection of one of these");
        }
    }

    private void parts(JsonGenerator json, GeometryCollection collection) {
        json.writeStartArray();
        for (int i = 0; i < collection.getNumGeometries(); i++) {
            coordinates(json, collection.getGeometryN(i));
        }
        json.writeEndArray();
    }

    private void positions(JsonGenerator json, Coordinate[] positions) {
        json.writeStartArray();
        for (Coordinate position : positions) {
            position(json, position);
        }
        json.writeEndArray();
    }
}
