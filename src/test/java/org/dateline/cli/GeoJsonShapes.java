package org.dateline.cli;

import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** GeoJSON geometries as JTS's, for comparisons in tests. */
final class GeoJsonShapes {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GeoJsonShapes() {}

    static Geometry read(JsonNode json) {
        JsonNode at = json.path("coordinates");
        return switch (json.path("type").asString()) {
            case "Point" -> FACTORY.createPoint(position(at));
            case "LineString" -> FACTORY.createLineString(positions(at));
            case "Polygon" -> polygon(at);
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(at));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(StreamSupport.stream(at.spliterator(), false)
                        .map(line -> FACTORY.createLineString(positions(line)))
                        .toArray(LineString[]::new));
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(StreamSupport.stream(at.spliterator(), false)
                        .map(GeoJsonShapes::polygon)
                        .toArray(Polygon[]::new));
            case "GeometryCollection" ->
                FACTORY.createGeometryCollection(
                        StreamSupport.stream(json.path("geometries").spliterator(), false)
                                .map(GeoJsonShapes::read)
                                .toArray(Geometry[]::new));
            default -> throw new IllegalArgumentException("got " + json);
        };
    }

    private static Polygon polygon(JsonNode rings) {
        LinearRing[] all = StreamSupport.stream(rings.spliterator(), false)
                .map(ring -> FACTORY.createLinearRing(positions(ring)))
                .toArray(LinearRing[]::new);
        return FACTORY.createPolygon(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }

    private static Coordinate[] positions(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(GeoJsonShapes::position)
                .toArray(Coordinate[]::new);
    }

    private static Coordinate position(JsonNode position) {
        return new Coordinate(
                round(position.path(0).asDouble()), round(position.path(1).asDouble()));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
