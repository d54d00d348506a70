package org.dateline.load;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** How precise a table's date is. */
enum DatePrecision {
    DAY,
    /** Any of the seven days around the stated one. */
    WEEK,
    MONTH,
    YEAR;

    /** The first and the last day that formats and databases can all write. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    static DatePrecision of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The first day that a date so precise can mean. */
    LocalDate firstAround(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.isBefore(FIRST.plusDays(3)) ? FIRST : day.minusDays(3);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The last day that a date so precise can mean. */
    LocalDate lastAround(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.isAfter(LAST.minusDays(3)) ? LAST : day.plusDays(3);
            case MONTH -> day.withDayOfMonth(day.lengthOfMonth());
            case YEAR -> day.withDayOfYear(day.lengthOfYear());
        };
    }

    /**
     * The day, month or year that contains all days from the first to the last, and is not more precise than this; null
     * if they lie in different years, which a partial date cannot express.
     */
    @Nullable
    PartialDate holding(LocalDate first, LocalDate last) {
        if (first.getYear() != last.getYear()) {
            return null;
        }
        if (this == YEAR || first.getMonth() != last.getMonth()) {
            return new PartialDate(Year.of(first.getYear()));
        }
        return this == DAY && first.equals(last) ? new PartialDate(first) : new PartialDate(YearMonth.from(first));
    }
}
