package org.dateline.ground;

import org.dateline.geo.Bbox;
import org.dateline.geo.WebMercator;

/**
 * A part of the earth that a catalog shows.
 *
 * @param zoom the zoom up to which the ground is true to a pixel there
 */
public record Focus(Bbox bbox, double zoom) {

    /** The zoom at which Natural Earth's bends are larger than a pixel: beyond it there is no more to show. */
    public static final double FINEST = 10;

    /** The size of a map on a page, in pixels. */
    private static final double WIDTH = 1000;

    private static final double HEIGHT = 800;

    /** How far a reader is expected to zoom in from a view. */
    private static final double CLOSER = 1.5;

    /** The focus of a view, which is shown on a whole page. */
    public static Focus ofView(Bbox bbox) {
        WebMercator world = new WebMercator(0);
        double across = Math.max(1e-6, bbox.width() / 360 * world.worldSize());
        double down = Math.max(1e-6, world.y(bbox.south()) - world.y(bbox.north()));
        double fitting = Math.log(Math.min(WIDTH / across, HEIGHT / down)) / Math.log(2);
        return new Focus(bbox, Math.clamp(fitting + CLOSER, Detail.FAR, FINEST));
    }
}
