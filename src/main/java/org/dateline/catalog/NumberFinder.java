package org.dateline.catalog;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a text of one language: in digits of any script, grouped as the language groups them ("1,600"),
 * with a scale ("1.6 million", "3 lakh"), or spelled out ("seven", "двадцать шесть") by ICU's number rules (CLDR).
 */
final class NumberFinder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    /** No spelled-out number is longer, and the time of ICU's parser grows with the square of its input. */
    private static final int LONGEST_SPELLED_OUT = 160;

    private static final Map<String, NumberFinder> LANGUAGES = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Pattern digits;
    private final char decimal;
    private final Map<String, Double> scales;
    /** The numbers that are spelled out most often: where one stands alone, ICU's rules need not be loaded. */
    private final Map<String, Double> commonlySpelled;

    private final Pattern scale;

    /** Made when first needed: the rules take long to load. */
    private @Nullable RuleBasedNumberFormat spelling;

    /** Whether a word by itself is a spelled-out number: other words are not worth a longer look. */
    private final Map<String, Boolean> beginnings = new HashMap<>();

    /** @param start index of its first character in the text; {@code end} is the index after its last one */
    record Found(double value, int start, int end, boolean inDigits) {}

    private NumberFinder(String language) {
        this.locale = Locale.forLanguageTag(language);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        this.decimal = symbols.getDecimalSeparator();
        String separators = Pattern.quote("" + symbols.getGroupingSeparator() + decimal + "\u00A0\u202F\u066B\u066C");
        this.digits = Pattern.compile("\\p{Nd}+(?:[" + separators + "]\\p{Nd}+)*");
        this.scales = FigureWords.numbers(language, "scales");
        this.commonlySpelled = FigureWords.numbers(language, "spelled");
        this.scale = Pattern.compile(
                "[\\s\u00A0-](" + String.join("|", scales.keySet()) + ")(?![\\p{L}\\p{M}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static NumberFinder in(String language) {
        return LANGUAGES.computeIfAbsent(language, NumberFinder::new);
    }

    /** Whether a text contains a number as a whole: 6 is neither in "26" nor in "twenty-six". */
    boolean states(String text, double number) {
        Double alone = commonlySpelled.get(text.toLowerCase(locale));
        if (alone != null) {
            return alone == number;
        }
        List<Found> inDigits = inDigits(text);
        return inDigits.stream().anyMatch(found -> found.value == number)
                || spelledOut(text, inDigits).stream().anyMatch(found -> found.value == number);
    }

    /** All numbers in a text, in order. */
    List<Found> find(String text) {
        List<Found> inDigits = inDigits(text);
        List<Found> all = new ArrayList<>(inDigits);
        all.addAll(spelledOut(text, inDigits));
        all.sort(Comparator.comparingInt(Found::start));
        return all;
    }

    private List<Found> inDigits(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = digits.matcher(text);
        while (matcher.find()) {
            found.add(scaled(text, new Found(value(matcher.group()), matcher.start(), matcher.end(), true)));
        }
        return found;
    }

    private double value(String digits) {
        StringBuilder plain = new StringBuilder();
        digits.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (c == decimal || c == '\u066B') {
                plain.append('.');
            }
        });
        // Two decimal signs, as in a date or a version: not a number that anybody claims.
        return plain.indexOf(".") == plain.lastIndexOf(".") ? Double.parseDouble(plain.toString()) : Double.NaN;
    }

    private Found scaled(String text, Found found) {
        Matcher matcher = scale.matcher(text).region(found.end, text.length());
        if (scales.isEmpty() || !matcher.lookingAt()) {
            return found;
        }
        double times = scales.get(matcher.group(1).toLowerCase(locale));
        // 1.6 million is a whole number, despite binary fractions.
        double value = Math.rint(found.value * times * 1e6) / 1e6;
        return new Found(value, found.start, matcher.end(), found.inDigits);
    }

    /** Goes word by word and takes the longest number each time. ICU's formats are not thread-safe. */
    private synchronized List<Found> spelledOut(String text, List<Found> apart) {
        List<Found> found = new ArrayList<>();
        String folded = text.toLowerCase(locale);
        Matcher word = WORD.matcher(folded);
        for (int from = 0; word.find(from); ) {
            int at = word.start();
            from = word.end();
            // The scale after a number in digits belongs to that number.
            if (apart.stream().noneMatch(other -> at >= other.start && at < other.end)) {
                Optional<Found> number = begins(word.group()) ? spelledOutAt(folded, at) : Optional.empty();
                number.ifPresent(found::add);
                from = number.map(Found::end).orElse(from);
            }
        }
        return found;
    }

    private boolean begins(String word) {
        return beginnings.computeIfAbsent(word, _ -> spelledOutAt(word, 0).isPresent());
    }

    private Optional<Found> spelledOutAt(String folded, int at) {
        RuleBasedNumberFormat rules = spelling();
        String window = folded.substring(at, Math.min(folded.length(), at + LONGEST_SPELLED_OUT));
        ParsePosition position = new ParsePosition(0);
        Number number = rules.parse(window, position);
        int length = position.getIndex();
        if (length == 0 || !isCardinal(number.doubleValue(), window.substring(0, length), rules)) {
            return Optional.empty();
        }
        int end = at + length;
        boolean whole = end == folded.length() || !Character.isLetter(folded.codePointAt(end));
        return whole ? Optional.of(scaled(folded, new Found(number.doubleValue(), at, end, false))) : Optional.empty();
    }

    /** The parser also takes "sixth" for six: only cardinal numbers count. */
    private static boolean isCardinal(double number, String words, RuleBasedNumberFormat rules) {
        return Arrays.stream(rules.getRuleSetNames())
                .filter(name -> name.contains("cardinal") || name.endsWith("numbering"))
                .anyMatch(name -> rules.format(number, name).equals(words));
    }

    private RuleBasedNumberFormat spelling() {
        RuleBasedNumberFormat rules = spelling;
        if (rules == null) {
            rules = new RuleBasedNumberFormat(ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT);
            spelling = rules;
        }
        return rules;
    }
}
