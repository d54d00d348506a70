package org.dateline.draw.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shape is filled and stroked, the stroke above the fill.
 *
 * @param part   the part's name in look.json, which is also its class on pages; empty for none
 * @param fill   null for none
 * @param stroke null for none
 */
public record Ink(
        String part, @Nullable Paint fill, @Nullable Stroke stroke) {

    /**
     * @param width in the units of the group that contains the shape
     * @param dash  alternating lengths of dashes and gaps; empty for a solid line
     */
    public record Stroke(Colour colour, double width, List<Double> dash) {
        public Stroke {
            dash = List.copyOf(dash);
        }

        /** Whether the ends are round; joins always are. */
        public boolean round() {
            return dash.isEmpty();
        }
    }

    /**
     * The ink of a part of a symbol.
     *
     * @param tone the name of the symbol's own colour
     * @throws IllegalArgumentException if look.json does not have the part or the colour
     */
    public static Ink of(String part, String tone) {
        Look.Part look = Look.part(part);
        Paint fill = look.fill() == null
                ? null
                : switch (look.fill()) {
                    case "soft" -> new Paint.Soft(tone, look.fillOpacity());
                    case "hatch" -> new Paint.Hatch(tone);
                    default -> new Paint.Solid(colour(look.fill(), tone, look.fillOpacity()));
                };
        Stroke stroke = look.stroke() == null
                ? null
                : new Stroke(colour(look.stroke(), tone, look.strokeOpacity()), look.width(), look.dash());
        return new Ink(part, fill, stroke);
    }

    private static Colour colour(String name, String tone, double opacity) {
        Colour colour = Look.light(name.equals("tone") || name.equals("party") ? tone : name);
        return colour.with(colour.alpha() * opacity);
    }

    public static Ink fill(Colour colour) {
        return new Ink("", new Paint.Solid(colour), null);
    }

    public static Ink line(Colour colour, double width) {
        return new Ink("", null, new Stroke(colour, width, List.of()));
    }

    /** A copy with an edge. */
    public Ink edged(Colour colour, double width) {
        return new Ink(part, fill, new Stroke(colour, width, List.of()));
    }

    /** A copy with another stroke width; unchanged if there is no stroke. */
    public Ink wide(double width) {
        return stroke == null ? this : new Ink(part, fill, new Stroke(stroke.colour, width, stroke.dash));
    }
}
