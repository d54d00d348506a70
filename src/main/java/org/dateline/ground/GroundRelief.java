package org.dateline.ground;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dateline.geo.Bbox;
import org.dateline.geo.WebMercator;

/** Cuts a part out of the world's shaded relief, which is kept in tiles on the web map. */
final class GroundRelief {

    /** The size of a tile in pixels. */
    private static final int TILE = 1024;

    /** The number of tiles on each side of the world. */
    private static final int TILES = 8;

    /** The largest number of pixels of a picture, about 20 KB. */
    private static final int MOST = 640_000;

    /** How many pixels a small part has for each of the source, so that it is smooth when it is enlarged. */
    private static final double FINER = 2;

    private static final float QUALITY = 0.72f;

    /** The quality of a part as large as a continent, whose shores take many bytes. */
    private static final float QUALITY_OF_LARGE = 0.6f;

    /** A part is that large if it has fewer pixels than this for each of the source. */
    private static final double LARGE = 0.25;

    private static final WebMercator WORLD = new WebMercator(5);

    private GroundRelief() {}

    /** The whole world from edge to edge of the web map, as JPEG. */
    static byte[] world() {
        return GroundFiles.read("relief/world.jpg");
    }

    /** @param bbox a part of the world, which may cross the antimeridian; not higher than the web map */
    static byte[] cut(Bbox bbox) {
        return cut(bbox, FINER, MOST);
    }

    /**
     * The same with no more pixels than the source.
     *
     * @param most the largest number of pixels
     */
    static byte[] cut(Bbox bbox, int most) {
        return cut(bbox, 1, most);
    }

    private static byte[] cut(Bbox bbox, double finest, int most) {
        double left = WORLD.x(bbox.west());
        double top = WORLD.y(bbox.north());
        double across = WORLD.x(bbox.unwrappedEast()) - left;
        double down = WORLD.y(bbox.south()) - top;
        double scale = Math.min(finest, Math.sqrt(most / (across * down)));
        BufferedImage picture = new BufferedImage(
                Math.max(1, (int) Math.round(across * scale)),
                Math.max(1, (int) Math.round(down * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.scale(picture.getWidth() / across, picture.getHeight() / down);
        for (int row = (int) (top / TILE); row <= Math.min(TILES - 1, (int) ((top + down) / TILE)); row++) {
            for (int column = (int) (left / TILE); column <= (int) ((left + across) / TILE); column++) {
                // A pixel larger than it is, so that no seam shows between two tiles.
                graphics.drawImage(
                        tile(column % TILES, row),
                        (int) Math.floor(column * TILE - left),
                        (int) Math.floor(row * TILE - top),
                        TILE + 1,
                        TILE + 1,
                        null);
            }
        }
        graphics.dispose();
        return jpeg(picture, scale < LARGE ? QUALITY_OF_LARGE : QUALITY);
    }

    private static BufferedImage tile(int column, int row) {
        byte[] content = GroundFiles.read("relief/" + column + "-" + row + ".jpg");
        try {
            // This closes the stream.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
