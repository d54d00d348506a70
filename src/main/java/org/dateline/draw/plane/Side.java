package org.dateline.draw.plane;

import java.util.List;

/**
 * The side of a point on which a label is placed (left is left in every script).
 *
 * @param across -1 left of the point, 0 centred on it, 1 right of it
 * @param down   -1 above the point, 0 level with it, 1 below it
 */
public enum Side {
    CENTRE(0, 0),
    RIGHT(1, 0),
    LEFT(-1, 0),
    ABOVE(0, -1),
    BELOW(0, 1),
    ABOVE_RIGHT(1, -1),
    BELOW_RIGHT(1, 1),
    ABOVE_LEFT(-1, -1),
    BELOW_LEFT(-1, 1);

    /** The sides of a symbol, best first, for text from left to right. */
    public static final List<Side> AROUND =
            List.of(RIGHT, LEFT, ABOVE_RIGHT, BELOW_RIGHT, ABOVE_LEFT, BELOW_LEFT, ABOVE, BELOW);

    /** The sides of a symbol, best first, for text from right to left. */
    public static final List<Side> AROUND_MIRRORED =
            List.of(LEFT, RIGHT, ABOVE_LEFT, BELOW_LEFT, ABOVE_RIGHT, BELOW_RIGHT, ABOVE, BELOW);

    /** The share of the gap on diagonals, where the symbol's corner is empty and labels may be closer. */
    private static final double DIAGONAL = 0.72;

    private final int across;
    private final int down;

    Side(int across, int down) {
        this.across = across;
        this.down = down;
    }

    public int across() {
        return across;
    }

    /** The box of a label of a size on this side of a point, {@code gap} away from it. */
    public Box box(double x, double y, double gap, double width, double height) {
        double away = across != 0 && down != 0 ? gap * DIAGONAL : gap;
        double middleX = x + across * (away + width / 2);
        // On a diagonal, the text's middle line passes near the symbol's upper or lower edge.
        double reach = across != 0 ? height * 0.35 : height / 2;
        double middleY = y + down * (away + reach);
        return Box.around(middleX, middleY, width / 2, height / 2);
    }
}
