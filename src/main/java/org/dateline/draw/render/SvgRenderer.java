package org.dateline.draw.render;

import java.awt.geom.Path2D;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Face;
import org.dateline.draw.figure.Figure;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.figure.Line;
import org.dateline.draw.figure.Look;
import org.dateline.draw.figure.Mark;
import org.dateline.draw.figure.Paint;
import org.dateline.draw.plane.Paths;
import org.dateline.work.Admission;
import org.jspecify.annotations.Nullable;

/**
 * Renders a figure as one self-contained SVG file. Latin and Cyrillic text stays text, in an embedded font. Text in the
 * Arabic script, and in scripts for which a font was found, is drawn as outlines and repeated in a label.
 */
public final class SvgRenderer {

    private static final double EM_TO_PIXELS = 1.0 / GlyphOutlines.EM;

    /** The decimals of positions, in pixels of the figure. */
    private static final int DECIMALS = 2;

    private final Xml body = new Xml();
    private final GlyphOutlines outlines = new GlyphOutlines();
    private final Map<Face, Set<Integer>> letters = new EnumMap<>(Face.class);
    private final Set<String> soft = new TreeSet<>();
    private final Set<String> hatched = new TreeSet<>();
    private final String language;
    private int clips;
    private int decimals = DECIMALS;

    private SvgRenderer(String language) {
        this.language = language;
    }

    /** The SVG file of a figure, in UTF-8. */
    public static byte[] render(Figure figure) {
        return new SvgRenderer(figure.language()).write(figure).getBytes(StandardCharsets.UTF_8);
    }

    private String write(Figure figure) {
        write(figure.marks());
        Xml xml = new Xml();
        xml.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("width", number(figure.width()))
                .attribute("height", number(figure.height()))
                .attribute("viewBox", "0 0 " + number(figure.width()) + " " + number(figure.height()))
                .attribute("role", "img")
                .attribute("aria-labelledby", "figure-title figure-desc")
                .attribute("lang", language)
                .attribute("xml:lang", language)
                .inside();
        xml.open("title")
                .attribute("id", "figure-title")
                .inside()
                .text(figure.title())
                .close("title");
        xml.open("desc")
                .attribute("id", "figure-desc")
                .inside()
                .text(figure.description())
                .close("desc");
        xml.open("style").inside().text(style()).close("style");
        xml.open("defs").inside();
        outlines.write(xml);
        soft.forEach(tone -> gradient(xml, tone));
        hatched.forEach(tone -> pattern(xml, tone));
        xml.close("defs");
        xml.open("rect")
                .attribute("width", "100%")
                .attribute("height", "100%")
                .attribute("fill", figure.ground().hex())
                .empty();
        return xml.toString() + body + "</svg>";
    }

    private static void gradient(Xml xml, String tone) {
        xml.open("radialGradient").attribute("id", "soft-" + tone).inside();
        for (double[] stop : Look.soft()) {
            xml.open("stop")
                    .attribute("offset", number(stop[0]))
                    .attribute("stop-color", Look.light(tone).hex())
                    .attribute("stop-opacity", number(stop[1]))
                    .empty();
        }
        xml.close("radialGradient");
    }

    private void pattern(Xml xml, String tone) {
        String step = number(Look.size("hatch"));
        xml.open("pattern")
                .attribute("id", "hatch-" + tone)
                .attribute("width", step)
                .attribute("height", step)
                .attribute("patternUnits", "userSpaceOnUse")
                .attribute("patternTransform", "rotate(45)")
                .inside();
        ink(xml.open("path").attribute("d", "M0 0v" + step), Ink.of("hatch", tone))
                .empty();
        xml.close("pattern");
    }

    /** The style sheet: a class for each face, and the embedded fonts. */
    private String style() {
        StringBuilder css = new StringBuilder("text{white-space:pre;font-kerning:none}");
        letters.forEach((face, used) -> {
            String style = face.italic() ? "italic" : "normal";
            css.append("@font-face{font-family:'")
                    .append(face.family())
                    .append("';font-style:")
                    .append(style);
            css.append(";font-weight:").append(face.weight()).append(";src:url(");
            css.append(FontSubset.dataUri(face, used))
                    .append(")}.")
                    .append(id(face))
                    .append("{font-family:'");
            css.append(face.family()).append("',").append(face.fallback()).append(";font-weight:");
            css.append(face.weight()).append(";font-style:").append(style).append('}');
        });
        return css.toString();
    }

    private static String id(Face face) {
        return "f" + face.ordinal();
    }

    private void write(List<Mark> marks) {
        for (Mark mark : marks) {
            Admission.check();
            switch (mark) {
                case Mark.Path(Path2D data, List<Ink> inks) ->
                    inks.forEach(ink -> ink(
                                    body.open("path").attribute("d", PathText.of(data, decimals)),
                                    ink,
                                    data.getWindingRule() == Path2D.WIND_NON_ZERO)
                            .empty());
                case Mark.Circle(double x, double y, double radius, Ink ink) ->
                    ink(
                                    body.open("circle")
                                            .attribute("cx", number(x))
                                            .attribute("cy", number(y))
                                            .attribute("r", number(radius)),
                                    ink)
                            .empty();
                case Mark.Bar bar ->
                    ink(
                                    body.open("rect")
                                            .attribute("x", number(bar.x()))
                                            .attribute("y", number(bar.y()))
                                            .attribute("width", number(bar.width()))
                                            .attribute("height", number(bar.height()))
                                            .attribute("rx", bar.round() == 0 ? null : number(bar.round())),
                                    bar.ink())
                            .empty();
                case Mark.Segment(double x1, double y1, double x2, double y2, Ink ink) ->
                    ink(body.open("path").attribute("d", PathText.of(Paths.line(x1, y1, x2, y2), decimals)), ink)
                            .empty();
                case Mark.Picture picture -> write(picture);
                case Mark.Text text -> write(text);
                case Mark.Group group -> write(group);
                case Mark.Ground ground -> write(ground.marks());
                case Mark.Item item -> write(item.marks());
            }
        }
    }

    private void write(Mark.Picture picture) {
        body.open("image")
                .attribute("x", number(picture.x()))
                .attribute("y", number(picture.y()))
                .attribute("width", number(picture.width()))
                .attribute("height", number(picture.height()))
                .attribute("preserveAspectRatio", "none")
                .attribute(
                        "href",
                        "data:" + picture.mediaType() + ";base64,"
                                + Base64.getEncoder().encodeToString(picture.content()))
                .empty();
    }

    private void write(Mark.Group group) {
        int outside = decimals;
        decimals = Math.clamp((int) Math.ceil(decimals + Math.log10(group.scale())), 0, 6);
        String clip = null;
        if (group.clip() != null) {
            clip = "clip" + clips++;
            body.open("clipPath").attribute("id", clip).inside();
            body.open("path")
                    .attribute("d", PathText.of(group.clip(), decimals))
                    .attribute("clip-rule", "evenodd")
                    .empty();
            body.close("clipPath");
        }
        // A clip path uses the coordinates of the element that refers to it, including its transform.
        body.open("g")
                .attribute("transform", transform(group))
                .attribute("clip-path", clip == null ? null : "url(#" + clip + ")")
                .inside();
        write(group.marks());
        body.close("g");
        decimals = outside;
    }

    private static @Nullable String transform(Mark.Group group) {
        String move = group.dx() == 0 && group.dy() == 0
                ? ""
                : "translate(" + number(group.dx()) + " " + number(group.dy()) + ")";
        String whole = group.scale() == 1 ? move : move + "scale(" + group.scale() + ")";
        return whole.isEmpty() ? null : whole;
    }

    private void write(Mark.Text text) {
        Line line = Line.of(text.content(), text.type(), text.rightToLeft());
        if (line.isOutlined()) {
            body.open("g")
                    .attribute("role", "img")
                    .attribute("aria-label", text.content())
                    .attribute("lang", text.language().equals(language) ? null : text.language())
                    .attribute(
                            "transform",
                            rotation(text) + "translate(" + number(line.left(text.x(), text.anchor())) + " "
                                    + number(text.y()) + ")");
            body.inside();
            if (text.halo() != null) {
                // Draw all halos before all letters, because neighbouring letters overlap in Nastaliq.
                halo(
                                body.open("g").attribute("fill", "none"),
                                text,
                                EM_TO_PIXELS * text.type().size())
                        .inside();
                outlines.use(body, line);
                body.close("g");
            }
            body.open("g").attribute("fill", text.colour().hex()).inside();
            outlines.use(body, line);
            body.close("g").close("g");
            return;
        }
        letters.computeIfAbsent(text.type().face(), _ -> new TreeSet<>())
                .addAll(text.content().codePoints().boxed().collect(Collectors.toSet()));
        double spacing = text.type().spacing() * text.type().size();
        body.open("text")
                .attribute("class", id(text.type().face()))
                .attribute("x", number(text.x()))
                .attribute("y", number(text.y()))
                .attribute("font-size", number(text.type().size()))
                .attribute("letter-spacing", spacing > 0 ? number(spacing) : null)
                .attribute(
                        "text-anchor",
                        switch (text.anchor()) {
                            case LEFT -> null;
                            case MIDDLE -> "middle";
                            case RIGHT -> "end";
                        })
                .attribute("lang", text.language().equals(language) ? null : text.language())
                .attribute("transform", text.angle() == 0 ? null : rotation(text));
        halo(body, text, 1);
        body.attribute("fill", text.colour().hex())
                .inside()
                .text(text.content())
                .close("text");
    }

    private static String rotation(Mark.Text text) {
        return text.angle() == 0
                ? ""
                : "rotate(" + number(Math.toDegrees(text.angle())) + " " + number(text.x()) + " " + number(text.y())
                        + ")";
    }

    /** @param scale the scale at which the letters are drawn */
    private static Xml halo(Xml xml, Mark.Text text, double scale) {
        Colour halo = text.halo();
        if (halo != null) {
            xml.attribute("stroke", halo.hex())
                    .attribute("stroke-opacity", opacity(halo))
                    .attribute(
                            "stroke-width", number(2 * Figure.HALO * text.type().size() / scale))
                    .attribute("stroke-linejoin", "round")
                    .attribute("paint-order", "stroke");
        }
        return xml;
    }

    private Xml ink(Xml xml, Ink ink) {
        return ink(xml, ink, false);
    }

    /** @param nonZero whether what is around any ring is filled, rather than around an odd number of them */
    private Xml ink(Xml xml, Ink ink, boolean nonZero) {
        switch (ink.fill()) {
            case null -> xml.attribute("fill", "none");
            case Paint.Solid(Colour colour) ->
                xml.attribute("fill", colour.hex())
                        .attribute("fill-opacity", opacity(colour))
                        .attribute("fill-rule", nonZero ? null : "evenodd");
            case Paint.Soft(String tone, double opacity) -> {
                soft.add(tone);
                xml.attribute("fill", "url(#soft-" + tone + ")")
                        .attribute("fill-opacity", opacity == 1 ? null : number(opacity));
            }
            case Paint.Hatch(String tone) -> {
                hatched.add(tone);
                xml.attribute("fill", "url(#hatch-" + tone + ")");
            }
        }
        Ink.Stroke stroke = ink.stroke();
        if (stroke != null) {
            xml.attribute("stroke", stroke.colour().hex())
                    .attribute("stroke-opacity", opacity(stroke.colour()))
                    .attribute("stroke-width", number(stroke.width()))
                    .attribute("stroke-linejoin", "round")
                    .attribute("stroke-linecap", stroke.round() ? "round" : null)
                    .attribute(
                            "stroke-dasharray",
                            stroke.dash().isEmpty()
                                    ? null
                                    : stroke.dash().stream()
                                            .map(length -> number(length))
                                            .collect(Collectors.joining(" ")));
        }
        return xml;
    }

    private static String number(double value) {
        return PathText.number(value, DECIMALS);
    }

    private static @Nullable String opacity(Colour colour) {
        return colour.alpha() == 1 ? null : number(colour.alpha());
    }
}
