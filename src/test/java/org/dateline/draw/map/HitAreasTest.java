package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class HitAreasTest {

    @Test
    void a_click_between_two_symbols_belongs_to_the_nearer() {
        List<Path2D> areas = HitAreas.of(List.of(new Coordinate(0, 0), new Coordinate(8, 0)));
        assertThat(areas.get(0).contains(3.5, 0)).isTrue();
        assertThat(areas.get(1).contains(3.5, 0)).isFalse();
        assertThat(areas.get(0).contains(4.5, 0)).isFalse();
        assertThat(areas.get(1).contains(4.5, 0)).isTrue();
    }

    @Test
    void symbols_on_one_spot_share_its_circle_so_that_each_can_be_hit() {
        Coordinate spot = new Coordinate(50, 50);
        List<Path2D> areas = HitAreas.of(List.of(spot, spot, spot));
        for (Path2D area : areas) {
            assertThat(area.getBounds2D().getWidth()).isGreaterThan(10);
            assertThat(area.getBounds2D().getHeight()).isGreaterThan(10);
        }
        for (double x = 40.5; x < 60; x++) {
            for (double y = 40.5; y < 60; y++) {
                double[] at = {x, y};
                assertThat(areas.stream().filter(area -> area.contains(at[0], at[1])))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void a_symbol_that_lies_alone_needs_none() {
        assertThat(HitAreas.of(List.of(new Coordinate(0, 0), new Coordinate(100, 0))))
                .containsOnlyNulls();
    }
}
