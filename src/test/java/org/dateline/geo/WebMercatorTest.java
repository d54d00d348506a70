package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebMercatorTest {

    @ParameterizedTest(name = "{0} {1} at zoom {2}")
    @CsvSource({
        "0,       0,                  0, 128,                128",
        "-180,    85.05112877980659,  0, 0,                  0",
        "180,     -85.05112877980659, 0, 256,                256",
        "180,     -66.51326044311186, 3, 2048,               1536",
        "67.0014, 30.1841,            6, 11241.308159999999, 6749.948500592373",
    })
    void projects_to_known_pixels(double longitude, double latitude, double zoom, double x, double y) {
        WebMercator mercator = new WebMercator(zoom);
        assertThat(mercator.x(longitude)).isCloseTo(x, within(1e-6));
        assertThat(mercator.y(latitude)).isCloseTo(y, within(1e-6));
    }

    @Test
    void a_pole_is_on_the_edge_of_the_world() {
        WebMercator mercator = new WebMercator(4);
        assertThat(mercator.y(90)).isCloseTo(0, within(1e-6));
        assertThat(mercator.y(-90)).isCloseTo(mercator.worldSize(), within(1e-6));
    }

    @Test
    void a_longitude_past_180_is_beyond_the_world_and_not_at_its_other_end() {
        assertThat(new WebMercator(0).x(195)).isGreaterThan(256);
    }

    @Test
    void a_metre_takes_more_pixels_away_from_the_equator() {
        // 156543.034 m a pixel at the equator at zoom 0; half of that at 60 degrees.
        assertThat(1 / new WebMercator(0).pixelsPerMetre(0)).isCloseTo(156543.034, within(0.001));
        assertThat(1 / new WebMercator(0).pixelsPerMetre(60)).isCloseTo(78271.517, within(0.001));
    }
}
