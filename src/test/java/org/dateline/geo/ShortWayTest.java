package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes as in the world's countries of world-atlas, whose pieces were joined over 180 degrees and over the pole. */
class ShortWayTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Chukotka          | POLYGON ((170 70, -175 68, -170 66, -180 65, 179.8 65, 170 60, 170 70))        | 179 67, -179 67   | 0 67, 160 67
            a hole goes along | POLYGON ((179 0, -179 0, -178 2, -179 4, 179 4, 179 0), (-179.8 1, -179.5 1, -179.5 2, -179.8 1)) | 179.5 2, -178.5 2 | -179.55 1.2, 0 2
            Fiji, a point of it at both -180 and 180 | POLYGON ((179.98 -16.52, -180 -16.49, -179.9 -16.51, -180 -16.54, 180 -16.54, 179.98 -16.52)) | 179.99 -16.52, -179.95 -16.51 | 0 -16.52
            Antarctica        | POLYGON ((-170 -80, -90 -75, 0 -70, 90 -75, 170 -80, -170 -80))                | 0 -89, 180 -85, -179 -85, 0 -71 | 0 -69, 90 -74
            Antarctica, the other way round | POLYGON ((-170 -80, 170 -80, 90 -75, 0 -70, -90 -75, -170 -80))  | 0 -89, 180 -85, -179 -85, 0 -71 | 0 -69, 90 -74
            Antarctica, joined along a parallel | POLYGON ((-180 -84.7, -150 -85.6, -90 -75, 0 -70, 90 -75, 180 -84.7, -180 -84.7)) | 0 -89, -150 -86 | -150 -85
            a coast that goes back past its beginning | POLYGON ((170 -85, 160 -75, -170 -70, -90 -75, 0 -70, 90 -75, 150 -84, 170 -85)) | 165 -78, 175 -89, 0 -89 | 155 -80
            the Arctic        | POLYGON ((-170 80, -90 75, 0 70, 90 75, 170 80, -170 80))                      | 0 89, 180 85      | 0 69
            a lake at 180     | POLYGON ((-170 -80, -90 -75, 0 -70, 90 -75, 170 -80, -170 -80), (179 -85, -179 -85, -180 -84, 179 -85)) | 0 -89, 178 -85 | 180 -84.5, 179.5 -84.9, -179.5 -84.9
            a hole around the pole | POLYGON ((-170 -89, 0 -89, 170 -89, -170 -89), (-170 -80, 170 -80, 0 -70, -170 -80)) | 0 -75, 180 -85    | 0 -89.5, 0 -69
            """)
    void what_plainly_crosses_180_degrees_or_reaches_a_pole_does_so(
            String name, String written, String inside, String outside) {
        Geometry cut = ShortWay.of(read(written));
        assertThat(cut.isValid()).as(cut.toText()).isTrue();
        assertThat(cut.getEnvelopeInternal().getMinX()).isEqualTo(-180);
        assertThat(cut.getEnvelopeInternal().getMaxX()).isEqualTo(180);
        assertThat(GeometryProblem.of(cut)).isEmpty();
        for (Coordinate at : read("MULTIPOINT (" + inside + ")").getCoordinates()) {
            assertThat(cut.intersects(Geometries.FACTORY.createPoint(at)))
                    .as(at + " in " + cut)
                    .isTrue();
        }
        for (Coordinate at : read("MULTIPOINT (" + outside + ")").getCoordinates()) {
            assertThat(cut.intersects(Geometries.FACTORY.createPoint(at)))
                    .as(at + " in " + cut)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            wide, but narrower the long way | POLYGON ((-100 0, 100 0, 100 20, 0 30, -100 20, -100 0))
            a box, or the rest of the world | POLYGON ((179.5 71, -179.5 71, -179.5 71.4, 179.5 71.4, 179.5 71))
            down to the pole, as it should be | POLYGON ((-180 -90, 180 -90, 180 -70, 0 -65, -180 -70, -180 -90))
            around the earth, near no pole | POLYGON ((-160 5, -150 50, 0 50, 169 50, 179 5, -160 5))
            to the pole by any longitude | POLYGON ((170 -80, 170 -90, -170 -90, -170 -80, 0 -70, 170 -80))
            around both poles | POLYGON ((-170 5, -90 -5, 0 5, 90 -5, 170 5, -170 5))
            twice around the earth | POLYGON ((-170 80, -90 80, 0 80, 90 80, 170 80, -170 75, -90 75, 0 75, 90 75, 170 75, -170 80))
            crossing itself the short way, too | POLYGON ((179 0, -179 2, -179 0, 179 2, 179 1, 179 0))
            """)
    void what_is_not_plain_stays_as_it_is_written(String name, String written) {
        Geometry area = read(written);
        assertThat(ShortWay.of(area) == area).isTrue();
    }

    @Test
    void pieces_that_cross_180_degrees_and_each_other_are_told_afterwards() {
        Geometry crossing = read("MULTIPOLYGON (((179 0, -179 0, -178 2, -179 4, 179 4, 179 0)),"
                + " ((179.5 1, -178.5 -1, -178 3, -179 4, -179.5 3.5, 179.5 1)))");
        assertThat(GeometryProblem.of(ShortWay.of(crossing)))
                .hasValueSatisfying(problem -> assertThat(problem.got()).startsWith("Self-intersection at "));
    }

    private static Geometry read(String text) {
        try {
            return new WKTReader(Geometries.FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
