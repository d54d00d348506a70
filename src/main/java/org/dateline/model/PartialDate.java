package org.dateline.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;

/**
 * A date as precisely as it is stated: a day, a month or a year (ISO 8601: 2025-03-11, 2025-03, 2025).
 *
 * @param value a {@link LocalDate}, {@link YearMonth} or {@link Year}
 */
public record PartialDate(Temporal value) {

    /** @throws IllegalArgumentException for what is no such date; says what was got and what was expected */
    public static PartialDate parse(String iso) {
        try {
            return new PartialDate(
                    switch (iso.length()) {
                        case 4 -> Year.parse(iso);
                        case 7 -> YearMonth.parse(iso);
                        default -> LocalDate.parse(iso);
                    });
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "got \"" + iso + "\", expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
