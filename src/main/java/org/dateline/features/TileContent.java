package org.dateline.features;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;

/**
 * The content of a tile of a collection. Each record within it is counted once, in a cell or as a single record. A
 * record belongs to the tile that contains its representative point; only a record drawn as a shape is in every tile
 * that it reaches.
 *
 * @param cells    squares in which several records are drawn as one mark
 * @param features records drawn by themselves: those alone in their cell, and shapes
 */
public record TileContent(List<Cell> cells, List<SimpleFeature> features) {

    /**
     * How many levels of {@link org.dateline.geo.Quad} a tile's cells are below the tile: 16 cells per side, so that
     * marks are 16 pixels apart on a tile of 256 pixels.
     */
    public static final int CELL_LEVELS = 4;

    /** A tile with at most this many records shows each one by itself, except for records in the same place. */
    public static final int MOST_ALONE = 128;

    /**
     * The maximum number of shapes drawn of those whose representative points lie in one tile, largest first; the others
     * count in cells.
     */
    public static final int MOST_SHAPES = 1_000;

    /** The maximum number of shapes in a tile, with those that reach into it. */
    public static final int MOST_REACHING = 10 * MOST_SHAPES;

    /** How far shapes reach beyond a tile, as a share of its side, so that strokes meet those of the next tile. */
    public static final double MARGIN = 8.0 / 256;

    /** The smallest shape, as a share of a tile's side: about 3 of 256 pixels. Smaller features are drawn as points. */
    public static final double SMALLEST_SHAPE = 3.0 / 256;

    public TileContent {
        cells = List.copyOf(cells);
        features = List.copyOf(features);
    }

    /**
     * Several records in one square of the map.
     *
     * @param records   how many; 2 or more
     * @param longitude the mean of their longitudes
     * @param latitude  the mean of their latitudes
     * @param level     level of the square ({@link org.dateline.geo.Quad})
     * @param number    number of the square
     */
    public record Cell(long records, double longitude, double latitude, int level, long number) {}
}
