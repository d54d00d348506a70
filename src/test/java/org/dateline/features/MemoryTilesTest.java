package org.dateline.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dateline.features.CatalogCollections.Draft;
import org.dateline.features.TileContent.Cell;
import org.dateline.features.cql2.Cql2;
import org.dateline.geo.Quad;
import org.dateline.geo.Tile;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class MemoryTilesTest {

    private static final int COUNT = 5_000;
    private static final ItemCollection POINTS = points();

    private static ItemCollection points() {
        Random random = new Random(25);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            // A third of them on few spots, as places that are named again and again.
            double step = i % 3 == 0 ? 1 : 1e-5;
            double longitude = 60 + Math.floor(random.nextDouble() * 18 / step) * step;
            double latitude = 23 + Math.floor(random.nextDouble() * 15 / step) * step;
            drafts.add(draft("p" + i, "even", i % 2 == 0, "POINT (" + longitude + " " + latitude + ")"));
        }
        drafts.add(new Draft("nowhere", Map.of("id", "nowhere", "even", true), Optional.empty()));
        return TestCollections.collection("points", drafts);
    }

    private static Draft draft(String id, String property, Object value, String wkt) {
        return new Draft(id, Map.of("id", id, property, value), Optional.of(TestCollections.geometry(wkt)));
    }

    @Test
    void each_record_counts_once_at_every_zoom() {
        for (int zoom = 0; zoom <= 8; zoom++) {
            assertThat(total(zoom, Filter.INCLUDE)).as("zoom %d", zoom).isEqualTo(COUNT);
        }
    }

    @Test
    void a_shape_is_drawn_in_every_tile_that_it_reaches_or_counted_once_however_many_there_are() {
        List<Draft> drafts = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            // Crowded on one side of a tile's edge at longitude 67.5.
            double x = i % 10 == 0 ? 67.5 + random.nextDouble() : 67.5 - random.nextDouble();
            double y = 31 + random.nextDouble();
            double side = 0.1 + random.nextDouble();
            drafts.add(draft(
                    "c" + i,
                    "even",
                    i % 2 == 0,
                    "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                            .formatted(x - side, y - side, x + side, y + side)));
        }
        ItemCollection crowded = TestCollections.collection("crowded", drafts);
        int drawn = 0;
        for (int zoom = 3; zoom <= 9; zoom++) {
            Set<String> alone = new HashSet<>();
            long counted = 0;
            int count = 1 << zoom;
            for (int column = count / 2; column < count; column++) {
                for (int row = count / 4; row < count / 2; row++) {
                    TileContent content = crowded.items().tile(new Tile(zoom, column, row), Filter.INCLUDE);
                    content.features().forEach(feature -> alone.add(feature.getID()));
                    counted += content.cells().stream().mapToLong(Cell::records).sum();
                }
            }
            assertThat(alone.size() + counted).as("zoom %d", zoom).isEqualTo(3_000);
            assertThat(alone.size()).as("zoom %d", zoom).isGreaterThanOrEqualTo(drawn);
            drawn = alone.size();
        }
        assertThat(drawn).isGreaterThan(TileContent.MOST_SHAPES);
    }

    @Test
    void a_filter_leaves_those_that_match() {
        Filter even = Cql2.ofText("even = true", POINTS.schema(), ReferenceSystem.CRS84);
        for (int zoom = 0; zoom <= 8; zoom += 2) {
            assertThat(total(zoom, even)).as("zoom %d", zoom).isEqualTo(COUNT / 2);
        }
    }

    private static long total(int zoom, Filter filter) {
        long total = 0;
        for (int column = 0; column < 1 << zoom; column++) {
            for (int row = 0; row < 1 << zoom; row++) {
                TileContent content = POINTS.items().tile(new Tile(zoom, column, row), filter);
                total += content.features().size();
                total += content.cells().stream().mapToLong(Cell::records).sum();
            }
        }
        return total;
    }

    @Test
    void a_cell_is_in_its_square_at_the_middle_of_its_records() {
        TileContent content = POINTS.items().tile(new Tile(4, 10, 6), Filter.INCLUDE);
        assertThat(content.cells()).isNotEmpty();
        for (Cell cell : content.cells()) {
            assertThat(cell.level()).isEqualTo(8);
            Geometry square = org.dateline.geo.Geometries.FACTORY.toGeometry(
                    Quad.envelope(cell.level(), Quad.column(cell.number()), Quad.row(cell.number()), 0));
            List<SimpleFeature> within =
                    POINTS.items().find(new org.geotools.api.data.Query(), null).features().stream()
                            .filter(feature ->
                                    feature.getDefaultGeometry() instanceof Geometry point && square.contains(point))
                            .toList();
            assertThat(within).hasSize((int) cell.records());
            assertThat(within.stream()
                            .mapToDouble(feature -> ((Geometry) feature.getDefaultGeometry()).getCoordinate().x)
                            .average()
                            .orElseThrow())
                    .isCloseTo(cell.longitude(), within(1e-6));
        }
    }

    @Test
    void few_records_at_different_places_are_single() {
        List<Draft> drafts = List.of(
                draft("a", "kind", "town", "POINT (67 30)"),
                draft("b", "kind", "town", "POINT (67.0001 30)"),
                draft("c", "kind", "town", "POINT (70 30)"),
                draft("d", "kind", "town", "POINT (70 30)"));
        TileContent world = TestCollections.collection("few", drafts).items().tile(new Tile(0, 0, 0), Filter.INCLUDE);
        assertThat(world.features()).extracting(SimpleFeature::getID).containsExactly("a", "b");
        assertThat(world.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.records()).isEqualTo(2);
            assertThat(cell.longitude()).isCloseTo(70, within(1e-9));
        });
    }

    @Test
    void a_shape_is_in_each_tile_that_it_reaches_and_counts_in_none_of_their_cells() {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft("area", "kind", "province", "POLYGON ((-20 10, 20 10, 20 40, -20 40, -20 10))"));
        drafts.add(draft("inside", "kind", "town", "POINT (5 25)"));
        ItemCollection collection = TestCollections.collection("shapes", drafts);
        TileContent east = collection.items().tile(new Tile(1, 1, 0), Filter.INCLUDE);
        TileContent west = collection.items().tile(new Tile(1, 0, 0), Filter.INCLUDE);
        assertThat(east.features()).extracting(SimpleFeature::getID).containsExactlyInAnyOrder("area", "inside");
        assertThat(west.features()).extracting(SimpleFeature::getID).containsExactly("area");
        assertThat(east.cells()).isEmpty();
    }

    @Test
    void features_too_small_for_a_shape_count_as_points() {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double x = 67 + i * 1e-4;
            drafts.add(draft(
                    "a" + i,
                    "kind",
                    "field",
                    "POLYGON ((%1$s 30, %2$s 30, %2$s 30.0001, %1$s 30.0001, %1$s 30))".formatted(x, x + 1e-4)));
        }
        ItemCollection collection = TestCollections.collection("fields", drafts);
        TileContent world = collection.items().tile(new Tile(0, 0, 0), Filter.INCLUDE);
        assertThat(world.features()).isEmpty();
        assertThat(world.cells()).singleElement().extracting(Cell::records).isEqualTo(200L);
        Set<String> shapes = new HashSet<>();
        for (int column = 359_000; column < 360_000; column++) {
            long code = Quad.code(new org.locationtech.jts.geom.Coordinate(67 + (column - 359_000) * 2e-5, 30.00005));
            long number = Quad.number(19, code);
            collection
                    .items()
                    .tile(new Tile(19, Quad.column(number), Quad.row(number)), Filter.INCLUDE)
                    .features()
                    .forEach(feature -> shapes.add(feature.getID()));
        }
        assertThat(shapes).hasSize(200);
    }
}
