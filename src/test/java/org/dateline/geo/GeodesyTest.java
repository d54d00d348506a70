package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeodesyTest {

    /** Lengths by PROJ's geod; New York to London and Wellington to Salamanca as in GeographicLib's own examples. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Quetta to Sibi           | LINESTRING (67.0014 30.1841, 67.8773 29.543)                | 110508.1311
                    Quetta to Rohri by Sibi  | LINESTRING (67.0014 30.1841, 67.8773 29.543, 68.894 27.6913) | 338545.2495
                    New York to London       | LINESTRING (-73.8 40.6, -0.5 51.6)                          | 5551759.4003
                    Wellington to Salamanca  | LINESTRING (174.81 -41.32, -5.5 40.96)                      | 19959679.2674
                    both sides of 180        | MULTILINESTRING ((177.4968 64.7337, 180 63.6), (180 66.2, -179.6 66.2)) | 193486.9057
                    """)
    void measures_lines_to_the_millimetre(String name, String wkt, double metres) throws ParseException {
        assertThat(Geodesy.length(new WKTReader().read(wkt))).isCloseTo(metres, within(0.001));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"POINT (67 30)", "'POLYGON ((0 0, 1 0, 1 1, 0 0))'", "LINESTRING EMPTY"})
    void only_lines_have_a_length(String wkt) throws ParseException {
        assertThat(Geodesy.length(new WKTReader().read(wkt))).isZero();
    }

    @ParameterizedTest(name = "{2} m around {0} {1}")
    @CsvSource({"67.0014, 30.1841, 10000", "-179.4, 65.9, 150000", "0, 0, 1", "18.06, -69.9, 6000000"})
    void each_vertex_of_a_circle_is_at_its_radius(double longitude, double latitude, double metres) {
        Geometry circle = Geodesy.circle(new Coordinate(longitude, latitude), metres);
        for (Coordinate vertex : circle.getCoordinates()) {
            // Where the circle is cut at 180 degrees or drawn up to a pole, the cut is no part of it.
            if (Math.abs(vertex.x) < 180 && Math.abs(vertex.y) < 90) {
                double measured = Geodesic.WGS84.Inverse(latitude, longitude, vertex.y, vertex.x).s12;
                assertThat(measured).isCloseTo(metres, within(0.001));
            }
        }
        assertThat(circle.isValid()).isTrue();
    }

    @Test
    void a_circle_is_one_polygon_counter_clockwise() {
        Polygon circle = (Polygon) Geodesy.circle(new Coordinate(67, 30), 10_000);
        assertThat(circle.getNumPoints()).isEqualTo(73);
        assertThat(Orientation.isCCW(circle.getExteriorRing().getCoordinateSequence()))
                .isTrue();
    }

    @ParameterizedTest(name = "around {0} {1}")
    @CsvSource({"-179.4, 65.9", "179.4, 65.9", "180, 0", "-180, 0"})
    void a_circle_across_the_antimeridian_is_cut_into_two_valid_parts(double longitude, double latitude) {
        Geometry circle = Geodesy.circle(new Coordinate(longitude, latitude), 150_000);
        assertThat(circle.getNumGeometries()).isEqualTo(2);
        assertThat(circle.isValid()).isTrue();
        assertThat(circle.getEnvelopeInternal().getMinX()).isEqualTo(-180);
        assertThat(circle.getEnvelopeInternal().getMaxX()).isEqualTo(180);
        assertThat(Bbox.of(circle)).hasValueSatisfying(box -> {
            assertThat(box.crossesAntimeridian()).isTrue();
            assertThat(box.width()).isLessThan(8);
        });
    }

    @ParameterizedTest(name = "around {0} {1}")
    @CsvSource({"0, 89.5, 90", "170, 85, 90", "-100, -88, -90", "0, -90, -90", "33, 90, 90"})
    void a_circle_around_a_pole_is_a_valid_band_up_to_it(double longitude, double latitude, double pole) {
        Geometry circle = Geodesy.circle(new Coordinate(longitude, latitude), 1_000_000);
        assertThat(circle.isValid()).isTrue();
        assertThat(circle.covers(Geometries.FACTORY.createPoint(new Coordinate(12, pole))))
                .isTrue();
        assertThat(circle.covers(Geometries.FACTORY.createPoint(new Coordinate(longitude, latitude))))
                .isTrue();
        assertThat(Bbox.of(circle))
                .hasValueSatisfying(box -> assertThat(box.width()).isEqualTo(360));
    }
}
