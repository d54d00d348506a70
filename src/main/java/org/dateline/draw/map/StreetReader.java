package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dateline.geo.Bbox;
import org.dateline.geo.Tile;
import org.dateline.streets.StreetArchive;
import org.dateline.streets.StreetFeature;
import org.dateline.streets.Tiles;
import org.dateline.work.Admission;

/**
 * Reads what one map shows of an archive, with as much memory as a map may take.
 *
 * @param most the most numbers of geometries that are held
 */
record StreetReader(StreetArchive archive, long most) {

    /** What follows from the memory: each number takes some 60 bytes until it is drawn. */
    static final long MOST_NUMBERS = Math.clamp(Runtime.getRuntime().maxMemory() / 128, 500_000, 4_000_000);

    /** More tiles than this are not read for one map. */
    private static final int MOST_TILES = 80;

    /** How many zooms lower tiles are taken where those of the view have too much. */
    private static final int MOST_STEPS = 3;

    /** A feature takes as much memory as this many numbers. */
    private static final int NUMBERS_A_FEATURE = 4;

    /**
     * What is shown in a box, from the tiles of a zoom, or of a lower one if there is more than memory allows.
     *
     * @param kinds those that are drawn or named
     */
    List<StreetFeature> read(Bbox box, int zoom, Predicate<String> kinds) {
        for (int at = zoom; at >= Math.max(archive.minZoom(), zoom - MOST_STEPS); at--) {
            List<StreetFeature> features = new ArrayList<>();
            if (add(Tiles.in(box, at, MOST_TILES), kinds, features)) {
                return features;
            }
        }
        return List.of();
    }

    /** Adds what tiles show; whether there is memory for it. */
    private boolean add(List<Tile> tiles, Predicate<String> kinds, List<StreetFeature> features) {
        long numbers = 0;
        for (Tile tile : tiles) {
            Admission.check();
            for (StreetFeature feature : archive.readable(tile)) {
                if (kinds.test(feature.kind())) {
                    features.add(feature);
                    numbers += NUMBERS_A_FEATURE
                            + feature.parts().stream()
                                    .mapToInt(part -> part.length)
                                    .sum();
                }
            }
            if (numbers > most) {
                return false;
            }
        }
        return true;
    }
}
