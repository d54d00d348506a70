package org.dateline.features;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.PartialDate;

/**
 * A period of time in UTC, both ends included. A day, month or year is the period from its first day to its last; two
 * periods of whole days are compared by days, all others by instants.
 *
 * @param start {@link Instant#MIN} if it has no beginning
 * @param end   {@link Instant#MAX} if it has no end; for whole days, the last nanosecond
 * @param days  whether it consists of whole days
 */
public record TimeSpan(Instant start, Instant end, boolean days) {

    private static final String EXPECTED =
            "a date (2025-03-11, 2025-03 or 2025), a date-time (2025-03-11T08:30:00Z), or "
                    + "an interval of two of these with a slash between, where \"..\" is open and one end may be a duration (P2D)";

    /** ISO 8601 durations; java.time reads the parts before and after the T with different classes. */
    private static final Pattern DURATION = Pattern.compile("P([0-9YMWD]*)(T[0-9HMS.]+)?");

    public TimeSpan {
        if (start.isAfter(end)) {
            throw new IllegalArgumentException("got a start after the end, expected the earlier one first");
        }
    }

    public static TimeSpan of(PartialDate date) {
        return ofDays(date.first(), date.last());
    }

    public static TimeSpan ofDays(LocalDate first, LocalDate last) {
        return new TimeSpan(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1),
                true);
    }

    public static TimeSpan at(Instant instant) {
        return new TimeSpan(instant, instant, false);
    }

    /** The span from the start of one date to the end of another. */
    public static TimeSpan between(TimeSpan first, TimeSpan last) {
        return new TimeSpan(first.start, last.end, first.days && last.days);
    }

    /** An open end of an interval; counts as whole days, so that the other end decides. */
    public static TimeSpan open() {
        return new TimeSpan(Instant.MIN, Instant.MAX, true);
    }

    /**
     * Parses the parameter {@code datetime} (OGC API - Features, requirement /req/core/fc-time-response), with ISO 8601
     * durations.
     *
     * @throws IllegalArgumentException says what was expected
     */
    public static TimeSpan parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash < 0) {
                return single(text);
            }
            String first = text.substring(0, slash);
            String last = text.substring(slash + 1);
            if (first.startsWith("P")) {
                TimeSpan end = single(last);
                return between(moved(end, first, -1), end);
            }
            if (last.startsWith("P")) {
                TimeSpan start = single(first);
                return between(start, moved(start, last, 1));
            }
            return between(end(first), end(last));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    private static TimeSpan end(String text) {
        return text.isEmpty() || text.equals("..") ? open() : single(text);
    }

    /** A date or a date-time. */
    public static TimeSpan single(String text) {
        return text.indexOf('T') > 0 ? at(OffsetDateTime.parse(text).toInstant()) : of(PartialDate.parse(text));
    }

    private static TimeSpan moved(TimeSpan from, String duration, int sign) {
        Matcher parts = DURATION.matcher(duration);
        if (!parts.matches() || duration.length() < 3) {
            throw new IllegalArgumentException("got \"" + duration + "\", expected a duration");
        }
        Period dates = parts.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(1));
        Duration times = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
        OffsetDateTime moved = from.start
                .atOffset(ZoneOffset.UTC)
                .plus(dates.multipliedBy(sign))
                .plus(times.multipliedBy(sign));
        return from.days && times.isZero() ? ofDays(moved.toLocalDate(), moved.toLocalDate()) : at(moved.toInstant());
    }

    /** Less than, equal to or greater than 0 if this starts before, with or after the start of another. */
    public int startToStart(TimeSpan other) {
        return compare(start, other.start, other);
    }

    public int startToEnd(TimeSpan other) {
        return compare(start, other.end, other);
    }

    public int endToStart(TimeSpan other) {
        return compare(end, other.start, other);
    }

    public int endToEnd(TimeSpan other) {
        return compare(end, other.end, other);
    }

    private int compare(Instant mine, Instant theirs, TimeSpan other) {
        return days && other.days ? day(mine).compareTo(day(theirs)) : mine.compareTo(theirs);
    }

    private static Instant day(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX)
                ? instant
                : instant.truncatedTo(ChronoUnit.DAYS);
    }
}
