package org.dateline.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.geo.Geometries;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** A GeoJSON geometry that stands for itself, read and checked as those of layers are; collections of geometries too. */
public final class GeoJsonGeometry {

    private GeoJsonGeometry() {}

    /** @throws IllegalArgumentException says what was got and what was expected */
    public static Geometry read(JsonNode geometry) {
        if (geometry.path("type").asString("").equals("GeometryCollection")) {
            return Geometries.FACTORY.createGeometryCollection(geometry.path("geometries")
                    .valueStream()
                    .map(GeoJsonGeometry::read)
                    .toArray(Geometry[]::new));
        }
        Faults faults = new Faults();
        Optional<Geometry> read =
                new GeometryReader(Reprojector.IDENTITY, faults).read(new Document("", geometry, Map.of()).field());
        try {
            faults.throwIfAny();
        } catch (InvalidCatalogException e) {
            List<Fault> found = e.faults();
            throw new IllegalArgumentException("got " + found.getFirst().got() + ", expected "
                    + found.getFirst().expected());
        }
        return read.orElseThrow();
    }

    /** Whether the name of a reference system means longitude and latitude on WGS 84. */
    public static boolean inDegrees(String system) {
        return Reprojector.of(system).filter(Reprojector.IDENTITY::equals).isPresent();
    }
}
