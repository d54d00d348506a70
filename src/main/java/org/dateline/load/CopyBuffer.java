package org.dateline.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dateline.features.Property;
import org.dateline.features.Property.Type;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.geo.Geometries;
import org.dateline.geo.Quad;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Encodes records in PostgreSQL's binary COPY format (PostgreSQL, "COPY", section "Binary Format"), so that the server
 * need not parse numbers. Columns as in {@link ItemsTable}: seq, id, properties, geometry, quad, size.
 *
 * <p>The rows of a buffer are sorted by position on the map: records of a chunk in a small box then share one or two
 * blocks of the table.
 */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** The header before the first row, in bytes: signature, flags, and the length of a header extension. */
    private static final int HEADER = SIGNATURE.length + 8;

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    /** The number of the type text in PostgreSQL's catalog. */
    private static final int TEXT = 25;

    private final Type[] types;
    private final boolean[] identifier;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 20);

    /** The position of a row in the buffer; {@code quad} is 0 if it has no location. */
    private record Span(int start, int end, long quad) {}

    private final List<Span> spans = new ArrayList<>();
    private long quad;

    CopyBuffer(ItemsTable table) {
        List<Property> properties = table.schema().properties();
        types = properties.stream().map(Property::type).toArray(Type[]::new);
        identifier = new boolean[types.length];
        for (int i = 0; i < types.length; i++) {
            identifier[i] = properties.get(i).name().equals("id");
        }
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** @throws BadRowException for a value that the database cannot store; the record is then left out */
    void add(long seq, MappedRow record) {
        int start = bytes.position();
        try {
            // The columns seq, id, geometry, quad and size, and the properties, of which "id" is one.
            room(2).putShort((short) (types.length - 1 + 5));
            room(12).putInt(8).putLong(seq);
            text(record.id());
            for (int i = 0; i < types.length; i++) {
                if (!identifier[i]) {
                    value(types[i], record.values()[i]);
                }
            }
            geometry(record.geometry());
            spans.add(new Span(start, bytes.position(), quad));
        } catch (BadRowException e) {
            bytes.position(start);
            throw e;
        }
    }

    /** The size of the buffer's content, in bytes. */
    int size() {
        return bytes.position();
    }

    /** The complete buffer. */
    byte[] finished() {
        spans.sort(Comparator.comparingLong(Span::quad));
        ByteBuffer ordered = ByteBuffer.allocate(bytes.position() + 2);
        ordered.put(bytes.array(), 0, HEADER);
        spans.forEach(span -> ordered.put(bytes.array(), span.start, span.end - span.start));
        return ordered.putShort((short) -1).array();
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            byte[] grown = Arrays.copyOf(bytes.array(), Math.max(bytes.capacity() * 2, bytes.position() + needed));
            bytes = ByteBuffer.wrap(grown).position(bytes.position());
        }
        return bytes;
    }

    private void value(Type type, @Nullable Object value) {
        if (value == null) {
            room(4).putInt(-1);
            return;
        }
        switch (type) {
            case STRING, DATE, PARTIAL_DATE -> text(value.toString());
            case DATE_TIME -> room(12).putInt(8).putLong(micros((Instant) value));
            case INTEGER -> room(12).putInt(8).putLong((Long) value);
            case NUMBER -> room(12).putInt(8).putDouble((Double) value);
            case BOOLEAN -> room(5).putInt(1).put((byte) ((Boolean) value ? 1 : 0));
            case STRINGS -> texts((List<?>) value);
            case ANY -> json(value.toString());
        }
    }

    /** PostgreSQL counts microseconds from the start of 2000. */
    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(EPOCH, moment);
    }

    private void text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw BadRowException.of("text", text.replace('\0', '\u2400'), "a text without the character NUL");
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(4 + encoded.length).putInt(encoded.length).put(encoded);
    }

    private void texts(List<?> texts) {
        int start = room(24).position();
        bytes.putInt(0).putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT);
        if (!texts.isEmpty()) {
            bytes.putInt(texts.size()).putInt(1);
            texts.forEach(text -> text(text.toString()));
        }
        bytes.putInt(start, bytes.position() - start - 4);
    }

    private void json(String json) {
        if (json.contains("\\u0000")) {
            throw BadRowException.of("json", json, "texts without the character NUL");
        }
        byte[] encoded = json.getBytes(StandardCharsets.UTF_8);
        room(5 + encoded.length).putInt(1 + encoded.length).put((byte) 1).put(encoded);
    }

    private void geometry(@Nullable Geometry geometry) {
        quad = 0;
        if (geometry == null) {
            room(12).putInt(-1).putInt(-1).putInt(-1);
            return;
        }
        geometry.setSRID(4326);
        byte[] encoded = wkb.write(geometry);
        room(4 + encoded.length).putInt(encoded.length).put(encoded);
        boolean point = geometry instanceof Point;
        quad = Quad.code(Geometries.representative(geometry));
        room(12).putInt(8).putLong(quad);
        room(8).putInt(4).putFloat(point ? 0 : (float) size(geometry));
    }

    /** The size of a geometry; 0 only for points. */
    private static double size(Geometry geometry) {
        return Math.max(Float.MIN_NORMAL, Quad.size(geometry));
    }
}
