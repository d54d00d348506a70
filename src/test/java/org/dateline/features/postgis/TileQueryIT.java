package org.dateline.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.Postgres;
import org.dateline.features.ItemCollection;
import org.dateline.features.Items;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.TestCollections;
import org.dateline.features.TileContent;
import org.dateline.features.cql2.Cql2;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class TileQueryIT {

    private static final int RECORDS = 3_000;

    private static Database database;

    @BeforeAll
    static void migrate() {
        database = new Database(Postgres.shared().database());
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static ItemCollection scattered(boolean shapes) {
        Random random = new Random(117);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            // Many in one town, some all over the world, beyond the square world too, some at one place.
            double x = i % 3 == 0 ? 67 + random.nextGaussian() / 100 : -180 + 360 * random.nextDouble();
            double y = i % 3 == 0 ? 30 + random.nextGaussian() / 100 : -89 + 178 * random.nextDouble();
            if (i % 50 == 0) {
                x = 66.9975;
                y = 30.192;
            }
            double size = Math.pow(10, -3 + 3 * random.nextDouble());
            all.add(
                    shapes && i % 4 == 0
                            ? "POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %2$f))"
                                    .formatted(x, y, Math.min(180, x + size), Math.min(90, y + size))
                            : "POINT (" + x + " " + y + ")");
        }
        return TestCollections.places(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 10})
    void each_point_counts_once_at_each_zoom(int cellLevels) throws Exception {
        ItemCollection memory = scattered(false);
        Items items = Filled.put(database, memory, cellLevels).offered(database).items();
        for (int zoom = 0; zoom <= 6; zoom++) {
            assertThat(counted(items, zoom, Filter.INCLUDE)).as("zoom " + zoom).isEqualTo(RECORDS);
        }
        Filter some = Cql2.ofText("CASEI(id) LIKE '%7'", memory.schema(), ReferenceSystem.CRS84);
        for (int zoom = 0; zoom <= 6; zoom++) {
            assertThat(counted(items, zoom, some)).as("zoom " + zoom).isEqualTo(RECORDS / 10);
        }
    }

    private static long counted(Items items, int zoom, Filter filter) {
        return tiles(zoom)
                .parallel()
                .mapToLong(tile -> count(items.tile(tile, filter)))
                .sum();
    }

    private static Stream<Tile> tiles(int zoom) {
        int side = 1 << zoom;
        return Stream.iterate(0, i -> i < side * side, i -> i + 1).map(i -> new Tile(zoom, i % side, i / side));
    }

    private static long count(TileContent content) {
        return content.features().size()
                + content.cells().stream().mapToLong(TileContent.Cell::records).sum();
    }

    @Test
    void cells_that_are_kept_are_those_that_are_counted() throws Exception {
        for (boolean shapes : new boolean[] {false, true}) {
            ItemCollection memory = scattered(shapes);
            Items kept = Filled.put(database, memory, 10).offered(database).items();
            Items counted = Filled.put(database, memory, 0).offered(database).items();
            for (int zoom = 0; zoom <= 5; zoom++) {
                tiles(zoom).forEach(tile -> {
                    TileContent one = kept.tile(tile, Filter.INCLUDE);
                    TileContent other = counted.tile(tile, Filter.INCLUDE);
                    assertThat(ids(one)).as(tile.toString()).isEqualTo(ids(other));
                    assertThat(described(one)).as(tile.toString()).isEqualTo(described(other));
                });
            }
        }
    }

    @Test
    void a_tile_of_shapes_is_the_same_in_memory_beyond_the_square_world_too() throws Exception {
        ItemCollection memory = TestCollections.places(List.of(
                "POLYGON ((10 86, 60 86, 60 89, 10 89, 10 86))",
                "POLYGON ((10 80, 60 80, 60 89, 10 89, 10 80))",
                "POLYGON ((-60 -89, -10 -89, -10 -86, -60 -86, -60 -89))",
                "LINESTRING (-170 87, 170 87)",
                "POLYGON ((100 85.06, 100.001 85.06, 100.001 85.07, 100 85.06))",
                "POINT (10 89)",
                "POLYGON ((66 29, 68 29, 68 31, 66 31, 66 29))"));
        Items stored = Filled.put(database, memory, 0).offered(database).items();
        for (int zoom = 0; zoom <= 5; zoom++) {
            tiles(zoom).forEach(tile -> {
                TileContent one = memory.items().tile(tile, Filter.INCLUDE);
                TileContent other = stored.tile(tile, Filter.INCLUDE);
                assertThat(ids(one)).as(tile.toString()).isEqualTo(ids(other));
                assertThat(described(one)).as(tile.toString()).isEqualTo(described(other));
            });
        }
        assertThat(ids(stored.tile(new Tile(1, 1, 0), Filter.INCLUDE))).contains("p0", "p1", "p3");
    }

    private static List<String> ids(TileContent content) {
        return content.features().stream().map(SimpleFeature::getID).sorted().toList();
    }

    private static List<String> described(TileContent content) {
        return content.cells().stream()
                .map(cell -> "%d in %d/%d at %.6f %.6f"
                        .formatted(cell.records(), cell.level(), cell.number(), cell.longitude(), cell.latitude()))
                .sorted()
                .toList();
    }

    @Test
    void a_cell_is_where_its_records_are() throws Exception {
        Items items =
                Filled.put(database, scattered(false), 10).offered(database).items();
        TileContent world = items.tile(new Tile(0, 0, 0), Filter.INCLUDE);
        assertThat(world.cells()).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.records()).isGreaterThan(1);
            assertThat(cell.level()).isEqualTo(TileContent.CELL_LEVELS);
            long code = Quad.code(new org.locationtech.jts.geom.Coordinate(cell.longitude(), cell.latitude()));
            assertThat(Quad.number(cell.level(), code)).isEqualTo(cell.number());
        });
    }

    @Test
    void shapes_are_in_each_tile_that_they_reach_and_small_ones_count() throws Exception {
        ItemCollection memory = scattered(true);
        Items items = Filled.put(database, memory, 10).offered(database).items();
        for (int zoom = 3; zoom <= 6; zoom++) {
            Set<String> shown = new HashSet<>();
            long[] other = new long[1];
            tiles(zoom).forEach(tile -> {
                TileContent content = items.tile(tile, Filter.INCLUDE);
                other[0] += content.cells().stream()
                        .mapToLong(TileContent.Cell::records)
                        .sum();
                content.features().forEach(feature -> shown.add(feature.getID()));
            });
            assertThat(shown.size() + other[0]).as("zoom " + zoom).isEqualTo(RECORDS);
        }
        String wkt = "POLYGON ((66 29, 69 29, 69 31, 66 31, 66 29))";
        Items one = Filled.put(database, TestCollections.places(List.of(wkt)), 4)
                .offered(database)
                .items();
        assertThat(tiles(7).filter(tile ->
                                one.tile(tile, Filter.INCLUDE).features().size() == 1)
                        .allMatch(tile -> tile.envelope(8.0 / 256)
                                .intersects(((Geometry)
                                                one.feature("p0").orElseThrow().getDefaultGeometry())
                                        .getEnvelopeInternal())))
                .isTrue();
        assertThat(tiles(7).filter(tile ->
                                one.tile(tile, Filter.INCLUDE).features().size() == 1)
                        .count())
                .isEqualTo(4);
    }

    @Test
    void more_shapes_than_a_tile_may_have_count_in_cells() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < TileContent.MOST_SHAPES + 200; i++) {
            double x = 60 + i % 40 * 0.1;
            double y = 30 + i / 40 * 0.1;
            double size = 5 + i / 1000.0;
            all.add("POLYGON ((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %2$f))".formatted(x, y, x + size, y + size));
        }
        Items items = Filled.put(database, TestCollections.places(all), 4)
                .offered(database)
                .items();
        TileContent world = items.tile(new Tile(0, 0, 0), Filter.INCLUDE);
        assertThat(count(world)).isEqualTo(all.size());
        assertThat(world.features()).hasSizeGreaterThanOrEqualTo(TileContent.MOST_SHAPES);
        assertThat(world.features().stream().limit(TileContent.MOST_SHAPES).map(SimpleFeature::getID))
                .doesNotContain("p0")
                .contains("p" + (all.size() - 1));
    }

    @Test
    void few_records_are_single_and_those_at_one_place_are_grouped() throws Exception {
        Items items = Filled.put(
                        database,
                        TestCollections.places(
                                List.of("POINT (67 30)", "POINT (67 30)", "POINT (67.001 30)", "POINT (9 9)")),
                        4)
                .offered(database)
                .items();
        TileContent world = items.tile(new Tile(0, 0, 0), Filter.INCLUDE);
        assertThat(ids(world)).containsExactly("p2", "p3");
        assertThat(world.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.records()).isEqualTo(2);
            assertThat(cell.level()).isEqualTo(Quad.DEEPEST);
            assertThat(cell.longitude()).isEqualTo(67);
            assertThat(cell.latitude()).isEqualTo(30);
        });
    }
}
