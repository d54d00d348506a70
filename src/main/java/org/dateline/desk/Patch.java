package org.dateline.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines that differ between two states of a file. A patch can be turned around, and moved onto a file whose other
 * lines have changed meanwhile, as diff3 does.
 *
 * @param hunks in the order of the file, not touching each other
 */
record Patch(List<Hunk> hunks) {

    /** Beyond this many pairs of lines, all lines from the first to the last difference are one hunk. */
    private static final long MOST_PAIRS = 4_000_000;

    Patch {
        hunks = List.copyOf(hunks);
    }

    /**
     * Lines that took the place of others, with their ends.
     *
     * @param line index of the first removed line, from 0; of the line before which lines are added, if none are removed
     */
    record Hunk(int line, List<String> removed, List<String> added) {

        Hunk {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        private int end() {
            return line + removed.size();
        }

        private boolean meets(Hunk other) {
            boolean same = line == other.line && !removed.isEmpty() && !other.removed.isEmpty();
            return same || line < other.end() && other.line < end();
        }
    }

    static Patch between(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int oldEnd = old.size();
        int nowEnd = now.size();
        while (oldEnd > start && nowEnd > start && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
            oldEnd--;
            nowEnd--;
        }
        return new Patch(hunks(old.subList(start, oldEnd), now.subList(start, nowEnd), start));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static List<Hunk> hunks(List<String> old, List<String> now, int offset) {
        if (old.isEmpty() && now.isEmpty()) {
            return List.of();
        }
        if (old.isEmpty() || now.isEmpty() || (long) old.size() * now.size() > MOST_PAIRS) {
            return List.of(new Hunk(offset, old, now));
        }
        int[][] common = commonLines(old, now);
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int fromOld = i;
            int fromNow = j;
            while (i < old.size() || j < now.size()) {
                if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                    break;
                }
                if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i > fromOld || j > fromNow) {
                hunks.add(new Hunk(offset + fromOld, old.subList(fromOld, i), now.subList(fromNow, j)));
            }
            while (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            }
        }
        return hunks;
    }

    /** The length of the longest common subsequence of the lines from {@code [i]} and {@code [j]} on. */
    private static int[][] commonLines(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** The patch that takes this one back. */
    Patch reversed() {
        List<Hunk> reversed = new ArrayList<>();
        int shift = 0;
        for (Hunk hunk : hunks) {
            reversed.add(new Hunk(hunk.line + shift, hunk.added, hunk.removed));
            shift += hunk.added.size() - hunk.removed.size();
        }
        return new Patch(reversed);
    }

    /** The text after the patch; empty if the text does not have the lines that it removes. */
    Optional<String> apply(String text) {
        List<String> lines = new ArrayList<>(lines(text));
        for (Hunk hunk : hunks.reversed()) {
            if (hunk.line < 0
                    || hunk.end() > lines.size()
                    || !lines.subList(hunk.line, hunk.end()).equals(hunk.removed)) {
                return Optional.empty();
            }
            List<String> place = lines.subList(hunk.line, hunk.end());
            place.clear();
            place.addAll(hunk.added);
        }
        return Optional.of(String.join("", lines));
    }

    /**
     * Applies the patch to a text that came from the one it was made for.
     *
     * @param known the text that it was made for
     * @return empty if the lines that it changes have changed
     */
    Optional<String> apply(String known, String now) {
        if (known.equals(now)) {
            return apply(now);
        }
        List<Hunk> others = between(known, now).hunks;
        List<Hunk> moved = new ArrayList<>();
        for (Hunk hunk : hunks) {
            int shift = 0;
            for (Hunk other : others) {
                if (hunk.meets(other)) {
                    return Optional.empty();
                }
                shift += other.end() <= hunk.line ? other.added.size() - other.removed.size() : 0;
            }
            moved.add(new Hunk(hunk.line + shift, hunk.removed, hunk.added));
        }
        return new Patch(moved).apply(now);
    }

    /**
     * Applies the patch to a text that came from the one it was made for, also where the same lines have changed: its own
     * lines stand there then, and all other changes stay.
     *
     * @param known the text that it was made for
     * @return empty if that is not the text it was made for
     */
    Optional<String> applyOver(String known, String now) {
        List<Hunk> all = new ArrayList<>(hunks);
        between(known, now).hunks.stream()
                .filter(other -> hunks.stream().noneMatch(hunk -> hunk.meets(other)))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Hunk::line));
        return new Patch(all).apply(known);
    }

    /** The lines that somebody wrote where this patch changes a text, for people. */
    String theirs(String known, String now) {
        return lines(between(known, now).hunks.stream()
                .filter(other -> hunks.stream().anyMatch(hunk -> hunk.meets(other))));
    }

    /** The lines that it writes, for people. */
    String added() {
        return lines(hunks.stream());
    }

    private static String lines(Stream<Hunk> hunks) {
        return hunks.flatMap(hunk -> hunk.added.stream()).collect(Collectors.joining());
    }

    static final Patch NONE = new Patch(Collections.emptyList());
}
