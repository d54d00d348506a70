package org.dateline.draw.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.plane.Paths;
import org.dateline.draw.render.PathText;
import org.dateline.draw.render.Xml;
import org.dateline.geo.Bbox;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/**
 * A plain map of any features as inline SVG: outlines, lines and dots, each a link, over the catalog's own backdrop. The
 * plane is that of still maps; colours are left to the style sheet.
 */
public final class ItemsMap {

    /** Units of the plane, about three degrees of longitude: a lone point stands in surroundings that one knows. */
    private static final double LEAST = 550;

    private ItemsMap() {}

    /**
     * @param href  where a click leads
     * @param label what the link says when it is read aloud
     */
    public record Mark(Geometry degrees, String href, String label) {}

    /**
     * What lies beneath.
     *
     * @param href address of {@link Backdrop#svg()}
     */
    public record Ground(Bbox bounds, String href) {}

    /** Empty where there is nothing to show. */
    public static Optional<String> svg(List<Mark> marks, @Nullable Ground ground, String label) {
        List<Bbox> boxes = new ArrayList<>();
        marks.forEach(mark -> Bbox.of(mark.degrees).ifPresent(boxes::add));
        Optional<Bbox> extent = Bbox.union(boxes);
        if (extent.isEmpty()) {
            return Optional.empty();
        }
        Frame tight = Frame.of(extent.get());
        double longest = Math.max(tight.view().width(), tight.view().height());
        double air = Math.max(longest / 20, (LEAST - longest) / 2);
        Frame frame = Frame.of(Frame.bbox(tight.view().grown(air, air)));
        Box view = frame.view();
        int decimals = frame.decimals() + 1;
        Xml xml = new Xml();
        xml.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute(
                        "viewBox",
                        PathText.number(view.left(), decimals) + " " + PathText.number(view.top(), decimals) + " "
                                + PathText.number(view.width(), decimals) + " "
                                + PathText.number(view.height(), decimals))
                .attribute("preserveAspectRatio", "xMidYMid meet")
                .attribute("role", "group")
                .attribute("aria-label", label)
                .inside();
        if (ground != null) {
            for (Box box : frame.turned(Frame.box(ground.bounds))) {
                xml.open("image")
                        .attribute("href", ground.href)
                        .attribute("x", PathText.number(box.left(), decimals))
                        .attribute("y", PathText.number(box.top(), decimals))
                        .attribute("width", PathText.number(box.width(), decimals))
                        .attribute("height", PathText.number(box.height(), decimals))
                        .attribute("preserveAspectRatio", "none")
                        .empty();
            }
        }
        // Areas first: what is smaller stays above them.
        marks.stream().filter(mark -> isArea(mark.degrees)).forEach(mark -> write(xml, frame, mark, decimals));
        marks.stream().filter(mark -> !isArea(mark.degrees)).forEach(mark -> write(xml, frame, mark, decimals));
        return Optional.of(xml.close("svg").toString());
    }

    private static boolean isArea(Geometry geometry) {
        return geometry.getDimension() == 2;
    }

    private static void write(Xml xml, Frame frame, Mark mark, int decimals) {
        xml.open("a")
                .attribute("href", mark.href)
                .attribute("aria-label", mark.label)
                .inside();
        for (int i = 0; i < mark.degrees.getNumGeometries(); i++) {
            Geometry part = mark.degrees.getGeometryN(i);
            String data = switch (part) {
                case Polygonal _, Lineal _ ->
                    frame.fit(part)
                            .map(shape -> PathText.of(Paths.of(shape, decimals), decimals))
                            .orElse("");
                default -> dot(frame, part.getCoordinate(), decimals);
            };
            if (!data.isEmpty()) {
                String kind =
                        part instanceof Polygonal ? "shape area" : part instanceof Lineal ? "shape" : "shape point";
                xml.open("path").attribute("class", kind).attribute("d", data).empty();
            }
        }
        xml.close("a");
    }

    private static String dot(Frame frame, @Nullable Coordinate degrees, int decimals) {
        return degrees == null
                ? ""
                : frame.locate(degrees, 0)
                        .map(at -> {
                            Path2D dot = new Path2D.Double();
                            Paths.addDot(dot, at.x, at.y);
                            return PathText.of(dot, decimals);
                        })
                        .orElse("");
    }
}
