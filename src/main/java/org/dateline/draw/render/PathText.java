package org.dateline.draw.render;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * Writes paths as SVG path data, as short as possible: relative positions, numbers on a grid, no unnecessary
 * separators. Relative positions are computed between grid positions, so rounding errors do not add up along a line.
 */
public final class PathText {

    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final StringBuilder data = new StringBuilder();
    private final int decimals;
    private final double perUnit;
    private long penX;
    private long penY;

    private PathText(int decimals) {
        this.decimals = decimals;
        this.perUnit = perUnit(decimals);
    }

    /**
     * The path data of straight lines.
     *
     * @param decimals the grid's decimals, 0 to 4
     */
    public static String of(Path2D path, int decimals) {
        PathText text = new PathText(decimals);
        double[] at = new double[6];
        char before = ' ';
        long startX = 0;
        long startY = 0;
        for (PathIterator segments = path.getPathIterator(null); !segments.isDone(); segments.next()) {
            switch (segments.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    text.step('m', at, before);
                    startX = text.penX;
                    startY = text.penY;
                    before = 'm';
                }
                case PathIterator.SEG_LINETO -> {
                    text.step('l', at, before);
                    before = 'l';
                }
                default -> {
                    text.data.append('z');
                    text.penX = startX;
                    text.penY = startY;
                    before = 'z';
                }
            }
        }
        return text.data.toString();
    }

    private void step(char command, double[] to, char before) {
        long x = Math.round(to[0] * perUnit);
        long y = Math.round(to[1] * perUnit);
        if (command == 'l' && x == penX && y == penY) {
            // Only dots have lines of zero length.
            data.append(before == 'm' ? "h0" : "");
            return;
        }
        if (command != before) {
            data.append(command);
        }
        number(x - penX);
        number(y - penY);
        penX = x;
        penY = y;
    }

    private void number(long onGrid) {
        char before = data.charAt(data.length() - 1);
        String number = format(onGrid, decimals);
        boolean startsItself = number.charAt(0) == '-' || Character.isLetter(before);
        if (!startsItself) {
            data.append(' ');
        }
        data.append(number);
    }

    /** A number in as few characters as possible: no trailing zeros, no zero before the point. */
    public static String number(double value, int decimals) {
        return format(Math.round(value * perUnit(decimals)), decimals);
    }

    private static double perUnit(int decimals) {
        return decimals < POWERS.length ? POWERS[decimals] : Math.pow(10, decimals);
    }

    private static String format(long onGrid, int decimals) {
        if (onGrid == 0) {
            return "0";
        }
        int left = decimals;
        long number = Math.abs(onGrid);
        while (left > 0 && number % 10 == 0) {
            number /= 10;
            left--;
        }
        String sign = onGrid < 0 ? "-" : "";
        String digits = Long.toString(number);
        if (left == 0) {
            return sign + digits;
        }
        int whole = digits.length() - left;
        return whole > 0
                ? sign + digits.substring(0, whole) + "." + digits.substring(whole)
                : sign + "." + "0".repeat(-whole) + digits;
    }
}
