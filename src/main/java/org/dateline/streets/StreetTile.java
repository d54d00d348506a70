package org.dateline.streets;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dateline.geo.Tile;
import org.dateline.streets.StreetFeature.Form;
import org.jspecify.annotations.Nullable;

/** Reads vector tiles (Mapbox Vector Tile 2.1) by the rules of their schema. */
final class StreetTile {

    private static final int MOVE = 1;
    private static final int LINE = 2;
    private static final int CLOSE = 7;

    /** The longest name to be written; a longer one is not the name of a street. */
    private static final int LONGEST_NAME = 80;

    /** As OpenStreetMap's keys have them; {@code name:left} and {@code name:pronunciation} are no languages. */
    private static final Pattern IN_LANGUAGE = Pattern.compile("name[:_][a-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    private StreetTile() {}

    static Set<String> layers(byte[] plain) throws IOException {
        Set<String> layers = new LinkedHashSet<>();
        parse(plain).getLayersList().forEach(layer -> layers.add(layer.getName()));
        return layers;
    }

    static List<StreetFeature> read(byte[] plain, Tile at, StreetSchema schema) throws IOException {
        List<StreetFeature> features = new ArrayList<>();
        Set<String> wanted = schema.layers();
        for (VectorTile.Tile.Layer layer : parse(plain).getLayersList()) {
            if (wanted.contains(layer.getName())) {
                for (VectorTile.Tile.Feature feature : layer.getFeaturesList()) {
                    read(feature, layer, at, schema, features);
                }
            }
        }
        return features;
    }

    private static VectorTile.Tile parse(byte[] plain) throws IOException {
        try {
            long load = TileLoad.of(plain);
            if (load > TileLoad.LARGEST) {
                throw new IOException("got a tile of " + load + " numbers, expected at most " + TileLoad.LARGEST
                        + ": more memory (-Xmx) allows more");
            }
            return VectorTile.Tile.parseFrom(plain);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("got a tile that is no vector tile (" + e.getMessage() + "), expected one", e);
        }
    }

    private static void read(
            VectorTile.Tile.Feature feature,
            VectorTile.Tile.Layer layer,
            Tile at,
            StreetSchema schema,
            List<StreetFeature> features)
            throws IOException {
        Form form = switch (feature.getType()) {
            case POINT -> Form.POINT;
            case LINESTRING -> Form.LINE;
            case POLYGON -> Form.SURFACE;
            case UNKNOWN -> null;
        };
        if (form == null) {
            return;
        }
        Function<String, @Nullable String> property = name -> property(feature, layer, name);
        String drawn = StreetSchema.kind(schema.draw(), layer.getName(), form, property);
        String named = StreetSchema.kind(schema.names(), layer.getName(), form, property);
        if (drawn == null && named == null) {
            return;
        }
        List<double[]> parts = parts(feature.getGeometryList(), form, at, Math.max(1, layer.getExtent()));
        if (parts.isEmpty()) {
            return;
        }
        if (drawn != null) {
            features.add(new StreetFeature(drawn, form, parts, Map.of()));
        }
        if (named != null) {
            Map<String, String> names = names(feature, layer);
            if (!names.isEmpty()) {
                features.add(new StreetFeature(named, form, parts, names));
            }
        }
    }

    private static @Nullable String property(
            VectorTile.Tile.Feature feature, VectorTile.Tile.Layer layer, String name) {
        for (int i = 0; i + 1 < feature.getTagsCount(); i += 2) {
            int key = feature.getTags(i);
            if (key >= 0 && key < layer.getKeysCount() && layer.getKeys(key).equals(name)) {
                return text(layer, feature.getTags(i + 1));
            }
        }
        return null;
    }

    private static @Nullable String text(VectorTile.Tile.Layer layer, int index) {
        if (index < 0 || index >= layer.getValuesCount()) {
            return null;
        }
        VectorTile.Tile.Value value = layer.getValues(index);
        if (value.hasStringValue()) {
            return value.getStringValue();
        }
        if (value.hasBoolValue()) {
            return value.getBoolValue() ? "1" : "0";
        }
        double number = value.hasIntValue()
                ? value.getIntValue()
                : value.hasUintValue()
                        ? value.getUintValue()
                        : value.hasSintValue()
                                ? value.getSintValue()
                                : value.hasDoubleValue() ? value.getDoubleValue() : value.getFloatValue();
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /**
     * Names by BCP 47 code: {@code name:de}, {@code name_de}, {@code name:zh-Hans} and {@code name:pt_BR}; the name as
     * written is {@code name}, or {@code name:latin}.
     */
    private static Map<String, String> names(VectorTile.Tile.Feature feature, VectorTile.Tile.Layer layer) {
        Map<String, String> names = new HashMap<>();
        String latin = null;
        for (int i = 0; i + 1 < feature.getTagsCount(); i += 2) {
            int key = feature.getTags(i);
            String name = key >= 0 && key < layer.getKeysCount() ? layer.getKeys(key) : "";
            if (!name.startsWith("name")) {
                continue;
            }
            String text = text(layer, feature.getTags(i + 1));
            if (text == null || text.isBlank() || text.length() > LONGEST_NAME) {
                continue;
            }
            if (name.equals("name")) {
                names.put("", text);
            } else if (name.equals("name:latin") || name.equals("name_latin")) {
                latin = text;
            } else if (IN_LANGUAGE.matcher(name).matches()) {
                names.put(
                        Locale.forLanguageTag(name.substring(5).replace('_', '-'))
                                .toLanguageTag(),
                        text);
            }
        }
        if (latin != null) {
            names.putIfAbsent("", latin);
        }
        return names;
    }

    private static List<double[]> parts(List<Integer> commands, Form form, Tile at, int extent) throws IOException {
        List<double[]> parts = new ArrayList<>();
        double scale = 1.0 / (1L << at.zoom()) / extent;
        double left = (double) at.column() * extent;
        double top = (double) at.row() * extent;
        double[] part = new double[16];
        int length = 0;
        long x = 0;
        long y = 0;
        int i = 0;
        while (i < commands.size()) {
            int command = commands.get(i++);
            int count = command >>> 3;
            int kind = command & 7;
            if (kind == CLOSE) {
                continue;
            }
            if (kind != MOVE && kind != LINE || count > (commands.size() - i) / 2) {
                throw new IOException("got a geometry with the command " + command + ", expected one of the format");
            }
            for (int j = 0; j < count; j++) {
                if (kind == MOVE) {
                    keep(part, length, form, parts);
                    length = 0;
                }
                x += unzigzag(commands.get(i++));
                y += unzigzag(commands.get(i++));
                if (length + 2 > part.length) {
                    part = java.util.Arrays.copyOf(part, 2 * part.length);
                }
                part[length++] = (left + x) * scale;
                part[length++] = (top + y) * scale;
            }
        }
        keep(part, length, form, parts);
        return parts;
    }

    private static void keep(double[] part, int length, Form form, List<double[]> parts) {
        int least = switch (form) {
            case POINT -> 2;
            case LINE -> 4;
            case SURFACE -> 6;
        };
        if (length >= least) {
            parts.add(java.util.Arrays.copyOf(part, length));
        }
    }

    private static int unzigzag(int value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
