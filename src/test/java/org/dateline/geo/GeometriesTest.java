package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometriesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))                             | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))
                    POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))                             | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))
                    POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))       | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 2, 2 1, 1 1))
                    POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 2, 2 1, 1 1))       | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 2, 2 1, 1 1))
                    MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))   | MULTIPOLYGON (((0 0, 1 1, 0 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))
                    LINESTRING (9 9, 0 0)                                           | LINESTRING (9 9, 0 0)
                    POLYGON EMPTY                                                   | POLYGON EMPTY
                    """)
    void exterior_rings_turn_counter_clockwise_and_holes_clockwise(String wkt, String expected) throws ParseException {
        assertThat(Geometries.rightHanded(read(wkt)).equalsExact(read(expected)))
                .as(Geometries.rightHanded(read(wkt)).toText())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    POLYGON ((170 0, 190 0, 190 10, 170 10, 170 0))     | MULTIPOLYGON (((170 0, 180 0, 180 10, 170 10, 170 0)), ((-180 0, -170 0, -170 10, -180 10, -180 0)))
                    POLYGON ((-190 0, -170 0, -170 10, -190 10, -190 0)) | MULTIPOLYGON (((170 0, 180 0, 180 10, 170 10, 170 0)), ((-180 0, -170 0, -170 10, -180 10, -180 0)))
                    LINESTRING (179 0, 181 2)                           | MULTILINESTRING ((179 0, 180 1), (-180 1, -179 2))
                    LINESTRING (181 0, 182 2)                           | LINESTRING (-179 0, -178 2)
                    POINT (181 5)                                       | POINT (-179 5)
                    LINESTRING (60 20, 70 30)                           | LINESTRING (60 20, 70 30)
                    LINESTRING (180 0, 182 2)                           | LINESTRING (-180 0, -178 2)
                    """)
    void geometries_past_180_degrees_are_cut_there(String wkt, String expected) throws ParseException {
        Geometry cut = Geometries.cutAtAntimeridian(read(wkt));
        assertThat(cut.norm().equalsExact(read(expected).norm(), 1e-9))
                .as(cut.toText())
                .isTrue();
    }

    @Test
    void shifting_leaves_the_original_as_it_is() throws ParseException {
        Geometry original = read("LINESTRING (1 2, 3 4)");
        assertThat(Geometries.shifted(original, 360).toText()).isEqualTo("LINESTRING (361 2, 363 4)");
        assertThat(original.toText()).isEqualTo("LINESTRING (1 2, 3 4)");
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader(Geometries.FACTORY).read(wkt);
    }
}
