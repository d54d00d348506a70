package org.dateline.formats;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Collects an encoded page in memory, with few copies. For one thread. */
public final class PageBuffer extends ByteArrayOutputStream {

    /** What stands before the features of a GeoJSON page fits in, in bytes. */
    private static final int BEGINNING = 4_096;

    private final int usual;

    /** @param usual the usual size of such a page in bytes, to which the buffer grows in one step */
    public PageBuffer(int usual) {
        super(BEGINNING);
        this.usual = usual;
    }

    /** Makes room for exactly this many bytes more. */
    void expect(long more) {
        long size = count + more;
        if (size <= Integer.MAX_VALUE) {
            buf = Arrays.copyOf(buf, (int) size);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (length > buf.length - count && buf.length < usual) {
            buf = Arrays.copyOf(buf, usual);
        }
        if (length > buf.length - count) {
            super.write(bytes, from, length);
        } else {
            // Without the lock of the superclass, which costs more than to copy a small feature.
            System.arraycopy(bytes, from, buf, count, length);
            count += length;
        }
    }

    /** What was written: the array itself if it is full, so nothing may be written afterwards. */
    @Override
    public byte[] toByteArray() {
        return count == buf.length ? buf : super.toByteArray();
    }
}
