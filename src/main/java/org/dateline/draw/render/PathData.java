package org.dateline.draw.render;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * Reads SVG path data of straight lines: M, L, H, V and Z, their relative forms and their repetitions, as SVG 2 has them
 * (<a href="https://www.w3.org/TR/SVG2/paths.html">section 9.3</a>). A line of no length stays: with round caps it is a
 * dot.
 */
final class PathData {

    private final String data;
    private int at;

    private PathData(String data) {
        this.data = data;
    }

    /** @throws IllegalArgumentException for any other command: says what was got and where */
    static Path2D parse(String data) {
        return new PathData(data).path();
    }

    private Path2D path() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        char command = 'M';
        while (skip()) {
            if (Character.isLetter(data.charAt(at))) {
                command = data.charAt(at++);
            }
            Point2D pen = path.getCurrentPoint() == null ? new Point2D.Double() : path.getCurrentPoint();
            boolean relative = Character.isLowerCase(command);
            double x = relative ? pen.getX() : 0;
            double y = relative ? pen.getY() : 0;
            switch (Character.toUpperCase(command)) {
                case 'M' -> {
                    path.moveTo(x + number(), y + number());
                    // Further pairs are lines.
                    command = relative ? 'l' : 'L';
                }
                case 'L' -> path.lineTo(x + number(), y + number());
                case 'H' -> path.lineTo(x + number(), pen.getY());
                case 'V' -> path.lineTo(pen.getX(), y + number());
                case 'Z' -> path.closePath();
                default ->
                    throw new IllegalArgumentException("got the command " + command + " before character " + at
                            + " of path data, expected one of M, L, H, V and Z");
            }
        }
        return path;
    }

    private boolean skip() {
        while (at < data.length() && (data.charAt(at) == ' ' || data.charAt(at) == ',')) {
            at++;
        }
        return at < data.length();
    }

    private double number() {
        skip();
        int start = at;
        if (at < data.length() && data.charAt(at) == '-') {
            at++;
        }
        boolean point = false;
        while (at < data.length() && (Character.isDigit(data.charAt(at)) || data.charAt(at) == '.' && !point)) {
            point |= data.charAt(at) == '.';
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("got \"" + data.substring(start, Math.min(data.length(), start + 10))
                    + "\" at character " + start + " of path data, expected a number");
        }
        return Double.parseDouble(data.substring(start, at));
    }
}
