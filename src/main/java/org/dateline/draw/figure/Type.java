package org.dateline.draw.figure;

/**
 * How text is set.
 *
 * @param size    in pixels of the figure
 * @param spacing between letters, in ems; scripts whose letters join have none
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
