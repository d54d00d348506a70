package org.dateline.draw.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * At most 256 colours that stand for all those of a picture, so that it takes one byte a pixel instead of three. The
 * colours are divided where they differ most until there are enough groups, as in Wan, Wong and Prusinkiewicz, "An
 * algorithm for multidimensional data clustering" (ACM TOMS 14, 1988). A colour that makes up most of its group, as those of
 * paper, ink and symbols do, stays exactly as it is. There is no dithering: it costs more bytes than it hides.
 */
final class Palette {

    private static final int MOST = 256;

    /** The square of the distance, 0 to 255 in each of red, green and blue, within which nobody sees a difference, even in a calm sea. */
    private static final int ALIKE = 4;

    /** Recently asked colours; a power of two. */
    private static final int REMEMBERED = 1 << 14;

    private final int[] colours;
    private final int[] asked = new int[REMEMBERED];
    private final byte[] answered = new byte[REMEMBERED];

    private Palette(int[] colours) {
        this.colours = colours;
        Arrays.fill(asked, -1);
    }

    /** @param sample pixels of the picture, as RGB */
    static Palette of(int[] sample) {
        int[] pixels = sample.clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        Arrays.sort(pixels);
        int[] counts = new int[pixels.length];
        int distinct = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i > 0 && pixels[i] == pixels[i - 1]) {
                counts[distinct - 1]++;
            } else {
                pixels[distinct] = pixels[i];
                counts[distinct++] = 1;
            }
        }
        List<Group> groups = new ArrayList<>();
        PriorityQueue<Group> open =
                new PriorityQueue<>(Comparator.comparingDouble(Group::spread).reversed());
        Integer[] order = new Integer[distinct];
        Arrays.setAll(order, i -> i);
        open.add(new Group(pixels, counts, order, 0, distinct));
        while (!open.isEmpty() && groups.size() + open.size() < MOST) {
            Group widest = open.remove();
            if (widest.spread() == 0) {
                groups.add(widest);
            } else {
                open.addAll(widest.divided());
            }
        }
        groups.addAll(open);
        return new Palette(groups.stream().mapToInt(Group::colour).toArray());
    }

    /** The colours as RGB, in the order of their numbers. */
    int[] colours() {
        return colours.clone();
    }

    /**
     * The number of a colour for a pixel: that of a flat shape as it is, else that of a neighbour if it looks the same,
     * because a file of many equal pixels is smaller, else the nearest.
     */
    byte number(int rgb, byte left, byte above) {
        int colour = rgb & 0xFFFFFF;
        byte nearest = nearest(colour);
        if (colours[nearest & 0xFF] == colour) {
            return nearest;
        }
        if (distance(colours[left & 0xFF], colour) <= ALIKE) {
            return left;
        }
        return distance(colours[above & 0xFF], colour) <= ALIKE ? above : nearest;
    }

    private byte nearest(int colour) {
        int slot = (colour * 0x9E3779B1) >>> 18;
        if (asked[slot] != colour) {
            int best = Integer.MAX_VALUE;
            for (int i = 0; i < colours.length; i++) {
                int distance = distance(colours[i], colour);
                if (distance < best) {
                    best = distance;
                    answered[slot] = (byte) i;
                }
            }
            asked[slot] = colour;
        }
        return answered[slot];
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            int difference = channel(one, channel) - channel(other, channel);
            sum += difference * difference;
        }
        return sum;
    }

    /** Red, green or blue. */
    private static int channel(int rgb, int channel) {
        return rgb >> (16 - 8 * channel) & 0xFF;
    }

    /** A part of the colours, {@code order[from]} to {@code order[to - 1]}. */
    private static final class Group {

        private final int[] colours;
        private final int[] counts;
        private final Integer[] order;
        private final int from;
        private final int to;
        private final double[] mean = new double[3];
        private final int widest;
        private final double spread;
        private final int main;

        Group(int[] colours, int[] counts, Integer[] order, int from, int to) {
            this.colours = colours;
            this.counts = counts;
            this.order = order;
            this.from = from;
            this.to = to;
            double[] squares = new double[3];
            long all = 0;
            int most = order[from];
            for (int i = from; i < to; i++) {
                int one = order[i];
                all += counts[one];
                most = counts[one] > counts[most] ? one : most;
                for (int channel = 0; channel < 3; channel++) {
                    double value = channel(colours[one], channel);
                    mean[channel] += value * counts[one];
                    squares[channel] += value * value * counts[one];
                }
            }
            int wide = 0;
            double widestSpread = 0;
            for (int channel = 0; channel < 3; channel++) {
                mean[channel] /= all;
                double sum = to - from == 1 ? 0 : squares[channel] - mean[channel] * mean[channel] * all;
                if (sum > widestSpread) {
                    widestSpread = sum;
                    wide = channel;
                }
            }
            this.widest = wide;
            this.spread = widestSpread;
            this.main = counts[most] * 2L > all ? colours[most] : -1;
        }

        /** The sum of the squared distances from the mean in the channel where it is largest. */
        double spread() {
            return spread;
        }

        List<Group> divided() {
            Arrays.sort(order, from, to, Comparator.comparingInt(one -> channel(colours[one], widest)));
            int middle = from + 1;
            while (middle < to - 1 && channel(colours[order[middle]], widest) <= mean[widest]) {
                middle++;
            }
            return List.of(
                    new Group(colours, counts, order, from, middle), new Group(colours, counts, order, middle, to));
        }

        int colour() {
            if (main >= 0) {
                return main;
            }
            int rgb = 0;
            for (double value : mean) {
                rgb = rgb << 8 | (int) Math.round(value);
            }
            return rgb;
        }
    }
}
