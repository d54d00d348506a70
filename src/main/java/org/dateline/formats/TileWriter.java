package org.dateline.formats;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.dateline.features.Schema;
import org.dateline.features.TileContent;
import org.dateline.geo.Geometries;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.dateline.geo.WebMercator;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Writes Mapbox Vector Tiles (specification 2.1). Layer {@code records}: single records with the properties that a map
 * needs to draw and name them. Layer {@code cells}: several records in one square, with their number in {@code records}
 * and the square in {@code bbox}, in the form that queries take. Records have their identifier in {@code id}, and a number
 * made of it as the feature's id. No tile is larger than {@link #MOST_BYTES}: shapes are
 * simplified until it fits, if necessary to a point each; no record is left out.
 */
public final class TileWriter {

    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    /** The largest size of a tile before compression. */
    public static final int MOST_BYTES = 500_000;

    /** The layer of single records. */
    public static final String RECORDS = "records";

    /** The layer of several records in one square. */
    public static final String CELLS = "cells";

    private static final List<String> PROPERTIES =
            List.of("name", "kind", "location", "date", "date_start", "date_end", "uncertainty_m", "center", "page");

    /** The prefix of names in other languages: {@code name_ur}. */
    private static final String NAME_IN = "name_";

    /** Longer texts are cut, because texts in a tile are only used as labels. */
    private static final int LONGEST_TEXT = 120;

    private static final WebMercator UNIT = new WebMercator(-8);
    private static final MvtLayerParams LAYER = MvtLayerParams.DEFAULT;
    private static final double EXTENT = 4096;

    /** Tolerances of simplification, tried in this order, in units of the tile (16 per pixel). */
    private static final List<Integer> TOLERANCES = List.of(8, 32, 128);

    private static final UserDataKeyValueMapConverter VALUES = new UserDataKeyValueMapConverter();

    private TileWriter() {}

    /** Whether a property is in tiles unless others are asked for. */
    public static boolean isUsual(String property) {
        return PROPERTIES.contains(property) || property.startsWith(NAME_IN);
    }

    /** @return the encoded tile; empty if there is nothing to show */
    public static byte[] write(Tile tile, TileContent content) {
        return write(tile, content, null);
    }

    /**
     * @param properties those to contain, whole; null for those that a map needs, cut to labels. A tile that would be
     *                   too large with them has the usual ones.
     * @return the encoded tile; empty if there is nothing to show
     */
    public static byte[] write(Tile tile, TileContent content, @Nullable Set<String> properties) {
        if (content.cells().isEmpty() && content.features().isEmpty()) {
            return new byte[0];
        }
        for (int tolerance : TOLERANCES) {
            byte[] bytes = write(tile, content, tolerance, properties);
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
        }
        byte[] points = write(tile, content, Integer.MAX_VALUE, properties);
        return properties == null || points.length <= MOST_BYTES ? points : write(tile, content);
    }

    private static byte[] write(Tile tile, TileContent content, int tolerance, @Nullable Set<String> selected) {
        double side = 1.0 / (1 << tile.zoom());
        // The library expects north to be up.
        Envelope bounds = new Envelope(
                tile.column() * side, (tile.column() + 1) * side, -(tile.row() + 1) * side, -tile.row() * side);
        List<Geometry> records = new ArrayList<>();
        for (SimpleFeature feature : content.features()) {
            Admission.check();
            Geometry drawn = drawn((Geometry) feature.getAttribute(Schema.GEOMETRY), tile, bounds, tolerance);
            if (!drawn.isEmpty()) {
                drawn.setUserData(properties(feature, selected));
                records.add(drawn);
            }
        }
        List<Geometry> cells = new ArrayList<>();
        for (TileContent.Cell cell : content.cells()) {
            Geometry middle = Geometries.FACTORY.createPoint(
                    new org.locationtech.jts.geom.Coordinate(cell.longitude(), cell.latitude()));
            Geometry drawn = inTile(projected(middle), bounds);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("records", cell.records());
            properties.put("bbox", bbox(cell));
            drawn.setUserData(properties);
            cells.add(drawn);
        }
        VectorTile.Tile.Builder encoded = VectorTile.Tile.newBuilder();
        layer(encoded, RECORDS, records);
        layer(encoded, CELLS, cells);
        return encoded.build().toByteArray();
    }

    private static void layer(VectorTile.Tile.Builder tile, String name, List<Geometry> geometries) {
        if (geometries.isEmpty()) {
            return;
        }
        VectorTile.Tile.Layer.Builder layer = MvtUtil.newLayerBuilder(name, LAYER);
        MvtLayerProps properties = new MvtLayerProps();
        JtsAdapter.addFeatures(layer, geometries, properties, TileWriter::addTo);
        MvtUtil.writeProps(layer, properties);
        tile.addLayers(layer);
    }

    private static Geometry drawn(Geometry degrees, Tile tile, Envelope bounds, int tolerance) {
        if (degrees.getDimension() == 0) {
            return inTile(projected(degrees), bounds);
        }
        if (tolerance == Integer.MAX_VALUE) {
            return inTile(projected(Geometries.FACTORY.createPoint(Geometries.representative(degrees))), bounds);
        }
        double unit = bounds.getWidth() / EXTENT;
        Geometry near = TileShape.thinned(projected(TileShape.near(degrees, tile)), tolerance * unit / 4);
        Admission.check();
        Geometry simple = DouglasPeuckerSimplifier.simplify(near, tolerance * unit);
        Envelope clip = bounds.copy();
        clip.expandBy(bounds.getWidth() * TileContent.MARGIN);
        Geometry shape = JtsAdapter.createTileGeom(simple, bounds, clip, Geometries.FACTORY, LAYER, _ -> true);
        // A shape beyond the square world is flat at its edge, and nothing of it is left.
        return shape.isEmpty()
                ? inTile(projected(Geometries.FACTORY.createPoint(Geometries.representative(degrees))), bounds)
                : shape;
    }

    private static Geometry inTile(Geometry point, Envelope bounds) {
        // Rounding must not move a point at the edge of its own tile out of it.
        double rounding = bounds.getWidth() * 1e-6;
        Geometries.moved(point, (sequence, i) -> {
            sequence.setOrdinate(i, 0, within(sequence.getX(i), bounds.getMinX(), bounds.getMaxX(), rounding));
            sequence.setOrdinate(i, 1, within(sequence.getY(i), bounds.getMinY(), bounds.getMaxY(), rounding));
        });
        return JtsAdapter.createTileGeom(point, bounds, bounds, Geometries.FACTORY, LAYER, _ -> true);
    }

    private static double within(double value, double least, double most, double rounding) {
        return value < least - rounding || value > most + rounding ? value : Math.clamp(value, least, most);
    }

    /** Projects to the web map as a square with sides of 1, north up. */
    private static Geometry projected(Geometry degrees) {
        Geometry copy = degrees.copy();
        return Geometries.moved(copy, (sequence, i) -> {
            sequence.setOrdinate(i, 0, UNIT.x(sequence.getX(i)));
            // Rounding must not move what lies at the edge of the square world out of every tile.
            sequence.setOrdinate(i, 1, -Math.clamp(UNIT.y(sequence.getY(i)), 0.0, 1.0));
        });
    }

    private static void addTo(
            @Nullable Object properties, MvtLayerProps values, VectorTile.Tile.Feature.Builder feature) {
        VALUES.addTags(properties, values, feature);
        if (properties instanceof Map<?, ?> known && known.get("id") instanceof String id) {
            feature.setId(number(id));
        }
    }

    /**
     * The number that tiles have for an identifier: the identifier itself if it is one, otherwise the first 52 bits of its
     * SHA-256, which every client can hold and which are the same in every tile and after each load.
     */
    static long number(String id) {
        if (id.matches("0|[1-9][0-9]{0,14}")) {
            return Long.parseLong(id);
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() >>> 12;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> properties(SimpleFeature feature, @Nullable Set<String> selected) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", feature.getID());
        for (AttributeDescriptor attribute : feature.getType().getAttributeDescriptors()) {
            String name = attribute.getLocalName();
            boolean wanted =
                    !name.equals(Schema.GEOMETRY) && (selected == null ? isUsual(name) : selected.contains(name));
            Object value = wanted ? feature.getAttribute(name) : null;
            switch (value) {
                case null -> {}
                case Number number -> properties.put(name, number.doubleValue());
                case Boolean flag -> properties.put(name, flag);
                case String text -> properties.put(name, selected == null ? shortened(text) : text);
                default -> properties.put(name, ValueText.of(value));
            }
        }
        return properties;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT - 1))) + "…";
    }

    private static String bbox(TileContent.Cell cell) {
        int column = Quad.column(cell.number());
        int row = Quad.row(cell.number());
        Envelope square = Quad.envelope(cell.level(), column, row, 0);
        return DoubleStream.of(square.getMinX(), square.getMinY(), square.getMaxX(), square.getMaxY())
                .mapToObj(side -> BigDecimal.valueOf(side)
                        .setScale(6, RoundingMode.HALF_UP)
                        .toPlainString())
                .collect(Collectors.joining(","));
    }
}
