package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.geo.Bbox;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/**
 * A simple map of any features as inline SVG: outlines, lines and dots, each of them a link, over the catalog's
 * backdrop. Coordinates are those of still maps; colours come from the style sheet.
 */
public final class ItemsMap {

    /**
     * The least width and height in world pixels, about three degrees of longitude, so that a single point has
     * recognisable surroundings.
     */
    private static final double LEAST = 550;

    private ItemsMap() {}

    /**
     * @param href  the link's target
     * @param label the link's text for screen readers
     */
    public record Item(Geometry degrees, String href, String label) {}

    /**
     * The image beneath the items.
     *
     * @param href the address of {@link Backdrop#svg()}
     */
    public record Ground(Bbox bounds, String href) {}

    /** The map; empty if there is nothing to show. */
    public static Optional<String> svg(List<Item> items, @Nullable Ground ground, String label) {
        List<Bbox> boxes = new ArrayList<>();
        items.forEach(item -> Bbox.of(item.degrees).ifPresent(boxes::add));
        Optional<Bbox> extent = Bbox.union(boxes);
        if (extent.isEmpty()) {
            return Optional.empty();
        }
        Frame tight = Frame.of(extent.get());
        double longest = Math.max(tight.view().width(), tight.view().height());
        double air = Math.max(longest / 20, (LEAST - longest) / 2);
        Frame frame = Frame.of(Frame.bbox(tight.view().grown(air, air)));
        MapSvg svg = new MapSvg(frame, "", null, label);
        if (ground != null) {
            frame.turned(Frame.box(ground.bounds)).forEach(box -> svg.picture(null, ground.href, box));
        }
        List<Mark> marks = new ArrayList<>();
        // Areas first, so that smaller features stay on top.
        for (boolean areas : new boolean[] {true, false}) {
            items.stream()
                    .filter(item -> areas == (item.degrees.getDimension() == 2))
                    .forEach(item -> marks.add(mark(frame, item)));
        }
        svg.writer(frame, frame.decimals() + 1).write(marks);
        return Optional.of(svg.toString());
    }

    private static Mark mark(Frame frame, Item item) {
        List<Mark> parts = new ArrayList<>();
        for (int i = 0; i < item.degrees.getNumGeometries(); i++) {
            Geometry part = item.degrees.getGeometryN(i);
            Path2D path = path(frame, part);
            if (!Paths.isEmpty(path)) {
                String kind =
                        part instanceof Polygonal ? "shape area" : part instanceof Lineal ? "shape" : "shape point";
                parts.add(new Mark.Path(frame.toPage(path), new Ink(kind, null, null)));
            }
        }
        return new Mark.Item("", Map.of(), new Mark.Link(item.href, item.label, false), parts);
    }

    private static Path2D path(Frame frame, Geometry part) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        if (part instanceof Polygonal || part instanceof Lineal) {
            frame.fit(part).ifPresent(shape -> Paths.add(path, shape, frame.decimals() + 1));
        } else if (!part.isEmpty()) {
            frame.locate(part.getCoordinate(), 0).ifPresent(at -> Paths.addDot(path, at.x, at.y));
        }
        return path;
    }
}
