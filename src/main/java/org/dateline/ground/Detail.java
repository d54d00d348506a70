package org.dateline.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.dateline.geo.Bbox;

/**
 * How much detail a ground has in each place: the zoom up to which lines are true to a pixel, by cells of one degree. It
 * is largest where a catalog has places and views, and falls by one zoom each time the distance doubles, down to that of
 * the whole world.
 */
final class Detail {

    /** The zoom of the rest of the world, beside a closer look at a part of it. */
    static final double FAR = 1.25;

    /** The distance in degrees within which detail falls by the first zoom. */
    private static final double NEAR = 1.5;

    private static final int COLUMNS = 360;
    private static final int ROWS = 180;

    private final float[] zooms = new float[COLUMNS * ROWS];
    private final double highest;
    private final double least;

    Detail(Collection<Focus> foci) {
        this(foci, FAR);
    }

    /** @param least the zoom of the rest of the world */
    Detail(Collection<Focus> foci, double least) {
        this(foci, least, 1);
    }

    /**
     * @param least the zoom of the rest of the world
     * @param steep by how many zooms detail falls each time the distance doubles
     */
    Detail(Collection<Focus> foci, double least, double steep) {
        this.least = least;
        Arrays.fill(zooms, (float) least);
        List<Focus> kept = new ArrayList<>();
        for (Focus focus : foci.stream()
                .sorted(Comparator.comparingDouble(Focus::zoom).reversed())
                .toList()) {
            if (kept.stream().noneMatch(other -> contains(other.bbox(), focus.bbox()))) {
                kept.add(focus);
                raise(focus, steep);
            }
        }
        highest = kept.isEmpty() ? least : kept.getFirst().zoom();
    }

    private static boolean contains(Bbox outer, Bbox inner) {
        return outer.degreesEast(inner.west()) + inner.width() <= outer.width()
                && outer.south() <= inner.south()
                && outer.north() >= inner.north();
    }

    private void raise(Focus focus, double steep) {
        Bbox bbox = focus.bbox();
        for (int row = 0; row < ROWS; row++) {
            double latitude = row - 89.5;
            double down = Math.max(0, Math.max(bbox.south() - latitude, latitude - bbox.north()) - 0.5);
            if (focus.zoom() - steep * fall(down) <= least) {
                continue;
            }
            for (int column = 0; column < COLUMNS; column++) {
                double east = bbox.degreesEast(column - 179.5);
                double aside = Math.max(0, Math.min(east - bbox.width(), 360 - east) - 0.5);
                float zoom = (float) (focus.zoom() - steep * fall(Math.hypot(aside, down)));
                int cell = row * COLUMNS + column;
                zooms[cell] = Math.max(zooms[cell], zoom);
            }
        }
    }

    private static double fall(double degrees) {
        return Math.log1p(degrees / NEAR) / Math.log(2);
    }

    /** The largest zoom anywhere. */
    double highest() {
        return highest;
    }

    /** The zoom of the rest of the world. */
    double least() {
        return least;
    }

    double at(double longitude, double latitude) {
        int column = Math.clamp((int) (longitude + 180), 0, COLUMNS - 1);
        int row = Math.clamp((int) (latitude + 90), 0, ROWS - 1);
        return zooms[row * COLUMNS + column];
    }
}
