package org.dateline.catalog;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells numbers that count people or things from dates, times of day, road numbers and ages, by what stands around them.
 * Months are known in every language; the few other words in those that reports are checked in.
 */
final class NumberKind {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** How many characters before and after a number are looked at. */
    private static final int AROUND = 40;

    private static final Pattern SPACE = Pattern.compile("[\\s\u00A0\u2009\u202F]");

    /** "9am", "9:30", "10 p.m.", "9 o'clock", "14 Uhr", "18h". */
    private static final Pattern TIME_AFTER = Pattern.compile(
            "^(?::\\d{2}|\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|o['\u2019]clock|uhr|h|hrs|gmt|بجے|बजे)(?![\\p{L}\\p{M}])).*",
            FLAGS | Pattern.DOTALL);

    private static final Pattern TIME_BEFORE = Pattern.compile(".*\\d:$", Pattern.DOTALL);

    /** The letters of a road, a flight or a model: "A-7", "M25", "No. 8". */
    private static final Pattern LABEL_BEFORE =
            Pattern.compile(".*(?:[\\p{L}_]|\\b\\p{Lu}{1,3}[-\u2011\u2013]|\\bNo\\. ?|№ ?)$", Pattern.DOTALL);

    /** "34-year-old", "34 años", "34-летний". */
    private static final Pattern AGE_AFTER = Pattern.compile(
            "^(?:[- ]years?[- ]old|[- ]jährig|,? years? of age| jahre alt| años(?: de edad)?\\b| ans\\b| anos\\b"
                    + "|[- ]?летн| лет\\b|[- ]?річн| років\\b| yaşında| سالہ|[- ]वर्षीय| عاما).*",
            FLAGS | Pattern.DOTALL);

    private static final Pattern AGE_BEFORE =
            Pattern.compile(".*\\b(?:aged?|im alter von|âgée?s? de|de edad|в возрасте) $", FLAGS | Pattern.DOTALL);

    /** An age between commas after a name: "Rosa Ferrandis, 34, said". */
    private static final Pattern NAMED_BEFORE = Pattern.compile(".*\\p{Lu}[\\p{L}'\u2019-]*, $", Pattern.DOTALL);

    private static final Pattern YEAR_BEFORE = Pattern.compile(
            ".*\\b(?:in|since|by|until|of|from|during|en|de|del|desde|hasta|depuis|seit|im|jahr|année|año|ano|em|desde|в|с|до"
                    + "|у|з|від|عام|سنة|سال|वर्ष|सन) $",
            FLAGS | Pattern.DOTALL);

    private static final Pattern YEAR_AFTER = Pattern.compile(
            "^(?:$|[.,;:)\\]\u2014\u2013]|\\s[\u2014\u2013]| (?:год|году|года|рік|році|року|yılı|میں|में)).*",
            FLAGS | Pattern.DOTALL);

    private final Pattern monthBefore;
    private final Pattern monthAfter;

    NumberKind(String language) {
        String months = MonthNames.in(Locale.forLanguageTag(language)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        monthBefore =
                Pattern.compile(".*\\b(?:" + months + ")\\.?,? (?:de |of )?(?:\\d{1,2}, )?$", FLAGS | Pattern.DOTALL);
        monthAfter = Pattern.compile(
                "^(?:st|nd|rd|th|er|\\.|º|ª)?,? (?:de |of )?(?:" + months + ")\\b.*", FLAGS | Pattern.DOTALL);
    }

    /** Whether a number in digits counts people or things, as far as the text around it shows. */
    boolean counts(NumberFinder.Found number, String text) {
        String before = spaced(text.substring(Math.max(0, number.start() - AROUND), number.start()));
        String after = spaced(text.substring(number.end(), Math.min(text.length(), number.end() + AROUND)));
        return !isDate(number, before, after)
                && !TIME_AFTER.matcher(after).matches()
                && !TIME_BEFORE.matcher(before).matches()
                && !LABEL_BEFORE.matcher(before).matches()
                && !isAge(number, before, after);
    }

    private static String spaced(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }

    private boolean isDate(NumberFinder.Found number, String before, String after) {
        double value = number.value();
        if (value >= 1
                && value <= 31
                && (monthBefore.matcher(before).matches()
                        || monthAfter.matcher(after).matches())) {
            return true;
        }
        boolean year = value >= 1800 && value < 2200 && number.end() - number.start() == 4;
        return year
                && (monthBefore.matcher(before).matches()
                        || YEAR_BEFORE.matcher(before).matches()
                        || YEAR_AFTER.matcher(after).matches());
    }

    private static boolean isAge(NumberFinder.Found number, String before, String after) {
        return number.value() < 120
                && (AGE_AFTER.matcher(after).matches()
                        || AGE_BEFORE.matcher(before).matches()
                        || NAMED_BEFORE.matcher(before).matches() && after.startsWith(","));
    }
}
