package org.dateline.draw.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG with a palette, some rows at a time (<a href="https://www.w3.org/TR/png-3/">Portable Network Graphics,
 * third edition</a>). The rows are not filtered, as section 12.7 advises for palettes: the JDK's writer, which always
 * filters, needs a third more bytes.
 */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte PALETTE = 3;
    private static final byte PER_METRE = 1;
    private static final byte NO_FILTER = 0;

    private final int width;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream file = new DataOutputStream(bytes);
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    // Made once and sent often.
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    private final DeflaterOutputStream pixels = new DeflaterOutputStream(packed, deflater, 1 << 14);

    /**
     * @param colours  at most 256, as RGB
     * @param perMetre pixels per metre, in both directions
     */
    PngWriter(int width, int height, int[] colours, int perMetre) throws IOException {
        this.width = width;
        file.write(SIGNATURE);
        // Deflate is the only compression, adaptive filters the only kind of them, and there is no interlacing.
        chunk(
                "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(BITS).put(PALETTE));
        chunk("pHYs", ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put(PER_METRE));
        ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
        for (int colour : colours) {
            palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        chunk("PLTE", palette);
    }

    /** Writes the next rows, with the number of a colour for each pixel. */
    void rows(byte[] numbers, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            pixels.write(NO_FILTER);
            pixels.write(numbers, row * width, width);
        }
    }

    /** The file, after all rows. */
    byte[] finished() throws IOException {
        pixels.close();
        deflater.end();
        chunk("IDAT", ByteBuffer.wrap(packed.toByteArray()));
        chunk("IEND", ByteBuffer.allocate(0));
        return bytes.toByteArray();
    }

    /** Writes a chunk whose content is the whole buffer. */
    private void chunk(String type, ByteBuffer content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content.array());
        file.writeInt(content.capacity());
        file.write(name);
        file.write(content.array());
        file.writeInt((int) check.getValue());
    }
}
