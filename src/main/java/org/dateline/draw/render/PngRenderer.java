package org.dateline.draw.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.dateline.draw.figure.Figure;

/** A figure as PNG, painted strip by strip: what it takes of memory does not grow with the picture's height. */
public final class PngRenderer {

    private static final int STRIP = 400;

    private static final double CSS_DPI = 96;

    private PngRenderer() {}

    /** @param width in pixels; the height follows */
    public static byte[] render(Figure figure, int width) {
        double scale = width / figure.width();
        int height = height(figure, width);
        PngWriter png = new PngWriter(width, height, CSS_DPI * scale);
        BufferedImage strip = new BufferedImage(width, Math.min(height, STRIP), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
        Painter painter = new Painter();
        for (int top = 0; top < height; top += STRIP) {
            Graphics2D graphics = strip.createGraphics();
            Painter.smooth(graphics);
            graphics.setColor(Painter.color(figure.ground()));
            graphics.fillRect(0, 0, width, strip.getHeight());
            graphics.translate(0, -top);
            graphics.scale(scale, scale);
            painter.paint(graphics, figure.marks());
            graphics.dispose();
            for (int row = 0; row < Math.min(STRIP, height - top); row++) {
                png.row(pixels, row * width);
            }
        }
        return png.end();
    }

    /** The height of a figure that is drawn so many pixels wide. */
    public static int height(Figure figure, int width) {
        return (int) Math.round(width / figure.width() * figure.height());
    }
}
