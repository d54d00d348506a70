package org.dateline.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Where a table states a date. */
sealed interface DateSource {

    /**
     * The date of a row; null if it states none.
     *
     * @throws BadRowException if it is not a date
     */
    @Nullable
    PartialDate of(@Nullable Object[] row);

    /** For messages. */
    String name();

    /**
     * A column of dates.
     *
     * @param column its number
     */
    record OneColumn(int column, String name, DateReader reader) implements DateSource {

        @Override
        public @Nullable PartialDate of(@Nullable Object[] row) {
            @Nullable Object value = row[column];
            return value == null ? null : reader.read(value, name);
        }
    }

    /**
     * Columns of years, months and days, in which 0 or nothing means unknown.
     *
     * @param year  number of the column
     * @param month number of the column; -1 for none
     * @param day   number of the column; -1 for none
     * @param name  the name of the column of years
     * @param reader counts what is left out
     */
    record ThreeColumns(int year, int month, int day, String name, DateReader reader) implements DateSource {

        @Override
        public @Nullable PartialDate of(@Nullable Object[] row) {
            int y = part(row, year, 9999, "year");
            int m = part(row, month, 12, "month");
            int d = part(row, day, 31, "day");
            if (y == 0 && m > 0 || m == 0 && d > 0) {
                reader.incomplete(name);
            }
            if (y == 0) {
                return null;
            }
            try {
                PartialDate date =
                        new PartialDate(m == 0 ? Year.of(y) : d == 0 ? YearMonth.of(y, m) : LocalDate.of(y, m, d));
                return reader.noted(date, date, name);
            } catch (DateTimeException e) {
                throw BadRowException.of(name, y + "-" + m + "-" + d, "an existing day");
            }
        }

        private int part(@Nullable Object[] row, int column, int most, String what) {
            @Nullable Object value = column < 0 ? null : row[column];
            if (value == null) {
                return 0;
            }
            long part = ValueParser.integer(value, name + ": " + what);
            if (part < 0 || part > most) {
                throw BadRowException.of(
                        name + ": " + what, value, "a number from 1 to " + most + ", or 0 for unknown");
            }
            return (int) part;
        }
    }
}
