package org.dateline.draw.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxGridTest {

    @Test
    void it_finds_each_box_that_overlaps_another_once_also_beyond_its_area() {
        Random random = new Random(7);
        BoxGrid<Integer> grid = new BoxGrid<>(new Box(100, 50, 900, 650));
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boxes.add(box(random, 300));
            grid.add(boxes.get(i), i);
        }
        for (int i = 0; i < 400; i++) {
            Box asked = box(random, 120);
            List<Integer> found = new ArrayList<>();
            grid.any(asked, entry -> {
                found.add(entry.of());
                return false;
            });
            assertThat(found)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(boxes.stream()
                            .filter(asked::overlaps)
                            .map(boxes::indexOf)
                            .toList());
        }
    }

    private static Box box(Random random, double most) {
        return Box.around(
                random.nextDouble(-200, 1200),
                random.nextDouble(-200, 900),
                random.nextDouble(most),
                random.nextDouble(most));
    }
}
