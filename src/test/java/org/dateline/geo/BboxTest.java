package org.dateline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class BboxTest {

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    181  | 0   | 10  | 10 | got west 181.0, expected degrees from -180.0 to 180.0
                    0    | -91 | 10  | 10 | got south -91.0, expected degrees from -90.0 to 90.0
                    0    | 0   | NaN | 10 | got east NaN, expected degrees from -180.0 to 180.0
                    0    | 0   | 10  | 95 | got north 95.0, expected degrees from -90.0 to 90.0
                    0    | 10  | 10  | 0  | got south 10.0 above north 0.0, expected south at or below north (order: west, south, east, north)
                    """)
    void says_what_was_got_and_what_was_expected(double west, double south, double east, double north, String message) {
        assertThatThrownBy(() -> new Bbox(west, south, east, north))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void crosses_the_antimeridian_where_west_is_greater_than_east() {
        Bbox chukotka = new Bbox(165, 61, -165, 73);
        assertThat(chukotka.crossesAntimeridian()).isTrue();
        assertThat(chukotka.width()).isEqualTo(30);
        assertThat(chukotka.unwrappedEast()).isEqualTo(195);
        assertThat(chukotka.middleLongitude()).isEqualTo(180);
        assertThat(chukotka.toArray()).containsExactly(165, 61, -165, 73);
    }

    @Test
    void is_an_ordinary_box_where_west_is_not_greater_than_east() {
        Bbox quetta = new Bbox(66, 30, 68, 31);
        assertThat(quetta.crossesAntimeridian()).isFalse();
        assertThat(quetta.width()).isEqualTo(2);
        assertThat(quetta.middleLongitude()).isEqualTo(67);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    60 70                    | 60 70
                    60 70, 65 75             | 60 75
                    60 70, 70 80             | 60 80
                    0 10, 100 110            | 0 110
                    170 180, -180 -170       | 170 -170
                    170 175, -175 -170       | 170 -170
                    170 -170, -175 -160      | 170 -160
                    170 180                  | 170 180
                    170 -170, 160 165        | 160 -170
                    -180 0, 0 180            | -180 180
                    -180 180, 10 20          | -180 180
                    -120 -60, 0 60, 120 170  | -120 170
                    -150 -60, 60 90, 120 170 | -150 170
                    -123 -123, 2 2, -172 -172, 178 178 | -172 178
                    -123 -123, 2 2, 60 60, 175 -172 | -180 180
                    20 30, 175 -170          | 20 -170
                    """)
    void a_union_leaves_out_the_widest_gap_of_longitude_but_crosses_180_degrees_only_near_them(
            String boxes, String union) {
        List<Bbox> parts = Arrays.stream(boxes.split(", ")).map(BboxTest::band).toList();
        assertThat(Bbox.union(parts)).hasValue(band(union));
        assertThat(Bbox.union(parts.reversed())).hasValue(band(union));
    }

    @Test
    void a_union_of_nothing_is_empty() {
        assertThat(Bbox.union(List.of())).isEmpty();
    }

    @Test
    void a_union_reaches_from_the_lowest_south_to_the_highest_north() {
        assertThat(Bbox.union(List.of(new Bbox(0, -5, 1, 2), new Bbox(0, 1, 1, 9))))
                .hasValue(new Bbox(0, -5, 1, 9));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    POINT (67 30)                                                              | 67 30 67 30
                    LINESTRING (60 20, 70 25)                                                  | 60 20 70 25
                    MULTILINESTRING ((179 66, 180 67), (-180 67, -179 68))                     | 179 66 -179 68
                    MULTIPOLYGON (((170 0, 180 0, 180 5, 170 0)), ((-180 0, -170 0, -180 5, -180 0))) | 170 0 -170 5
                    MULTIPOINT ((-120 1), (140 2))                                             | -120 1 140 2
                    """)
    void the_box_of_a_geometry_crosses_only_where_the_geometry_is_cut(String wkt, String expected)
            throws ParseException {
        double[] sides = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(Bbox.of(new WKTReader().read(wkt))).hasValue(new Bbox(sides[0], sides[1], sides[2], sides[3]));
    }

    @Test
    void an_empty_geometry_has_no_box() throws ParseException {
        assertThat(Bbox.of(new WKTReader().read("POLYGON EMPTY"))).isEmpty();
    }

    private static Bbox band(String westEast) {
        String[] sides = westEast.trim().split(" ");
        return new Bbox(Double.parseDouble(sides[0]), 0, Double.parseDouble(sides[1]), 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {67.8773, 0.1, -0.1, 179.9, -179.9, 180, -180, 66.977})
    void the_union_of_a_lone_point_is_that_point(double longitude) {
        Bbox point = new Bbox(longitude, 29.5, longitude, 29.5);

        assertThat(Bbox.union(List.of(point))).contains(point);
        assertThat(Bbox.union(List.of(point, point))).contains(point);
    }
}
