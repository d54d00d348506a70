package org.dateline.streets;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A PMTiles archive, version 3 (the specification is in the repository protomaps/PMTiles). Only the directory at the root is held;
 * the last leaves are kept. Nothing in the file is trusted: each offset and length is checked against the file before it
 * is read.
 */
final class PmtilesFile implements TileFile {

    private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 127;
    private static final int VERSION = 3;
    private static final int VECTOR = 1;
    private static final int PLAIN = 1;
    private static final int GZIP = 2;

    /** The specification knows a root and leaves; writers have made leaves of leaves. */
    private static final int DEEPEST = 4;

    /** The largest directory, in bytes, stored or inflated; the specification wants the root within 16 kB, and the leaves of a planet have some 500 kB. */
    private static final int LARGEST_DIRECTORY = 2 << 20;

    /** The largest metadata, in bytes. */
    private static final int LARGEST_METADATA = 4 << 20;

    /** How many entries of leaves are kept, of 32 bytes each. */
    private static final int KEPT_ENTRIES = 200_000;

    private final FileChannel channel;
    private final long size;
    private final boolean directoriesAreGzip;
    private final long leaves;
    private final long leavesLength;
    private final long tiles;
    private final long tilesLength;
    private final int minZoom;
    private final int maxZoom;
    private final Directory root;
    private final ArchiveMetadata metadata;
    private final Map<String, String> about;
    private final Map<Long, Directory> lastLeaves = new LinkedHashMap<>(32, 0.75f, true);
    private int keptEntries;

    /**
     * Entries in the order of their tiles.
     *
     * @param runs for how many tiles an entry stands; 0 for a leaf directory
     */
    private record Directory(long[] ids, long[] runs, long[] lengths, long[] offsets) {}

    /** @throws IOException if it is no archive of vector tiles that can be read */
    PmtilesFile(Path file) throws IOException {
        // Never closed by hand: the channel closes itself when nobody refers to it, because answers may still be
        // reading
        // when another archive has taken its place.
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
        if (size < HEADER) {
            throw new IOException("got " + size + " bytes, expected a header of " + HEADER);
        }
        ByteBuffer header = ByteBuffer.wrap(read(0, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (!Arrays.equals(Arrays.copyOf(header.array(), MAGIC.length), MAGIC) || header.get(7) != VERSION) {
            throw new IOException("got a file that does not start as PMTiles version 3, expected one");
        }
        directoriesAreGzip = isGzip(header.get(97), "directories");
        isGzip(header.get(98), "tiles");
        if (header.get(99) != VECTOR) {
            throw new IOException("got tiles of the type " + header.get(99) + ", expected vector tiles (1)");
        }
        minZoom = header.get(100) & 0xff;
        maxZoom = header.get(101) & 0xff;
        leaves = header.getLong(40);
        leavesLength = header.getLong(48);
        tiles = header.getLong(56);
        long stated = header.getLong(64);
        // Tilemaker wrote a negative length until 2025, and other programs do not look at it.
        tilesLength = stated < 0 ? Math.max(0, size - tiles) : stated;
        requireWithin("leaf directories", leaves, leavesLength);
        requireWithin("tile data", tiles, tilesLength);
        metadata = metadata(header.getLong(24), header.getLong(32));
        about = about(metadata, header);
        root = directory("the root directory", header.getLong(8), header.getLong(16));
    }

    private static boolean isGzip(byte compression, String what) throws IOException {
        return switch (compression) {
            case PLAIN -> false;
            case GZIP -> true;
            case 3 -> throw new IOException("got " + what + " compressed with Brotli, expected gzip or none");
            case 4 -> throw new IOException("got " + what + " compressed with Zstandard, expected gzip or none");
            default ->
                throw new IOException(
                        "got " + what + " in the compression " + compression + ", expected gzip (2) or none (1)");
        };
    }

    private ArchiveMetadata metadata(long offset, long length) throws IOException {
        if (length == 0) {
            return ArchiveMetadata.NONE;
        }
        byte[] stored = part("metadata", offset, length, LARGEST_METADATA);
        byte[] plain = directoriesAreGzip ? Inflation.gunzip(stored, LARGEST_METADATA, "metadata") : stored;
        try {
            return ArchiveMetadata.read(plain);
        } catch (JacksonException e) {
            throw new IOException("got metadata that is no JSON, expected an object", e);
        }
    }

    private static Map<String, String> about(ArchiveMetadata metadata, ByteBuffer header) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("attribution", metadata.attribution());
        about.put("minzoom", Integer.toString(header.get(100) & 0xff));
        about.put("maxzoom", Integer.toString(header.get(101) & 0xff));
        about.put(
                "bounds",
                String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s",
                        header.getInt(102) / 1e7,
                        header.getInt(106) / 1e7,
                        header.getInt(110) / 1e7,
                        header.getInt(114) / 1e7));
        return about;
    }

    @Override
    public Map<String, String> about() {
        return about;
    }

    /** Where a tile is stored, counted from the start of all tiles. */
    private record Place(long offset, long length) {}

    @Override
    public List<String> layers() {
        return metadata.layers();
    }

    @Override
    public byte @Nullable [] tile(int zoom, int column, int row) throws IOException {
        Place place = place(zoom, column, row);
        return place == null ? null : within("a tile", tiles, tilesLength, place.offset, place.length, LARGEST_STORED);
    }

    @Override
    public long size(int zoom, int column, int row) throws IOException {
        Place place = place(zoom, column, row);
        return place == null ? 0 : place.length;
    }

    private @Nullable Place place(int zoom, int column, int row) throws IOException {
        if (zoom < minZoom || zoom > maxZoom) {
            return null;
        }
        long id = id(zoom, column, row);
        Directory directory = root;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int found = entry(directory, id);
            if (found < 0) {
                return null;
            }
            long offset = directory.offsets[found];
            long length = directory.lengths[found];
            if (directory.runs[found] > 0) {
                return new Place(offset, length);
            }
            directory = leaf(offset, length);
        }
        throw new IOException("got leaf directories below " + DEEPEST + " others, expected a tile");
    }

    /** The entry that a tile is in; negative for none. */
    private static int entry(Directory directory, long id) {
        int at = Arrays.binarySearch(directory.ids, id);
        int entry = at >= 0 ? at : -at - 2;
        if (entry < 0) {
            return -1;
        }
        long run = directory.runs[entry];
        return run == 0 || id - directory.ids[entry] < run ? entry : -1;
    }

    private Directory leaf(long offset, long length) throws IOException {
        synchronized (lastLeaves) {
            Directory known = lastLeaves.get(offset);
            if (known != null) {
                return known;
            }
        }
        byte[] stored = within("a leaf directory", leaves, leavesLength, offset, length, LARGEST_DIRECTORY);
        Directory read = parse("a leaf directory", stored);
        synchronized (lastLeaves) {
            if (lastLeaves.put(offset, read) == null) {
                keptEntries += read.ids.length;
            }
            Iterator<Directory> eldest = lastLeaves.values().iterator();
            while (keptEntries > KEPT_ENTRIES && lastLeaves.size() > 1) {
                keptEntries -= eldest.next().ids.length;
                eldest.remove();
            }
        }
        return read;
    }

    private Directory directory(String what, long offset, long length) throws IOException {
        return parse(what, part(what, offset, length, LARGEST_DIRECTORY));
    }

    private Directory parse(String what, byte[] stored) throws IOException {
        byte[] plain = directoriesAreGzip ? Inflation.gunzip(stored, LARGEST_DIRECTORY, what) : stored;
        ByteBuffer bytes = ByteBuffer.wrap(plain);
        try {
            long count = varint(bytes);
            // An entry takes at least four bytes.
            if (count < 0 || count > plain.length / 4) {
                throw new IOException(
                        "got " + count + " entries in " + plain.length + " bytes of " + what + ", expected fewer");
            }
            int entries = (int) count;
            Directory directory =
                    new Directory(new long[entries], new long[entries], new long[entries], new long[entries]);
            long id = 0;
            for (int i = 0; i < entries; i++) {
                long step = varint(bytes);
                id += step;
                if (step < 0 || id < 0 || i > 0 && step == 0) {
                    throw new IOException("got tiles out of order in " + what + ", expected rising numbers");
                }
                directory.ids[i] = id;
            }
            for (int i = 0; i < entries; i++) {
                directory.runs[i] = varint(bytes);
            }
            for (int i = 0; i < entries; i++) {
                directory.lengths[i] = varint(bytes);
            }
            for (int i = 0; i < entries; i++) {
                long offset = varint(bytes);
                directory.offsets[i] =
                        offset == 0 && i > 0 ? directory.offsets[i - 1] + directory.lengths[i - 1] : offset - 1;
            }
            return directory;
        } catch (java.nio.BufferUnderflowException e) {
            throw new IOException("got " + what + " that ends within an entry, expected a whole one", e);
        }
    }

    private static long varint(ByteBuffer bytes) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            long part = bytes.get();
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IOException("got a number of more than ten bytes in a directory, expected a shorter one");
    }

    /** The number of a tile: zooms one after the other, and along a Hilbert curve within each. */
    static long id(int zoom, int column, int row) {
        long before = ((1L << (2 * zoom)) - 1) / 3;
        long along = 0;
        long x = column;
        long y = row;
        for (long side = 1L << zoom >> 1; side > 0; side >>= 1) {
            long right = (x & side) > 0 ? 1 : 0;
            long down = (y & side) > 0 ? 1 : 0;
            along += side * side * ((3 * right) ^ down);
            if (down == 0) {
                if (right == 1) {
                    x = side - 1 - (x & (side - 1));
                    y = side - 1 - (y & (side - 1));
                }
                long swapped = x;
                x = y;
                y = swapped;
            }
        }
        return before + along;
    }

    private byte[] within(String what, long section, long sectionLength, long offset, long length, int most)
            throws IOException {
        if (offset < 0 || length <= 0 || offset > sectionLength - length) {
            throw new IOException("got " + what + " at " + offset + " of " + length + " bytes, expected it within "
                    + sectionLength + " bytes");
        }
        return part(what, section + offset, length, most);
    }

    private void requireWithin(String what, long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new IOException("got " + what + " at " + offset + " of " + length + " bytes in a file of " + size
                    + ", expected it within the file: is the file complete?");
        }
    }

    private byte[] part(String what, long offset, long length, int most) throws IOException {
        requireWithin(what, offset, length);
        if (length > most) {
            throw new IOException("got " + what + " of " + length + " bytes, expected at most " + most);
        }
        return read(offset, (int) length);
    }

    private byte[] read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("got the end of the file at " + (offset + bytes.position()) + ", expected "
                        + (offset + length) + " bytes");
            }
        }
        return bytes.array();
    }
}
