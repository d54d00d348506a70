package org.dateline.draw.render;

import static org.dateline.draw.render.PathText.number;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.Collectors;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Paint;
import org.jspecify.annotations.Nullable;

/**
 * Writes marks as the inline SVG of a page. Parts are identified by class, and colours come from the style sheet; the
 * attributes are only geometry, as a strict Content-Security-Policy requires. Nothing is filled by default. The
 * positions in groups are computed, so that no transforms are written.
 */
public final class PageSvgRenderer {

    private static final String ID = "still-";

    private final Xml xml;
    private final String language;
    private final int decimals;
    private double scale;
    private double dx;
    private double dy;

    /** The width in pixels that corresponds to 100 percent; 0 if no percentages are written. */
    private double elastic;

    /**
     * @param language the page's language
     * @param scale    how many units of the SVG one pixel has
     * @param dx       the position of the marks' origin in the SVG
     * @param decimals the decimals of the SVG's units
     */
    public PageSvgRenderer(Xml xml, String language, double scale, double dx, double dy, int decimals) {
        this.xml = xml;
        this.language = language;
        this.scale = scale;
        this.dx = dx;
        this.dy = dy;
        this.decimals = decimals;
    }

    /**
     * The SVG of marks that stretch to any width: horizontal positions are in percent, and groups keep their size.
     *
     * @param width  the width for which the marks are made
     * @param spoken whether it contains text for screen readers
     */
    public static String elastic(
            String part, String language, double width, double height, boolean spoken, List<Mark> marks) {
        Xml xml = new Xml();
        xml.open("svg")
                .attribute("class", part)
                .attribute("width", "100%")
                .attribute("height", number(height, 2))
                .attribute("aria-hidden", spoken ? null : "true")
                .inside();
        PageSvgRenderer writer = new PageSvgRenderer(xml, language, 1, 0, 0, 1);
        writer.elastic = width;
        writer.write(marks);
        return xml.close("svg").toString();
    }

    /** Writes the hatches and soft edges to which marks refer, once in each SVG. */
    public void writeDefinitions() {
        double spacing = Look.size("hatch");
        xml.open("defs").inside();
        xml.open("pattern")
                .attribute("id", ID + "hatch")
                .attribute("width", length(spacing))
                .attribute("height", length(spacing))
                .attribute("patternUnits", "userSpaceOnUse")
                .attribute("patternTransform", "rotate(45)")
                .inside();
        xml.open("path")
                .attribute("class", "hatch")
                .attribute("d", "M0 0v" + length(spacing))
                .attribute("stroke-width", length(Look.part("hatch").width()))
                .empty();
        xml.close("pattern");
        for (String tone : List.of("map-incident", "map-route")) {
            xml.open("radialGradient")
                    .attribute("id", ID + "soft-" + tone)
                    .attribute("class", "soft-" + tone)
                    .inside();
            for (double[] stop : Look.soft()) {
                xml.open("stop")
                        .attribute("offset", number(stop[0], 2))
                        .attribute("stop-opacity", number(stop[1], 2))
                        .empty();
            }
            xml.close("radialGradient");
        }
        xml.close("defs");
    }

    public void write(List<Mark> marks) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Path path -> write(path);
                case Mark.Circle(double x, double y, double radius, Ink ink) -> {
                    xml.open("circle")
                            .attribute("class", ink.part())
                            .attribute("cx", unlessZero(number(dx + x * scale, decimals)))
                            .attribute("cy", unlessZero(number(dy + y * scale, decimals)))
                            .attribute("r", length(radius));
                    ink(ink).empty();
                }
                case Mark.Bar bar -> {
                    xml.open("rect")
                            .attribute("class", bar.ink().part())
                            .attribute("x", x(bar.x()))
                            .attribute("y", number(dy + bar.y() * scale, decimals))
                            .attribute("width", elastic == 0 ? length(bar.width()) : percent(bar.width()))
                            .attribute("height", length(bar.height()))
                            .attribute("rx", bar.round() == 0 ? null : length(bar.round()));
                    ink(bar.ink()).empty();
                }
                case Mark.Segment segment -> {
                    xml.open("line")
                            .attribute("class", segment.ink().part())
                            .attribute("x1", x(segment.x1()))
                            .attribute("y1", number(dy + segment.y1() * scale, decimals))
                            .attribute("x2", x(segment.x2()))
                            .attribute("y2", number(dy + segment.y2() * scale, decimals));
                    ink(segment.ink()).empty();
                }
                case Mark.Text text -> write(text);
                case Mark.Item item -> write(item);
                case Mark.Group group -> write(group);
                case Mark.Ground ground -> write(ground.marks());
                // Pages write their images with their own addresses.
                case Mark.Picture _ -> throw new IllegalArgumentException("got a picture, expected marks without");
            }
        }
    }

    private void write(Mark.Group group) {
        if (elastic > 0) {
            // Within the group, positions are in pixels.
            xml.open("svg")
                    .attribute("x", x(group.dx()))
                    .attribute("y", number(group.dy(), decimals))
                    .attribute("overflow", "visible")
                    .inside();
            new PageSvgRenderer(xml, language, 1, 0, 0, decimals).write(group.marks());
            xml.close("svg");
            return;
        }
        double outerScale = scale;
        double outerDx = dx;
        double outerDy = dy;
        dx += group.dx() * scale;
        dy += group.dy() * scale;
        scale *= group.scale();
        write(group.marks());
        scale = outerScale;
        dx = outerDx;
        dy = outerDy;
    }

    private void write(Mark.Path path) {
        Path2D moved = new Path2D.Double(path.data(), new AffineTransform(scale, 0, 0, scale, dx, dy));
        String data = PathText.of(moved, decimals);
        if (path.inks().size() == 1) {
            Ink ink = path.inks().getFirst();
            xml.open("path").attribute("class", ink.part()).attribute("d", data);
            ink(ink).empty();
            return;
        }
        // Write the path once and draw it several times.
        String id = ID + Integer.toHexString(data.hashCode());
        xml.open("defs").inside();
        xml.open("path").attribute("id", id).attribute("d", data).empty();
        xml.close("defs");
        for (Ink ink : path.inks()) {
            xml.open("use").attribute("class", ink.part()).attribute("href", "#" + id);
            ink(ink).empty();
        }
    }

    private Xml ink(Ink ink) {
        xml.attribute(
                "fill",
                switch (ink.fill()) {
                    case null -> null;
                    case Paint.Solid _ -> null;
                    case Paint.Hatch _ -> "url(#" + ID + "hatch)";
                    case Paint.Soft(String tone, double _) -> "url(#" + ID + "soft-" + tone + ")";
                });
        Ink.Stroke stroke = ink.stroke();
        if (stroke != null) {
            xml.attribute("stroke-width", length(stroke.width()))
                    .attribute(
                            "stroke-dasharray",
                            stroke.dash().isEmpty()
                                    ? null
                                    : stroke.dash().stream().map(this::length).collect(Collectors.joining(" ")));
        }
        return xml;
    }

    private void write(Mark.Text text) {
        boolean rightToLeft = text.rightToLeft();
        // text-anchor follows the direction of the text: the start of right-to-left text is on the right.
        String anchor = switch (text.anchor()) {
            case MIDDLE -> "middle";
            case LEFT -> rightToLeft ? "end" : null;
            case RIGHT -> rightToLeft ? null : "end";
        };
        double size = text.type().size() * (rightToLeft ? Look.number("nastaliq", "times") : 1);
        double spacing = rightToLeft ? 0 : text.type().spacing();
        boolean named = !text.part().isEmpty();
        xml.open("text")
                .attribute("class", named ? text.part() : null)
                // The item's label says the number in words.
                .attribute("aria-hidden", text.part().equals("count") ? "true" : null)
                .attribute("x", x(text.x()))
                .attribute("y", number(dy + text.y() * scale, decimals))
                .attribute("font-size", named ? length(size) : null)
                .attribute("text-anchor", anchor)
                .attribute("letter-spacing", spacing > 0 ? length(spacing * size) : null)
                .attribute("textLength", text.width() > 0 ? length(text.width()) : null)
                .attribute("lengthAdjust", text.width() > 0 ? "spacingAndGlyphs" : null)
                // A page that runs the other way would turn a name.
                .attribute("direction", text.halo() == null ? null : rightToLeft ? "rtl" : "ltr")
                .attribute("lang", List.of(language, "und").contains(text.language()) ? null : text.language())
                .attribute(
                        "transform",
                        text.angle() == 0
                                ? null
                                : "rotate(" + number(Math.toDegrees(text.angle()), 1) + " " + x(text.x()) + " "
                                        + number(dy + text.y() * scale, decimals) + ")")
                .inside()
                .text(text.content())
                .close("text");
    }

    private void write(Mark.Item item) {
        Mark.Link link = item.link();
        String element = link == null ? "g" : "a";
        xml.open(element).attribute("class", item.part().isEmpty() ? null : item.part());
        if (link != null) {
            xml.attribute("href", link.href())
                    .attribute("aria-label", link.label())
                    .attribute("tabindex", link.label() == null ? "-1" : null)
                    .attribute("aria-hidden", link.label() == null ? "true" : null)
                    .attribute("aria-current", link.current() ? "page" : null);
        }
        item.data().forEach((name, value) -> xml.attribute("data-" + name, value));
        xml.attribute("aria-hidden", link == null && item.data().isEmpty() ? "true" : null)
                .inside();
        write(item.marks());
        xml.close(element);
    }

    private String x(double pixels) {
        return elastic == 0 ? number(dx + pixels * scale, decimals) : percent(pixels);
    }

    private String percent(double pixels) {
        return number(pixels / elastic * 100, 2) + "%";
    }

    private static @Nullable String unlessZero(String number) {
        return number.equals("0") ? null : number;
    }

    private String length(double pixels) {
        return number(pixels * scale, decimals + 1);
    }
}
