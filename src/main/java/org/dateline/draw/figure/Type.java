package org.dateline.draw.figure;

/**
 * The type of a text.
 *
 * @param size    the font size in pixels of the figure
 * @param spacing the spacing between letters, in ems; ignored for scripts whose letters join
 */
public record Type(Face face, double size, double spacing) {

    public static Type sans(double size) {
        return new Type(Face.SANS, size, 0);
    }

    public static Type bold(double size) {
        return new Type(Face.SANS_BOLD, size, 0);
    }

    public static Type italic(double size) {
        return new Type(Face.SANS_ITALIC, size, 0);
    }

    public static Type serif(double size) {
        return new Type(Face.SERIF, size, 0);
    }
}
