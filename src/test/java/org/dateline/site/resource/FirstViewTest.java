package org.dateline.site.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.dateline.geo.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstViewTest {

    private static final Tile TILE = new Tile(14, 2621, 6331);

    @ParameterizedTest
    @CsvSource({
        "4x3-2-0,        2619, 6331, 4, 3, false",
        "6x6-5-5-ground, 2616, 6326, 6, 6, true",
        "1x2--1-12,      2622, 6319, 1, 2, false"
    })
    void is_written_as_its_size_and_the_place_of_a_tile_in_it_or_beside_it(
            String text, int left, int top, int columns, int rows, boolean ground) {
        assertThat(FirstView.parse(text, TILE)).contains(new FirstView(14, left, top, columns, rows, ground));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4x3", "7x1-0-0", "0x1-0-0", "4x3-2-0-", "4x3-2-0-sea", "44x3-2-0", "4x3-100-0"})
    void is_nothing_else(String text) {
        assertThat(FirstView.parse(text, TILE)).isEmpty();
    }

    @Test
    void all_of_its_tiles_say_the_same_view() {
        for (String text : new String[] {"4x3-2-0", "2x2-1-1-ground"}) {
            FirstView view = FirstView.parse(text, TILE).orElseThrow();
            assertThat(view.place(TILE)).isEqualTo(text);
            assertThat(view.tiles())
                    .hasSize(view.columns() * view.rows())
                    .contains(TILE)
                    .allSatisfy(tile ->
                            assertThat(FirstView.parse(view.place(tile), tile)).contains(view));
        }
    }

    @Test
    void it_goes_on_across_the_antimeridian_and_ends_at_the_poles() {
        FirstView view = FirstView.parse("2x2-1-1", new Tile(4, 0, 0)).orElseThrow();
        assertThat(view.tiles()).containsExactly(new Tile(4, 15, 0), new Tile(4, 0, 0));
        assertThat(view.place(new Tile(4, 0, 0))).isEqualTo("2x2-1-1");
    }

    @Test
    void where_the_ground_is_seen_it_has_fewer_bytes() {
        FirstView view = new FirstView(14, 0, 0, 2, 1, false);
        assertThat(view.most(false)).isEqualTo(FirstView.MOST - 720);
        assertThat(view.most(true)).isEqualTo(FirstView.MOST_BESIDE_GROUND - 720);
        assertThat(new FirstView(14, 0, 0, 2, 1, true).most(false)).isEqualTo(FirstView.MOST_BESIDE_GROUND - 720);
    }
}
