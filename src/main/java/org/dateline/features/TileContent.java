package org.dateline.features;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;

/**
 * What a tile shows of a collection: each record that lies in it counts once, in a cell or by itself. A record's place is
 * that of its representative point; only what is drawn as a shape stands in each tile that it reaches into.
 *
 * @param cells    places where several records are drawn as one mark
 * @param features records that stand for themselves: those that are alone in their cell, and shapes
 */
public record TileContent(List<Cell> cells, List<SimpleFeature> features) {

    /** Cells along a side of a tile: marks 16 pixels apart on a tile of 256. */
    public static final int CELLS = 16;

    /** Levels of {@link org.dateline.geo.Quad} between a tile and its cells. */
    public static final int CELL_LEVELS = 4;

    /** A tile of no more records than this shows each by itself, wherever their places differ. */
    public static final int MOST_ALONE = 128;

    /** The most shapes in a tile, the largest first; the others count in cells. */
    public static final int MOST_SHAPES = 1_000;

    /** How far beyond a tile's sides shapes reach, as a share of its side, so that strokes meet those of the next tile. */
    public static final double MARGIN = 8.0 / 256;

    /** What is smaller than this share of a tile's side, about 3 pixels of 256, is no shape. */
    public static final double SMALLEST_SHAPE = 3.0 / 256;

    public TileContent {
        cells = List.copyOf(cells);
        features = List.copyOf(features);
    }

    /**
     * Several records on one spot of the map.
     *
     * @param records   how many; 2 or more
     * @param longitude of the middle of all their places
     * @param latitude  of the middle of all their places
     * @param level     of the square that they lie in ({@link org.dateline.geo.Quad})
     * @param number    of this square
     */
    public record Cell(long records, double longitude, double latitude, int level, long number) {}
}
