package org.dateline.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HilbertEncoder;

/**
 * The index of FlatGeobuf: an R-tree that is packed over features in the order of a Hilbert curve, its root first. A node
 * has its box and, as its offset, the number of its first child; that of a leaf is where its feature begins, after the
 * index (flatgeobuf.org, packed R-tree).
 */
final class FlatGeobufIndex {

    /** Children per node, as most writers have. */
    static final int NODE_SIZE = 16;

    /** Four sides and an offset. */
    static final int NODE_BYTES = 5 * 8;

    private FlatGeobufIndex() {}

    /** A feature as written, with the box around it. */
    record Entry(Envelope box, byte[] bytes) {}

    /** The features in the order of the index. */
    static List<Entry> sorted(List<Entry> entries) {
        Envelope extent = new Envelope();
        entries.forEach(entry -> extent.expandToInclude(entry.box));
        HilbertEncoder encoder = new HilbertEncoder(16, extent);
        record Placed(Entry entry, int code) {}
        return entries.stream()
                .map(entry -> new Placed(entry, encoder.encode(entry.box)))
                .sorted(Comparator.comparing(Placed::code, Integer::compareUnsigned))
                .map(Placed::entry)
                .toList();
    }

    /** @param sorted at least one feature, in the order in which they follow the index */
    static void write(List<Entry> sorted, OutputStream out) throws IOException {
        List<List<Envelope>> levels = new ArrayList<>();
        levels.add(sorted.stream().map(Entry::box).toList());
        do {
            levels.add(parents(levels.getLast()));
        } while (levels.getLast().size() > 1);
        // Nodes are numbered from the root on.
        int first = 0;
        for (int level = levels.size() - 1; level > 0; level--) {
            List<Envelope> nodes = levels.get(level);
            first += nodes.size();
            for (int i = 0; i < nodes.size(); i++) {
                out.write(node(nodes.get(i), first + (long) i * NODE_SIZE));
            }
        }
        long offset = 0;
        for (Entry entry : sorted) {
            out.write(node(entry.box, offset));
            offset += entry.bytes.length;
        }
    }

    private static List<Envelope> parents(List<Envelope> children) {
        List<Envelope> parents = new ArrayList<>();
        for (int from = 0; from < children.size(); from += NODE_SIZE) {
            Envelope box = new Envelope();
            children.subList(from, Math.min(from + NODE_SIZE, children.size())).forEach(box::expandToInclude);
            parents.add(box);
        }
        return parents;
    }

    private static byte[] node(Envelope box, long offset) {
        return ByteBuffer.allocate(NODE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY())
                .putLong(offset)
                .array();
    }
}
