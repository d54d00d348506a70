package org.dateline.draw.figure;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a web font into the TrueType or OpenType file that it was made of
 * (<a href="https://www.w3.org/TR/WOFF/">WOFF 1.0</a>): npm has many fonts in this format only.
 */
final class Woff {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;

    /** The largest font that is unpacked, in bytes. */
    private static final int LARGEST = 64 << 20;

    private Woff() {}

    /** @throws IOException if it is no whole WOFF file */
    static byte[] toSfnt(byte[] woff) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(woff);
            if (in.getInt() != SIGNATURE) {
                throw new IOException("got a file that does not start as WOFF, expected one");
            }
            int flavour = in.getInt();
            int tables = in.getShort(12);
            int size = in.getInt(16);
            if (tables <= 0 || size < 12 + 16 * tables || size > LARGEST) {
                throw new IOException("got " + tables + " tables in " + size + " bytes, expected a font");
            }
            ByteBuffer out = ByteBuffer.allocate(size + 4 * tables);
            int highest = Integer.highestOneBit(tables);
            out.putInt(flavour).putShort((short) tables).putShort((short) (16 * highest));
            out.putShort((short) Integer.numberOfTrailingZeros(highest)).putShort((short) (16 * (tables - highest)));
            int at = 12 + 16 * tables;
            for (int i = 0; i < tables; i++) {
                in.position(HEADER + 20 * i);
                int tag = in.getInt();
                int offset = in.getInt();
                int stored = in.getInt();
                int length = in.getInt();
                out.putInt(tag).putInt(in.getInt()).putInt(at).putInt(length);
                byte[] table = new byte[Math.min(length, out.capacity())];
                if (stored < length) {
                    inflate(woff, offset, stored, table);
                } else {
                    in.position(offset).get(table);
                }
                out.put(at, table);
                at += (length + 3) & ~3;
            }
            return out.array();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DataFormatException e) {
            throw new IOException("got a WOFF file that is not whole (" + e.getMessage() + "), expected one", e);
        } catch (java.nio.BufferOverflowException | NegativeArraySizeException e) {
            throw new IOException("got a WOFF file with tables larger than it says, expected a whole one", e);
        }
    }

    private static void inflate(byte[] woff, int offset, int stored, byte[] table) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(woff, offset, stored);
            if (inflater.inflate(table) < table.length) {
                throw new DataFormatException("a table ends early");
            }
        } finally {
            inflater.end();
        }
    }
}
