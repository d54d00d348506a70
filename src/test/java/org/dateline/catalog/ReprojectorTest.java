package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class ReprojectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OGC:CRS84",
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                "EPSG:4326",
                "urn:ogc:def:crs:EPSG::4326"
            })
    void degrees_stay_as_they_are(String name) {
        assertThat(Reprojector.of(name)).hasValue(Reprojector.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:32660",
                "urn:ogc:def:crs:EPSG::32660",
                "urn:ogc:def:crs:EPSG:9.6:32660",
                "http://www.opengis.net/def/crs/EPSG/0/32660"
            })
    void a_reference_system_is_known_by_all_forms_of_its_name(String name) {
        Coordinate degrees = Reprojector.of(name).orElseThrow().toDegrees(405698.988, 7209946.446);
        assertThat(degrees.x).isCloseTo(175, within(1e-7));
        assertThat(degrees.y).isCloseTo(65, within(1e-7));
    }

    /** Coordinates by PROJ. */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "EPSG:32660, 638276.864, 7325503.110, 180.05, 66.02",
        "EPSG:32601, 361723.136, 7325503.110, -180.05, 66.02",
        "EPSG:32642, 500000, 3339000, 69, 30.182",
        "EPSG:3857, 20037508.342789, 0, 180, 0",
        "EPSG:3857, -20037508.342789, 0, -180, 0",
    })
    void longitudes_run_on_past_180_degrees_from_the_middle_of_the_projection(
            String name, double x, double y, double longitude, double latitude) {
        Reprojector projection = Reprojector.of(name).orElseThrow();
        Coordinate degrees = projection.toDegrees(x, y);
        assertThat(degrees.x).isCloseTo(longitude, within(1e-6));
        assertThat(degrees.y).isCloseTo(latitude, within(1e-3));
        assertThat(projection.reaches(degrees)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1e300, 7e6", "-1e9, 7e6", "1e15, 1e15", "4e5, 1e300", "3e7, 3e7", "-2e7, 0", "5e5, 2e8"})
    void a_position_far_outside_is_reached_by_no_projection(double x, double y) {
        Reprojector utm = Reprojector.of("EPSG:32660").orElseThrow();
        assertThat(utm.reaches(utm.toDegrees(x, y))).isFalse();
    }

    @Test
    void degrees_reach_no_further_than_180() {
        assertThat(Reprojector.IDENTITY.reaches(new Coordinate(180, 90))).isTrue();
        assertThat(Reprojector.IDENTITY.reaches(new Coordinate(180.1, 0))).isFalse();
    }
}
