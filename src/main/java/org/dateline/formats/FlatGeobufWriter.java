package org.dateline.formats;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dateline.features.Property;
import org.dateline.work.Admission;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Writes FlatGeobuf 3: a header, an index (a packed Hilbert R-tree), then the features in its order. There is no index if
 * the request names an order, or a feature has no geometry, as readers of an index expect. Dates are text, because a
 * column of times cannot contain months or years.
 */
public final class FlatGeobufWriter implements PageWriter {

    @Override
    public void write(FeaturePage page, OutputStream out) throws IOException {
        boolean indexed = !page.sorted()
                && !page.features().isEmpty()
                && page.features().stream()
                        .allMatch(feature -> page.geometryXFirst(feature)
                                .filter(shape -> !shape.isEmpty())
                                .isPresent());
        out.write(Constants.MAGIC_BYTES);
        HeaderMeta header = header(page);
        header.indexNodeSize = indexed ? FlatGeobufIndex.NODE_SIZE : 0;
        HeaderMeta.write(header, out, new FlatBufferBuilder(1_024));
        FlatBufferBuilder builder = new FlatBufferBuilder(16_384);
        List<FlatGeobufIndex.Entry> entries = new ArrayList<>();
        for (SimpleFeature feature : page.features()) {
            Admission.check();
            builder.clear();
            Geometry geometry = page.geometryXFirst(feature).orElse(null);
            int shape = geometry == null ? 0 : shape(builder, geometry);
            int values = Feature.createPropertiesVector(builder, values(page.selected(), feature));
            builder.finishSizePrefixed(Feature.createFeature(builder, shape, values, 0));
            if (indexed && geometry != null) {
                entries.add(new FlatGeobufIndex.Entry(geometry.getEnvelopeInternal(), builder.sizedByteArray()));
            } else {
                out.write(builder.sizedByteArray());
            }
        }
        if (indexed) {
            List<FlatGeobufIndex.Entry> sorted = FlatGeobufIndex.sorted(entries);
            FlatGeobufIndex.write(sorted, out);
            for (FlatGeobufIndex.Entry entry : sorted) {
                out.write(entry.bytes());
            }
        }
    }

    /** The library writes all types but mixed collections; these are assembled from their parts. */
    private static int shape(FlatBufferBuilder builder, Geometry geometry) throws IOException {
        if (!geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            // The header says "unknown", so each feature states its type.
            return GeometryConversions.serialize(builder, geometry, (byte) GeometryType.Unknown);
        }
        int[] parts = new int[geometry.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shape(builder, geometry.getGeometryN(i));
        }
        int vector = org.wololo.flatgeobuf.generated.Geometry.createPartsVector(builder, parts);
        org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
        org.wololo.flatgeobuf.generated.Geometry.addType(builder, GeometryType.GeometryCollection);
        org.wololo.flatgeobuf.generated.Geometry.addParts(builder, vector);
        return org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
    }

    private static HeaderMeta header(FeaturePage page) {
        HeaderMeta header = new HeaderMeta();
        header.name = page.collection().id();
        // Each feature states its own type.
        header.geometryType = (byte) GeometryType.Unknown;
        header.srid = page.system().srid();
        header.featuresCount = page.features().size();
        header.columns = new ArrayList<>();
        Envelope envelope = page.envelopeXFirst();
        header.envelope = envelope.isNull() ? null : envelope;
        for (Property property : page.selected()) {
            ColumnMeta column = new ColumnMeta();
            column.name = property.name();
            column.nullable = true;
            column.type = (byte)
                    switch (property.type()) {
                        case STRING, DATE, PARTIAL_DATE -> ColumnType.String;
                        case DATE_TIME -> ColumnType.DateTime;
                        case INTEGER -> ColumnType.Long;
                        case NUMBER -> ColumnType.Double;
                        case BOOLEAN -> ColumnType.Bool;
                        case STRINGS, ANY -> ColumnType.Json;
                    };
            header.columns.add(column);
        }
        return header;
    }

    /** Each value follows the number of its column, little-endian; missing values are left out. */
    private static byte[] values(List<Property> properties, SimpleFeature feature) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            Object value = feature.getAttribute(property.name());
            if (value == null) {
                continue;
            }
            bytes.writeBytes(little(2).putShort((short) i).array());
            switch (property.type()) {
                case INTEGER ->
                    bytes.writeBytes(
                            little(8).putLong(((Number) value).longValue()).array());
                case NUMBER ->
                    bytes.writeBytes(
                            little(8).putDouble(((Number) value).doubleValue()).array());
                case BOOLEAN -> bytes.write((Boolean) value ? 1 : 0);
                case STRING, DATE, PARTIAL_DATE, DATE_TIME, STRINGS, ANY -> {
                    byte[] text = ValueText.of(value).getBytes(StandardCharsets.UTF_8);
                    bytes.writeBytes(little(4).putInt(text.length).array());
                    bytes.writeBytes(text);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
