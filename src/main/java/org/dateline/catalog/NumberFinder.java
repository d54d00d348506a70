package org.dateline.catalog;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a text of one language: in digits ("1,600"), spelled out ("seven", "двадцать шесть"), and either
 * with scales, collectives and fractions ("1.6 million", "3 lakh", "two dozen", "half a million", "un millón y medio").
 * Spelled-out numbers are read by ICU's number rules (CLDR) and, where these have none or are not needed, from the
 * language's {@link FigureWords}.
 */
final class NumberFinder {

    /** The longest spelled-out number, in characters; the time of ICU's parser grows with the square of its input. */
    private static final int LONGEST_SPELLED_OUT = 160;

    /** The characters and words that may join the parts of a number. */
    private static final Pattern SPACE = Pattern.compile("[ \u00A0\u2009\u202F-]?");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'\u2019\u02BC]+");
    /** The one or two words that name an item of a list, as in "a man and", "two men,". */
    private static final String LISTED = "(?: [\\p{L}\\p{M}]+){1,2}";

    private static final Map<String, NumberFinder> LANGUAGES = new ConcurrentHashMap<>();

    private final Locale locale;
    private final FigureWords words;
    private final DigitReader digits;
    private final Words scales;
    /** The scales after which digits go on, as in Turkish "11 bin 119". */
    private final Set<Double> digitsAfter = new HashSet<>();

    private final Words alone;
    private final Words attached;
    private final Words spelled;
    private final Words fractions;
    private final Words halves;
    private final Words articles;
    private final Words possessives;
    private final Words joiners;
    private final Map<String, Double> round;
    private final List<Pattern> nothing;

    /** Created when first needed, because the rules take long to load. */
    private @Nullable RuleBasedNumberFormat spelling;

    /** Caches whether a word can begin a spelled-out number, so that other words are skipped. */
    private final Map<String, Boolean> beginnings = new HashMap<>();

    /**
     * @param start  index of its first character in the text; {@code end} is the index after its last one
     * @param scale  the last scale in it ("million": 1000000); 1 for none
     */
    record Found(double value, int start, int end, boolean inDigits, double scale) {

        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    /** Words that mean numbers, as one pattern that matches the longest. */
    private record Words(
            Map<String, Double> numbers, @Nullable Pattern pattern) {

        static Words of(Map<String, Double> numbers) {
            if (numbers.isEmpty()) {
                return new Words(numbers, null);
            }
            List<String> longestFirst = numbers.keySet().stream()
                    .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                    .map(Pattern::quote)
                    .toList();
            // Abbreviations ("тыс.") end with their full stop.
            return new Words(
                    numbers, Pattern.compile("(?:" + String.join("|", longestFirst) + ")(?![\\p{L}\\p{M}\\p{Nd}])"));
        }

        static Words of(List<String> list) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            list.forEach(word -> numbers.put(word, 1.0));
            return of(numbers);
        }

        /** The index after the spelled-out number that starts at an index; -1 if there is none. */
        int end(String text, int at) {
            if (pattern == null) {
                return -1;
            }
            Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
            return matcher.lookingAt() ? matcher.end() : -1;
        }

        double number(String text, int at, int end) {
            return numbers.get(text.substring(at, end));
        }
    }

    private NumberFinder(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.words = FigureWords.in(language);
        this.digits = new DigitReader(locale);
        Map<String, Double> all = words.numbers("scales");
        this.scales = Words.of(all);
        Map<String, Double> some = new LinkedHashMap<>(all);
        some.keySet().retainAll(words.list("alone"));
        this.alone = Words.of(some);
        this.attached = Words.of(words.numbers("attached"));
        this.spelled = Words.of(words.numbers("spelled"));
        this.fractions = Words.of(words.numbers("fractions"));
        this.halves = Words.of(words.list("halves"));
        this.articles = Words.of(words.list("articles"));
        this.possessives = Words.of(words.list("possessives"));
        this.joiners = Words.of(words.list("and"));
        this.round = words.numbers("round");
        this.nothing = words.list("nothing").stream().map(NumberFinder::apart).toList();
        words.list("digits-after").forEach(scale -> digitsAfter.add(all.get(scale)));
    }

    static NumberFinder in(String language) {
        return LANGUAGES.computeIfAbsent(language, NumberFinder::new);
    }

    /** All numbers in a text, in order: 6 is neither in "26" nor in "twenty-six". */
    List<Found> find(String text) {
        return find(words.fold(text), true);
    }

    /** The numbers in digits and in common words, found without loading ICU's rules. */
    List<Found> findCommon(String text) {
        return find(words.fold(text), false);
    }

    /**
     * The places in a claim's words that state a number: the number itself, a list of people ("two men and a woman" for
     * 3), or an article alone ("a soldier" for 1).
     */
    List<Found> stating(String text, double number) {
        String folded = words.fold(text);
        // Digits and common numbers on their own can be read without loading the rules.
        List<Found> common = find(folded, false).stream()
                .filter(found -> found.value == number)
                .filter(found -> found.inDigits || !continues(folded, found.start, found.end))
                .toList();
        if (!common.isEmpty()) {
            return common;
        }
        List<Found> all = find(folded, true);
        List<Found> stating =
                all.stream().filter(found -> found.value == number).toList();
        if (!stating.isEmpty()) {
            return stating;
        }
        return listed(folded)
                .or(() -> none(folded))
                .or(() -> all.isEmpty() ? article(folded) : Optional.empty())
                .filter(found -> found.value == number)
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * Whether a number says "about" by itself. "Une trentaine" does; "deux dizaines" may, so that it is read either way.
     *
     * @param text the text in which it was found
     */
    Roundness roundness(String text, Found found) {
        String number = words.fold(text).substring(found.start, found.end);
        return round.keySet().stream()
                .filter(word -> !WholeWordFinder.find(number, word).isEmpty())
                .map(word -> round.get(word) == found.value ? Roundness.ROUND : Roundness.PERHAPS)
                .min(Comparator.naturalOrder())
                .orElse(Roundness.NO);
    }

    /** Whether the words of a number make it an approximate one. */
    enum Roundness {
        ROUND,
        PERHAPS,
        NO
    }

    /** The pattern of two words with up to six others between them. */
    private static Pattern apart(String words) {
        String[] ends = words.split("…");
        return Pattern.compile("(?<![\\p{L}\\p{M}])" + Pattern.quote(ends[0]) + "(?: [\\p{L}\\p{M}]+){0,6} "
                + Pattern.quote(ends[1]) + "(?![\\p{L}\\p{M}])");
    }

    /** Words that mean none together, such as "कोई घायल नहीं". */
    private Optional<Found> none(String text) {
        return nothing.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(match -> new Found(0, match.start(), match.end(), false, 1))
                .findFirst();
    }

    /**
     * The whole number that a part of a text belongs to, for example 1,200 for "200" in "1 200". Empty if the part is a
     * number of its own.
     */
    Optional<Found> around(String text, int start, int end) {
        String folded = words.fold(text);
        if (!continues(folded, start, end)) {
            return Optional.empty();
        }
        int from = wordStart(folded, Math.max(0, start - LONGEST_SPELLED_OUT / 2));
        String window = folded.substring(from, Math.min(folded.length(), end + LONGEST_SPELLED_OUT / 2));
        return find(window, true).stream()
                .map(found -> new Found(found.value, found.start + from, found.end + from, found.inDigits, found.scale))
                .filter(found -> found.overlaps(start, end))
                .findFirst();
    }

    /** Looks at the neighbouring words without ICU's rules, which are slow to load. */
    private boolean continues(String text, int start, int end) {
        Matcher after = SPACE.matcher(text).region(end, text.length());
        int next = after.lookingAt() ? after.end() : end;
        if (next < text.length() && isPart(text, next)) {
            return true;
        }
        if (start == 0) {
            return false;
        }
        int before = start - 1;
        if (!SPACE.matcher(text.substring(before, start)).matches()) {
            return Character.isLetterOrDigit(text.charAt(before));
        }
        int word = wordStart(text, before);
        return word < before && isPart(text, word) || isFractionBefore(text, before);
    }

    private boolean isFractionBefore(String text, int end) {
        return fractions.numbers.keySet().stream()
                .anyMatch(fraction -> text.startsWith(fraction, end - fraction.length()));
    }

    private boolean isPart(String text, int at) {
        return Character.isDigit(text.charAt(at))
                || scales.end(text, at) > 0
                || spelled.end(text, at) > 0
                || halves.end(text, at) > 0
                || joiners.end(text, at) > 0
                        && joiners.end(text, at) + 1 < text.length()
                        && spelled.end(text, joiners.end(text, at) + 1) > 0;
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && text.charAt(start - 1) != '-') {
            start--;
        }
        return start;
    }

    /** ICU's formats are not thread-safe. */
    private synchronized List<Found> find(String folded, boolean rules) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < folded.length(); ) {
            Optional<Found> number = startsAt(folded, at) ? read(folded, at, rules) : Optional.empty();
            number.filter(one -> !Double.isNaN(one.value)).ifPresent(found::add);
            at = number.map(Found::end).orElse(at + 1);
        }
        return found;
    }

    private static boolean startsAt(String text, int at) {
        char c = text.charAt(at);
        if (Character.isDigit(c)) {
            return true;
        }
        return Character.isLetter(c)
                && (at == 0 || !Character.isLetter(text.charAt(at - 1)) && !isMark(text.charAt(at - 1)));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** The longest number that starts at an index. */
    private Optional<Found> read(String text, int at, boolean rules) {
        int fraction = fractions.end(text, at);
        if (fraction > 0) {
            Optional<Found> part = scaledFraction(text, at, fraction);
            if (part.isPresent()) {
                return part.map(found -> withTail(text, found, rules));
            }
        }
        return plain(text, at, rules)
                .or(() -> withoutNumber(text, at))
                .map(number -> withTail(text, scaled(text, number), rules));
    }

    /** Reads a fraction of a scale, such as "half a million" and "полтора миллиона", or "полтора" alone. */
    private Optional<Found> scaledFraction(String text, int at, int end) {
        double value = fractions.number(text, at, end);
        Found scaled = scaled(text, new Found(value, at, end, false, 1));
        return scaled.end > end || value > 1 ? Optional.of(scaled) : Optional.empty();
    }

    private Optional<Found> plain(String text, int at, boolean rules) {
        if (Character.isDigit(text.charAt(at))) {
            DigitReader.Digits read = digits.read(text, at);
            return Optional.of(new Found(read.value(), at, read.end(), true, 1));
        }
        int listed = spelled.end(text, at);
        Optional<Found> word = listed < 0
                ? Optional.empty()
                : Optional.of(withTens(text, spelledAs(spelled.number(text, at, listed), at, listed)));
        Optional<Found> icu = rules ? byRules(text, at) : Optional.empty();
        return icu.filter(found -> word.isEmpty() || found.end >= word.get().end)
                .or(() -> word);
    }

    /** In Arabic, the units come before the tens: "two-and-forty". */
    private Found withTens(String text, Found unit) {
        int and = skip(text, unit.end);
        if (unit.value >= 10 || and == unit.end || !isAttachedJoiner(text, and)) {
            return unit;
        }
        int end = spelled.end(text, and + 1);
        double tens = end < 0 ? 0 : spelled.number(text, and + 1, end);
        return tens >= 20 && tens < 100 ? new Found(unit.value + tens, unit.start, end, false, 1) : unit;
    }

    /** The Arabic "and", which is written together with the word after it. */
    private boolean isAttachedJoiner(String text, int at) {
        return joiners.numbers.containsKey("و") && text.startsWith("و", at) && at + 1 < text.length();
    }

    private static Found spelledAs(double value, int at, int end) {
        double scale = value >= 1000 && value % 1000 == 0 ? 1000 : value >= 100 && value % 100 == 0 ? 100 : 1;
        return new Found(value, at, end, false, scale);
    }

    /** Reads a scale without a number, such as "a dozen" and "centenar". */
    private Optional<Found> withoutNumber(String text, int at) {
        int article = articles.end(text, at);
        int noun = article < 0 ? at : skip(text, article);
        int end = alone.end(text, noun);
        return end < 0
                ? Optional.empty()
                : Optional.of(new Found(alone.number(text, noun, end), at, end, false, alone.number(text, noun, end)));
    }

    /** Multiplies by the scales that follow: "2", "2 million", "two hundred thousand", "3.5bn", "2.5 million". */
    private Found scaled(String text, Found number) {
        Found scaled = number;
        int glued = number.inDigits ? attached.end(text, number.end) : -1;
        if (glued > 0) {
            return times(scaled, attached.number(text, number.end, glued), glued);
        }
        scaled = half(text, scaled);
        while (true) {
            int at = skip(text, scaled.end);
            int end = at == scaled.end && !scaled.inDigits ? -1 : scales.end(text, at);
            if (end < 0) {
                return scaled.end == number.end ? scaled : half(text, scaled);
            }
            scaled = times(scaled, scales.number(text, at, end), end);
        }
    }

    /** Multiplies a number by a scale, and rounds so that 1.6 million is a whole number despite binary fractions. */
    private static Found times(Found number, double scale, int end) {
        double value = Math.rint(number.value * scale * 1e6) / 1e6;
        return new Found(value, number.start, end, number.inDigits, scale);
    }

    /** Adds a half that follows, as in "two and a half" and "un millón y medio". */
    private Found half(String text, Found number) {
        int at = skip(text, number.end);
        int end = at == number.end ? -1 : halves.end(text, at);
        return end < 0
                ? number
                : new Found(number.value + number.scale / 2, number.start, end, number.inDigits, number.scale);
    }

    /** Adds smaller parts that follow a scale: "2 lakh 50 thousand", "doscientas treinta". */
    private Found withTail(String text, Found number, boolean rules) {
        if (number.scale < 100) {
            return number;
        }
        int at = skip(text, number.end);
        int joined = joiners.end(text, at);
        int next = joined > 0 ? skip(text, joined) : isAttachedJoiner(text, at) ? at + 1 : at;
        if (at == number.end || next >= text.length()) {
            return number;
        }
        return plain(text, next, rules)
                .map(part -> scaled(text, part))
                .filter(part -> part.value > 0
                        && part.value < number.scale
                        && (part.scale > 1 || !part.inDigits || digitsAfter.contains(number.scale)))
                .map(part -> withTail(
                        text,
                        new Found(number.value + part.value, number.start, part.end, number.inDigits, part.scale),
                        rules))
                .orElse(number);
    }

    private static int skip(String text, int at) {
        Matcher space = SPACE.matcher(text).region(at, text.length());
        return space.lookingAt() ? space.end() : at;
    }

    /** The sum of a list that contains an article, such as "a man and a woman" or "two men, a woman and a child". */
    private Optional<Found> listed(String text) {
        if (articles.pattern == null || joiners.pattern == null) {
            return Optional.empty();
        }
        String whose = possessives.pattern == null ? "" : "(?:" + possessives.pattern + " )?";
        String item = whose + "(?:" + articles.pattern + "|[\\p{L}\\p{M}]+|\\p{Nd}+)" + LISTED;
        String and = "(?:, ?| " + joiners.pattern + " )";
        if (!text.matches(item + "(?:" + and + item + ")+")) {
            return Optional.empty();
        }
        double sum = 0;
        boolean article = false;
        for (String one : text.split(and)) {
            if (articles.end(one, 0) > 0) {
                article = true;
                sum += 1;
            } else {
                int owned = possessives.end(one, 0);
                Optional<Found> number = read(owned < 0 ? one : one.substring(owned + 1), 0, true);
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                sum += number.get().value;
            }
        }
        return article ? Optional.of(new Found(sum, 0, text.length(), false, 1)) : Optional.empty();
    }

    private Optional<Found> article(String text) {
        int end = articles.end(text, 0);
        return end < 0 ? Optional.empty() : Optional.of(new Found(1, 0, end, false, 1));
    }

    private Optional<Found> byRules(String text, int at) {
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (!word.lookingAt()
                || !beginnings.computeIfAbsent(
                        word.group(), first -> parse(first, 0).isPresent())) {
            return Optional.empty();
        }
        return parse(text, at);
    }

    private Optional<Found> parse(String text, int at) {
        String window = text.substring(at, Math.min(text.length(), at + LONGEST_SPELLED_OUT));
        // ICU reads "fifty five" as 5005; it is written without its hyphen, too.
        int space = window.indexOf(' ');
        Optional<Found> read = parsed(text, window, at);
        return read.isPresent() || space < 0
                ? read
                : parsed(text, window.substring(0, space) + "-" + window.substring(space + 1), at)
                        .filter(found -> found.end > at + space);
    }

    private Optional<Found> parsed(String text, String window, int at) {
        RuleBasedNumberFormat rules = spelling();
        ParsePosition position = new ParsePosition(0);
        Number number = rules.parse(window, position);
        int length = position.getIndex();
        if (length == 0 || !isCardinal(number.doubleValue(), window.substring(0, length), rules)) {
            return Optional.empty();
        }
        int end = at + length;
        boolean whole = end == text.length() || !Character.isLetter(text.codePointAt(end));
        return whole ? Optional.of(spelledAs(number.doubleValue(), at, end)) : Optional.empty();
    }

    /** Whether a number is cardinal, because the parser also reads "sixth" as six. */
    private static boolean isCardinal(double number, String words, RuleBasedNumberFormat rules) {
        return Arrays.stream(rules.getRuleSetNames())
                .filter(name -> name.contains("cardinal") || name.endsWith("numbering"))
                .anyMatch(name -> rules.format(number, name).equals(words));
    }

    private RuleBasedNumberFormat spelling() {
        RuleBasedNumberFormat rules = spelling;
        if (rules == null) {
            ULocale own = ULocale.forLocale(locale);
            rules = new RuleBasedNumberFormat(own, RuleBasedNumberFormat.SPELLOUT);
            String source = rules.toString();
            // The rules divide long words by soft hyphens (German), which texts do not contain.
            if (source.indexOf('\u00AD') >= 0) {
                rules = new RuleBasedNumberFormat(source.replace("\u00AD", ""), own);
            }
            spelling = rules;
        }
        return rules;
    }
}
