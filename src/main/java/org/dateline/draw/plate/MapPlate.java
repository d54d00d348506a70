package org.dateline.draw.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Palette;
import org.dateline.draw.figure.Type;
import org.dateline.draw.figure.Typesetter;
import org.dateline.draw.map.MapPanel;
import org.dateline.draw.map.Sign;
import org.dateline.draw.map.SignMarks;
import org.dateline.draw.plane.Paths;
import org.dateline.model.MapView;

/** The complete image of a map: title, map, legend, key and sources. */
public final class MapPlate {

    /** The width of the image at its natural size, in pixels. */
    public static final double WIDTH = Plate.WIDTH;

    /** The width of the map within the image, in pixels. */
    public static final double MAP_WIDTH = Plate.WIDTH - 2 * Plate.MARGIN;

    private static final double FLATTEST = 0.52;
    private static final double TALLEST = 0.76;

    private static final double SCALE_MARGIN = 14;

    private static final Type SMALL = Type.sans(11.5);

    private final Plate plate;
    private final MapText text;
    private final Sheet sheet;

    private MapPlate(MapText text) {
        this.text = text;
        this.plate = new Plate(text.plate());
        this.sheet = plate.sheet();
    }

    /** The height of the map that suits the view's shape. */
    public static double mapHeight(MapView view) {
        return Math.round(MAP_WIDTH * Math.clamp(1 / MapPanel.shape(view), FLATTEST, TALLEST));
    }

    /** @param map a map of {@link #MAP_WIDTH} by {@link #mapHeight} */
    public static Figure figure(MapPanel map, MapText text, double mapHeight) {
        MapPlate image = new MapPlate(text);
        image.plate.head();
        Set<Sign> signs = image.map(map, mapHeight);
        image.legend(signs);
        new Key(image.sheet, text.key()).write();
        if (!text.more().isEmpty()) {
            image.sheet.paragraph(text.more(), 0, image.sheet.inner(), SMALL, Palette.INK_2);
            image.sheet.down(8);
        }
        return image.plate.end();
    }

    private Set<Sign> map(MapPanel map, double height) {
        ScaleBar scale = ScaleBar.of(map);
        boolean mirrored = sheet.rightToLeft();
        double[] corner = quietCorner(map, scale.room(), height, mirrored);
        double scaleLeft = corner[0];
        double scaleTop = corner[1];
        MapPanel.Drawing drawing = map.numbered(
                text.plate().language(),
                List.of(new double[] {scaleLeft - 4, scaleTop - 4, scale.room()[0] + 8, scale.room()[1] + 8}));
        List<Mark> marks = new ArrayList<>(drawing.marks());
        marks.add(new Mark.Group(
                1,
                scaleLeft,
                scaleTop,
                null,
                scale.marks(text.distance(), text.trueAt(), text.plate().language(), mirrored)));
        marks.add(new Mark.Path(Paths.box(0, 0, MAP_WIDTH, height), Ink.line(Palette.RULE_2, 1)));
        sheet.add(sheet.left(0, MAP_WIDTH), sheet.y(), marks);
        sheet.down(height + 12);
        return drawing.signs();
    }

    /**
     * The corner where the scale covers the fewest symbols, preferably at the bottom, on the side where lines start.
     */
    private static double[] quietCorner(MapPanel map, double[] room, double height, boolean mirrored) {
        double left = SCALE_MARGIN;
        double right = MAP_WIDTH - SCALE_MARGIN - room[0];
        double bottom = height - SCALE_MARGIN - room[1];
        double start = mirrored ? right : left;
        double end = mirrored ? left : right;
        double[][] corners = {{start, bottom}, {end, bottom}, {end, SCALE_MARGIN}, {start, SCALE_MARGIN}};
        double[] best = corners[0];
        int least = Integer.MAX_VALUE;
        for (double[] corner : corners) {
            int clutter = map.clutter(corner[0], corner[1], room[0], room[1]);
            if (clutter < least) {
                least = clutter;
                best = corner;
            }
        }
        return best;
    }

    /** Adds the signs that the map uses, in lines. */
    private void legend(Set<Sign> signs) {
        Type type = Type.sans(11.5);
        double start = 0;
        double leading = Math.max(21, Sheet.leading(type, text.plate().title()));
        for (Sign sign : signs) {
            String words = text.legend().get(sign);
            double width = SignMarks.WIDTH + 7 + Typesetter.width(words, type);
            if (start > 0 && start + width > sheet.inner()) {
                start = 0;
                sheet.down(leading);
            }
            double middle = sheet.y() + leading / 2;
            sheet.add(sheet.left(start, SignMarks.WIDTH), middle - SignMarks.HEIGHT / 2, SignMarks.of(sign));
            sheet.text(words, start + SignMarks.WIDTH + 7, middle + 0.36 * type.size(), type, Palette.INK_2);
            start += width + 22;
        }
        sheet.down(leading);
        sheet.mayBreak();
        // Leave room for the ascent of the next line.
        sheet.down(10);
    }
}
