package org.dateline.formats;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dateline.features.Schema;
import org.dateline.features.TileContent;
import org.dateline.geo.Geometries;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.dateline.geo.WebMercator;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Writes Mapbox Vector Tiles (specification 2.1). Layer {@code records}: single records with the properties that a map
 * needs to draw and name them. Layer {@code cells}: several records in one square, with their number in {@code records}
 * and the square in {@code bbox}, in the form that queries take. No tile is larger than {@link #MOST_BYTES}: shapes are
 * simplified until it fits, if necessary to a point each; no record is left out.
 */
public final class TileWriter {

    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    /** The largest size of a tile before compression. */
    public static final int MOST_BYTES = 500_000;

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

    private TileWriter() {}

    /** @return the encoded tile; empty if there is nothing to show */
    public static byte[] write(Tile tile, TileContent content) {
        if (content.cells().isEmpty() && content.features().isEmpty()) {
            return new byte[0];
        }
        for (int tolerance : TOLERANCES) {
            byte[] bytes = write(tile, content, tolerance);
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
        }
        return write(tile, content, Integer.MAX_VALUE);
    }

    private static byte[] write(Tile tile, TileContent content, int tolerance) {
        double side = 1.0 / (1 << tile.zoom());
        // The library expects north to be up.
        Envelope bounds = new Envelope(
                tile.column() * side, (tile.column() + 1) * side, -(tile.row() + 1) * side, -tile.row() * side);
        List<Geometry> records = new ArrayList<>();
        for (SimpleFeature feature : content.features()) {
            Admission.check();
            Geometry drawn = drawn((Geometry) feature.getAttribute(Schema.GEOMETRY), tile, bounds, tolerance);
            if (!drawn.isEmpty()) {
                drawn.setUserData(properties(feature));
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
        layer(encoded, "records", records);
        layer(encoded, "cells", cells);
        return encoded.build().toByteArray();
    }

    private static void layer(VectorTile.Tile.Builder tile, String name, List<Geometry> geometries) {
        if (geometries.isEmpty()) {
            return;
        }
        VectorTile.Tile.Layer.Builder layer = MvtUtil.newLayerBuilder(name, LAYER);
        MvtLayerProps properties = new MvtLayerProps();
        JtsAdapter.addFeatures(layer, geometries, properties, new UserDataKeyValueMapConverter());
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

    private static Map<String, Object> properties(SimpleFeature feature) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", feature.getID());
        for (AttributeDescriptor attribute : feature.getType().getAttributeDescriptors()) {
            String name = attribute.getLocalName();
            boolean drawn = PROPERTIES.contains(name) || name.startsWith(NAME_IN);
            Object value = drawn ? feature.getAttribute(name) : null;
            switch (value) {
                case null -> {}
                case Number number -> properties.put(name, number.doubleValue());
                case String text -> properties.put(name, shortened(text));
                default -> properties.put(name, value.toString());
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
        return String.format(
                Locale.ROOT,
                "%.6f,%.6f,%.6f,%.6f",
                square.getMinX(),
                square.getMinY(),
                square.getMaxX(),
                square.getMaxY());
    }
}
