package org.dateline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dateline.geo.Geometries;
import org.dateline.geo.GeometryProblem;
import org.dateline.geo.ShortWay;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads GeoJSON geometries (RFC 7946, section 3.1) as JTS geometries; a fault names the exact position. */
final class GeometryReader {

    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    private final Reprojector projection;
    private final Faults faults;

    GeometryReader(Reprojector projection, Faults faults) {
        this.projection = projection;
        this.faults = faults;
    }

    /** A valid geometry in degrees of longitude and latitude, right-handed; empty, with a fault, if it is not one. */
    Optional<Geometry> read(Field field) {
        return shape(field)
                .map(ShortWay::of)
                .filter(read -> !faults.areSought() || isSound(field.get("coordinates"), read))
                .map(Geometries::cutAtAntimeridian)
                .map(read -> faults.areSought() ? Geometries.rightHanded(read) : read);
    }

    /** The geometry as written; empty, with a fault, if it is not GeoJSON. */
    Optional<Geometry> shape(Field field) {
        Field type = field.get("type");
        Field coordinates = field.get("coordinates");
        Optional<? extends Geometry> shape = switch (type.text()) {
            case "Point" -> position(coordinates).map(FACTORY::createPoint);
            case "MultiPoint" -> positions(coordinates, 1).map(FACTORY::createMultiPointFromCoords);
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                all(coordinates, this::line)
                        .map(lines -> FACTORY.createMultiLineString(lines.toArray(LineString[]::new)));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                all(coordinates, this::polygon)
                        .map(polygons -> FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
            default -> {
                faults.add(type.fault("Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon"));
                yield Optional.empty();
            }
        };
        return shape.map(Geometry.class::cast);
    }

    private boolean isSound(Field coordinates, Geometry geometry) {
        Optional<GeometryProblem> problem = GeometryProblem.of(geometry);
        problem.ifPresent(found -> faults.add(coordinates.fault(found.got(), found.expected())));
        return problem.isEmpty();
    }

    private Optional<LineString> line(Field field) {
        return positions(field, 2).map(FACTORY::createLineString);
    }

    private Optional<Polygon> polygon(Field field) {
        return all(field, this::ring).flatMap(rings -> {
            if (rings.isEmpty()) {
                faults.add(field.fault("a polygon with a ring"));
                return Optional.empty();
            }
            LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
            return Optional.of(FACTORY.createPolygon(rings.getFirst(), holes));
        });
    }

    private Optional<LinearRing> ring(Field field) {
        return positions(field, 4).flatMap(positions -> {
            Coordinate first = positions[0];
            Coordinate last = positions[positions.length - 1];
            if (!first.equals2D(last)) {
                faults.add(field.fault(
                        "a ring from " + first.x + ", " + first.y + " to " + last.x + ", " + last.y,
                        "a closed ring, ending where it starts"));
                return Optional.empty();
            }
            return Optional.of(FACTORY.createLinearRing(positions));
        });
    }

    private Optional<Coordinate[]> positions(Field field, int atLeast) {
        if (!field.node().isArray() || field.node().size() < atLeast) {
            faults.add(field.fault("an array of " + atLeast + " or more positions"));
            return Optional.empty();
        }
        return all(field, this::position).map(list -> list.toArray(Coordinate[]::new));
    }

    private Optional<Coordinate> position(Field field) {
        if (!field.node().isArray()
                || field.node().size() < 2
                || !field.node().path(0).isNumber()
                || !field.node().path(1).isNumber()) {
            faults.add(field.fault("a position, as [longitude, latitude]"));
            return Optional.empty();
        }
        Coordinate position = projection.toDegrees(
                field.node().path(0).numberValue().doubleValue(),
                field.node().path(1).numberValue().doubleValue());
        if (!projection.reaches(position)) {
            faults.add(field.fault("longitude within -180..180 and latitude within -90..90, in this order"
                    + (Math.abs(position.y) <= 90 ? "; cut what crosses the antimeridian there" : "")));
            return Optional.empty();
        }
        return Optional.of(position);
    }

    /** All items, or empty if one of them has a fault; every item is read, so that all faults are found. */
    private <T> Optional<List<T>> all(Field field, Function<Field, Optional<T>> reader) {
        if (!field.node().isArray()) {
            faults.add(field.fault("an array"));
            return Optional.empty();
        }
        List<T> read = new ArrayList<>();
        for (Field item : field.items()) {
            reader.apply(item).ifPresent(read::add);
        }
        return read.size() == field.node().size() ? Optional.of(read) : Optional.empty();
    }
}
