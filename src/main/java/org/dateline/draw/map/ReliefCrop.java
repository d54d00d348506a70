package org.dateline.draw.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.render.PictureReader;
import org.dateline.model.Basemap;

/** Crops the basemap's relief to a frame, as small images embedded in the map itself. */
final class ReliefCrop {

    /**
     * The colour behind transparent parts of the relief: the sea of the light theme; in the dark theme, the style sheet
     * darkens the whole image.
     */
    private static final Color SEA = new Color(Palette.MAP_SEA.rgb());

    /** The JPEG quality; low, because soft shades without edges show no artefacts. */
    private static final float QUALITY = 0.6f;

    /** @param href a {@code data:} URL */
    record Piece(Box box, String href) {}

    private ReliefCrop() {}

    /**
     * Crops one piece for each turn of the world in the frame.
     *
     * @param content the content of the relief's file
     * @throws IOException if it is not a readable image; the message names the file
     */
    static List<Piece> of(Basemap.Relief relief, Frame frame, byte[] content) throws IOException {
        BufferedImage picture = read(relief.file(), content);
        List<Piece> pieces = new ArrayList<>();
        for (Box whole : frame.turned(Frame.box(relief.bbox()))) {
            double across = picture.getWidth() / whole.width();
            double down = picture.getHeight() / whole.height();
            Box shown = whole.intersection(frame.window());
            // Crop at whole pixels, so that nothing is blurred twice.
            int left = (int) Math.floor((shown.left() - whole.left()) * across);
            int top = (int) Math.floor((shown.top() - whole.top()) * down);
            int right = Math.min(picture.getWidth(), (int) Math.ceil((shown.right() - whole.left()) * across));
            int bottom = Math.min(picture.getHeight(), (int) Math.ceil((shown.bottom() - whole.top()) * down));
            if (right > left && bottom > top) {
                Box box = new Box(
                        whole.left() + left / across,
                        whole.top() + top / down,
                        whole.left() + right / across,
                        whole.top() + bottom / down);
                byte[] jpeg = jpeg(picture.getSubimage(left, top, right - left, bottom - top));
                pieces.add(new Piece(
                        box, "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg)));
            }
        }
        return pieces;
    }

    private static BufferedImage read(Path file, byte[] content) throws IOException {
        try {
            return PictureReader.decode(file.toString(), content);
        } catch (IOException e) {
            throw new IOException(file + ": got " + e.getMessage() + ", expected " + PictureReader.EXPECTED, e);
        }
    }

    private static byte[] jpeg(BufferedImage crop) throws IOException {
        BufferedImage opaque = new BufferedImage(crop.getWidth(), crop.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(crop, 0, 0, SEA, null);
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
