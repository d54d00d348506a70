package org.dateline.draw.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dateline.draw.figure.Look;
import org.dateline.draw.plane.LabelPlacer.Candidate;
import org.dateline.draw.plane.LabelPlacer.Covers;
import org.dateline.draw.plane.LabelPlacer.Name;
import org.dateline.draw.plane.LabelPlacer.Placed;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabelPlacerTest {

    private static final Box EDGE = new Box(0, 0, 1000, 800);

    private static final LabelPlacer.Manner MANNER = new LabelPlacer.Manner(
            Look.number("placing", "air"),
            Look.number("placing", "leading"),
            Look.number("placing", "diagonal"),
            Look.number("placing", "reach"),
            Look.number("costs", "line"),
            Look.number("costs", "disc"),
            Look.number("costs", "symbol"));

    /** The browser's names are tested with the same cases: frontend/test/map/label-placement.test.ts. */
    @TestFactory
    Stream<DynamicTest> aName() throws IOException {
        try (InputStream file = LabelPlacerTest.class.getResourceAsStream("/drawing/names.json")) {
            JsonNode cases = JsonMapper.builder().build().readTree(Objects.requireNonNull(file));
            return cases.valueStream()
                    .map(one -> DynamicTest.dynamicTest(one.path("does").asString(), () -> check(one)));
        }
    }

    private static void check(JsonNode one) {
        LabelPlacer placer = new LabelPlacer(new Box(0, 0, 400, 400), true, MANNER);
        one.path("symbols")
                .forEach(symbol -> placer.addSymbol(
                        box(symbol.path("box")), symbol.path("owner").asString().intern()));
        one.path("lines").forEach(line -> placer.addLine(box(line)));
        one.path("discs").forEach(disc -> placer.addDisc(box(disc)));
        List<String> names = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        for (JsonNode name : one.path("names")) {
            String text = name.path("text").asString().intern();
            List<Candidate> candidates = name.path("sides")
                    .valueStream()
                    .map(side -> new Candidate(
                            name.path("at").get(0).asDouble(),
                            name.path("at").get(1).asDouble(),
                            name.path("gap").asDouble(),
                            Side.valueOf(
                                    side.asString().toUpperCase(Locale.ROOT).replace('-', '_'))))
                    .toList();
            placer.place(
                            candidates,
                            new Name(
                                    text,
                                    60,
                                    14,
                                    name.path("repeat").asDouble(0),
                                    Covers.valueOf(name.path("covers")
                                            .asString("nothing")
                                            .toUpperCase(Locale.ROOT)),
                                    name.has("owner") ? null : text,
                                    name.path("dot").asDouble(0)))
                    .ifPresent(at -> {
                        names.add(text);
                        placed.add(at);
                    });
        }
        JsonNode expected = one.path("placed");
        assertThat(names)
                .containsExactlyElementsOf(expected.valueStream()
                        .map(name -> name.get(0).asString())
                        .toList());
        for (int i = 0; i < placed.size(); i++) {
            Placed at = placed.get(i);
            assertThat(at.side().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .isEqualTo(expected.get(i).get(1).asString());
            assertThat(at.box().left()).isCloseTo(expected.get(i).get(2).asDouble(), within(1e-6));
            assertThat(at.box().top()).isCloseTo(expected.get(i).get(3).asDouble(), within(1e-6));
        }
    }

    private static Box box(JsonNode sides) {
        return new Box(
                sides.get(0).asDouble(),
                sides.get(1).asDouble(),
                sides.get(2).asDouble(),
                sides.get(3).asDouble());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noLabelMeetsAnotherNorASymbolNorTheEdge(long seed) {
        Random random = new Random(seed);
        LabelPlacer placer = new LabelPlacer(EDGE, false, MANNER);
        List<Box> symbols = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            symbols.add(Box.around(random.nextDouble(-100, 1100), random.nextDouble(-100, 900), 6, 6));
        }
        symbols.forEach(symbol -> placer.addSymbol(symbol, null));
        List<Box> labels = new ArrayList<>();
        for (Box symbol : symbols) {
            place(
                            placer,
                            Candidate.around(symbol.middleX(), symbol.middleY(), 9, Side.AROUND),
                            random.nextDouble(20, 160))
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
    void aLabelWithoutAFreePlaceIsLeftOut() {
        LabelPlacer placer = new LabelPlacer(EDGE, false, MANNER);
        List<Candidate> here = List.of(new Candidate(500, 400, 0, Side.CENTRE));
        assertThat(place(placer, here, 60)).isPresent();
        assertThat(place(placer, here, 60)).isEmpty();
    }

    private static Optional<Placed> place(LabelPlacer placer, List<Candidate> candidates, double width) {
        return placer.place(candidates, new Name("", width, 14, 0, Covers.LINES, null, 0));
    }
}
