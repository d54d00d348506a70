package org.dateline.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dateline.model.Counted;
import org.dateline.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in a table's own formats or in ISO 8601. A time after the day is left out and counted. Not thread-safe.
 */
final class DateReader {

    /** A time of day after a date. */
    private static final Pattern TIME = Pattern.compile(
            "[T ]([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)? ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)?$");

    /** A time that tables write for whole days. */
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0(:00)*(\\.0+)? ?(Z|UTC|[+-]00(:?00)?)?");

    private static final Pattern TWO_DIGITS = Pattern.compile("(?<!u)uu(?!u)");

    private final List<DateTimeFormatter> formats;
    private final String expected;
    private final Map<String, Integer> cut = new LinkedHashMap<>();
    private final Map<String, Early> early = new LinkedHashMap<>();
    private final Map<String, Integer> incomplete = new LinkedHashMap<>();

    /** Dates that may lack their century. */
    private record Early(int count, PartialDate first) {}

    /**
     * @param formats in letters of {@link DateTimeFormatter}; none for ISO 8601 only
     * @param pivot   the first of the hundred years that two digits can mean; null for formats with four
     * @throws IllegalArgumentException if a format is invalid
     */
    DateReader(List<String> formats, @Nullable Integer pivot) {
        this.formats = formats.stream().map(format -> formatter(format, pivot)).toList();
        this.expected = "an existing date, as "
                + formats.stream().map(format -> format + " or ").collect(Collectors.joining())
                + "YYYY-MM-DD, YYYY-MM or YYYY";
    }

    /** Whether a format states days: it reads the day that it wrote. YYYY, DD and mm mean other things. */
    static boolean isFormat(String format, @Nullable Integer pivot) {
        ZonedDateTime sample = ZonedDateTime.of(pivot == null ? 2025 : pivot + 1, 11, 23, 0, 0, 0, 0, ZoneOffset.UTC);
        try {
            DateTimeFormatter formatter = formatter(format, pivot);
            return LocalDate.parse(formatter.format(sample), formatter).equals(sample.toLocalDate());
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** How often a time of day or a part of a date was left out, and a century may be, by column. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        cut.forEach((column, count) ->
                notes.add(column + ": the time of day was left out of " + Counted.of(count, "date")));
        incomplete.forEach((column, count) -> notes.add(column + ": " + Counted.of(count, "date")
                + " with a day but no month, or either but no year: these are left out"));
        early.forEach((column, found) -> notes.add(column + ": " + Counted.of(found.count, "date")
                + " before the year 1000 (the first is " + found.first + "); is the century missing?"));
        return notes;
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
        return noted(parsed(value, column), value, column);
    }

    /** The date, noted if it may lack its century. */
    PartialDate noted(PartialDate date, Object value, String column) {
        if (date.first().getYear() < 1) {
            throw BadRowException.of(column, value, "a year from 0001 on");
        }
        if (date.mayLackCentury()) {
            early.merge(column, new Early(1, date), (before, _) -> new Early(before.count + 1, before.first));
        }
        return date;
    }

    /** Counts a date of which a part was left out, because a larger part is unknown. */
    void incomplete(String column) {
        incomplete.merge(column, 1, Integer::sum);
    }

    /** @throws BadRowException if it is not a day */
    LocalDate day(Object value, String column) {
        if (read(value, column).value() instanceof LocalDate day) {
            return day;
        }
        throw BadRowException.of(column, value, "a day as YYYY-MM-DD");
    }

    private PartialDate parsed(Object value, String column) {
        // 2016.0 and 20161118.0, where a program keeps whole numbers as floating point.
        String text = CodeText.of(value);
        try {
            if (isIsoDay(text)) {
                return new PartialDate(isoDay(text));
            }
            Matcher time = TIME.matcher(text);
            boolean timed = text.length() > 10 && time.find();
            String day = timed ? text.substring(0, time.start()) : text;
            PartialDate date = timed && isIsoDay(day) ? new PartialDate(isoDay(day)) : null;
            for (int i = 0; i < formats.size() && date == null; i++) {
                date = parsed(text, formats.get(i), column);
                // The format says all of it, also the time.
                timed &= date == null;
            }
            for (int i = 0; i < formats.size() && date == null && timed; i++) {
                date = parsed(day, formats.get(i), column);
            }
            if (date == null) {
                return PartialDate.parse(text);
            }
            if (timed && !MIDNIGHT.matcher(time.group()).matches()) {
                cut.merge(column, 1, Integer::sum);
            }
            return date;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw BadRowException.of(column, value, expected);
        }
    }

    /** Without a regular expression, because nearly all dates of large tables are such days. */
    private static boolean isIsoDay(String text) {
        boolean day = text.length() == 10;
        for (int i = 0; i < 10 && day; i++) {
            char c = text.charAt(i);
            day = i == 4 || i == 7 ? c == '-' : c >= '0' && c <= '9';
        }
        return day;
    }

    private static LocalDate isoDay(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    /** The date in a format; null if it is in another one. */
    private @Nullable PartialDate parsed(String text, DateTimeFormatter format, String column) {
        try {
            TemporalAccessor stated = format.parse(text);
            LocalDate day = LocalDate.from(stated);
            @Nullable LocalTime time = stated.query(TemporalQueries.localTime());
            if (time != null && !time.equals(LocalTime.MIDNIGHT)) {
                cut.merge(column, 1, Integer::sum);
            }
            return new PartialDate(day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
