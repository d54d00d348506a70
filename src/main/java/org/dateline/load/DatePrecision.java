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

    static DatePrecision of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * The day, month or year that contains all possible days, and is not more precise than this; null if they lie in
     * different years, which a partial date cannot express.
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
