package org.dateline.load;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** How precisely a table knows a date. */
enum DatePrecision {
    DAY,
    /** Some day of the seven around the one that stands there. */
    WEEK,
    MONTH,
    YEAR;

    static DatePrecision of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * The day, month or year that holds all days on which it may have been, and is no more precise than this; null where
     * they lie in different years, of which a partial date cannot say either.
     *
     * @param range whether the table itself states the first and the last day
     */
    @Nullable
    PartialDate holding(LocalDate first, LocalDate last, boolean range) {
        boolean around = this == WEEK && !range;
        LocalDate from = around ? first.minusDays(3) : first;
        LocalDate to = around ? last.plusDays(3) : last;
        if (from.getYear() != to.getYear()) {
            return null;
        }
        if (this == YEAR || from.getMonth() != to.getMonth()) {
            return new PartialDate(Year.of(from.getYear()));
        }
        return this == DAY && from.equals(to) ? new PartialDate(from) : new PartialDate(YearMonth.from(from));
    }
}
