package org.dateline.catalog;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number in digits of any script, grouped as the language groups them or with spaces: 1,600 or 1.600 or 1 600,
 * 1,60,000, 4.5 or 4,5. Digits grouped in another way, such as dates and versions, are not numbers.
 */
final class DigitReader {

    /**
     * Separators that are only used for grouping: no-break space, thin space, narrow no-break space, Arabic thousands
     * separator.
     */
    private static final String GROUPING = "\u00A0\u2009\u202F\u066C";

    private static final char ARABIC_DECIMAL = '\u066B';

    private final Locale locale;
    /** The language's decimal sign: "." or ",". */
    private final char decimal;
    /** The names of months; created when first needed. */
    private @Nullable Set<String> months;

    DigitReader(Locale locale) {
        this.locale = locale;
        this.decimal = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ',' : '.';
    }

    /** @param value NaN if the digits are not a number; {@code end} is the index after the last digit */
    record Digits(double value, int end) {}

    /** @param at the index of the first digit of a run */
    Digits read(String text, int at) {
        List<String> runs = new ArrayList<>();
        List<Character> separators = new ArrayList<>();
        int end = run(text, at);
        runs.add(plain(text.substring(at, end)));
        while (end + 1 < text.length() && Character.isDigit(text.charAt(end + 1))) {
            char separator = text.charAt(end);
            int next = run(text, end + 1);
            boolean space = separator == ' ';
            if (space || GROUPING.indexOf(separator) >= 0) {
                if (!groups(runs, separators, separator) || next - end != 4 || space && afterMonth(text, at)) {
                    break;
                }
            } else if (separator != '.' && separator != ',' && separator != ARABIC_DECIMAL) {
                break;
            }
            separators.add(separator);
            runs.add(plain(text.substring(end + 1, next)));
            end = next;
        }
        return new Digits(value(runs, separators), end);
    }

    /** Whether a group after this separator can continue the digits read so far. */
    private static boolean groups(List<String> runs, List<Character> separators, char separator) {
        return runs.getFirst().length() <= 3
                && separators.stream().allMatch(other -> other == separator)
                && runs.stream().skip(1).allMatch(run -> run.length() == 3);
    }

    private double value(List<String> runs, List<Character> separators) {
        int last = separators.size() - 1;
        if (last < 0) {
            return Double.parseDouble(runs.getFirst());
        }
        char separator = separators.get(last);
        boolean same = separators.stream().allMatch(other -> other == separator);
        if (same && GROUPING.indexOf(separator) + (separator == ' ' ? 1 : 0) >= 0) {
            return joined(runs, runs.size());
        }
        boolean grouped = same && separator != ARABIC_DECIMAL && isGrouped(runs, runs.size());
        if (grouped && (last > 0 || separator != decimal)) {
            return joined(runs, runs.size());
        }
        boolean point = separator == '.' || separator == ',' || separator == ARABIC_DECIMAL;
        boolean before = separators.stream().limit(last).distinct().count() <= 1
                && separators.stream().limit(last).noneMatch(other -> other == separator);
        if (point && (last == 0 || before && isGrouped(runs, last + 1))) {
            return Double.parseDouble(joinedDigits(runs, last + 1) + "." + runs.getLast());
        }
        return Double.NaN;
    }

    /**
     * Whether the digits are in groups of three or, as in India, the last in a group of three and the others in groups
     * of two.
     */
    private static boolean isGrouped(List<String> runs, int count) {
        if (count < 2 || runs.getFirst().length() > 3 || runs.get(count - 1).length() != 3) {
            return false;
        }
        List<String> inner = runs.subList(1, count - 1);
        return inner.stream().allMatch(run -> run.length() == 3)
                || runs.getFirst().length() <= 2 && inner.stream().allMatch(run -> run.length() == 2);
    }

    private static double joined(List<String> runs, int count) {
        return Double.parseDouble(joinedDigits(runs, count));
    }

    private static String joinedDigits(List<String> runs, int count) {
        return String.join("", runs.subList(0, count));
    }

    private static int run(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String plain(String digits) {
        StringBuilder plain = new StringBuilder();
        digits.chars().forEach(c -> plain.append(Character.digit(c, 10)));
        return plain.toString();
    }

    /** Whether the digits follow a month, as in "On March 11 200 people": a day and a number, not 11 200. */
    private boolean afterMonth(String text, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        Set<String> names = months;
        if (names == null) {
            names = MonthNames.in(locale);
            months = names;
        }
        return start < end && names.contains(text.substring(start, end).toLowerCase(locale));
    }
}
