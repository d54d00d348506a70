package org.dateline.draw.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.map.Scale;
import org.dateline.draw.map.SignMarks;

/**
 * A scale bar of a round length in a corner of a map. It is exact along the map's middle line, because in this
 * projection a kilometre is longer towards the poles.
 *
 * @param metres the length it represents
 * @param length its length in pixels
 */
record ScaleBar(double metres, double length) {

    private static final double WIDEST = 150;

    static ScaleBar of(MapPanel map) {
        double metres = Scale.roundLength(map.metresPerPixel(), WIDEST);
        return new ScaleBar(metres, metres / map.metresPerPixel());
    }

    /** The width and height that it takes on the map. */
    double[] room() {
        return new double[] {length + 60, 38};
    }

    /** @param trueAt says at which latitude it is exact */
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
