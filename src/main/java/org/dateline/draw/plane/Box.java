package org.dateline.draw.plane;

import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle in world pixels, x to the right and y down.
 *
 * @param left   not above right
 * @param top    not above bottom
 */
public record Box(double left, double top, double right, double bottom) {

    public static Box around(double x, double y, double halfWidth, double halfHeight) {
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double middleX() {
        return (left + right) / 2;
    }

    public double middleY() {
        return (top + bottom) / 2;
    }

    public Box intersection(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public Envelope envelope() {
        return new Envelope(left, right, top, bottom);
    }

    /** Whether the boxes share any area; boxes that only touch do not. */
    public boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    public boolean contains(Box other) {
        return left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom;
    }

    public boolean contains(double x, double y) {
        return left <= x && x <= right && top <= y && y <= bottom;
    }

    public Box grown(double across, double down) {
        return new Box(left - across, top - down, right + across, bottom + down);
    }
}
