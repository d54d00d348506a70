package org.dateline.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dateline.geo.Geometries;
import org.dateline.geo.ShortWay;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads GeoJSON geometries (RFC 7946, section 3.1) as JTS geometries; a fault names the exact position. */
final class GeometryReader {

    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    /** The longest stretch of an area, in degrees of longitude. */
    private static final double WIDEST_AREA = 300;

    private final Reprojector projection;
    private final Faults faults;

    GeometryReader(Reprojector projection, Faults faults) {
        this.projection = projection;
        this.faults = faults;
    }

    /** A valid geometry in degrees of longitude and latitude, right-handed; empty, with a fault, if it is not one. */
    Optional<Geometry> read(Field field) {
        return shape(field)
                .map(read -> read.getDimension() == 2 ? ShortWay.ofAreas(read) : read)
                .filter(read -> !faults.areSought()
                        || takesTheShortWay(field.get("coordinates"), read) && valid(field.get("coordinates"), read))
                .map(Geometries::cutAtAntimeridian)
                .map(Geometries::rightHanded);
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

    private boolean valid(Field coordinates, Geometry geometry) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            faults.add(coordinates.fault(
                    error.getMessage() + " at " + error.getCoordinate().x + ", " + error.getCoordinate().y,
                    "a valid geometry"));
        }
        return error == null;
    }

    /**
     * Refuses lines with a stretch of more than half the earth: it was meant to cross the antimeridian, but says that it
     * goes around the world (RFC 7946, section 3.1.9). Areas may be as wide as that, but hardly much wider.
     */
    private boolean takesTheShortWay(Field coordinates, Geometry geometry) {
        for (Object part : LinearComponentExtracter.getLines(geometry)) {
            Coordinate[] along = ((LineString) part).getCoordinates();
            for (int i = 1; i < along.length; i++) {
                boolean area = geometry.getDimension() == 2;
                if (ShortWay.isLong(along[i - 1], along[i])
                        && (!area || Math.abs(along[i].x - along[i - 1].x) > WIDEST_AREA)) {
                    faults.add(jump(coordinates, along[i - 1], along[i], area));
                    return false;
                }
            }
        }
        return true;
    }

    private static Fault jump(Field coordinates, Coordinate from, Coordinate to, boolean area) {
        double side = Math.copySign(180, from.x);
        double onwards = to.x + 2 * side;
        double share = (side - from.x) / (onwards - from.x);
        String latitude = rounded(from.y + share * (to.y - from.y));
        String crossing = "one that ends at [" + rounded(side) + ", " + latitude + "], and one that starts at ["
                + rounded(-side) + ", " + latitude + "]";
        return coordinates.fault(
                "a stretch from " + position(from.x, from.y) + " to " + position(to.x, to.y) + ", around the world",
                area
                        ? "areas cut at the antimeridian: " + crossing
                                + " (MultiPolygon), or positions in between if it does go around the world"
                        : "lines cut at the antimeridian: " + crossing + " (MultiLineString)");
    }

    private static String position(double longitude, double latitude) {
        return "[" + rounded(longitude) + ", " + rounded(latitude) + "]";
    }

    private static String rounded(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(5, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
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
