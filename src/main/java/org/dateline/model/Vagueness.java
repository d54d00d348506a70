package org.dateline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that count without a number. Each starts at two of its unit ("dozens": two dozen) and ends where the next
 * larger word starts; a word without a larger one, or without a size, has no upper bound.
 */
public enum Vagueness {
    ALL(1, Double.POSITIVE_INFINITY),
    SEVERAL(2, Double.POSITIVE_INFINITY),
    TENS(20, 200),
    DOZENS(24, 200),
    SCORES(40, 200),
    HUNDREDS(200, 2_000),
    THOUSANDS(2_000, 20_000),
    TENS_OF_THOUSANDS(20_000, 200_000),
    HUNDREDS_OF_THOUSANDS(200_000, 2_000_000),
    MILLIONS(2_000_000, 2_000_000_000);

    private final Interval interval;

    Vagueness(double from, double before) {
        this.interval = new Interval(from, true, before, false);
    }

    /** The name in files: {@code hundreds}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Vagueness> of(String id) {
        return Arrays.stream(values()).filter(word -> word.id().equals(id)).findFirst();
    }

    public Interval interval() {
        return interval;
    }
}
