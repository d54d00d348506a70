package org.dateline.draw.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Boxes in the cells of a grid that they touch, so that those near another box are found without looking at all of them. A box
 * beyond the grid belongs to its outermost cells.
 *
 * @param <T> what a box stands for
 */
public final class BoxGrid<T> {

    /** The side of a cell, about the length of a short name. */
    private static final double CELL = 48;

    private static final int MOST_CELLS = 64;

    public record Entry<T>(Box box, T of) {}

    /** An entry with the first row and column that it touches. */
    private record Held<T>(int row, int column, Entry<T> entry) {}

    private final Box area;
    private final int columns;
    private final int rows;
    private final List<List<Held<T>>> cells = new ArrayList<>();

    /** @param area where most boxes are */
    public BoxGrid(Box area) {
        this.area = area;
        this.columns = (int) Math.clamp(Math.ceil(area.width() / CELL), 1, MOST_CELLS);
        this.rows = (int) Math.clamp(Math.ceil(area.height() / CELL), 1, MOST_CELLS);
        for (int i = 0; i < columns * rows; i++) {
            cells.add(new ArrayList<>(0));
        }
    }

    public void add(Box box, T of) {
        int top = row(box.top());
        int left = column(box.left());
        int bottom = row(box.bottom());
        int right = column(box.right());
        Held<T> held = new Held<>(top, left, new Entry<>(box, of));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                cells.get(row * columns + column).add(held);
            }
        }
    }

    /** Whether one of the entries that overlap a box passes; none is tested twice. */
    public boolean any(Box box, Predicate<Entry<T>> test) {
        int top = row(box.top());
        int left = column(box.left());
        int bottom = row(box.bottom());
        int right = column(box.right());
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                for (Held<T> held : cells.get(row * columns + column)) {
                    // In the first of the cells that both touch.
                    if (row == Math.max(top, held.row)
                            && column == Math.max(left, held.column)
                            && held.entry.box.overlaps(box)
                            && test.test(held.entry)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** How many of the entries that overlap a box pass. */
    int count(Box box, Predicate<Entry<T>> test) {
        int[] count = {0};
        any(box, entry -> {
            count[0] += test.test(entry) ? 1 : 0;
            return false;
        });
        return count[0];
    }

    private int column(double x) {
        return (int) Math.clamp((x - area.left()) * columns / area.width(), 0, columns - 1);
    }

    private int row(double y) {
        return (int) Math.clamp((y - area.top()) * rows / area.height(), 0, rows - 1);
    }
}
