package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;

class RingSweepTest {

    private final Random random = new Random(25);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a square                     | true  | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))
            either way round             | true  | POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))
            a position twice in a row    | true  | POLYGON ((0 0, 9 0, 9 0, 9 9, 0 9, 0 0))
            two holes                    | true  | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1), (3 3, 3 4, 4 4, 3 3))
            an island in a hole          | true  | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((2 2, 3 2, 3 3, 2 2)))
            an island before its lake    | true  | MULTIPOLYGON (((2 2, 3 2, 3 3, 2 2)), ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)))
            a hole outside               | false | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (11 1, 12 1, 12 2, 11 1))
            a hole in a hole             | false | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 2))
            an area in an area           | false | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((2 2, 3 2, 3 3, 2 2)))
            a hole in another's area     | false | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((20 0, 29 0, 29 9, 20 0), (1 1, 2 1, 2 2, 1 1)))
            a crossing                   | false | POLYGON ((0 0, 9 9, 9 0, 0 9, 0 0))
            a spike without width        | false | POLYGON ((0 0, 9 0, 9 9, 5 9, 5 12, 5 9, 0 9, 0 0))
            a side that goes back on itself | false | POLYGON ((0 0, 9 0, 4 0, 4 9, 0 0))
            two positions                | false | POLYGON ((0 0, 9 0, 9 0, 0 0))
            touching at a position       | false | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((1 1, 2 1, 2 2, 1 1)))
            touching at a side           | false | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 4, 2 3, 2 5, 0 4))
            """)
    void rings_that_touch_nothing_and_lie_in_one_another_are_valid(String name, boolean valid, String area)
            throws Exception {
        assertThat(RingSweep.findsValid(new WKTReader().read(area))).isEqualTo(valid);
    }

    /** Corners on a small grid, where many rings touch. */
    @Test
    void what_it_finds_valid_is_valid_and_what_touches_nothing_it_finds() {
        int found = 0;
        for (int i = 0; i < 4_000; i++) {
            Polygon holed = Geometries.FACTORY.createPolygon(ring(0, 20), new LinearRing[] {ring(5, 8)});
            Polygon other = Geometries.FACTORY.createPolygon(ring(random.nextInt(20), 8));
            MultiPolygon areas = Geometries.FACTORY.createMultiPolygon(new Polygon[] {holed, other});
            boolean expected = areas.isValid() && touchesNothing(areas);
            assertThat(RingSweep.findsValid(areas)).as(areas.toText()).isEqualTo(expected);
            found += expected ? 1 : 0;
        }
        assertThat(found).isGreaterThan(20);
    }

    /** Three or four corners from one on in both directions. */
    private LinearRing ring(int from, int size) {
        Coordinate[] corners = new Coordinate[4 + random.nextInt(2)];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(from + random.nextInt(size), from + random.nextInt(size));
        }
        corners[corners.length - 1] = corners[0].copy();
        return Geometries.FACTORY.createLinearRing(corners);
    }

    /** Of valid areas: no position of a ring lies on another segment than its own. */
    private static boolean touchesNothing(MultiPolygon areas) {
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Polygon one = (Polygon) areas.getGeometryN(i);
            if (one.getNumInteriorRing() > 0 && one.getExteriorRing().distance(one.getInteriorRingN(0)) == 0) {
                return false;
            }
        }
        return areas.getGeometryN(0)
                        .getBoundary()
                        .distance(areas.getGeometryN(1).getBoundary())
                > 0;
    }

    /** By their boxes, most pairs of these spikes would have to be compared. */
    @Test
    void many_spikes_are_swept_once() {
        Coordinate[] spikes = new Coordinate[30_001];
        for (int i = 0; i < spikes.length; i++) {
            double angle = 2 * Math.PI * i / (spikes.length - 1);
            double length = i % 2 == 0 ? 2.5 : 5;
            spikes[i] = new Coordinate(60 + length * Math.cos(angle), 30 + length * Math.sin(angle));
        }
        spikes[spikes.length - 1] = spikes[0].copy();
        assertThat(RingSweep.findsValid(Geometries.FACTORY.createPolygon(spikes)))
                .isTrue();
        spikes[7] = spikes[9].copy();
        assertThat(RingSweep.findsValid(Geometries.FACTORY.createPolygon(spikes)))
                .isFalse();
    }
}
