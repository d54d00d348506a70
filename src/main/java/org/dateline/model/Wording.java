package org.dateline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The way a source words a number, which limits the numbers that a claim allows. Two conventions are Dateline's own and
 * are stated on each page of claims: "about" allows a tenth on either side, "nearly" a tenth below.
 */
public enum Wording {
    EXACTLY,
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    FEWER_THAN,
    ABOUT,
    NEARLY;

    /** The share of a number that "about" and "nearly" allow: one part in this many. */
    private static final int PARTS = 10;

    /** The name in files: {@code at-least}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Wording> of(String id) {
        return Arrays.stream(values())
                .filter(wording -> wording.id().equals(id))
                .findFirst();
    }

    /** @param number 0 or more */
    public Interval around(double number) {
        return switch (this) {
            case EXACTLY -> Interval.exactly(number);
            case AT_LEAST -> Interval.atLeast(number);
            case MORE_THAN -> Interval.moreThan(number);
            case AT_MOST -> Interval.between(0, number);
            // "Fewer than none" and "nearly none" allow nothing: the number itself is the closest reading.
            case FEWER_THAN -> number > 0 ? new Interval(0, true, number, false) : Interval.exactly(0);
            case ABOUT -> Interval.between(less(number), number * (PARTS + 1) / PARTS);
            case NEARLY -> number > 0 ? new Interval(less(number), true, number, false) : Interval.exactly(0);
        };
    }

    /** Multiplies first, so that a tenth less than 11 equals a tenth more than 9. */
    private static double less(double number) {
        return number * (PARTS - 1) / PARTS;
    }
}
