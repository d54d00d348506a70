package org.dateline.draw.plane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.geo.Geometries;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads TopoJSON, which stores a line once for the shapes on both of its sides. Format: <a
 * href="https://github.com/topojson/topojson-specification">TopoJSON specification 1.0</a>. Geometries are in degrees,
 * longitude before latitude.
 */
public final class TopoJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    /** A geometry with the properties from its file; an empty object node if there are none. */
    public record Member(Geometry geometry, JsonNode properties) {}

    private final String file;
    private final Map<String, List<Member>> objects = new LinkedHashMap<>();
    private final List<Coordinate[]> arcs = new ArrayList<>();
    private final double[] scale = {1, 1};
    private final double[] translate = {0, 0};
    private final boolean quantised;

    /**
     * @throws IOException if the file cannot be read or is not TopoJSON; the message names the file, the field and what
     *     was expected
     */
    public static TopoJson read(Path file) throws IOException {
        return read(file, Files.readAllBytes(file));
    }

    /** @param content the content of the file */
    public static TopoJson read(Path file, byte[] content) throws TopoJsonException {
        if (content.length == 0) {
            throw new TopoJsonException(file.toString(), "", "an empty file", "a topology");
        }
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (JacksonException e) {
            throw new TopoJsonException(file.toString(), "", "invalid JSON", "a topology");
        }
        return new TopoJson(file.toString(), root);
    }

    private TopoJson(String file, JsonNode root) throws TopoJsonException {
        this.file = file;
        if (!root.path("type").asString("").equals("Topology")) {
            throw fault("type", root.path("type"), "\"Topology\"");
        }
        JsonNode transform = root.path("transform");
        quantised = transform.isObject();
        if (quantised) {
            for (int i = 0; i < 2; i++) {
                scale[i] = number(
                        "transform.scale[" + i + "]", transform.path("scale").path(i));
                translate[i] = number(
                        "transform.translate[" + i + "]",
                        transform.path("translate").path(i));
            }
        }
        JsonNode rawArcs = array("arcs", root.path("arcs"));
        for (int i = 0; i < rawArcs.size(); i++) {
            arcs.add(arc("arcs[" + i + "]", rawArcs.get(i)));
        }
        if (!root.path("objects").isObject()) {
            throw fault("objects", root.path("objects"), "an object of geometries by name");
        }
        for (Map.Entry<String, JsonNode> object : root.path("objects").properties()) {
            List<Member> members = new ArrayList<>();
            collect("objects." + object.getKey(), object.getValue(), members);
            objects.put(object.getKey(), List.copyOf(members));
        }
    }

    /** The members of an object of the topology, with collections unpacked; empty if there is no such object. */
    public List<Member> members(String object) {
        return objects.getOrDefault(object, List.of());
    }

    private void collect(String field, JsonNode node, List<Member> into) throws TopoJsonException {
        if (node.path("type").asString("").equals("GeometryCollection")) {
            JsonNode members = array(field + ".geometries", node.path("geometries"));
            for (int i = 0; i < members.size(); i++) {
                collect(field + ".geometries[" + i + "]", members.get(i), into);
            }
            return;
        }
        Geometry geometry = geometry(field, node);
        if (geometry != null) {
            into.add(new Member(geometry, node.path("properties")));
        }
    }

    private @Nullable Geometry geometry(String field, JsonNode node) throws TopoJsonException {
        if (node.path("type").isNull()) {
            return null;
        }
        JsonNode arcs = node.path("arcs");
        JsonNode coordinates = node.path("coordinates");
        String type = node.path("type").asString("");
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(field + ".coordinates", coordinates));
            case "MultiPoint" -> {
                Coordinate[] points = new Coordinate
                        [array(field + ".coordinates", coordinates).size()];
                for (int i = 0; i < points.length; i++) {
                    points[i] = position(field + ".coordinates[" + i + "]", coordinates.get(i));
                }
                yield FACTORY.createMultiPointFromCoords(points);
            }
            case "LineString" -> FACTORY.createLineString(joined(field + ".arcs", arcs, 2));
            case "MultiLineString" -> {
                LineString[] lines = new LineString[array(field + ".arcs", arcs).size()];
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = FACTORY.createLineString(joined(field + ".arcs[" + i + "]", arcs.get(i), 2));
                }
                yield FACTORY.createMultiLineString(lines);
            }
            case "Polygon" -> polygon(field + ".arcs", arcs);
            case "MultiPolygon" -> {
                Polygon[] polygons = new Polygon[array(field + ".arcs", arcs).size()];
                for (int i = 0; i < polygons.length; i++) {
                    polygons[i] = polygon(field + ".arcs[" + i + "]", arcs.get(i));
                }
                yield FACTORY.createMultiPolygon(polygons);
            }
            default -> throw fault(field + ".type", node.path("type"), "a geometry type of GeoJSON, or null");
        };
    }

    private Polygon polygon(String field, JsonNode rings) throws TopoJsonException {
        if (array(field, rings).isEmpty()) {
            return FACTORY.createPolygon();
        }
        LinearRing[] linear = new LinearRing[rings.size()];
        for (int i = 0; i < linear.length; i++) {
            String ring = field + "[" + i + "]";
            Coordinate[] vertices = joined(ring, rings.get(i), 4);
            if (!vertices[0].equals2D(vertices[vertices.length - 1])) {
                throw fault(ring, rings.get(i), "arcs that join to a closed ring");
            }
            linear[i] = FACTORY.createLinearRing(vertices);
        }
        LinearRing[] holes = new LinearRing[linear.length - 1];
        System.arraycopy(linear, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(linear[0], holes);
    }

    /** Joins arcs; each starts where the previous one ended, so that vertex is used once. */
    private Coordinate[] joined(String field, JsonNode indices, int least) throws TopoJsonException {
        List<Coordinate> vertices = new ArrayList<>();
        for (int i = 0; i < array(field, indices).size(); i++) {
            JsonNode index = indices.get(i);
            int number = index.isIntegralNumber() ? index.intValue() : Integer.MAX_VALUE;
            // ~n means arc n reversed.
            int position = number < 0 ? ~number : number;
            if (position >= arcs.size()) {
                throw fault(field + "[" + i + "]", index, "the number of one of " + arcs.size() + " arcs");
            }
            Coordinate[] arc = arcs.get(position);
            for (int v = i == 0 ? 0 : 1; v < arc.length; v++) {
                vertices.add(arc[number < 0 ? arc.length - 1 - v : v]);
            }
        }
        if (vertices.size() < least) {
            throw fault(field, indices, "arcs of at least " + least + " positions in all");
        }
        return vertices.toArray(new Coordinate[0]);
    }

    private Coordinate[] arc(String field, JsonNode positions) throws TopoJsonException {
        Coordinate[] vertices = new Coordinate[array(field, positions).size()];
        double x = 0;
        double y = 0;
        for (int i = 0; i < vertices.length; i++) {
            double first = number(field + "[" + i + "][0]", positions.get(i).path(0));
            double second = number(field + "[" + i + "][1]", positions.get(i).path(1));
            // In quantised arcs, each position is relative to the previous one.
            x = quantised ? x + first : first;
            y = quantised ? y + second : second;
            vertices[i] = degrees(field + "[" + i + "]", x, y, positions.get(i));
        }
        return vertices;
    }

    private Coordinate position(String field, JsonNode pair) throws TopoJsonException {
        return degrees(field, number(field + "[0]", pair.path(0)), number(field + "[1]", pair.path(1)), pair);
    }

    /** Reads a position; longitudes may exceed 180 degrees beyond the antimeridian. */
    private Coordinate degrees(String field, double x, double y, JsonNode got) throws TopoJsonException {
        double longitude = x * scale[0] + translate[0];
        double latitude = y * scale[1] + translate[1];
        if (!(Math.abs(longitude) <= 540 && Math.abs(latitude) <= 90.001)) {
            throw fault(field, got, "a longitude and a latitude in degrees");
        }
        return new Coordinate(longitude, latitude);
    }

    private double number(String field, JsonNode node) throws TopoJsonException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw fault(field, node, "a number");
        }
        return node.doubleValue();
    }

    private JsonNode array(String field, JsonNode node) throws TopoJsonException {
        if (!node.isArray()) {
            throw fault(field, node, "an array");
        }
        return node;
    }

    private TopoJsonException fault(String field, JsonNode got, String expected) {
        String found = got.isMissingNode() ? "nothing" : got.toString();
        return new TopoJsonException(file, field, found.length() > 60 ? found.substring(0, 60) + "…" : found, expected);
    }
}
