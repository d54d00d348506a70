package org.dateline.draw.map;

import static org.dateline.draw.render.PathText.number;

import java.util.List;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.plane.Box;
import org.dateline.draw.plane.Frame;
import org.dateline.draw.render.PageSvgRenderer;
import org.dateline.draw.render.Xml;
import org.jspecify.annotations.Nullable;

/** The SVG element of a map on a page. Its units are pixels of the world at zoom 8; its view box is the view. */
final class MapSvg {

    private final Frame frame;
    private final Xml xml = new Xml();
    private final String language;

    /** What is subtracted from coordinates: close up, browsers' numbers are too coarse for those of the world. */
    private final double originX;

    private final double originY;

    /** The size of a pixel of the page below which coordinates are counted from the view, in world pixels. */
    private static final double CLOSE = 1.0 / 16;

    /**
     * A map of symbols.
     *
     * @param sea the box in world pixels within which all that is not land is sea; null if no basemap says so. Beyond it, the
     *            page's own ground shows that nothing is known
     */
    static MapSvg still(Frame frame, String language, String label, @Nullable Box sea) {
        MapSvg svg = new MapSvg(frame, language, "map-still", label);
        svg.writer(frame, frame.decimals()).writeDefinitions();
        if (sea != null) {
            svg.xml.open("rect").attribute("class", "sea");
            svg.room(sea, frame.decimals()).empty();
        }
        return svg;
    }

    /** The box within which a backdrop knows land from sea; null without one. */
    static @Nullable Box sea(@Nullable Backdrop backdrop) {
        return backdrop == null ? null : backdrop.box();
    }

    /**
     * @param part  the class; null for none
     * @param label the map's name for screen readers
     */
    MapSvg(Frame frame, String language, @Nullable String part, String label) {
        this.frame = frame;
        this.language = language;
        boolean close = frame.pixel() < CLOSE;
        this.originX = close ? Math.floor(frame.view().left()) : 0;
        this.originY = close ? Math.floor(frame.view().top()) : 0;
        int decimals = frame.decimals() + 1;
        Box view = frame.view();
        xml.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("class", part)
                .attribute("fill", "none")
                .attribute(
                        "viewBox",
                        number(view.left(), decimals) + " " + number(view.top(), decimals) + " "
                                + number(view.width(), decimals) + " " + number(view.height(), decimals))
                .attribute("preserveAspectRatio", "xMidYMid meet")
                .attribute("role", "group")
                .attribute("aria-label", label)
                .inside();
        if (isClose()) {
            xml.open("g")
                    .attribute("transform", "translate(" + number(originX, 0) + " " + number(originY, 0) + ")")
                    .inside();
        }
    }

    private boolean isClose() {
        return originX != 0 || originY != 0;
    }

    Xml xml() {
        return xml;
    }

    /** A group of marks without words as XML, which maps of the same frame can share. */
    static String group(Frame frame, String part, int decimals, List<Mark> marks) {
        Xml group = new Xml().open("g").attribute("class", part).inside();
        new MapSvg(frame, "und", null, "").writer(group, frame, decimals).write(marks);
        return group.close("g").toString();
    }

    /** @param frame the frame of the marks, which depends on the width */
    PageSvgRenderer writer(Frame frame, int decimals) {
        return writer(xml, frame, decimals);
    }

    private PageSvgRenderer writer(Xml xml, Frame frame, int decimals) {
        return new PageSvgRenderer(
                xml,
                language,
                frame.pixel(),
                frame.view().left() - originX,
                frame.view().top() - originY,
                decimals);
    }

    /** @param land the land beneath a relief that does not cover it; empty if it does */
    void ground(Frame frame, Backdrop backdrop, List<Mark> land) {
        if (!land.isEmpty()) {
            xml.open("g").attribute("class", "backdrop").inside();
            writer(frame, backdrop.decimals()).write(land);
            xml.close("g");
        }
    }

    /** @param box the box in world pixels */
    void picture(@Nullable String part, String href, Box box) {
        xml.open("image").attribute("class", part).attribute("href", href);
        room(box, frame.decimals() + 1).attribute("preserveAspectRatio", "none").empty();
    }

    private Xml room(Box box, int decimals) {
        return xml.attribute("x", number(box.left() - originX, decimals))
                .attribute("y", number(box.top() - originY, decimals))
                .attribute("width", number(box.width(), decimals))
                .attribute("height", number(box.height(), decimals));
    }

    @Override
    public String toString() {
        return xml + (isClose() ? "</g></svg>" : "</svg>");
    }
}
