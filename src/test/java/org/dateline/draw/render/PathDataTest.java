package org.dateline.draw.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M1 2L3 4                | M1,2 L3,4",
                "m1 2l3 4-1-1z           | M1,2 L4,6 L3,5 Z",
                "m10 10l5 0zm1 1l2 2     | M10,10 L15,10 Z M11,11 L13,13",
                "M1 2H5V9h-1v-2Z         | M1,2 L5,2 L5,9 L4,9 L4,7 Z",
                "m.5-.5l.25.25           | M0.5,-0.5 L0.75,-0.25",
                "m3 4h0                  | M3,4 L3,4",
                "M0 0 1 1 2 2            | M0,0 L1,1 L2,2",
            })
    void path_data_as_our_writers_make_it_is_read(String data, String expected) {
        assertThat(segments(data)).isEqualTo(expected);
    }

    @Test
    void a_curve_is_refused_by_its_letter() {
        assertThatThrownBy(() -> PathData.parse("M0 0C1 1 2 2 3 3"))
                .hasMessageContaining("got the command C")
                .hasMessageContaining("expected one of M, L, H, V and Z");
    }

    private static String segments(String data) {
        StringBuilder out = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = PathData.parse(data).getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            out.append(out.isEmpty() ? "" : " ").append("MLQCZ".charAt(kind));
            if (kind != PathIterator.SEG_CLOSE) {
                out.append(String.format(Locale.ROOT, "%s,%s", number(at[0]), number(at[1])));
            }
        }
        return out.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
    }
}
