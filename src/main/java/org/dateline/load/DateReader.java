package org.dateline.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads dates in a table's own format or in ISO 8601, ignoring a time after the day. */
final class DateReader {

    private static final Pattern TIME = Pattern.compile("[T ][0-9:.]+(Z|[+-][0-9:]+)?");

    private static final Pattern TWO_DIGITS = Pattern.compile("(?<!u)uu(?!u)");

    private final @Nullable DateTimeFormatter format;
    private final String expected;

    /**
     * @param format the format in letters of {@link DateTimeFormatter}; null for ISO 8601 only
     * @param pivot  the first of the hundred years that two digits can mean; null for a format with four
     * @throws IllegalArgumentException if the format is invalid
     */
    DateReader(@Nullable String format, @Nullable Integer pivot) {
        this.format = format == null ? null : formatter(format, pivot);
        this.expected =
                "an existing date, as " + (format == null ? "" : format + " or ") + "YYYY-MM-DD, YYYY-MM or YYYY";
    }

    DateReader(@Nullable String format) {
        this(format, null);
    }

    /** Whether a format has years of two digits. */
    static boolean leavesCenturyOpen(String format) {
        return TWO_DIGITS.matcher(format.replace('y', 'u')).find();
    }

    private static DateTimeFormatter formatter(String format, @Nullable Integer pivot) {
        // Strict formats, which refuse 30 February instead of reading it as the 28th, need u for the year, because y is
        // the year of an era.
        String pattern = format.replace('y', 'u');
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher years = TWO_DIGITS.matcher(pattern);
        if (pivot == null || !years.find()) {
            builder.appendPattern(pattern);
        } else {
            if (years.start() > 0) {
                builder.appendPattern(pattern.substring(0, years.start()));
            }
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, pivot);
            if (years.end() < pattern.length()) {
                builder.appendPattern(pattern.substring(years.end()));
            }
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** @throws BadRowException if it is not a date, or before the year 1, which the database cannot compare */
    PartialDate read(Object value, String column) {
        PartialDate date = parsed(value, column);
        if (date.first().getYear() < 1) {
            throw BadRowException.of(column, value, "a year from 0001 on");
        }
        return date;
    }

    private PartialDate parsed(Object value, String column) {
        String text = value.toString().strip();
        try {
            if (text.length() > 10 && TIME.matcher(text.substring(10)).matches()) {
                return new PartialDate(LocalDate.parse(text.substring(0, 10)));
            }
            if (text.length() == 10 && text.charAt(4) == '-') {
                return new PartialDate(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            throw BadRowException.of(column, value, expected);
        }
        if (format != null) {
            try {
                return new PartialDate(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                // The text may be in the other format.
            }
        }
        try {
            return PartialDate.parse(text);
        } catch (IllegalArgumentException e) {
            throw BadRowException.of(column, value, expected);
        }
    }
}
