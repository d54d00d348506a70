package org.dateline.draw.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopoJsonTest {

    /** Two squares side by side, 10 degrees each, that share the line at 70 degrees east: arc 0. */
    private static final String SQUARES = """
            {"type": "Topology",
             "transform": {"scale": [10, 10], "translate": [60, 20]},
             "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
             "objects": {
              "land": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "west"}},
               {"type": "MultiPolygon", "arcs": [[[2, -1]]]},
               {"type": null}]},
              "border": {"type": "MultiLineString", "arcs": [[0], [-1]]},
              "line": {"type": "LineString", "arcs": [0, 1]},
              "town": {"type": "Point", "coordinates": [1, 1], "properties": {"rank": 3}},
              "towns": {"type": "MultiPoint", "coordinates": [[0, 0], [2, 1]]}}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    land   | 0 | POLYGON ((70 20, 70 30, 60 30, 60 20, 70 20))
                    land   | 1 | MULTIPOLYGON (((70 20, 80 20, 80 30, 70 30, 70 20)))
                    border | 0 | MULTILINESTRING ((70 20, 70 30), (70 30, 70 20))
                    line   | 0 | LINESTRING (70 20, 70 30, 60 30, 60 20, 70 20)
                    town   | 0 | POINT (70 30)
                    towns  | 0 | MULTIPOINT ((60 20), (80 30))
                    """)
    void arcsComeOutAsGeometriesInDegrees(String object, int index, String wkt) throws IOException {
        assertThat(read(SQUARES).members(object).get(index).geometry().toText()).isEqualTo(wkt);
    }

    @Test
    void propertiesComeWithTheirGeometryAndNullGeometriesAreLeftOut() throws IOException {
        TopoJson topology = read(SQUARES);
        assertThat(topology.members("land")).hasSize(2);
        assertThat(topology.members("land").getFirst().properties().path("name").asString())
                .isEqualTo("west");
        assertThat(topology.members("lakes")).isEmpty();
    }

    @Test
    void withoutATransformArcsHoldPositionsThemselves() throws IOException {
        TopoJson topology = read("""
                {"type": "Topology", "arcs": [[[60.5, 20], [61, 21]]],
                 "objects": {"line": {"type": "LineString", "arcs": [0]}}}
                """);
        assertThat(topology.members("line").getFirst().geometry().toText()).isEqualTo("LINESTRING (60.5 20, 61 21)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type": "FeatureCollection"} | type: got "FeatureCollection", expected "Topology"
                    {"type": "Topology", "objects": {}} | arcs: got nothing, expected an array
                    {"type": "Topology", "arcs": [[[0, "x"]]], "objects": {}} | arcs[0][0][1]: got "x", expected a number
                    {"type": "Topology", "arcs": [], "objects": {"a": {"type": "LineString", "arcs": [7]}}} | objects.a.arcs[0]: got 7, expected the number of one of 0 arcs
                    {"type": "Topology", "arcs": [], "objects": {"a": {"type": "Circle"}}} | objects.a.type: got "Circle", expected a geometry type of GeoJSON, or null
                    """)
    void aFaultIsNamedWithFileFieldAndWhatWasExpected(String json, String fault) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("basemap.topojson: " + fault);
    }

    @Test
    void whatIsNoJsonIsNamedToo() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(IOException.class).hasMessageContaining("basemap.topojson");
    }

    private TopoJson read(String json) throws IOException {
        Path file = folder.resolve("basemap.topojson");
        Files.writeString(file, json);
        return TopoJson.read(file);
    }
}
