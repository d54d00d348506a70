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
    BELOW_LEFT(-1, 1),
    /** Above the symbol, from its left edge on: a name has room there where a line runs on one side of it or the map ends. */
    ABOVE_TO_RIGHT(1, -1, true),
    BELOW_TO_RIGHT(1, 1, true),
    ABOVE_TO_LEFT(-1, -1, true),
    BELOW_TO_LEFT(-1, 1, true);

    /** The sides of a symbol, best first, for text from left to right. */
    public static final List<Side> AROUND = List.of(
            RIGHT,
            LEFT,
            ABOVE_RIGHT,
            BELOW_RIGHT,
            ABOVE_LEFT,
            BELOW_LEFT,
            ABOVE,
            BELOW,
            ABOVE_TO_RIGHT,
            BELOW_TO_RIGHT,
            ABOVE_TO_LEFT,
            BELOW_TO_LEFT);

    /** The sides of a symbol, best first, for text from right to left. */
    public static final List<Side> AROUND_MIRRORED = List.of(
            LEFT,
            RIGHT,
            ABOVE_LEFT,
            BELOW_LEFT,
            ABOVE_RIGHT,
            BELOW_RIGHT,
            ABOVE,
            BELOW,
            ABOVE_TO_LEFT,
            BELOW_TO_LEFT,
            ABOVE_TO_RIGHT,
            BELOW_TO_RIGHT);

    /** Beside a line, best first: however it runs, two corners lie clear of it. */
    public static final List<Side> BESIDE =
            List.of(ABOVE_LEFT, BELOW_RIGHT, ABOVE_RIGHT, BELOW_LEFT, ABOVE, BELOW, RIGHT, LEFT);

    private final int across;
    private final int down;
    /** Whether the name starts or ends at the symbol's far edge. */
    private final boolean over;

    Side(int across, int down) {
        this(across, down, false);
    }

    Side(int across, int down, boolean over) {
        this.across = across;
        this.down = down;
        this.over = over;
    }

    public int across() {
        return across;
    }

    /**
     * The box of a name of some size on this side of a spot, {@code gap} away from it.
     *
     * @param diagonal the share of the gap that is kept on a diagonal
     * @param reach    the share of the height between the spot's level and the name's middle, on a diagonal
     */
    Box box(double x, double y, double gap, double width, double height, double diagonal, double reach) {
        boolean slanting = across != 0 && down != 0 && !over;
        double away = slanting ? gap * diagonal : gap;
        double middleX = x + across * ((over ? -away : away) + width / 2);
        double middleY = y + down * (away + height * (slanting ? reach : 0.5));
        return Box.around(middleX, middleY, width / 2, height / 2);
    }
}
