package org.dateline.features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;

/**
 * Decides from which zoom on a shape is drawn, so that no tile has too many. Of the shapes whose representative points
 * lie in one tile, only the largest are drawn at its zoom; the others follow further down. So each shape is drawn in
 * every tile that it reaches, or in none and counted once: the decision does not depend on which tile is asked for.
 *
 * <p>The result is a size: a shape that has to wait counts as smaller than it is, exactly so small that it is drawn from
 * the right zoom on ({@link TileContent#SMALLEST_SHAPE}).
 */
public final class ShapeSizes {

    private ShapeSizes() {}

    /** The size from which on a shape is drawn at a zoom, as a share of the web map's width. */
    public static double smallest(int zoom) {
        return TileContent.SMALLEST_SHAPE / (1L << zoom);
    }

    /**
     * @param codes {@link Quad} codes of the representative points
     * @param sizes longer sides of the shapes as a share of the web map's width; 0 for points
     * @return the sizes to draw by
     */
    public static double[] drawn(long[] codes, double[] sizes) {
        double[] drawn = sizes.clone();
        Integer[] largestFirst = new Integer[sizes.length];
        Arrays.setAll(largestFirst, i -> i);
        Arrays.sort(largestFirst, Comparator.comparingDouble((Integer i) -> -sizes[i]));
        for (int zoom = 0; zoom <= Tile.DEEPEST_ZOOM; zoom++) {
            Map<Long, Integer> counts = new HashMap<>();
            for (int i : largestFirst) {
                if (sizes[i] < smallest(zoom)) {
                    break;
                }
                if (counts.merge(Quad.number(zoom, codes[i]), 1, Integer::sum) > TileContent.MOST_SHAPES) {
                    drawn[i] = smallest(zoom + 1);
                }
            }
        }
        return drawn;
    }
}
