package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dateline.features.ReferenceSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

class FlatGeobufWriterTest {

    /** @param geometry null for none */
    private record Read(@Nullable Geometry geometry, Map<String, Object> values) {}

    private record File(HeaderMeta header, Map<String, Read> features) {}

    /** Read with the library: header, then features, each behind its length. */
    private static File read(FeaturePage page) throws Exception {
        ByteBuffer bytes =
                ByteBuffer.wrap(TestPages.written(new FlatGeobufWriter(), page)).order(ByteOrder.LITTLE_ENDIAN);
        HeaderMeta header = HeaderMeta.read(bytes);
        bytes.order(ByteOrder.LITTLE_ENDIAN).position(header.offset);
        Map<String, Read> features = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            ByteBuffer one = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.position() + length);
            Read feature = feature(Feature.getRootAsFeature(one), header);
            features.put((String) feature.values.get("id"), feature);
        }
        return new File(header, features);
    }

    private static Read feature(Feature feature, HeaderMeta header) {
        Map<String, Object> values = new LinkedHashMap<>();
        ByteBuffer bytes = feature.propertiesAsByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            var column = header.columns.get(bytes.getShort());
            values.put(
                    column.name,
                    switch (column.type) {
                        case ColumnType.Long -> bytes.getLong();
                        case ColumnType.Double -> bytes.getDouble();
                        case ColumnType.Bool -> bytes.get() == 1;
                        default -> {
                            byte[] text = new byte[bytes.getInt()];
                            bytes.get(text);
                            yield new String(text, StandardCharsets.UTF_8);
                        }
                    });
        }
        return new Read(feature.geometry() == null ? null : geometry(feature.geometry()), values);
    }

    /** The library reads all types but collections of several. */
    private static Geometry geometry(org.wololo.flatgeobuf.generated.Geometry read) {
        if (read.type() != GeometryType.GeometryCollection) {
            return GeometryConversions.deserialize(read, (byte) read.type());
        }
        Geometry[] parts = new Geometry[read.partsLength()];
        Arrays.setAll(parts, i -> geometry(read.parts(i)));
        return new GeometryFactory().createGeometryCollection(parts);
    }

    @Test
    void its_header_describes_the_columns() throws Exception {
        byte[] written = TestPages.written(new FlatGeobufWriter(), TestPages.hardCases());
        HeaderMeta header = read(TestPages.hardCases()).header;

        assertThat(Arrays.copyOf(written, 8)).isEqualTo(Constants.MAGIC_BYTES);
        assertThat(header.featuresCount).isEqualTo(7);
        assertThat(header.srid).isEqualTo(4326);
        // The library writes the name and does not read it.
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("hard-cases");
        assertThat(header.envelope).isEqualTo(new Envelope(-180, 180, -0.000003, 72));
        assertThat(header.columns)
                .extracting(column -> column.name)
                .containsExactly("id", "name", "date", "count", "share", "open", "tags", "nested", "FID", "geom");
    }

    @Test
    void geometries_are_the_same() throws Exception {
        File file = read(TestPages.hardCases());

        for (var feature : TestPages.hardCases().features()) {
            Geometry read = file.features.get(feature.getID()).geometry;
            FeaturePage.degrees(feature)
                    .ifPresentOrElse(
                            geometry -> assertThat(read != null && read.equalsExact(geometry))
                                    .as("%s: %s", feature.getID(), read)
                                    .isTrue(),
                            () -> assertThat(read).isNull());
        }
    }

    @Test
    void values_keep_their_types_and_text_comes_through_whole() throws Exception {
        Map<String, Read> features = read(TestPages.hardCases()).features;

        assertThat(features.get("hole").values)
                .containsEntry("name", "A \"quoted\", comma'd\r\nname; <b>&amp;</b> ]]>")
                .containsEntry("date", "2025-03-11")
                .containsEntry("count", 1_000_000_007L)
                .containsEntry("share", 0.1)
                .containsEntry("open", true)
                .containsEntry("tags", "[\"a,b\",\"\\\"c\\\"\",\"ج\"]")
                .containsEntry("nested", "{\"k\":[1,\"x\"]}");
        assertThat(features.get("nastaliq").values).containsEntry("name", "جعفر ایکسپریس، بولان (مشکاف)\u200F");
        assertThat(features.get("near-null-island").values).containsEntry("name", "𝒜 🚂");
        assertThat(features.get("line").values).containsEntry("name", "").containsEntry("open", false);
        assertThat(features.get("2025 (no XML name)").values).containsOnlyKeys("id", "FID", "geom");
    }

    /** Adds the offsets of features whose boxes intersect a box, below a node of the index. */
    private static void search(ByteBuffer index, int node, int leaves, Envelope box, List<Long> found) {
        int at = node * 40;
        Envelope own = new Envelope(
                index.getDouble(at), index.getDouble(at + 16), index.getDouble(at + 8), index.getDouble(at + 24));
        if (!own.intersects(box)) {
            return;
        }
        long offset = index.getLong(at + 32);
        if (node >= leaves) {
            found.add(offset);
            return;
        }
        // The levels have 1, 2, 19 and 300 nodes.
        int end = offset < 3 ? 3 : offset < 22 ? 22 : 322;
        for (int child = (int) offset; child < Math.min(offset + 16, end); child++) {
            search(index, child, leaves, box, found);
        }
    }

    @Test
    void an_index_leads_to_the_features_of_a_box() throws Exception {
        Random random = new Random(25);
        List<FlatGeobufIndex.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(new FlatGeobufIndex.Entry(
                    new Envelope(new Coordinate(60 + random.nextDouble(), 30 + random.nextDouble())), new byte[10]));
        }
        List<FlatGeobufIndex.Entry> sorted = FlatGeobufIndex.sorted(entries);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FlatGeobufIndex.write(sorted, out);
        // 300 leaves, 19 and 2 nodes above them, and the root.
        assertThat(out.size()).isEqualTo(322 * 40);
        Envelope box = new Envelope(60.2, 60.4, 30.2, 30.4);
        List<Long> found = new ArrayList<>();
        search(ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN), 0, 22, box, found);
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).box().intersects(box)) {
                expected.add(10L * i);
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(found).containsExactlyElementsOf(expected);
    }

    @Test
    void located_features_follow_an_index() throws Exception {
        FeaturePage page = TestPages.located();
        ByteBuffer bytes =
                ByteBuffer.wrap(TestPages.written(new FlatGeobufWriter(), page)).order(ByteOrder.LITTLE_ENDIAN);
        HeaderMeta header = HeaderMeta.read(bytes);
        assertThat(header.indexNodeSize).isEqualTo(16);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        // Six leaves below the root; the leaf says where its feature is and what box it has.
        int features = header.offset + 7 * 40;
        for (int leaf = 1; leaf <= 6; leaf++) {
            int at = header.offset + leaf * 40;
            int begin = features + (int) bytes.getLong(at + 32);
            ByteBuffer one = bytes.slice(begin + 4, bytes.getInt(begin)).order(ByteOrder.LITTLE_ENDIAN);
            Read read = feature(Feature.getRootAsFeature(one), header);
            Geometry own = page.features().stream()
                    .filter(feature -> feature.getID().equals(read.values.get("id")))
                    .map(feature -> FeaturePage.degrees(feature).orElseThrow())
                    .findFirst()
                    .orElseThrow();
            assertThat(bytes.getDouble(at)).isEqualTo(own.getEnvelopeInternal().getMinX());
            assertThat(bytes.getDouble(at + 24))
                    .isEqualTo(own.getEnvelopeInternal().getMaxY());
        }
    }

    @Test
    void an_order_that_the_request_names_is_kept_instead() throws Exception {
        FeaturePage page = TestPages.located();
        FeaturePage sorted = new FeaturePage(
                page.collection(),
                page.features(),
                page.matched(),
                0,
                page.selected(),
                page.system(),
                page.links(),
                page.made(),
                true);
        assertThat(read(sorted).header.indexNodeSize).isZero();
        assertThat(read(sorted).features.keySet())
                .containsExactlyElementsOf(
                        page.features().stream().map(feature -> feature.getID()).toList());
    }

    @Test
    void an_empty_page_is_a_header_alone() throws Exception {
        File empty = read(TestPages.empty());

        assertThat(empty.header.featuresCount).isZero();
        assertThat(empty.header.envelope).isNull();
        assertThat(empty.features).isEmpty();
    }

    @Test
    void longitude_comes_first_in_a_system_with_latitude_first() throws Exception {
        assertThat(read(TestPages.hardCases(ReferenceSystem.WGS84)).features.get("nastaliq").geometry)
                .hasToString("POINT (67.5 29.6)");
    }
}
