package org.dateline.streets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Removes the walls that surfaces share, such as those of a row of houses. A wall that is passed in both directions adds nothing
 * to how often the rings wind around any point, so what is filled by the nonzero rule stays exactly the same, whatever the rings
 * are: overlapping, crossing themselves or broken.
 */
final class SharedWalls {

    /** An odd number, so that no two positions become one; the golden ratio's digits are without a pattern. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** What undoes it: their product is one. */
    private static final long GATHERED = 0xf1de83e19937733dL;

    /** From one position to the next. */
    private record Wall(long from, long to) {}

    private SharedWalls() {}

    /** Rings, each without its first position at its end, as rings that pass no wall in both directions. */
    static List<int[]> removed(List<int[]> rings) {
        Map<Wall, Integer> passed = new LinkedHashMap<>();
        for (int[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                int next = (i + 2) % ring.length;
                long from = position(ring[i], ring[i + 1]);
                long to = position(ring[next], ring[next + 1]);
                // Each wall is counted in one direction: backwards is less than never.
                passed.merge(from < to ? new Wall(from, to) : new Wall(to, from), from < to ? 1 : -1, Integer::sum);
            }
        }
        Map<Long, Deque<Long>> onward = new LinkedHashMap<>();
        passed.forEach((wall, times) -> {
            for (int time = 0; time < Math.abs(times); time++) {
                onward.computeIfAbsent(times > 0 ? wall.from : wall.to, _ -> new ArrayDeque<>(2))
                        .add(times > 0 ? wall.to : wall.from);
            }
        });
        List<int[]> removed = new ArrayList<>();
        onward.forEach((start, next) -> {
            while (!next.isEmpty()) {
                removed.add(ring(start, onward));
            }
        });
        return removed;
    }

    /** As many walls lead to a position as lead away, so that a walk can end only where it started. */
    private static int[] ring(long start, Map<Long, Deque<Long>> onward) {
        List<Long> ring = new ArrayList<>();
        long at = start;
        do {
            ring.add(at);
            at = Objects.requireNonNull(onward.get(at)).remove();
        } while (at != start);
        return ring.stream()
                .map(position -> position * GATHERED)
                .flatMapToInt(one -> IntStream.of((int) (one >> Integer.SIZE), (int) (long) one))
                .toArray();
    }

    /**
     * A position as one number, by which positions can be compared. They are spread: without that, the hash of a number, which
     * is one half against the other, would be the same for most positions of a tile.
     */
    static long position(int x, int y) {
        return ((long) x << Integer.SIZE | y & 0xffffffffL) * SPREAD;
    }
}
