package org.dateline.draw.map;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dateline.draw.figure.Colour;
import org.dateline.draw.figure.Ink;
import org.dateline.draw.render.PathText;

/**
 * How the backdrop's parts look by day, for its style sheet and for drawn images. Widths and dashes are in pixels of the
 * page.
 */
enum BackdropStyle {
    LAND("land", 0xf4efe2, -1, 0, 1, List.of()),
    LAKE("lake", 0xb7d2e0, 0x7ea6bd, 0.5, 1, List.of()),
    RIVER("river", -1, 0x6f9dba, 0.8, 0.8, List.of()),
    MINOR("minor", -1, 0x6f9dba, 0.55, 0.6, List.of()),
    COAST("coast", -1, 0x5f89a3, 0.8, 1, List.of()),
    PROVINCE("province", -1, 0x7d7289, 0.7, 0.55, List.of(3.0, 2.0)),
    DISTRICT("district", -1, 0x7d7289, 0.6, 0.35, List.of()),
    BOUNDARY("boundary", -1, 0x5b4d68, 1.35, 0.85, List.of()),
    DISPUTED("disputed", -1, 0x5b4d68, 1.35, 0.85, List.of(4.0, 2.8)),
    LINE_OF_CONTROL("line-of-control", -1, 0x5b4d68, 1.35, 0.85, List.of(4.0, 2.8)),
    INDEFINITE("indefinite", -1, 0x5b4d68, 1.35, 0.85, List.of(4.0, 2.8));

    private final String name;
    private final int fill;
    private final int stroke;
    private final double width;
    private final double opacity;
    private final List<Double> dash;

    /** @param fill -1 for none, as {@code stroke} */
    BackdropStyle(String name, int fill, int stroke, double width, double opacity, List<Double> dash) {
        this.name = name;
        this.fill = fill;
        this.stroke = stroke;
        this.width = width;
        this.opacity = opacity;
        this.dash = dash;
    }

    /** The style of a part by its classes: the last one that is known counts, as in the style sheet. */
    static BackdropStyle of(String classes) {
        List<String> names = Arrays.asList(classes.split(" "));
        return Arrays.stream(values())
                .filter(style -> names.contains(style.name))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    boolean dashed() {
        return !dash.isEmpty();
    }

    /** @param pixel what a pixel of the page is in the plane that it is drawn in */
    Ink ink(double pixel) {
        return new Ink(
                fill < 0 ? null : new Colour(fill, opacity),
                stroke < 0
                        ? null
                        : new Ink.Stroke(
                                new Colour(stroke, opacity),
                                width * pixel,
                                dash.stream().map(length -> length * pixel).toList(),
                                dash.isEmpty()));
    }

    /** Rules for all; one em is one pixel of the page. */
    static String css() {
        return Arrays.stream(values()).map(BackdropStyle::rule).collect(Collectors.joining());
    }

    private String rule() {
        StringBuilder rule = new StringBuilder("." + name + "{");
        rule.append(fill < 0 ? "" : "fill:" + Colour.of(fill).hex() + ";");
        rule.append(stroke < 0 ? "" : "stroke:" + Colour.of(stroke).hex() + ";stroke-width:" + number(width) + "em;");
        rule.append(opacity == 1 ? "" : "opacity:" + number(opacity) + ";");
        if (dashed()) {
            rule.append("stroke-dasharray:")
                    .append(dash.stream().map(length -> number(length) + "em").collect(Collectors.joining(" ")))
                    .append(";stroke-linecap:butt;");
        }
        return rule.deleteCharAt(rule.length() - 1).append('}').toString();
    }

    private static String number(double value) {
        return PathText.number(value, 2);
    }
}
