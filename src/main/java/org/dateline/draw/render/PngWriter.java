package org.dateline.draw.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG row by row (<a href="https://www.w3.org/TR/png-3/">W3C, third edition</a>): 8 bits of red, green and blue.
 * The JDK's own writer wants the whole picture in memory; 2400 pixels in width are more than a small server has to spare.
 */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BYTES = 3;
    private static final int FILTERS = 5;
    private static final double INCH = 0.0254;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(6);
    private final DeflaterOutputStream deflating = new DeflaterOutputStream(packed, deflater, 8192);
    private final byte[][] filtered;
    private byte[] previous;

    /** @param dpi at which it has its natural size */
    PngWriter(int width, int height, double dpi) {
        previous = new byte[width * BYTES];
        filtered = new byte[FILTERS][width * BYTES + 1];
        for (int filter = 0; filter < FILTERS; filter++) {
            filtered[filter][0] = (byte) filter;
        }
        out.writeBytes(SIGNATURE);
        // 8 bits, truecolour, and the only methods that there are.
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk("sRGB", new byte[] {0});
        int perMetre = (int) Math.round(dpi / INCH);
        chunk(
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(perMetre)
                        .putInt(perMetre)
                        .put((byte) 1)
                        .array());
    }

    /** @param pixels 0xRRGGBB from {@code offset} on, as many as the picture is wide */
    void row(int[] pixels, int offset) {
        byte[] row = new byte[previous.length];
        for (int i = 0; i < row.length / BYTES; i++) {
            int pixel = pixels[offset + i];
            row[BYTES * i] = (byte) (pixel >> 16);
            row[BYTES * i + 1] = (byte) (pixel >> 8);
            row[BYTES * i + 2] = (byte) pixel;
        }
        try {
            deflating.write(best(row));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written to", e);
        }
        previous = row;
    }

    /** The filter whose bytes are smallest in sum: the recommendation of the standard, section 12.7. */
    private byte[] best(byte[] row) {
        long[] sums = new long[FILTERS];
        for (int i = 0; i < row.length; i++) {
            int raw = row[i] & 255;
            int left = i < BYTES ? 0 : row[i - BYTES] & 255;
            int up = previous[i] & 255;
            int corner = i < BYTES ? 0 : previous[i - BYTES] & 255;
            put(0, i, raw, sums);
            put(1, i, raw - left, sums);
            put(2, i, raw - up, sums);
            put(3, i, raw - (left + up) / 2, sums);
            put(4, i, raw - paeth(left, up, corner), sums);
        }
        int least = 0;
        for (int filter = 1; filter < FILTERS; filter++) {
            if (sums[filter] < sums[least]) {
                least = filter;
            }
        }
        return filtered[least];
    }

    private void put(int filter, int i, int value, long[] sums) {
        byte rest = (byte) value;
        filtered[filter][i + 1] = rest;
        sums[filter] += Math.abs(rest);
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    /** The whole file, once all rows are in. */
    byte[] end() {
        try {
            deflating.finish();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written to", e);
        } finally {
            deflater.end();
        }
        chunk("IDAT", packed.toByteArray());
        chunk("IEND", new byte[0]);
        return out.toByteArray();
    }

    private void chunk(String name, byte[] content) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(type);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
