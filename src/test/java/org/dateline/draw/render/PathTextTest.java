package org.dateline.draw.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import org.dateline.draw.plane.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PathTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LINESTRING (10 20, 15 14, 16 14)                     | 0 | m10 20l5-6 1 0
                    LINESTRING (0.25 0, 1 1)                             | 1 | m.3 0l.7 1
                    MULTILINESTRING ((1 1, 2 2), (3 3, 4 4))             | 0 | m1 1l1 1m1 1l1 1
                    POLYGON ((0 0, 10 0, 10 10, 0 0))                    | 0 | m0 0l10 0 0 10z
                    MULTIPOLYGON (((5 5, 9 5, 9 9, 5 5)), ((6 7, 8 7, 8 9, 6 7))) | 0 | m5 5l4 0 0 4zm1 2l2 0 0 2z
                    LINESTRING (10.1 20, 10.2 20.1)                      | 0 | ''
                    """)
    void geometriesBecomeShortSteps(String wkt, int decimals, String path) throws ParseException {
        assertThat(PathText.of(Paths.of(new WKTReader().read(wkt), decimals), decimals))
                .isEqualTo(path);
    }

    @Test
    void dotsAreStrokesWithoutLength() {
        Path2D dots = new Path2D.Double();
        Paths.addDot(dots, 5, 5);
        Paths.addDot(dots, 7, 4);
        assertThat(PathText.of(dots, 0)).isEqualTo("m5 5h0m2-1h0");
    }

    @ParameterizedTest
    @CsvSource({"0.5,1,.5", "-0.25,2,-.25", "12,3,12", "1.10,2,1.1", "0.004,1,0", "-0.004,1,0"})
    void numbersAreAsShortAsTheyGet(double value, int decimals, String written) {
        assertThat(PathText.number(value, decimals)).isEqualTo(written);
    }
}
