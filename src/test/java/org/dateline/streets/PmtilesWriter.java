package org.dateline.streets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes PMTiles archives of a few parts as a test wants them, sound or not. */
final class PmtilesWriter {

    /** The layers of Shortbread, as metadata. */
    static final String SHORTBREAD = "{\"vector_layers\":[{\"id\":\"streets\"},{\"id\":\"land\"}]}";

    /** An entry of a directory. */
    record Entry(long id, long run, long length, long offset) {}

    byte[] magic = "PMTiles\3".getBytes(StandardCharsets.US_ASCII);
    byte[] root = gzip(directory(List.of()));
    byte[] metadata = gzip(SHORTBREAD.getBytes(StandardCharsets.UTF_8));
    byte[] leaves = {};
    byte[] tiles = {};
    int minZoom;
    int maxZoom = 14;
    int compression = 2;
    int type = 1;

    byte[] write() {
        int at = 127;
        ByteBuffer out = ByteBuffer.allocate(at + root.length + metadata.length + leaves.length + tiles.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(magic);
        for (byte[] part : List.of(root, metadata, leaves, tiles)) {
            out.putLong(at).putLong(part.length);
            at += part.length;
        }
        out.putLong(0).putLong(0).putLong(0).put((byte) 1).put((byte) 2);
        out.put((byte) compression).put((byte) type).put((byte) minZoom).put((byte) maxZoom);
        out.putInt(-1800000000).putInt(-850000000).putInt(1800000000).putInt(850000000);
        out.position(127);
        return out.put(root).put(metadata).put(leaves).put(tiles).array();
    }

    static byte[] directory(List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, entries.size());
        long last = 0;
        for (Entry entry : entries) {
            varint(out, entry.id - last);
            last = entry.id;
        }
        entries.forEach(entry -> varint(out, entry.run));
        entries.forEach(entry -> varint(out, entry.length));
        entries.forEach(entry -> varint(out, entry.offset + 1));
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
