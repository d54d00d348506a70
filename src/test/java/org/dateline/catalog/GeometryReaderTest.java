package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dateline.catalog.CatalogCopy.PLACES;

import java.nio.file.Path;
import org.dateline.geo.Geometries;
import org.dateline.geo.Location;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class GeometryReaderTest {

    private static final String ANADYR = "[177.4968, 64.7337]";
    private static final String ISLAND =
            "[[178.6, 71.0], [178.9, 70.85], [180.0, 70.95], [180.0, 71.53], [179.2, 71.3], [178.6, 71.0]]";
    private static final String IN_THIS_ORDER = "longitude within -180..180 and latitude within -90..90, in this order";

    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [177.4968, 95]      | [177.4968,95]      | longitude within -180..180 and latitude within -90..90, in this order
                    [64.7337, 177.4968] | [64.7337,177.4968] | longitude within -180..180 and latitude within -90..90, in this order
                    [182.5, 64.7337]    | [182.5,64.7337]    | longitude within -180..180 and latitude within -90..90, in this order; cut what crosses the antimeridian there
                    [1e300, 64.7337]    |                    | longitude within -180..180 and latitude within -90..90, in this order; cut what crosses the antimeridian there
                    ["177", 64.7337]    | ["177",64.7337]    | a position, as [longitude, latitude]
                    [null, 64.7337]     | [null,64.7337]     | a position, as [longitude, latitude]
                    [177.4968]          | [177.4968]         | a position, as [longitude, latitude]
                    [[177.4968, 64]]    | [[177.4968,64]]    | a position, as [longitude, latitude]
                    []                  | []                 | at least 1 item
                    null                | null               | a list
                    {"x": 1}            | {"x":1}            | a list
                    """)
    void a_position_is_longitude_and_latitude(String position, String got, String expected) {
        copy.replace(PLACES, ANADYR, position);
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(PLACES);
            assertThat(fault.line()).isEqualTo(copy.line(PLACES, "anadyr"));
            assertThat(fault.field()).isEqualTo("features[0].geometry.coordinates");
            assertThat(fault.expected()).isEqualTo(expected);
            if (got != null) {
                assertThat(fault.got()).isEqualTo(got);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [[1, 1], [2, 1], [2, 2], [1, 1.5]]           | coordinates[0][0] | a ring from 1.0, 1.0 to 1.0, 1.5        | a closed ring, ending where it starts
                    [[1, 1], [2, 1], [1, 1]]                     | coordinates[0][0] | [[1,1],[2,1],[1,1]]                     | an array of 4 or more positions
                    []                                           | coordinates[0][0] | []                                      | an array of 4 or more positions
                    5                                            | coordinates[0][0] | 5                                       | an array of 4 or more positions
                    [[1, 1], [3, 1], [1, 3], [3, 3], [1, 1]]     | coordinates       | Self-intersection at 2.0, 2.0           | a valid geometry
                    [[1, 1], [1, 1], [1, 1], [1, 1]]             | coordinates       | Too few distinct points in geometry component at 1.0, 1.0 | a valid geometry
                    [[1, 1], [2, 1], [2, 99], [1, 1]]            | coordinates[0][0][2] | [2,99]                               | longitude within -180..180 and latitude within -90..90, in this order
                    """)
    void a_ring_is_closed_and_does_not_cross_itself(String ring, String field, String got, String expected) {
        copy.replace(PLACES, ISLAND, ring);
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        PLACES, copy.line(PLACES, "vrangelya"), "features[5].geometry." + field, got, expected));
    }

    @Test
    void every_position_that_is_wrong_is_reported() {
        copy.replace(PLACES, "[178.6, 71.0], [178.9, 70.85]", "[71.0, 178.6], [70.85, 178.9]");
        assertThat(copy.faults())
                .extracting(Fault::field, Fault::expected)
                .containsExactly(
                        tuple("features[5].geometry.coordinates[0][0][0]", IN_THIS_ORDER),
                        tuple("features[5].geometry.coordinates[0][0][1]", IN_THIS_ORDER));
    }

    @Test
    void a_geometry_collection_is_no_location() {
        copy.replace(PLACES, "\"type\": \"Point\"", "\"type\": \"GeometryCollection\"");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        PLACES,
                        copy.line(PLACES, "anadyr"),
                        "features[0].geometry.type",
                        "\"GeometryCollection\"",
                        "\"Point\" or \"MultiPoint\" or \"LineString\" or \"MultiLineString\""
                                + " or \"Polygon\" or \"MultiPolygon\""));
    }

    @Test
    void rings_are_turned_right_handed() throws InvalidCatalogException {
        copy.replace(
                PLACES,
                ISLAND,
                "[[178.6, 71.0], [179.2, 71.3], [180.0, 71.53], [180.0, 70.95], [178.9, 70.85], [178.6, 71.0]]");
        assertThat(copy.load().layers().get(2).features().getLast().location())
                .isInstanceOfSatisfying(Location.Area.class, area -> {
                    Polygon first = (Polygon) area.polygons().getGeometryN(0);
                    assertThat(Orientation.isCCW(first.getExteriorRing().getCoordinateSequence()))
                            .isTrue();
                });
    }

    @Test
    void a_height_is_left_out() throws InvalidCatalogException {
        copy.replace(PLACES, ANADYR, "[177.4968, 64.7337, 61.5]");
        assertThat(copy.load().layers().get(2).features().getFirst().location())
                .isInstanceOfSatisfying(
                        Location.Point.class,
                        point -> assertThat(point.position().getZ()).isNaN());
    }

    @Test
    void a_line_that_jumps_over_180_degrees_is_refused_with_where_to_cut_it() {
        copy.replace(
                "layers/route/features.geojson",
                "[[[-179.6, 66.35], [-180.0, 66.2]], [[180.0, 66.2], [179.2, 65.7]]]",
                "[[[-179.6, 66.4], [179.2, 65.5]]]");
        assertThat(copy.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("features[1].geometry.coordinates");
            assertThat(fault.got()).isEqualTo("a stretch from [-179.6, 66.4] to [179.2, 65.5], around the world");
            assertThat(fault.expected())
                    .isEqualTo("lines cut at the antimeridian: one that ends at [-180, 66.1], and one that starts at "
                            + "[180, 66.1] (MultiLineString)");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a triangle  | [[179.5, 73], [-179.5, 73.2], [179.5, 73.4], [179.5, 73]]
                    a pentagon  | [[179.5, 73], [-179.5, 73], [-179.2, 73.2], [-179.5, 73.4], [179.5, 73.4], [179.5, 73]]
                    around the pole | [[179.5, 73], [-179.5, 73], [-90, 74], [0, 75], [90, 74], [179.5, 73]]
                    """)
    void an_area_that_plainly_crosses_180_degrees_is_cut_there(String name, String ring) throws Exception {
        copy.replace(PLACES, ISLAND, ring);
        Location.Area area =
                (Location.Area) copy.load().layers().get(2).features().getLast().location();
        assertThat(area.polygons().getEnvelopeInternal().getMaxX()).isEqualTo(180);
        assertThat(area.polygons().getEnvelopeInternal().getMinX()).isEqualTo(-180);
        assertThat(area.polygons().contains(FACTORY.createPoint(new Coordinate(179.6, 73.2))))
                .isTrue();
        assertThat(area.polygons().contains(FACTORY.createPoint(new Coordinate(-179.9, 73.2))))
                .isTrue();
        assertThat(area.polygons().contains(FACTORY.createPoint(new Coordinate(0, 73.2))))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a box, or the rest of the world | [[179.5, 71], [-179.5, 71], [-179.5, 71.4], [179.5, 71.4], [179.5, 71]]
                    around the earth | [[179.5, 71], [-179.5, 71], [-90, 50], [0, 51], [90, 52], [179.5, 71]]
                    """)
    void an_area_that_may_cross_180_degrees_is_refused_with_the_ways_to_say_what_is_meant(String name, String ring) {
        copy.replace(PLACES, ISLAND, ring);
        assertThat(copy.faults()).as(name).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("features[5].geometry.coordinates");
            assertThat(fault.got()).isEqualTo("a stretch from [179.5, 71] to [-179.5, 71], around the world");
            assertThat(fault.expected())
                    .isEqualTo(
                            "areas cut at the antimeridian: one that ends at [180, 71], and one that starts at [-180, 71]"
                                    + " (MultiPolygon), or positions in between if it does go around the world");
        });
    }

    @Test
    void a_line_along_a_whole_parallel_is_one() throws InvalidCatalogException {
        copy.replace(
                "layers/route/features.geojson",
                "[[[-179.6, 66.35], [-180.0, 66.2]], [[180.0, 66.2], [179.2, 65.7]]]",
                "[[[-180, 66.5], [180, 66.5]]]");
        assertThat(copy.load()).isNotNull();
    }
}
