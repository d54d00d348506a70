package org.dateline.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dateline.geo.Geometries;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** Reads a GeoJSON geometry that is not part of a layer, including geometry collections, with the layers' reader. */
public final class GeoJsonGeometry {

    private static final int DEEPEST = 100;

    private GeoJsonGeometry() {}

    /**
     * A valid geometry in degrees of longitude and latitude, right-handed.
     *
     * @throws IllegalArgumentException says what was got and what was expected
     */
    public static Geometry read(JsonNode geometry) {
        return read(geometry, Reprojector.IDENTITY, GeometryReader::read, 0);
    }

    /**
     * A geometry in any reference system, as it is written, valid or not.
     *
     * @throws IllegalArgumentException says what was got and what was expected
     */
    public static Geometry readUnchecked(JsonNode geometry) {
        return read(geometry, Reprojector.NONE, GeometryReader::shape, 0);
    }

    private static Geometry read(
            JsonNode geometry,
            Reprojector system,
            BiFunction<GeometryReader, Field, Optional<Geometry>> reader,
            int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("got more than " + DEEPEST + " levels of nesting, expected fewer");
        }
        if (geometry.path("type").asString("").equals("GeometryCollection")) {
            if (!geometry.path("geometries").isArray()) {
                throw new IllegalArgumentException(
                        "got a GeometryCollection without geometries, expected an array of them");
            }
            return Geometries.FACTORY.createGeometryCollection(geometry.path("geometries")
                    .valueStream()
                    .map(part -> read(part, system, reader, depth + 1))
                    .toArray(Geometry[]::new));
        }
        Faults faults = new Faults();
        Field field = new Document("", geometry, Map.of()).field();
        return reader.apply(new GeometryReader(system, faults), field).orElseThrow(() -> {
            Fault first = faults.first().orElseThrow();
            return new IllegalArgumentException("got " + first.got() + ", expected " + first.expected());
        });
    }

    /** Whether the name of a reference system means longitude and latitude on WGS 84. */
    public static boolean inDegrees(String system) {
        return Reprojector.of(system).filter(Reprojector.IDENTITY::equals).isPresent();
    }
}
