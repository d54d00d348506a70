package org.dateline.formats;

import java.math.BigDecimal;
import java.math.MathContext;
import org.dateline.model.Interval;

/** Numbers of claims, as both their formats write them. */
final class ClaimValue {

    /** What remains of a product of doubles beyond these digits is noise. */
    private static final MathContext DIGITS = new MathContext(12);

    private ClaimValue() {}

    static BigDecimal number(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        // A scale below zero would be shown as an exponent: 4E+2.
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    static boolean hasLow(Interval interval) {
        return interval.low() != Double.NEGATIVE_INFINITY;
    }

    static boolean hasHigh(Interval interval) {
        return interval.high() != Double.POSITIVE_INFINITY;
    }
}
