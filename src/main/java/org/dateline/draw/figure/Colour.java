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

    public Colour with(double alpha) {
        return new Colour(rgb, alpha);
    }

    /** As {@code #b3391f}, without its alpha. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
