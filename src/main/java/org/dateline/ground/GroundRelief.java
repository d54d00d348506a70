package org.dateline.ground;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.dateline.geo.Bbox;
import org.dateline.geo.WebMercator;

/** Cuts a part out of the world's shaded relief, which is kept on the web map: in tiles, and for large parts as one picture. */
final class GroundRelief {

    /** The largest number of pixels of a picture, about 20 KB. */
    private static final int MOST = 640_000;

    /** How many pixels a small part has for each of the source, so that it is smooth when it is enlarged. */
    private static final double FINER = 2;

    /** How coarse quick changes are ({@link SoftJpeg}). */
    private static final double COARSENESS = 6;

    /** The same of a part as large as a continent, whose shores take many bytes. */
    private static final double COARSENESS_OF_WIDE = 16;

    /** A picture with fewer pixels than this for each of the tiles is cut out of the one: to read many tiles takes long. */
    private static final double WIDE = 0.4;

    /**
     * What a picture is cut out of.
     *
     * @param world on which it is kept
     * @param tiles the number of tiles on each side of the world
     */
    private record Source(WebMercator world, int tiles) {

        private static final Source TILES = new Source(new WebMercator(5), 8);

        private static final Source ONE = new Source(new WebMercator(3), 1);

        /** The size of a tile in pixels. */
        int tile() {
            return (int) world.worldSize() / tiles;
        }

        /** @param column may lie beyond the antimeridian */
        BufferedImage read(int column, int row) {
            String name = tiles == 1 ? "wide" : column % tiles + "-" + row;
            try {
                // This closes the stream.
                return ImageIO.read(new MemoryCacheImageInputStream(
                        new ByteArrayInputStream(GroundFiles.read("relief/" + name + ".jpg"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How many pixels the picture of the whole world has for each of the source, in a row. */
    static final double WORLD_FINENESS = 672 / 8192.0;

    private GroundRelief() {}

    /** How many pixels the picture of a part has for each of the source, in a row. */
    static double fineness(Bbox bbox) {
        return fineness(bbox, FINER, MOST);
    }

    private static double fineness(Bbox bbox, double finest, int most) {
        return Math.min(finest, Math.sqrt(most / size(bbox, Source.TILES.world)));
    }

    /** The whole world from edge to edge of the web map, as JPEG. */
    static byte[] world() {
        return GroundFiles.read("relief/world.jpg");
    }

    /** @param bbox a part of the world, which may cross the antimeridian; not higher than the web map */
    static byte[] cut(Bbox bbox, WorldLines lines) {
        return cut(bbox, lines, FINER, MOST);
    }

    /**
     * The same with no more pixels than the source.
     *
     * @param most the largest number of pixels
     */
    static byte[] cut(Bbox bbox, WorldLines lines, int most) {
        return cut(bbox, lines, 1, most);
    }

    private static byte[] cut(Bbox bbox, WorldLines lines, double finest, int most) {
        double scale = fineness(bbox, finest, most);
        boolean isWide = scale < WIDE;
        Source source = isWide ? Source.ONE : Source.TILES;
        WebMercator plane = new WebMercator(Source.TILES.world.zoom() + Math.log(scale) / Math.log(2));
        double left = plane.x(bbox.west());
        double top = plane.y(bbox.north());
        BufferedImage picture = new BufferedImage(
                Math.max(1, (int) Math.round(plane.x(bbox.unwrappedEast()) - left)),
                Math.max(1, (int) Math.round(plane.y(bbox.south()) - top)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double tile = plane.worldSize() / source.tiles;
        graphics.translate(-left, -top);
        graphics.scale(tile / source.tile(), tile / source.tile());
        int lastRow = Math.min(source.tiles - 1, (int) ((top + picture.getHeight()) / tile));
        for (int row = (int) (top / tile); row <= lastRow; row++) {
            for (int column = (int) (left / tile); column <= (int) ((left + picture.getWidth()) / tile); column++) {
                // A pixel larger than it is, so that no seam shows between two tiles.
                graphics.drawImage(
                        source.read(column, row),
                        column * source.tile(),
                        row * source.tile(),
                        source.tile() + 1,
                        source.tile() + 1,
                        null);
            }
        }
        graphics.dispose();
        new Shoreline(lines, plane, left, left + picture.getWidth()).fit(picture, left, top);
        return SoftJpeg.write(picture, isWide ? COARSENESS_OF_WIDE : COARSENESS);
    }

    /** The number of pixels of a part. */
    private static double size(Bbox bbox, WebMercator plane) {
        return (plane.x(bbox.unwrappedEast()) - plane.x(bbox.west())) * (plane.y(bbox.south()) - plane.y(bbox.north()));
    }
}
