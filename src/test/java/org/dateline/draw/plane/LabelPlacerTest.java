package org.dateline.draw.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.LabelPlacer.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacerTest {

    private static final Box EDGE = new Box(0, 0, 1000, 800);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noLabelMeetsAnotherNorASymbolNorTheEdge(long seed) {
        Random random = new Random(seed);
        LabelPlacer placer = new LabelPlacer(EDGE, 3, false);
        List<Box> symbols = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            symbols.add(Box.around(random.nextDouble(-100, 1100), random.nextDouble(-100, 900), 6, 6));
        }
        symbols.forEach(placer::block);
        List<Box> labels = new ArrayList<>();
        for (Box symbol : symbols) {
            placer.place(
                            Candidate.around(symbol.middleX(), symbol.middleY(), 9, Side.AROUND),
                            random.nextDouble(20, 160),
                            14)
                    .ifPresent(placed -> labels.add(placed.box()));
        }
        assertThat(labels).hasSizeGreaterThan(20);
        for (Box label : labels) {
            assertThat(symbols).noneMatch(label::overlaps);
            assertThat(labels).filteredOn(other -> other != label).noneMatch(label::overlaps);
            assertThat(!label.overlaps(EDGE) || EDGE.contains(label)).isTrue();
        }
    }

    @Test
    void aLabelTakesTheFirstFreeSideOfItsSpot() {
        LabelPlacer placer = new LabelPlacer(EDGE, 3, false);
        placer.block(Box.around(560, 400, 20, 20));
        assertThat(side(placer.place(Candidate.around(500, 400, 8, List.of(Side.RIGHT, Side.LEFT)), 60, 14)))
                .isEqualTo(Side.LEFT);
    }

    @Test
    void aLabelRatherGoesElsewhereThanAcrossALine() {
        LabelPlacer placer = new LabelPlacer(EDGE, 3, false);
        placer.avoid(Box.around(530, 400, 2, 2));
        assertThat(side(placer.place(Candidate.around(500, 400, 8, List.of(Side.RIGHT, Side.LEFT)), 60, 14)))
                .isEqualTo(Side.LEFT);
    }

    @Test
    void aLabelLiesAcrossALineWhereThereIsNoOtherPlace() {
        LabelPlacer placer = new LabelPlacer(EDGE, 3, false);
        placer.avoid(Box.around(530, 400, 2, 2));
        assertThat(side(placer.place(Candidate.around(500, 400, 8, List.of(Side.RIGHT)), 60, 14)))
                .isEqualTo(Side.RIGHT);
    }

    @Test
    void aLabelWithoutAFreePlaceIsLeftOut() {
        LabelPlacer placer = new LabelPlacer(EDGE, 3, false);
        List<Candidate> here = List.of(new Candidate(500, 400, 0, Side.CENTRE));
        assertThat(placer.place(here, 60, 14)).isPresent();
        assertThat(placer.place(here, 60, 14)).isEmpty();
    }

    private static Side side(Optional<Placed> placed) {
        return placed.orElseThrow().side();
    }
}
