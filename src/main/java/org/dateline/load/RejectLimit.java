package org.dateline.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.Counted;

/**
 * How many rows may be rejected for a load to be published.
 *
 * @param amount  number of rows, or percentage
 * @param percent whether the amount is a percentage
 */
public record RejectLimit(double amount, boolean percent) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)(%?)");

    /** @throws IllegalArgumentException says what was got and what was expected */
    public static RejectLimit parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !text.endsWith("%") && text.contains(".")) {
            throw new IllegalArgumentException(
                    "got --most-rejects " + text + ", expected a number of rows, or a share as 1%");
        }
        return new RejectLimit(
                Double.parseDouble(matcher.group(1)), !matcher.group(2).isEmpty());
    }

    boolean allow(long rejected, long rows) {
        return rejected <= (percent ? amount / 100 * rows : amount);
    }

    @Override
    public String toString() {
        return percent ? amount + " % of the rows" : Counted.of((long) amount, "row");
    }
}
