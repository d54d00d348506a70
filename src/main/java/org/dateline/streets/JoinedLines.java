package org.dateline.streets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Joins lines where one ends and another starts or ends, also at crossings, so that few are left. */
public final class JoinedLines {

    private JoinedLines() {}

    /** Each line, given as positions one after the other, is in the result once, in one direction or the other. */
    public static List<int[]> of(List<int[]> lines) {
        Map<Long, Deque<int[]>> ends = new HashMap<>();
        Set<List<Integer>> seen = new HashSet<>();
        Set<int[]> rest = new LinkedHashSet<>();
        for (int[] line : lines) {
            if (seen.add(Arrays.stream(line).boxed().toList())) {
                rest.add(line);
                ends.computeIfAbsent(end(line, 0), _ -> new ArrayDeque<>()).add(line);
                ends.computeIfAbsent(end(line, line.length - 2), _ -> new ArrayDeque<>())
                        .add(line);
            }
        }
        List<int[]> joined = new ArrayList<>();
        for (int[] first : List.copyOf(rest)) {
            if (rest.remove(first)) {
                // What follows its end, and then what comes before its start.
                int[] line = reversed(extended(first, ends, rest));
                joined.add(extended(line, ends, rest));
            }
        }
        return joined;
    }

    private static int[] extended(int[] first, Map<Long, Deque<int[]>> ends, Set<int[]> rest) {
        int[] line = first;
        int length = first.length;
        while (true) {
            long end = end(line, length - 2);
            int[] next = Objects.requireNonNull(ends.get(end)).poll();
            if (next == null) {
                return Arrays.copyOf(line, length);
            }
            if (rest.remove(next)) {
                int[] onward = end(next, 0) == end ? next : reversed(next);
                if (length + onward.length > line.length) {
                    line = Arrays.copyOf(line, 2 * (length + onward.length));
                }
                System.arraycopy(onward, 2, line, length, onward.length - 2);
                length += onward.length - 2;
            }
        }
    }

    private static long end(int[] line, int at) {
        return SharedWalls.position(line[at], line[at + 1]);
    }

    private static int[] reversed(int[] line) {
        int[] reversed = new int[line.length];
        for (int i = 0; i < line.length; i += 2) {
            reversed[line.length - 2 - i] = line[i];
            reversed[line.length - 1 - i] = line[i + 1];
        }
        return reversed;
    }
}
