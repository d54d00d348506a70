package org.dateline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a source words a number. The words bound what it leaves open; two conventions are Dateline's own, and are said
 * on each page of claims: "about" leaves a tenth on either side, "nearly" a tenth below.
 */
public enum Wording {
    EXACTLY,
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    FEWER_THAN,
    ABOUT,
    NEARLY;

    /** The part of a number that "about" and "nearly" leave open. */
    public static final double LEEWAY = 0.1;

    /** As in the files: {@code at-least}. */
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
            // Fewer than none and nearly none leave nothing open: the number itself is the least wrong reading.
            case FEWER_THAN -> number > 0 ? new Interval(0, true, number, false) : Interval.exactly(0);
            case ABOUT -> Interval.between(number * (1 - LEEWAY), number * (1 + LEEWAY));
            case NEARLY -> number > 0 ? new Interval(number * (1 - LEEWAY), true, number, false) : Interval.exactly(0);
        };
    }
}
