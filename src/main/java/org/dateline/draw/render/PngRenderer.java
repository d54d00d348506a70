package org.dateline.draw.render;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dateline.draw.figure.Figure;

/**
 * Renders a figure as PNG with a palette, strip by strip, so that memory use does not grow with the image's height. The
 * palette is found by painting once more before.
 */
public final class PngRenderer {

    private static final int STRIP = 400;

    /** From how many pixels the palette is taken, at most by twice. */
    private static final int SAMPLE = 500_000;

    private static final double CSS_DPI = 96;

    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private static final String FORMAT = "javax_imageio_png_1.0";

    private final Figure figure;
    private final double scale;
    private final int height;
    private final BufferedImage strip;
    private final Painter painter = new Painter();
    private final Palette palette;
    private final BufferedImage indexed;
    private int stripTop = Integer.MIN_VALUE;

    private PngRenderer(Figure figure, int width) {
        this.figure = figure;
        this.scale = width / figure.width();
        this.height = height(figure, width);
        this.strip = new BufferedImage(width, Math.min(height, STRIP), BufferedImage.TYPE_INT_RGB);
        this.palette = Palette.of(sample());
        this.indexed = new BufferedImage(width, strip.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette.model());
    }

    /** @param width the width in pixels; the height follows from it */
    public static byte[] render(Figure figure, int width) {
        try {
            return new PngRenderer(figure, width).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The height in pixels of a figure drawn at a width in pixels. */
    public static int height(Figure figure, int width) {
        return (int) Math.round(width / figure.width() * figure.height());
    }

    private byte[] write() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            // Made once and sent often.
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.25f);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(indexed), parameters);
            IIOMetadataNode size = new IIOMetadataNode("pHYs");
            String perMetre = Long.toString(Math.round(CSS_DPI * scale * INCHES_PER_METRE));
            size.setAttribute("pixelsPerUnitXAxis", perMetre);
            size.setAttribute("pixelsPerUnitYAxis", perMetre);
            size.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(FORMAT);
            root.appendChild(size);
            metadata.mergeTree(FORMAT, root);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture(), null, metadata), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The whole image, of which only one strip is painted at a time; the writer reads it row by row from the top. */
    private RenderedImage picture() {
        return (RenderedImage) Proxy.newProxyInstance(
                RenderedImage.class.getClassLoader(),
                new Class<?>[] {RenderedImage.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getHeight" -> height;
                    // Always claim several tiles, because the writer would request the whole raster of a single tile at
                    // once.
                    case "getNumYTiles" -> height / STRIP + 2;
                    case "getData" -> rows((Rectangle) arguments[0]);
                    // Everything else is as in the strip.
                    default -> method.invoke(indexed, arguments);
                });
    }

    private Raster rows(Rectangle area) {
        int top = area.y / STRIP * STRIP;
        if (top != stripTop) {
            paint(top);
        }
        WritableRaster raster = indexed.getRaster();
        return raster.createTranslatedChild(0, top)
                .createChild(area.x, area.y, area.width, area.height, area.x, area.y, null);
    }

    private void paint(int top) {
        stripTop = top;
        paintStrip(top);
        int[] colours = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
        byte[] numbers = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < colours.length; i++) {
            numbers[i] = palette.nearest(colours[i]);
        }
    }

    /** Every so manieth pixel from all strips. */
    private int[] sample() {
        int width = strip.getWidth();
        int step = Math.max(1, width * height / SAMPLE);
        while (step > 1
                && BigInteger.valueOf(step).gcd(BigInteger.valueOf(width)).intValue() > 1) {
            // Not the same columns in each row.
            step++;
        }
        int[] sample = new int[(width * height + step - 1) / step];
        for (int top = 0; top < height; top += STRIP) {
            paintStrip(top);
            int[] colours = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
            int first = top * width;
            int last = Math.min(width * height, first + colours.length);
            for (int i = (first + step - 1) / step; i * step < last; i++) {
                sample[i] = colours[i * step - first];
            }
        }
        return sample;
    }

    private void paintStrip(int top) {
        Graphics2D graphics = strip.createGraphics();
        Painter.smooth(graphics);
        graphics.setColor(Painter.color(figure.ground()));
        graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
        graphics.translate(0, -top);
        graphics.scale(scale, scale);
        painter.paint(graphics, figure.marks());
        graphics.dispose();
    }
}
