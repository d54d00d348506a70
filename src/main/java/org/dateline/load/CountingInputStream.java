package org.dateline.load;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a file and counts the bytes. */
final class CountingInputStream extends FilterInputStream {

    private final long size;
    private long read;
    private long end = Long.MAX_VALUE;

    private CountingInputStream(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    /** The content of a file; if the file is compressed by gzip, whatever its name, its decompressed content. */
    static CountingInputStream ofContent(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            byte[] first = in.readNBytes(2);
            in.reset();
            boolean compressed = first.length == 2
                    ? first[0] == 0x1F && first[1] == (byte) 0x8B
                    : file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            // The size is not known before the end: text shrinks to about an eighth.
            return compressed
                    ? new CountingInputStream(new BufferedInputStream(new WholeGzip(in), 1 << 16), 8 * Files.size(file))
                    : new CountingInputStream(in, Files.size(file));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** All of a compressed file: the library takes what is damaged after a first part for the end. */
    private static final class WholeGzip extends GZIPInputStream {

        private static final int TRAILER = 8;

        WholeGzip(InputStream in) throws IOException {
            super(in, 1 << 16);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0 && !endsInZeros()) {
                throw new ZipException("more after its end");
            }
            return count;
        }

        /** Whether nothing is left but zeros, with which tapes and blocks are filled. */
        private boolean endsInZeros() throws IOException {
            int left = inf.getRemaining();
            boolean zeros = true;
            for (int i = len - left + TRAILER; i < len; i++) {
                zeros &= buf[i] == 0;
            }
            byte[] more = in.readNBytes(1 << 16);
            for (byte one : more) {
                zeros &= one == 0;
            }
            return zeros && more.length < 1 << 16;
        }
    }

    /** The part that has been read, from 0 to 1, including what readers have buffered. */
    double share() {
        return size == 0 ? 1 : Math.min(1, (double) read / size);
    }

    /** Allows {@link RowReader#LARGEST_ROW} bytes to be read until the next call, including what readers buffer. */
    void startRow() {
        end = read + RowReader.LARGEST_ROW;
    }

    private int counted(int count, int bytes) throws IOException {
        read += Math.max(0, bytes);
        if (read > end) {
            throw new RowTooLargeException(RowReader.LARGEST_ROW);
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        return counted(one, one < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return counted(count, count);
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        read += skipped;
        return skipped;
    }
}
