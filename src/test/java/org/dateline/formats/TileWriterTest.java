package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dateline.features.ItemCollection;
import org.dateline.features.TestCollections;
import org.dateline.features.TileContent;
import org.dateline.features.TileContent.Cell;
import org.dateline.geo.Geometries;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class TileWriterTest {

    private static JtsMvt read(byte[] bytes) throws IOException {
        return MvtReader.loadMvt(
                new ByteArrayInputStream(bytes),
                Geometries.FACTORY,
                new TagKeyValueMapConverter(),
                MvtReader.RING_CLASSIFIER_V2_1);
    }

    @Test
    void a_cell_says_how_many_records_lie_where() throws Exception {
        Tile tile = new Tile(6, 43, 26);
        long number = Quad.number(10, Quad.code(new Coordinate(66.9, 30.2)));
        TileContent content = new TileContent(List.of(new Cell(1_234_567, 66.9, 30.2, 10, number)), List.of());
        JtsLayer cells = read(TileWriter.write(tile, content)).getLayer("cells");
        Geometry only = cells.getGeometries().iterator().next();
        Map<?, ?> said = (Map<?, ?>) only.getUserData();
        assertThat(said.get("records")).isEqualTo(1_234_567L);
        // (66.9 + 180) / 360 * 64 - 43 = 0.8933 of the tile's width.
        assertThat(only.getCoordinate().x).isCloseTo(0.8933 * 4096, within(1.0));
        String[] sides = said.get("bbox").toString().split(",");
        assertThat(Double.parseDouble(sides[0])).isLessThan(66.9);
        assertThat(Double.parseDouble(sides[1])).isLessThan(30.2);
        assertThat(Double.parseDouble(sides[2])).isGreaterThan(66.9);
        assertThat(Double.parseDouble(sides[3])).isGreaterThan(30.2);
    }

    @Test
    void records_have_the_properties_that_a_map_needs() throws Exception {
        ItemCollection things = TestCollections.hardCases();
        TileContent content = things.items().tile(new Tile(0, 0, 0), Filter.INCLUDE);
        JtsLayer records = read(TileWriter.write(new Tile(0, 0, 0), content)).getLayer("records");
        assertThat(records.getGeometries()).isNotEmpty();
        assertThat(records.getGeometries())
                .allSatisfy(geometry -> assertThat((Map<?, ?>) geometry.getUserData())
                        .extracting("id")
                        .asString()
                        .isNotEmpty());
    }

    @Test
    void a_shape_beyond_the_square_world_lies_at_its_edge() throws Exception {
        ItemCollection polar = TestCollections.places(List.of("POLYGON ((10 86, 60 86, 60 89, 10 89, 10 86))"));
        Tile tile = new Tile(1, 1, 0);
        TileContent content = polar.items().tile(tile, Filter.INCLUDE);
        assertThat(content.features()).hasSize(1);
        JtsLayer records = read(TileWriter.write(tile, content)).getLayer("records");
        assertThat(records.getGeometries())
                .singleElement()
                .satisfies(shape -> assertThat(shape.getCoordinate().y).isEqualTo(0));
    }

    @Test
    void nothing_to_show_is_no_bytes() {
        assertThat(TileWriter.write(new Tile(3, 0, 0), new TileContent(List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void a_tile_of_shapes_with_many_corners_stays_below_its_limit() {
        ItemCollection jagged = TestCollections.jagged(100, 2_000);
        TileContent content = jagged.items().tile(new Tile(0, 0, 0), Filter.INCLUDE);
        assertThat(content.features()).hasSize(100);
        byte[] tile = TileWriter.write(new Tile(0, 0, 0), content);
        assertThat(tile.length).isBetween(1_000, TileWriter.MOST_BYTES);
    }
}
