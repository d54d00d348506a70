package org.dateline.ground;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a TopoJSON file (<a href="https://github.com/topojson/topojson-specification">specification 1.0</a>) with
 * quantised arcs. Positions are given in steps of {@link WorldLines#STEPS}.
 */
final class Topology {

    private final int quantum;
    private final StringBuilder arcs = new StringBuilder();
    private final Map<String, List<String>> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Integer>>> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> polygons = new LinkedHashMap<>();
    private int count;

    /** @param quantum the size of the file's own steps, in steps */
    Topology(int quantum) {
        this.quantum = quantum;
    }

    /**
     * Adds an arc.
     *
     * @param least how many positions it needs
     * @return its number; -1 if it has fewer positions once they are rounded
     */
    int arc(int[] x, int[] y, int from, int to, int least) {
        int start = arcs.length();
        int atX = 0;
        int atY = 0;
        int positions = 0;
        for (int i = from; i < to; i++) {
            int nextX = Math.round((float) x[i] / quantum);
            int nextY = Math.round((float) y[i] / quantum);
            if (positions > 0 && nextX == atX && nextY == atY) {
                continue;
            }
            arcs.append(positions == 0 ? count == 0 ? "[[" : ",[[" : ",[")
                    .append(nextX - atX)
                    .append(',')
                    .append(nextY - atY)
                    .append(']');
            atX = nextX;
            atY = nextY;
            positions++;
        }
        if (positions < least) {
            arcs.setLength(start);
            return -1;
        }
        arcs.append(']');
        return count++;
    }

    /** Adds a geometry, as JSON, to an object of the topology. */
    void add(String object, String geometry) {
        objects.computeIfAbsent(object, _ -> new ArrayList<>()).add(geometry);
    }

    /** Adds an arc to the line of an object that has the same properties. */
    void addLine(String object, String properties, int arc) {
        lines.computeIfAbsent(object, _ -> new LinkedHashMap<>())
                .computeIfAbsent(properties, _ -> new ArrayList<>())
                .add(arc);
    }

    /**
     * Adds a polygon to the one geometry of an object.
     *
     * @param ring the numbers of its outer ring's arcs
     */
    void addPolygon(String object, String ring) {
        polygons.computeIfAbsent(object, _ -> new ArrayList<>()).add("[" + ring + "]");
    }

    /** Adds a hole to the polygon that was added last to an object. */
    void addHole(String object, String ring) {
        polygons.get(object)
                .set(polygons.get(object).size() - 1, polygons.get(object).getLast() + ",[" + ring + "]");
    }

    /** The JSON of a position. */
    String position(double longitude, double latitude) {
        double size = quantum / WorldLines.STEPS;
        return "[" + Math.round(longitude / size) + "," + Math.round(latitude / size) + "]";
    }

    byte[] write() {
        polygons.forEach((object, rings) -> add(
                object,
                "{\"type\":\"MultiPolygon\",\"arcs\":["
                        + rings.stream().map(ring -> "[" + ring + "]").collect(Collectors.joining(","))
                        + "]}"));
        polygons.clear();
        lines.forEach((object, byProperties) -> byProperties.forEach((properties, numbers) -> add(
                object,
                "{\"type\":\"MultiLineString\","
                        + (properties.isEmpty() ? "" : "\"properties\":{" + properties + "},")
                        + "\"arcs\":["
                        + numbers.stream().map(arc -> "[" + arc + "]").collect(Collectors.joining(","))
                        + "]}")));
        lines.clear();
        String size = String.valueOf(quantum / WorldLines.STEPS);
        StringBuilder json = new StringBuilder(arcs.length() + 1000)
                .append("{\"type\":\"Topology\",\"transform\":{\"scale\":[")
                .append(size)
                .append(',')
                .append(size)
                .append("],\"translate\":[0,0]},\"objects\":{");
        String next = "";
        for (Map.Entry<String, List<String>> object : objects.entrySet()) {
            json.append(next)
                    .append('"')
                    .append(object.getKey())
                    .append("\":{\"type\":\"GeometryCollection\",\"geometries\":[")
                    .append(String.join(",", object.getValue()))
                    .append("]}");
            next = ",";
        }
        return json.append("},\"arcs\":[").append(arcs).append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
