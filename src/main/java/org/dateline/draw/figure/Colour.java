package org.dateline.draw.figure;

import java.util.Locale;

/**
 * A colour in sRGB.
 *
 * @param rgb   0xRRGGBB
 * @param alpha 0 for transparent, 1 for opaque
 */
public record Colour(int rgb, double alpha) {

    public static Colour of(int rgb) {
        return new Colour(rgb, 1);
    }

    /**
     * Reads {@code #b3391f} or, with an alpha value, {@code #b3391f80}.
     *
     * @throws IllegalArgumentException for any other text; the message names it
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

    /** The colour as {@code #b3391f} or, if it is not opaque, {@code #b3391f80}. */
    public String css() {
        return alpha == 1 ? hex() : hex() + String.format(Locale.ROOT, "%02x", Math.round(alpha * 255));
    }

    /** The colour as {@code #b3391f}, without alpha. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
