package org.dateline.features.cql2;

import java.time.DateTimeException;
import java.util.List;
import org.dateline.features.TimeSpan;
import org.dateline.features.cql2.Node.Text;
import org.jspecify.annotations.Nullable;

/** Reads dates, times and intervals in filters, in text and in JSON. */
final class TimeLiteral {

    private TimeLiteral() {}

    static Node instant(String kind, @Nullable Node argument) {
        boolean date = kind.equalsIgnoreCase("DATE");
        if (argument instanceof Text(String value)) {
            try {
                TimeSpan time = TimeSpan.single(value);
                if (time.days() == date && (!date || value.length() == 10)) {
                    return new Node.Time(time);
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                // Reported like an argument of another kind.
            }
        }
        throw new Cql2Exception(
                date
                        ? "got an invalid argument of DATE, expected a day as in DATE('2025-03-11')"
                        : "got an invalid argument of TIMESTAMP, expected a time as in TIMESTAMP('2025-03-11T08:30:00Z')");
    }

    static Node interval(List<Node> ends) {
        if (ends.size() != 2) {
            throw new Cql2Exception("got " + ends.size() + " ends of INTERVAL, expected 2");
        }
        Node start = end(ends.getFirst());
        Node end = end(ends.getLast());
        if (start instanceof Node.Time(TimeSpan first) && end instanceof Node.Time(TimeSpan last)) {
            try {
                return new Node.Time(TimeSpan.between(first, last));
            } catch (IllegalArgumentException e) {
                throw new Cql2Exception("got an INTERVAL that ends before it starts, expected the earlier end first");
            }
        }
        return new Node.Interval(start, end);
    }

    private static Node end(Node node) {
        if (node instanceof Text(String value)) {
            try {
                return new Node.Time(value.equals("..") ? TimeSpan.open() : TimeSpan.single(value));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new Cql2Exception(
                        "got \"" + value
                                + "\" as an end of INTERVAL, expected a day (2025-03-11), a time (2025-03-11T08:30:00Z) or \"..\"");
            }
        }
        return node;
    }
}
