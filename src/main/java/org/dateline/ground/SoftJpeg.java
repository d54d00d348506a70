package org.dateline.ground;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/**
 * Writes pictures of soft shades, such as relief, as JPEG. A map enlarges them, and then the usual tables show their blocks in
 * flat land and sea: these are fine for slow changes and coarse for quick ones, and colours are as fine as brightness, so that
 * no green or pink surrounds a coast.
 */
public final class SoftJpeg {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    /** The step of the slowest change. */
    private static final double LEAST = 2;

    /** How steps grow with the square of the frequency, at a coarseness of 1. */
    private static final double POWER = 0.6;

    private SoftJpeg() {}

    /**
     * @param picture    opaque
     * @param coarseness how much steps grow with the frequency; about 4 for what is enlarged, more for fewer bytes
     */
    public static byte[] write(BufferedImage picture, double coarseness) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), parameters);
            IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
            NodeList components = root.getElementsByTagName("componentSpec");
            for (int i = 0; i < components.getLength(); i++) {
                IIOMetadataNode component = (IIOMetadataNode) components.item(i);
                component.setAttribute("HsamplingFactor", "1");
                component.setAttribute("VsamplingFactor", "1");
            }
            NodeList tables = root.getElementsByTagName("dqtable");
            for (int i = 0; i < tables.getLength(); i++) {
                ((IIOMetadataNode) tables.item(i)).setUserObject(new JPEGQTable(steps(coarseness)));
            }
            metadata.setFromTree(FORMAT, root);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, metadata), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The steps of an 8 by 8 block's frequencies, row by row; a step is at most 255. */
    private static int[] steps(double coarseness) {
        int[] steps = new int[64];
        for (int i = 0; i < steps.length; i++) {
            int down = i / 8;
            int right = i % 8;
            steps[i] =
                    (int) Math.min(255, Math.rint(LEAST + coarseness * Math.pow(down * down + right * right, POWER)));
        }
        return steps;
    }
}
