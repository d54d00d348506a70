package org.dateline.draw.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
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

    private final Figure figure;
    private final double scale;
    private final int height;
    private final BufferedImage strip;
    private final Painter painter = new Painter();
    private final Palette palette;

    private PngRenderer(Figure figure, int width) {
        this.figure = figure;
        this.scale = width / figure.width();
        this.height = height(figure, width);
        this.strip = new BufferedImage(width, Math.min(height, STRIP), BufferedImage.TYPE_INT_RGB);
        this.palette = Palette.of(sample());
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
        int width = strip.getWidth();
        int perMetre = Math.toIntExact(Math.round(CSS_DPI * scale * INCHES_PER_METRE));
        PngWriter png = new PngWriter(width, height, palette.colours(), perMetre);
        byte[] numbers = new byte[strip.getHeight() * width];
        for (int top = 0; top < height; top += STRIP) {
            paintStrip(top);
            int[] colours = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
            int rows = Math.min(strip.getHeight(), height - top);
            for (int i = 0; i < rows * width; i++) {
                byte left = numbers[Math.max(0, i - 1)];
                numbers[i] = palette.number(colours[i], left, i < width ? left : numbers[i - width]);
            }
            png.rows(numbers, rows);
        }
        return png.finished();
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
