package org.dateline.model;

/**
 * The numbers that a value leaves open: from {@code low} to {@code high}, each end counted in or not (ISO 31-11:
 * [3, 7], ]3, 7[ and the like). An end that is not bounded is infinite and never counted in.
 *
 * @param low         negative infinity for no lower end
 * @param lowIncluded  whether the low end is one of the numbers
 * @param high        positive infinity for no upper end
 * @param highIncluded whether the high end is one of the numbers
 */
public record Interval(double low, boolean lowIncluded, double high, boolean highIncluded) {

    /** @throws IllegalArgumentException where no number lies in it; says what was got and what was expected */
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

    /** Both ends counted in. */
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

    /** Whether one number can lie in both: whether two claims can both hold. */
    public boolean meets(Interval other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    /** Whether a number of this one can be as small as one of another: whether a part can lie within a whole. */
    public boolean fitsInto(Interval whole) {
        return !whole.endsBefore(this);
    }

    private boolean endsBefore(Interval other) {
        return high < other.low || (high == other.low && !(highIncluded && other.lowIncluded));
    }
}
