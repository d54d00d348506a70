package org.dateline.streets;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dateline.geo.Tile;
import org.dateline.streets.StreetFeature.Form;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a map draws of a tile, in less than half of the archive's bytes, as a Mapbox Vector Tile (specification 2.1).
 * All features of a kind are one, lines that continue each other are joined, and a street has its name on the line that is
 * drawn. The layer {@value #LAYER} has the properties {@code kind} (what is drawn), {@code named} (as what it is named),
 * {@code name} (as written) and {@code name:} with a language.
 */
public final class DrawnTile {

    /** Its only layer. */
    public static final String LAYER = "streets";

    /** The width of a tile in its own units; those of usual archives. */
    private static final int EXTENT = 4096;

    private static final int MOVE = 1;
    private static final int LINE = 2;
    private static final int CLOSE = 7;

    private final VectorTile.Tile.Layer.Builder layer =
            VectorTile.Tile.Layer.newBuilder().setVersion(2).setName(LAYER).setExtent(EXTENT);
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();

    /** What makes features one. */
    private record Group(
            Form form, @Nullable String kind, @Nullable String named, Map<String, String> names) {}

    private DrawnTile() {}

    /**
     * @param features what the tile shows
     * @param kinds    of them, those that a map draws or names from this tile
     * @param language whether names in a language are wanted
     */
    public static byte[] write(
            List<StreetFeature> features, Tile tile, Predicate<String> kinds, Predicate<String> language) {
        Map<List<Integer>, Group> named = new LinkedHashMap<>();
        Map<Group, List<int[]>> groups = new LinkedHashMap<>();
        List<StreetFeature> shown =
                features.stream().filter(feature -> kinds.test(feature.kind())).toList();
        for (StreetFeature feature : shown) {
            if (!feature.names().isEmpty()) {
                Group group = new Group(feature.form(), null, feature.kind(), wanted(feature.names(), language));
                for (int[] part : parts(feature, tile)) {
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
                for (int[] part : parts(feature, tile)) {
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
        DrawnTile drawn = new DrawnTile();
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

    private static List<int[]> parts(StreetFeature feature, Tile tile) {
        return feature.parts().stream()
                .map(part -> units(part, tile, feature.form()))
                .filter(part -> part.length > 0)
                .toList();
    }

    /** Positions in units of the tile, without those that repeat the last one; a line or ring of one position is none. */
    private static int[] units(double[] part, Tile tile, Form form) {
        double side = 1L << tile.zoom();
        int[] units = new int[part.length];
        int length = 0;
        for (int i = 0; i < part.length; i += 2) {
            int x = (int) Math.round((part[i] * side - tile.column()) * EXTENT);
            int y = (int) Math.round((part[i + 1] * side - tile.row()) * EXTENT);
            if (length == 0 || units[length - 2] != x || units[length - 1] != y) {
                units[length++] = x;
                units[length++] = y;
            }
        }
        int least = switch (form) {
            case POINT -> 2;
            case LINE -> 4;
            case SURFACE -> 6;
        };
        return length < least ? new int[0] : Arrays.copyOf(units, length);
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
        for (int[] part : group.form == Form.LINE ? joined(parts) : parts) {
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

    /** Lines joined where one ends and another starts or ends; each is in the result once. */
    private static List<int[]> joined(List<int[]> lines) {
        Map<Long, Deque<int[]>> ends = new HashMap<>();
        Set<List<Integer>> seen = new HashSet<>();
        Set<int[]> rest = new LinkedHashSet<>();
        for (int[] line : lines) {
            if (seen.add(key(line))) {
                rest.add(line);
                ends.computeIfAbsent(end(line, 0), _ -> new ArrayDeque<>()).add(line);
                ends.computeIfAbsent(end(line, line.length - 2), _ -> new ArrayDeque<>())
                        .add(line);
            }
        }
        List<int[]> joined = new ArrayList<>();
        for (int[] first : List.copyOf(rest)) {
            if (rest.remove(first)) {
                // What follows its end, and then what comes before its start.
                int[] line = reversed(extended(first, ends, rest));
                joined.add(extended(line, ends, rest));
            }
        }
        return joined;
    }

    private static int[] extended(int[] first, Map<Long, Deque<int[]>> ends, Set<int[]> rest) {
        int[] line = first;
        int length = first.length;
        while (true) {
            long end = end(line, length - 2);
            int[] next = Objects.requireNonNull(ends.get(end)).poll();
            if (next == null) {
                return Arrays.copyOf(line, length);
            }
            if (rest.remove(next)) {
                int[] onward = end(next, 0) == end ? next : reversed(next);
                if (length + onward.length > line.length) {
                    line = Arrays.copyOf(line, 2 * (length + onward.length));
                }
                System.arraycopy(onward, 2, line, length, onward.length - 2);
                length += onward.length - 2;
            }
        }
    }

    private static long end(int[] line, int at) {
        return (long) line[at] << 32 | line[at + 1] & 0xffffffffL;
    }

    private static int[] reversed(int[] line) {
        int[] reversed = new int[line.length];
        for (int i = 0; i < line.length; i += 2) {
            reversed[line.length - 2 - i] = line[i];
            reversed[line.length - 1 - i] = line[i + 1];
        }
        return reversed;
    }
}
