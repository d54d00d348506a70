package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.plane.Shape;
import org.dateline.geo.Location;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class LineSymbolTest {

    @ParameterizedTest
    @CsvSource({
        "ROUTE, railway, LINE",
        "ROUTE, line, LINE",
        "PLACE, railway, LINE",
        "PLACE, pass, PATH",
        "ROUTE, motorway, ROAD",
        "PLACE, ravine, RIVER"
    })
    void aLegendDrawsALineAsTheMapDoes(Layer.Style style, String kind, Sign sign) {
        Shape.Track track = new Shape.Track(Paths.line(0, 0, 9, 0), List.of(), List.of());
        Mark onMap = new Symbols(track, style, kind, true, Symbols.Border.OWN, false)
                .marks()
                .getFirst();
        assertThat(LineSymbol.of(style, kind).sign()).isEqualTo(sign);
        assertThat(parts(SignMarks.of(sign).getFirst())).isEqualTo(parts(onMap));
    }

    private static List<String> parts(Mark mark) {
        return ((Mark.Path) mark).inks().stream().map(ink -> ink.part()).toList();
    }

    @Test
    void aLayersSignIsThatOfMostOfItsLines() {
        assertThat(LineSymbol.ofMost(Layer.Style.ROUTE, lines("river", "road", "river", "railway")))
                .contains(Sign.RIVER);
        assertThat(LineSymbol.ofMost(Layer.Style.ROUTE, lines("river", "railway")))
                .contains(Sign.LINE);
        assertThat(LineSymbol.ofMost(Layer.Style.ROUTE, List.of())).isEmpty();
    }

    @Test
    void aPathIsExplainedOnlyWhereNoRouteIs() {
        assertThat(signs("PLACE pass")).containsExactly(Sign.PATH);
        assertThat(signs("PLACE pass", "ROUTE railway")).containsExactly(Sign.LINE);
        assertThat(signs("ROUTE railway", "PLACE pass", "PLACE road")).containsExactly(Sign.LINE, Sign.ROAD);
        assertThat(Sign.PATH.words()).isEqualTo("line");
        assertThat(Sign.UNSETTLED_BOUNDARY.words()).isEqualTo("unsettled_boundary");
    }

    /** The signs of lines, each as a layer's style and a kind. */
    private static Set<Sign> signs(String... lines) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        for (String line : lines) {
            String[] words = line.split(" ");
            Shape track = new Shape.Track(Paths.line(0, 0, 9, 0), List.of(), List.of());
            Sign.add(
                    new MapContent.Drawn(
                            lines(words[1]).getFirst(),
                            Layer.Style.valueOf(words[0]),
                            true,
                            1,
                            track,
                            9,
                            false,
                            List.of()),
                    false,
                    signs);
        }
        return signs;
    }

    private static List<Feature> lines(String... kinds) {
        return Stream.of(kinds).map(LineSymbolTest::line).toList();
    }

    private static Feature line(String kind) {
        Coordinate[] ends = {new Coordinate(0, 0), new Coordinate(1, 1)};
        Location where = new Location.Line(new GeometryFactory().createLineString(ends));
        Text name = new Text(Map.of("en", kind));
        return new Feature(kind, name, null, List.of(), kind, where, null, null, null, null, Map.of());
    }
}
