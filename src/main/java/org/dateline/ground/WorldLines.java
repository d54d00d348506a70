package org.dateline.ground;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;

/**
 * The coasts, lakes, rivers, provinces and boundaries of the whole world. Each vertex carries the zoom at which its bend
 * is a pixel large (Visvalingam and Whyatt), so a reader takes as much detail as it needs, in one pass, and more in one
 * place than in another without a seam between them.
 */
final class WorldLines {

    /** In the order of the file's codes. */
    enum Kind {
        LAND,
        LAKE,
        RIVER,
        PROVINCE,
        BOUNDARY;

        boolean isArea() {
            return this == LAND || this == LAKE;
        }
    }

    /** Steps of a zoom in which zooms are stored. */
    static final double ZOOMS = 4;

    /** Steps of a degree in which positions are stored. */
    static final double STEPS = 1000;

    private static final Kind[] KINDS = Kind.values();

    private final byte[] data;

    /**
     * One ring or line, valid during a call of {@link Visitor#visit}: the next one reuses the arrays. A ring is given
     * without its last vertex.
     */
    static final class Line {
        Kind kind = Kind.LAND;
        /** 1 for a hole; the rank of a river; the position of a boundary's status in {@link Statuses}. */
        int attribute;

        /** The zoom, in quarters, from which it is worth drawing: at which a ring is a pixel large. */
        int zoom;

        int count;
        int[] x = new int[1 << 10];
        int[] y = new int[1 << 10];
        /** The zoom of each vertex's bend, in quarters. */
        byte[] zooms = new byte[1 << 10];

        private void grow() {
            if (x.length < count) {
                int room = Integer.highestOneBit(count) << 1;
                x = new int[room];
                y = new int[room];
                zooms = new byte[room];
            }
        }

        double longitude(int i) {
            return x[i] / STEPS;
        }

        double latitude(int i) {
            return y[i] / STEPS;
        }

        int zoom(int i) {
            return zooms[i] & 0xFF;
        }
    }

    interface Visitor {
        void visit(Line line);
    }

    private WorldLines(byte[] data) {
        this.data = data;
    }

    /** Reads the file. */
    static WorldLines read() {
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(GroundFiles.read("lines.bin")))) {
            return new WorldLines(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Visits all lines, in the order of the file. Several threads may do so. */
    void forEach(Visitor visitor) {
        Line line = new Line();
        Reader reader = new Reader(data);
        while (reader.at < data.length) {
            reader.read(line);
            visitor.visit(line);
        }
    }

    private static final class Reader {

        private final byte[] data;
        private int at;

        Reader(byte[] data) {
            this.data = data;
        }

        void read(Line line) {
            line.kind = KINDS[data[at++]];
            line.attribute = data[at++];
            line.zoom = data[at++] & 0xFF;
            line.count = number();
            line.grow();
            int x = 0;
            int y = 0;
            for (int i = 0; i < line.count; i++) {
                x += number();
                y += number();
                line.x[i] = x;
                line.y[i] = y;
                line.zooms[i] = data[at++];
            }
        }

        /** A signed number of seven bits a byte, the lowest first; its own lowest bit is the sign. */
        private int number() {
            int value = 0;
            int shift = 0;
            byte next;
            do {
                next = data[at++];
                value |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return (value & 1) == 0 ? value >>> 1 : -(value >>> 1) - 1;
        }
    }
}
