package org.dateline.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.dateline.geo.Bbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceSystemTest {

    @ParameterizedTest
    @CsvSource({
        "66,  66,   28, 69,   31, true",
        "66,  -11, -80, 149,  80, true",
        "66,  -12,  28, 69,   31, false",
        "66,  66,   28, 150,  31, false",
        "66, -180, -90, 180,  90, false",
        "179, 170,  10, -170, 20, true",
        "179, 97,   10, -103, 20, true",
        "179, 97,   10, -102, 20, false",
        "179, -170, 10, -160, 20, true",
    })
    void utm_is_offered_within_80_degrees_of_its_central_meridian(
            double zone, double west, double south, double east, double north, boolean suits) {
        Bbox box = new Bbox(west, south, east, north);

        assertThat(ReferenceSystem.utm(zone, 30).suits(box)).isEqualTo(suits);
        assertThat(ReferenceSystem.suitableFor(box))
                .filteredOn(system -> system.inDegrees() || system.isWebMercator())
                .hasSize(3)
                .allMatch(system -> system.suits(box));
    }
}
