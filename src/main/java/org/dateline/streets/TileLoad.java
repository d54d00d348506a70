package org.dateline.streets;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * How much memory a vector tile asks for, before it is read: its bytes do not tell, because two of them can be a feature.
 */
final class TileLoad {

    /** The memory that a number of a geometry takes at most while a tile is read and written, in bytes. */
    private static final int BYTES_A_NUMBER = 128;

    /** A feature, a key or a value takes as much memory as this many numbers. */
    private static final int NUMBERS_AN_OBJECT = 4;

    /**
     * The largest load, in numbers: it follows from the memory, as the size of files does. The heaviest tile of downtown San
     * Francisco has 300 000.
     */
    static final long LARGEST = Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_A_NUMBER, 500_000, 4_000_000);

    /** Fields of the specification: the layers of a tile, the features of a layer, their tags and geometry. */
    private static final int LAYER = 3;

    private static final int FEATURE = 2;
    private static final int TAGS = 2;
    private static final int GEOMETRY = 4;

    private final CodedInputStream in;
    private long load;

    private TileLoad(byte[] plain) {
        in = CodedInputStream.newInstance(plain);
    }

    /** The load of a tile, in numbers. */
    static long of(byte[] plain) throws IOException {
        TileLoad tile = new TileLoad(plain);
        tile.fields(Part.TILE);
        return tile.load;
    }

    private enum Part {
        TILE,
        LAYER,
        FEATURE
    }

    private void fields(Part part) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            load += NUMBERS_AN_OBJECT;
            int field = WireFormat.getTagFieldNumber(tag);
            boolean bytes = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (bytes && part == Part.TILE && field == LAYER) {
                within(Part.LAYER);
            } else if (bytes && part == Part.LAYER && field == FEATURE) {
                within(Part.FEATURE);
            } else if (bytes && part == Part.FEATURE && (field == TAGS || field == GEOMETRY)) {
                numbers();
            } else {
                in.skipField(tag);
            }
        }
    }

    private void within(Part part) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(part);
        in.popLimit(outer);
    }

    private void numbers() throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            in.readRawVarint64();
            load++;
        }
        in.popLimit(outer);
    }
}
