package org.dateline.draw.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.TextWidth;
import org.dateline.draw.figure.Type;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.jspecify.annotations.Nullable;

/**
 * A scale of a round length, measured at the middle of a map as that of the awake map is.
 *
 * @param metres the length it represents
 * @param length its length in pixels
 */
public record Scale(double metres, double length) {

    private static final double WIDEST = 110;
    private static final double HEIGHT = 16;
    private static final double[] INSET = {16, 12};

    /** Half the room of a symbol and its name, in pixels. */
    private static final double[] NAMED = {60, 36};

    /** The air between names and the scale. */
    private static final double AIR = 4;

    /**
     * The scale of a map in a corner.
     */
    static Placed of(MapContent content, @Nullable String selected, DoubleFunction<String> distance) {
        Frame frame = content.frame();
        Scale scale = of(frame);
        String text = distance.apply(scale.metres);
        List<Box> symbols = content.shown(selected)
                .filter(one -> one.quotes() > 0 && !one.areal() && !one.linear())
                .map(one -> MapLayout.middle(one.shape()))
                .map(at -> Box.around(at.x, at.y, NAMED[0], NAMED[1]))
                .toList();
        Box box = scale.box(frame.page(), TextWidth.isArabicScript(text), symbols);
        return new Placed(box.grown(AIR, AIR), mark(box, text));
    }

    /**
     * @param room what names keep free
     * @param mark the scale
     */
    record Placed(Box room, Mark mark) {}

    static Scale of(Frame frame) {
        double middle = Frame.bbox(
                        Box.around(frame.view().middleX(), frame.view().middleY(), 1, 0))
                .north();
        double metresPerPixel = frame.pixel() / Frame.WORLD.pixelsPerMetre(middle);
        double metres = roundLength(metresPerPixel, WIDEST);
        return new Scale(metres, metres / metresPerPixel);
    }

    /** The longest round length in metres (1, 2, 3, 5 or 10 times a power of ten) that fits into a width in pixels. */
    public static double roundLength(double metresPerPixel, double widest) {
        double most = metresPerPixel * widest;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] {10, 5, 3, 2}) {
            if (step * power <= most) {
                return step * power;
            }
        }
        return power;
    }

    /**
     * Where it lies: in the lower corner at the side where lines begin or, if a symbol is there, in another.
     *
     * @param symbols where it should not lie
     */
    private Box box(Box page, boolean rightToLeft, List<Box> symbols) {
        List<Box> corners = new ArrayList<>();
        for (double top : new double[] {page.bottom() - INSET[1] - HEIGHT, page.top() + INSET[1]}) {
            Box left = new Box(page.left() + INSET[0], top, page.left() + INSET[0] + length, top + HEIGHT);
            Box right = new Box(page.right() - INSET[0] - length, top, page.right() - INSET[0], top + HEIGHT);
            corners.addAll(rightToLeft ? List.of(right, left) : List.of(left, right));
        }
        return corners.stream()
                .filter(corner -> symbols.stream().noneMatch(corner::overlaps))
                .findFirst()
                .orElse(corners.getFirst());
    }

    private static Mark mark(Box box, String distance) {
        Mark line = new Mark.Path(
                Paths.line(
                        box.left(),
                        box.top(),
                        box.left(),
                        box.bottom(),
                        box.right(),
                        box.bottom(),
                        box.right(),
                        box.top()),
                Ink.of("scale", ""));
        Type type = Type.sans(Look.label("town").size());
        Mark words = new Mark.Text(
                "label label-town",
                distance,
                (box.left() + box.right()) / 2,
                box.bottom() - 5,
                Mark.Anchor.MIDDLE,
                type,
                Palette.INK_2,
                TextWidth.isArabicScript(distance),
                Palette.MAP_HALO,
                "und",
                0);
        return new Mark.Item("scale-bar", Map.of(), null, List.of(line, words));
    }
}
