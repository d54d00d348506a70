package org.dateline.load;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dateline.features.Property.Type;
import org.dateline.geo.Geometries;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * Reads FlatGeobuf 3 from its first feature to its last and skips an index. Headers and features are read by the
 * library's generated classes, because its own stream readers need Guava.
 */
final class FlatGeobufRowReader implements RowReader {

    private final Path file;
    private final CountingInputStream input;
    private final Header header;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** For each column of the file, its number among the columns that are read; -1 for a column of bytes. */
    private final int[] places;

    private long number;

    FlatGeobufRowReader(Path file) throws IOException {
        this.file = file;
        this.input = CountingInputStream.ofContent(file);
        byte[] magic = input.readNBytes(8);
        // The last byte is the patch level of the format, which does not matter.
        if (magic.length < 8 || !Arrays.equals(magic, 0, 7, Constants.MAGIC_BYTES, 0, 7)) {
            throw new LoadException(file + ": got a file that is not FlatGeobuf, expected FlatGeobuf version 3");
        }
        header = Header.getRootAsHeader(block("a header"));
        requireDegrees(header.crs());
        places = new int[header.columnsLength()];
        for (int i = 0; i < places.length; i++) {
            boolean binary = header.columns(i).type() == ColumnType.Binary;
            places[i] = binary ? -1 : columns.size();
            String name = Objects.requireNonNull(header.columns(i).name());
            if (binary) {
                notes.add(RowReader.bytes(name));
            } else {
                columns.add(new Column(name, type(header.columns(i).type()), false));
            }
        }
        skipIndex();
    }

    /**
     * If no reference system is stated, coordinates are assumed to be degrees, which the check of each geometry
     * confirms.
     */
    private void requireDegrees(@Nullable Crs system) {
        if (system == null) {
            return;
        }
        String wkt = system.wkt() == null ? "" : system.wkt();
        boolean degrees = system.code() == 4326
                || "CRS84".equals(system.codeString())
                || system.code() == 0 && (wkt.isEmpty() ? !isNamed(system) : SystemDefinition.isDegrees(wkt));
        if (!degrees) {
            String name = system.code() != 0
                    ? "EPSG:" + system.code()
                    : "\"" + (system.name() == null ? wkt.substring(0, Math.min(60, wkt.length())) : system.name())
                            + "\"";
            throw RowReader.otherSystem(file, name);
        }
    }

    /** Whether there is a name, although neither a number nor a definition. */
    private static boolean isNamed(Crs system) {
        return system.name() != null || system.codeString() != null;
    }

    private static Type type(int type) {
        return switch (type) {
            case ColumnType.Bool -> Type.BOOLEAN;
            case ColumnType.Byte,
                    ColumnType.UByte,
                    ColumnType.Short,
                    ColumnType.UShort,
                    ColumnType.Int,
                    ColumnType.UInt,
                    ColumnType.Long,
                    ColumnType.ULong -> Type.INTEGER;
            case ColumnType.Float, ColumnType.Double -> Type.NUMBER;
            case ColumnType.Json -> Type.ANY;
            case ColumnType.DateTime -> Type.DATE_TIME;
            default -> Type.STRING;
        };
    }

    /**
     * Skips the packed R-tree: 40 bytes per node, with levels upwards until one node is left (FlatGeobuf, "Spatial
     * Index").
     */
    private void skipIndex() throws IOException {
        int size = header.indexNodeSize();
        long level = header.featuresCount();
        if (size < 2 || level == 0) {
            return;
        }
        long nodes = level;
        do {
            level = Math.ceilDiv(level, size);
            nodes += level;
        } while (level > 1);
        input.skipNBytes(nodes * 40);
    }

    /** The next block, which follows its size. */
    private ByteBuffer block(String what) throws IOException {
        byte[] size = input.readNBytes(4);
        if (size.length == 0) {
            throw new EOFException();
        }
        int length = size.length < 4
                ? -1
                : ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 && size.length == 4 || length > LARGEST_ROW) {
            throw new LoadException(file + ": feature " + number + ": got " + what + " of "
                    + Integer.toUnsignedLong(length) + " bytes, expected at most " + LARGEST_ROW);
        }
        byte[] bytes = length < 4 ? new byte[0] : input.readNBytes(length);
        if (bytes.length != length) {
            throw new LoadException(file + ": feature " + number + ": got the end of the file, expected " + what
                    + " of " + (length < 0 ? "some" : length) + " bytes");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Feature feature;
        number++;
        try {
            feature = Feature.getRootAsFeature(block("a feature"));
        } catch (EOFException e) {
            if (header.featuresCount() > 0 && number <= header.featuresCount()) {
                throw new LoadException(file + ": got " + (number - 1) + " features, expected " + header.featuresCount()
                        + " as the header says");
            }
            return null;
        }
        @Nullable Object[] values = new Object[columns.size()];
        try {
            values(feature.propertiesAsByteBuffer(), values);
            org.wololo.flatgeobuf.generated.Geometry shape = feature.geometry();
            if (shape != null) {
                new PartCount(feature.getByteBuffer().limit()).add(shape, 0);
            }
            Geometry geometry = shape == null ? null : geometry(shape, header.geometryType());
            return new Row(number, values, geometry == null ? null : GeometryChecks.sound(geometry), null);
        } catch (BadRowException e) {
            return new Row(number, values, null, e.getMessage());
        } catch (RuntimeException e) {
            return new Row(number, values, null, "got bytes that are not a feature, expected a FlatGeobuf feature");
        }
    }

    /**
     * Counts the parts of a geometry before memory is allocated for it, because a few broken bytes may claim billions
     * of positions, or parts that contain each other.
     */
    private static final class PartCount {

        private long left;

        /** @param bytes the size of the whole feature; every part takes at least four bytes */
        PartCount(int bytes) {
            left = bytes / 4;
        }

        void add(org.wololo.flatgeobuf.generated.Geometry shape, int depth) {
            left -= 1L + shape.xyLength() + shape.zLength() + shape.endsLength() + shape.partsLength();
            if (left < 0 || depth > GeometryChecks.DEEPEST) {
                throw BadRowException.saying("geometry: got more parts than bytes, expected a FlatGeobuf geometry");
            }
            for (int i = 0; i < shape.partsLength(); i++) {
                add(shape.parts(i), depth + 1);
            }
        }
    }

    /** The library reads all types but mixed collections; these are assembled from their parts. */
    private static @Nullable Geometry geometry(org.wololo.flatgeobuf.generated.Geometry shape, int stated) {
        int type = stated == GeometryType.Unknown ? shape.type() : stated;
        if (type != GeometryType.GeometryCollection) {
            return GeometryConversions.deserialize(shape, type);
        }
        Geometry[] parts = new Geometry[shape.partsLength()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = geometry(shape.parts(i), GeometryType.Unknown);
        }
        return Geometries.FACTORY.createGeometryCollection(parts);
    }

    /** Each value follows the number of its column, little-endian. */
    private void values(@Nullable ByteBuffer bytes, @Nullable Object[] values) {
        if (bytes == null) {
            return;
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() > 0) {
            int column = Short.toUnsignedInt(bytes.getShort());
            @Nullable Object value = value(bytes, header.columns(column).type());
            if (places[column] >= 0) {
                values[places[column]] = value;
            }
        }
    }

    /** The value of a type of column at the position of the bytes. */
    static @Nullable Object value(ByteBuffer bytes, int type) {
        return switch (type) {
            case ColumnType.Bool -> bytes.get() != 0;
            case ColumnType.Byte -> (long) bytes.get();
            case ColumnType.UByte -> (long) Byte.toUnsignedInt(bytes.get());
            case ColumnType.Short -> (long) bytes.getShort();
            case ColumnType.UShort -> (long) Short.toUnsignedInt(bytes.getShort());
            case ColumnType.Int -> (long) bytes.getInt();
            case ColumnType.UInt -> Integer.toUnsignedLong(bytes.getInt());
            case ColumnType.Long -> bytes.getLong();
            case ColumnType.ULong -> unsigned(bytes.getLong());
            // 0.1 and not 0.10000000149011612, which nobody has stated.
            case ColumnType.Float -> Double.parseDouble(Float.toString(bytes.getFloat()));
            case ColumnType.Double -> bytes.getDouble();
            case ColumnType.Binary -> skipped(bytes);
            default -> text(bytes);
        };
    }

    /** A number that no signed one can hold stays what it is, and is rejected as a whole number. */
    private static Object unsigned(long bits) {
        return bits < 0 ? new BigInteger(Long.toUnsignedString(bits)) : (Object) bits;
    }

    private static @Nullable Object skipped(ByteBuffer bytes) {
        int length = bytes.getInt();
        bytes.position(Math.addExact(bytes.position(), length));
        return null;
    }

    private static @Nullable String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return length == 0 ? null : Utf8Decoder.text(text);
    }

    @Override
    public double share() {
        return input.share();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
