package org.dateline.draw.figure;

import java.util.Locale;

/**
 * A colour in sRGB.
 *
 * @param rgb   0xRRGGBB
 * @param alpha 0 for clear, 1 for solid
 */
public record Colour(int rgb, double alpha) {

    public static Colour of(int rgb) {
        return new Colour(rgb, 1);
    }

    /**
     * Reads {@code #b3391f} or, with its alpha, {@code #b3391f80}.
     *
     * @throws IllegalArgumentException for anything else: names it
     */
    public static Colour parse(String hex) {
        if (!hex.matches("#[0-9a-f]{6}([0-9a-f]{2})?")) {
            throw new IllegalArgumentException("got the colour " + hex + ", expected #rrggbb or #rrggbbaa");
        }
        int alpha = hex.length() == 7 ? 255 : Integer.parseInt(hex.substring(7), 16);
        return new Colour(Integer.parseInt(hex.substring(1, 7), 16), alpha / 255.0);
    }

    public Colour with(double alpha) {
        return new Colour(rgb, alpha);
    }

    /** As {@code #b3391f} or, where it is not solid, {@code #b3391f80}. */
    public String css() {
        return alpha == 1 ? hex() : hex() + String.format(Locale.ROOT, "%02x", Math.round(alpha * 255));
    }

    /** As {@code #b3391f}, without its alpha. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
