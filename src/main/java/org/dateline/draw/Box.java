package org.dateline.draw;

import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle in world pixels, x to the right and y down.
 *
 * @param left   not above right
 * @param top    not above bottom
 */
record Box(double left, double top, double right, double bottom) {

    static Box around(double x, double y, double halfWidth, double halfHeight) {
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double middleX() {
        return (left + right) / 2;
    }

    double middleY() {
        return (top + bottom) / 2;
    }

    Box intersection(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Envelope envelope() {
        return new Envelope(left, right, top, bottom);
    }

    /** Whether the two share any area; boxes that only touch do not. */
    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean contains(Box other) {
        return left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom;
    }

    boolean contains(double x, double y) {
        return left <= x && x <= right && top <= y && y <= bottom;
    }

    Box grown(double across, double down) {
        return new Box(left - across, top - down, right + across, bottom + down);
    }
}
