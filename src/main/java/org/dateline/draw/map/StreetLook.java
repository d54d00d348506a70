package org.dateline.draw.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How surfaces, lines and names of streets are drawn, from {@code streets/look.json}, which the browser uses too. */
final class StreetLook {

    private static final JsonNode FILE = read();

    /** The zoom from which streets are drawn. */
    static final double FROM = FILE.path("from").asDouble();

    /** By how many zooms tiles are enlarged at least. */
    static final double ENLARGED = FILE.path("enlarged").asDouble();

    /** By how many pixels a road with an edge is wider. */
    static final double EDGE = FILE.path("edge").asDouble();

    /** The width of roads from which they have an edge. */
    static final double EDGED = FILE.path("edged").asDouble();

    static final List<Surface> SURFACES = surfaces();
    static final List<Line> LINES = lines();
    static final List<Name> NAMES = names();
    static final List<Street> STREETS = streets();

    /** Nearer than this many pixels the same street is not named again. */
    static final double REPEAT = FILE.path("repeat").asDouble();

    /** @param from the zoom from which it is drawn */
    record Surface(String kind, String part, double from) {}

    /** @param widths pairs of a zoom and a width in pixels */
    record Line(String kind, String part, @Nullable String edge, List<double[]> widths) {

        Line {
            widths = List.copyOf(widths);
        }

        /** The width at a zoom in pixels; 0 if it is not drawn yet. */
        double width(double zoom) {
            double[] last = widths.getFirst();
            if (zoom < last[0]) {
                return 0;
            }
            for (double[] next : widths.subList(1, widths.size())) {
                if (zoom <= next[0]) {
                    return last[1] + (next[1] - last[1]) * (zoom - last[0]) / (next[0] - last[0]);
                }
                last = next;
            }
            // Beyond the last zoom, lines grow with the ground.
            return last[1] * Math.pow(2, zoom - last[0]);
        }
    }

    /** A kind of name at a point. */
    record Name(String kind, String style, double from, double to) {}

    /** A class of streets that are named along them, from a zoom on; the lowest rank first. */
    record Street(String kind, int rank, double from) {}

    private StreetLook() {}

    /** The parts of look.json that are used, from the bottom up. */
    static List<String> parts() {
        List<String> parts = new ArrayList<>();
        SURFACES.forEach(surface -> parts.add(surface.part));
        LINES.forEach(line -> {
            parts.add(line.part);
            if (line.edge != null) {
                parts.add(line.edge);
            }
        });
        return parts.stream().distinct().toList();
    }

    private static List<Surface> surfaces() {
        List<Surface> surfaces = new ArrayList<>();
        FILE.path("surfaces")
                .forEach(one -> surfaces.add(new Surface(
                        one.path("kind").asString(),
                        one.path("part").asString(),
                        one.path("from").asDouble())));
        return List.copyOf(surfaces);
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (JsonNode one : FILE.path("lines")) {
            List<double[]> widths = new ArrayList<>();
            one.path("widths")
                    .forEach(pair -> widths.add(
                            new double[] {pair.get(0).asDouble(), pair.get(1).asDouble()}));
            lines.add(new Line(
                    one.path("kind").asString(),
                    one.path("part").asString(),
                    one.path("edge").asString(null),
                    widths));
        }
        return List.copyOf(lines);
    }

    private static List<Name> names() {
        List<Name> names = new ArrayList<>();
        FILE.path("names")
                .forEach(one -> names.add(new Name(
                        one.path("kind").asString(),
                        one.path("style").asString(),
                        one.path("from").asDouble(),
                        one.path("to").asDouble())));
        return List.copyOf(names);
    }

    private static List<Street> streets() {
        List<Street> streets = new ArrayList<>();
        FILE.path("streets")
                .forEach(one -> streets.add(new Street(
                        one.path("kind").asString(),
                        one.path("rank").asInt(),
                        one.path("from").asDouble())));
        return List.copyOf(streets);
    }

    private static JsonNode read() {
        try (InputStream file = StreetLook.class.getResourceAsStream("/streets/look.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file, "/streets/look.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
