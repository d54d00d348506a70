package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.geo.Tile;
import org.dateline.streets.StreetArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tiles weigh that a page shows first. */
class StreetTilesTest {

    private static final Path BLOCKS = Path.of("src/test/resources/streets/blocks.openmaptiles.mbtiles");
    private static final Tile HEAVY = new Tile(14, 2621, 6331);
    private static final int SIDE = 4;
    private static final int LAST = 16;

    /** What the answer to a request has beside its body. */
    private static final int HEADERS = 360;

    @TempDir
    private static Path folder;

    private static StreetTiles blocks;
    private static StreetTiles dense;

    @BeforeAll
    static void open() throws Exception {
        blocks = tiles(BLOCKS);
        byte[] heavy = StreetArchive.open(BLOCKS).stored(HEAVY).orElseThrow();
        dense = tiles(everywhere("dense.mbtiles", heavy));
    }

    private static StreetTiles tiles(Path archive) throws Exception {
        return new StreetTiles(StreetArchive.open(archive), List.of("en"), "address");
    }

    /** An archive that has one content in all tiles around the blocks. */
    private static Path everywhere(String name, byte[] content) throws Exception {
        Path file = Files.copy(BLOCKS, folder.resolve(name));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT OR REPLACE INTO tiles VALUES (14, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("DELETE FROM tiles WHERE zoom_level = 14");
            for (int column = 0; column < SIDE; column++) {
                for (int row = 0; row < SIDE; row++) {
                    insert.setInt(1, HEAVY.column() + column);
                    insert.setInt(2, (1 << 14) - 1 - HEAVY.row() - row);
                    insert.setBytes(3, content);
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
        return file;
    }

    private static FirstView view(int zoom, boolean ground) {
        int above = zoom - 14;
        return new FirstView(zoom, HEAVY.column() << above, HEAVY.row() << above, SIDE, SIDE, ground);
    }

    /** The bytes of tiles when they are sent, with what an answer has beside its body. */
    private static int sent(Map<Tile, byte[]> tiles) {
        return tiles.values().stream()
                .mapToInt(drawn -> HEADERS + Encoding.GZIP.encode(drawn).orElseThrow().length)
                .sum();
    }

    private static Set<String> kinds(byte[] drawn) throws Exception {
        VectorTile.Tile.Layer layer = VectorTile.Tile.parseFrom(drawn).getLayers(0);
        return layer.getFeaturesList().stream()
                .filter(feature -> feature.getTagsCount() > 0)
                .filter(feature -> layer.getKeys(feature.getTags(0)).equals("kind"))
                .map(feature -> layer.getValues(feature.getTags(1)).getStringValue())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16})
    void the_first_view_of_a_dense_archive_stays_within_its_bytes_and_has_main_roads(int zoom) throws Exception {
        StreetTiles.First first = dense.first(view(zoom, false));
        assertThat(first.tiles()).hasSize(SIDE * SIDE);
        assertThat(sent(first.tiles())).isBetween(FirstView.MOST / 2, FirstView.MOST);
        assertThat(sent(dense.first(view(zoom, true)).tiles()))
                .isBetween(FirstView.MOST_BESIDE_GROUND / 3, FirstView.MOST_BESIDE_GROUND);
        for (Map.Entry<Tile, byte[]> one : first.tiles().entrySet()) {
            Set<String> all = kinds(dense.drawn(one.getKey(), LAST, 0).orElseThrow());
            all.retainAll(Set.of("motorway", "major"));
            assertThat(kinds(one.getValue())).containsAll(all);
            assertThat(dense.drawn(one.getKey(), LAST, first.step())).contains(one.getValue());
        }
    }

    @Test
    void without_a_limit_that_view_has_more_than_twice_as_many_and_buildings_which_are_left_out() throws Exception {
        StreetTiles.First first = dense.first(view(14, false));
        assertThat(kinds(first.tiles().get(HEAVY))).contains("water", "major").doesNotContain("building", "path");
        byte[] whole = dense.drawn(HEAVY, LAST, 0).orElseThrow();
        assertThat(kinds(whole)).contains("building");
        assertThat(SIDE * SIDE * sent(Map.of(HEAVY, whole))).isGreaterThan(2 * FirstView.MOST);
    }

    @Test
    void a_view_that_has_room_is_as_it_is_without_a_limit() {
        for (Tile tile : List.of(HEAVY, new Tile(16, 10486, 25326))) {
            StreetTiles.First first = blocks.first(new FirstView(tile.zoom(), tile.column(), tile.row(), 1, 1, false));
            assertThat(first.step()).isZero();
            assertThat(first.tiles().get(tile))
                    .isEqualTo(blocks.drawn(tile, LAST, 0).orElseThrow());
        }
    }

    @Test
    void where_a_tile_is_missing_there_is_room_for_the_ground() {
        StreetTiles.First first = dense.first(new FirstView(14, HEAVY.column() - 1, HEAVY.row(), 4, 4, false));
        assertThat(first.tiles()).hasSize(12);
        assertThat(sent(first.tiles())).isLessThanOrEqualTo(FirstView.MOST_BESIDE_GROUND);
    }

    @Test
    void tiles_that_no_coarseness_brings_within_it_are_empty() throws Exception {
        StreetTiles.First first =
                tiles(everywhere("hostile.mbtiles", motorways())).first(view(14, false));
        assertThat(first.tiles()).hasSize(SIDE * SIDE);
        for (byte[] drawn : first.tiles().values()) {
            assertThat(kinds(drawn)).isEmpty();
            assertThat(VectorTile.Tile.parseFrom(drawn).getLayers(0).getName()).isEqualTo("streets");
        }
    }

    /** A tile full of short motorways in no order. */
    private static byte[] motorways() {
        VectorTile.Tile.Layer.Builder layer = VectorTile.Tile.Layer.newBuilder()
                .setVersion(2)
                .setName("transportation")
                .setExtent(4096)
                .addKeys("class")
                .addValues(VectorTile.Tile.Value.newBuilder().setStringValue("motorway"));
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            layer.addFeatures(VectorTile.Tile.Feature.newBuilder()
                    .setType(VectorTile.Tile.GeomType.LINESTRING)
                    .addTags(0)
                    .addTags(0)
                    .addGeometry(1 | 1 << 3)
                    .addGeometry(2 * random.nextInt(4096))
                    .addGeometry(2 * random.nextInt(4096))
                    .addGeometry(2 | 1 << 3)
                    .addGeometry(2 * random.nextInt(64))
                    .addGeometry(2 * random.nextInt(64)));
        }
        return VectorTile.Tile.newBuilder().addLayers(layer).build().toByteArray();
    }
}
