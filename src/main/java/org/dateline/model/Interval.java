package org.dateline.model;

/**
 * The numbers that a value allows: from {@code low} to {@code high}, each end included or not (ISO 31-11: [3, 7],
 * ]3, 7[ and so on). An unbounded end is infinite and never included.
 *
 * @param low          negative infinity if there is no lower bound
 * @param lowIncluded  whether the lower bound is one of the numbers
 * @param high         positive infinity if there is no upper bound
 * @param highIncluded whether the upper bound is one of the numbers
 */
public record Interval(double low, boolean lowIncluded, double high, boolean highIncluded) {

    /** @throws IllegalArgumentException if it contains no number; says what was got and what was expected */
    public Interval {
        boolean empty = low == high ? !lowIncluded || !highIncluded : !(low < high);
        if (empty) {
            throw new IllegalArgumentException(
                    "got an interval from " + low + " to " + high + " with no number in it, expected at least one");
        }
        lowIncluded &= low != Double.NEGATIVE_INFINITY;
        highIncluded &= high != Double.POSITIVE_INFINITY;
    }

    public static Interval exactly(double number) {
        return new Interval(number, true, number, true);
    }

    /** An interval that includes both ends. */
    public static Interval between(double low, double high) {
        return new Interval(low, true, high, true);
    }

    public static Interval atLeast(double low) {
        return new Interval(low, true, Double.POSITIVE_INFINITY, false);
    }

    public static Interval moreThan(double low) {
        return new Interval(low, false, Double.POSITIVE_INFINITY, false);
    }

    public boolean contains(double number) {
        return (lowIncluded ? number >= low : number > low) && (highIncluded ? number <= high : number < high);
    }

    /** Whether both contain a common number, so that both claims can hold. */
    public boolean meets(Interval other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    /** Whether this one contains a number as small as one of another, so that a part can fit into a whole. */
    public boolean fitsInto(Interval whole) {
        return !whole.endsBefore(this);
    }

    private boolean endsBefore(Interval other) {
        return high < other.low || (high == other.low && !(highIncluded && other.lowIncluded));
    }
}
