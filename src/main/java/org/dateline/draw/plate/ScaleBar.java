package org.dateline.draw.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.map.SignMarks;

/**
 * A scale of a round length in the lower corner of a map. It is true along the map's middle line: in its projection a
 * kilometre grows towards the poles.
 *
 * @param metres what it stands for
 * @param length in pixels
 */
record ScaleBar(double metres, double length) {

    private static final double WIDEST = 150;

    static ScaleBar of(MapPanel map) {
        double metres = roundLength(map.metresPerPixel(), WIDEST);
        return new ScaleBar(metres, metres / map.metresPerPixel());
    }

    /** The longest round length (1, 2, 3, 5 or 10 times a power of ten) of at most so many pixels. */
    static double roundLength(double metresPerPixel, double widest) {
        double most = metresPerPixel * widest;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] {10, 5, 3, 2}) {
            if (step * power <= most) {
                return step * power;
            }
        }
        return power;
    }

    /** The room that it takes on the map, from its upper left corner. */
    double[] room() {
        return new double[] {length + 60, 38};
    }

    /** @param trueAt where it is true, in words */
    List<Mark> marks(DoubleFunction<String> distance, String trueAt, String language, boolean rightToLeft) {
        List<Mark> marks = new ArrayList<>();
        Type type = Type.bold(11);
        marks.add(text("0", 0, 10, type, Mark.Anchor.LEFT, false, language));
        marks.add(text(distance.apply(metres), length, 10, type, Mark.Anchor.MIDDLE, rightToLeft, language));
        marks.add(new Mark.Group(1, 0, 15, null, SignMarks.scale(length)));
        marks.add(text(trueAt, 0, 33, Type.sans(10), Mark.Anchor.LEFT, rightToLeft, language));
        return marks;
    }

    private static Mark text(
            String text, double x, double y, Type type, Mark.Anchor anchor, boolean rightToLeft, String language) {
        return new Mark.Text(text, x, y, anchor, type, Palette.INK_2, rightToLeft, Palette.MAP_HALO, language);
    }
}
