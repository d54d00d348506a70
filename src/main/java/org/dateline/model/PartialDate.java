package org.dateline.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A date as precise as it is stated: a day, a month or a year (ISO 8601: 2025-03-11, 2025-03, 2025).
 *
 * @param value a {@link LocalDate}, {@link YearMonth} or {@link Year}
 */
public record PartialDate(Temporal value) {

    /** How programs write a day in a column of date-times. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=^.{10})[T ]00:00(:00(\\.0+)?)?Z?$");

    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    /** @throws IllegalArgumentException if it is not such a date; says what was got and what was expected */
    public static PartialDate parse(String iso) {
        if (FORM.matcher(iso).matches()) {
            try {
                return new PartialDate(
                        switch (iso.length()) {
                            case 4 -> Year.of(number(iso, 0, 4));
                            case 7 -> YearMonth.of(number(iso, 0, 4), number(iso, 5, 7));
                            default -> LocalDate.of(number(iso, 0, 4), number(iso, 5, 7), number(iso, 8, 10));
                        });
            } catch (DateTimeException e) {
                // A month or day that does not exist is reported like a wrong form.
            }
        }
        throw new IllegalArgumentException(
                "got \"" + iso + "\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY");
    }

    /**
     * A date that may be a day at midnight, as programs write it in a column of date-times.
     *
     * @throws IllegalArgumentException if it is not such a date; says what was got and what was expected
     */
    public static PartialDate parseStored(String iso) {
        return parse(MIDNIGHT.matcher(iso).replaceFirst(""));
    }

    /** Whether it lies before the year 1000, which is seldom meant: 0025 for 2025. */
    public boolean mayLackCentury() {
        return first().getYear() < 1000;
    }

    /** The first day of the day, month or year. */
    public LocalDate first() {
        return switch (value) {
            case LocalDate day -> day;
            case YearMonth month -> month.atDay(1);
            default -> ((Year) value).atDay(1);
        };
    }

    /** The last day of the day, month or year. */
    public LocalDate last() {
        return switch (value) {
            case LocalDate day -> day;
            case YearMonth month -> month.atEndOfMonth();
            default -> ((Year) value).atMonth(12).atEndOfMonth();
        };
    }

    private static int number(String iso, int from, int to) {
        return Integer.parseInt(iso, from, to, 10);
    }

    @Override
    public String toString() {
        return value instanceof Year year ? String.format(Locale.ROOT, "%04d", year.getValue()) : value.toString();
    }
}
