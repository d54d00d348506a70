package org.dateline.streets;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dateline.geo.Tile;
import org.dateline.streets.StreetFeature.Form;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.locationtech.jts.simplify.VWSimplifier;

/**
 * Writes what a map draws of a tile, in less than half of the archive's bytes, as a Mapbox Vector Tile (specification 2.1).
 * All features of a kind are one, lines that continue each other are joined, and a street has its name on the line that is
 * drawn. Surfaces have no walls between parts of one kind; their rings are in no order and filled by the nonzero rule. The layer
 * {@value #LAYER} has the properties {@code kind} (what is drawn), {@code named} (as what it is named),
 * {@code name} (as written) and {@code name:} with a language.
 */
public final class DrawnTile {

    /** Its only layer. */
    public static final String LAYER = "streets";

    /** Beyond its edges a tile has this share of its width, so that the edges of wide lines are not seen. */
    private static final int NEAR = 32;

    /** Longer lines stay as they are: the time to simplify one grows with the square of its length. */
    private static final int MOST_SIMPLIFIED = 2000;

    private static final int HILBERT_LEVEL = 14;

    private static final GeometryFactory PLANE = new GeometryFactory();

    private static final int MOVE = 1;
    private static final int LINE = 2;
    private static final int CLOSE = 7;

    private final Detail detail;
    private final VectorTile.Tile.Layer.Builder layer;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();

    /** What makes features one. */
    private record Group(
            Form form, @Nullable String kind, @Nullable String named, Map<String, String> names) {}

    /**
     * How exactly a tile is written.
     *
     * @param extent the width of the tile in its own units
     * @param bend   bends of lines that are smaller are left out, in square units (Visvalingam and Whyatt); 0 for none
     * @param corner the same for bends of the edges of surfaces
     * @param speck  surfaces and holes that are smaller are left out, in square units
     */
    public record Detail(int extent, double bend, double corner, double speck) {

        /** Everything. */
        public static Detail whole(int extent) {
            return new Detail(extent, 0, 0, 0);
        }
    }

    private DrawnTile(Detail detail) {
        this.detail = detail;
        layer = VectorTile.Tile.Layer.newBuilder().setVersion(2).setName(LAYER).setExtent(detail.extent);
    }

    /**
     * @param features what the tile shows, or one above it
     * @param kinds    of them, those that a map draws or names from this tile
     * @param language whether names in a language are wanted
     */
    public static byte[] write(
            List<StreetFeature> features,
            Tile tile,
            Detail detail,
            Predicate<String> kinds,
            Predicate<String> language) {
        Map<List<Integer>, Group> named = new LinkedHashMap<>();
        Map<Group, List<int[]>> groups = new LinkedHashMap<>();
        List<StreetFeature> shown =
                features.stream().filter(feature -> kinds.test(feature.kind())).toList();
        for (StreetFeature feature : shown) {
            if (!feature.names().isEmpty()) {
                Group group = new Group(feature.form(), null, feature.kind(), wanted(feature.names(), language));
                for (int[] part : parts(feature, tile, detail.extent)) {
                    if (feature.form() == Form.LINE) {
                        named.putIfAbsent(key(part), group);
                    } else {
                        add(groups, group, part);
                    }
                }
            }
        }
        for (StreetFeature feature : shown) {
            if (feature.names().isEmpty()) {
                for (int[] part : parts(feature, tile, detail.extent)) {
                    Group name = feature.form() == Form.LINE ? named.remove(key(part)) : null;
                    Group group = name == null
                            ? new Group(feature.form(), feature.kind(), null, Map.of())
                            : new Group(Form.LINE, feature.kind(), name.named, name.names);
                    add(groups, group, part);
                }
            }
        }
        named.forEach((line, group) ->
                add(groups, group, line.stream().mapToInt(Integer::intValue).toArray()));
        DrawnTile drawn = new DrawnTile(detail);
        groups.forEach(drawn::add);
        return VectorTile.Tile.newBuilder().addLayers(drawn.layer).build().toByteArray();
    }

    private static void add(Map<Group, List<int[]>> groups, Group group, int[] units) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(units);
    }

    private static Map<String, String> wanted(Map<String, String> names, Predicate<String> language) {
        Map<String, String> wanted = new TreeMap<>();
        String written = names.get("");
        names.forEach((code, name) -> {
            if (code.isEmpty() || language.test(code) && !name.equals(written)) {
                wanted.put(code, name);
            }
        });
        return wanted;
    }

    private static List<Integer> key(int[] units) {
        return Arrays.stream(units).boxed().toList();
    }

    /** What of a feature is in the tile or near its edges, in units of the tile. */
    private static List<int[]> parts(StreetFeature feature, Tile tile, int extent) {
        int near = extent / NEAR;
        Envelope box = new Envelope(-near, extent + near, -near, extent + near);
        List<int[]> parts = new ArrayList<>();
        for (double[] part : feature.parts()) {
            boolean ring = feature.form() == Form.SURFACE;
            Coordinate[] at = units(part, tile, extent, ring);
            Envelope reach = CoordinateArrays.envelope(at);
            if (box.covers(reach)) {
                add(parts, at, feature.form());
            } else if (box.intersects(reach)) {
                switch (feature.form()) {
                    case POINT -> {}
                    case LINE -> new LineLimiter(box).limit(at).forEach(run -> add(parts, run, Form.LINE));
                    case SURFACE -> add(parts, new RingClipper(box).clip(at), Form.SURFACE);
                }
            }
        }
        return parts;
    }

    private static Coordinate[] units(double[] part, Tile tile, int extent, boolean ring) {
        double side = 1L << tile.zoom();
        int count = part.length / 2;
        Coordinate[] units = new Coordinate[ring ? count + 1 : count];
        for (int i = 0; i < units.length; i++) {
            int at = 2 * (i % count);
            units[i] = new Coordinate(
                    Math.rint((part[at] * side - tile.column()) * extent),
                    Math.rint((part[at + 1] * side - tile.row()) * extent));
        }
        return units;
    }

    /** Adds positions without those that repeat the last one, and a ring's without its end; if there are enough of them. */
    private static void add(List<int[]> parts, Coordinate[] at, Form form) {
        int[] units = new int[2 * at.length];
        int length = 0;
        for (Coordinate one : at) {
            int x = (int) Math.rint(one.x);
            int y = (int) Math.rint(one.y);
            if (length == 0 || units[length - 2] != x || units[length - 1] != y) {
                units[length++] = x;
                units[length++] = y;
            }
        }
        boolean ring = form == Form.SURFACE;
        if (ring && length > 2 && units[0] == units[length - 2] && units[1] == units[length - 1]) {
            length -= 2;
        }
        if (length >= (ring ? 6 : form == Form.LINE ? 4 : 2)) {
            parts.add(Arrays.copyOf(units, length));
        }
    }

    private void add(Group group, List<int[]> parts) {
        VectorTile.Tile.Feature.Builder feature = VectorTile.Tile.Feature.newBuilder();
        feature.setType(
                switch (group.form) {
                    case POINT -> VectorTile.Tile.GeomType.POINT;
                    case LINE -> VectorTile.Tile.GeomType.LINESTRING;
                    case SURFACE -> VectorTile.Tile.GeomType.POLYGON;
                });
        tag(feature, "kind", group.kind);
        tag(feature, "named", group.named);
        group.names.forEach((code, name) -> tag(feature, code.isEmpty() ? "name" : "name:" + code, name));
        int x = 0;
        int y = 0;
        List<int[]> drawn = switch (group.form) {
            case POINT -> parts;
            case LINE ->
                JoinedLines.of(parts).stream()
                        .map(line -> simplified(line, detail.bend))
                        .toList();
            case SURFACE -> surfaces(parts);
        };
        if (drawn.isEmpty()) {
            return;
        }
        for (int[] part : drawn) {
            feature.addGeometry(MOVE | 1 << 3);
            for (int i = 0; i < part.length; i += 2) {
                if (i == 2) {
                    feature.addGeometry(LINE | (part.length / 2 - 1) << 3);
                }
                feature.addGeometry(zigzag(part[i] - x)).addGeometry(zigzag(part[i + 1] - y));
                x = part[i];
                y = part[i + 1];
            }
            if (group.form == Form.SURFACE) {
                feature.addGeometry(CLOSE | 1 << 3);
            }
        }
        layer.addFeatures(feature);
    }

    private void tag(VectorTile.Tile.Feature.Builder feature, String key, @Nullable String value) {
        if (value != null) {
            feature.addTags(keys.computeIfAbsent(key, added -> {
                layer.addKeys(added);
                return layer.getKeysCount() - 1;
            }));
            feature.addTags(values.computeIfAbsent(value, added -> {
                layer.addValues(VectorTile.Tile.Value.newBuilder().setStringValue(added));
                return layer.getValuesCount() - 1;
            }));
        }
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    /** Rings without shared walls, simplified; neighbours follow each other, so that the steps between them are small. */
    private List<int[]> surfaces(List<int[]> rings) {
        return SharedWalls.removed(rings).stream()
                .map(this::simplifiedRing)
                .filter(ring -> ring.length >= 6 && area(ring) >= Math.max(detail.speck, 0.5))
                .sorted(Comparator.comparingInt(
                        ring -> HilbertCode.encode(HILBERT_LEVEL, Math.max(0, ring[0]), Math.max(0, ring[1]))))
                .toList();
    }

    private int[] simplifiedRing(int[] ring) {
        int[] closed = Arrays.copyOf(ring, ring.length + 2);
        closed[ring.length] = ring[0];
        closed[ring.length + 1] = ring[1];
        int[] simple = simplified(closed, detail.corner);
        return Arrays.copyOf(simple, simple.length - 2);
    }

    private static int[] simplified(int[] line, double bend) {
        int count = line.length / 2;
        if (bend <= 0 || count < 3 || count > MOST_SIMPLIFIED) {
            return line;
        }
        Coordinate[] at = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            at[i] = new Coordinate(line[2 * i], line[2 * i + 1]);
        }
        VWSimplifier simplifier = new VWSimplifier(PLANE.createLineString(at));
        simplifier.setDistanceTolerance(Math.sqrt(bend));
        return Arrays.stream(simplifier.getResultGeometry().getCoordinates())
                .flatMapToInt(one -> IntStream.of((int) one.x, (int) one.y))
                .toArray();
    }

    private static double area(int[] ring) {
        double twice = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            twice += (double) ring[i] * ring[next + 1] - (double) ring[next] * ring[i + 1];
        }
        return Math.abs(twice) / 2;
    }
}
