package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class QuadTest {

    @ParameterizedTest
    @CsvSource({
        // Zoom, column and row as OpenStreetMap's tiles are numbered.
        "0, 0, 0, 67.0, 30.2",
        "6, 43, 26, 67.0, 30.2",
        "12, 2810, 1687, 67.0, 30.2",
        "1, 0, 0, -0.001, 0.001",
        "1, 1, 1, 0, 0",
        "3, 0, 7, -180, -89",
        "3, 7, 0, 180, 89",
    })
    void a_position_is_in_the_same_tile_as_on_web_maps(
            int zoom, int column, int row, double longitude, double latitude) {
        long code = Quad.code(new Coordinate(longitude, latitude));
        Tile tile = new Tile(zoom, column, row);
        assertThat(Quad.number(zoom, code)).isEqualTo(tile.number());
        assertThat(code).isBetween(tile.firstCode(), tile.endCode() - 1);
        assertThat(Quad.column(tile.number())).isEqualTo(column);
        assertThat(Quad.row(tile.number())).isEqualTo(row);
    }

    @Test
    void a_square_holds_the_positions_of_its_codes_and_no_others() {
        Random random = new Random(25);
        for (int i = 0; i < 10_000; i++) {
            Coordinate position = new Coordinate(random.nextDouble() * 360 - 180, random.nextDouble() * 170 - 85);
            int level = random.nextInt(Quad.DEEPEST - 2);
            long number = Quad.number(level, Quad.code(position));
            Envelope square = Quad.envelope(level, Quad.column(number), Quad.row(number), 1e-6);
            assertThat(square.contains(position))
                    .as("%s at %d", position, level)
                    .isTrue();
        }
    }

    @Test
    void the_squares_of_a_level_cover_the_world() {
        assertThat(Quad.envelope(0, 0, 0, 0).getMaxY()).isCloseTo(WebMercator.MAX_LATITUDE, within(1e-9));
        assertThat(Quad.envelope(0, 0, 0, 0).getMinX()).isEqualTo(-180);
        assertThat(Quad.envelope(2, 1, 1, 0))
                .isEqualTo(new Envelope(-90, 0, 0, Quad.envelope(2, 1, 1, 0).getMaxY()));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "21, 0, 0", "3, 8, 0", "3, 0, 8", "0, 0, -1"})
    void there_is_no_tile_outside_of_the_matrix(int zoom, int column, int row) {
        assertThatThrownBy(() -> new Tile(zoom, column, row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got the tile " + zoom + "/" + row + "/" + column);
    }
}
