package org.dateline.streets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Inflates what an archive holds, up to a limit: a small file can hold a thousand times its size. */
final class Inflation {

    private Inflation() {}

    static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /**
     * @param most the largest result, in bytes
     * @param what what it is, for the message
     * @throws IOException if it is larger or no gzip
     */
    static byte[] gunzip(byte[] gzip, int most, String what) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 14)) {
            byte[] plain = in.readNBytes(most);
            if (plain.length == most && in.read() >= 0) {
                throw new IOException("got " + what + " that inflates to more than " + most + " bytes, expected less");
            }
            return plain;
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw new IOException("got " + what + " that is no whole gzip (" + e.getMessage() + "), expected one", e);
        }
    }
}
