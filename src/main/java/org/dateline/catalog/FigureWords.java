package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;

/**
 * The words with which a language qualifies numbers ("at least", "_or more" after them), counts without one
 * ("hundreds") and builds numbers ("dozen", "half a"), from {@code figures_<language>.properties}, and the signs that
 * do this in every language, from {@code figures_any.properties}.
 */
final class FigureWords {

    private static final Map<String, FigureWords> LANGUAGES = new ConcurrentHashMap<>();

    /** Properties that are parts of numbers instead of phrases. */
    private static final Set<String> PARTS = Set.of(
            "scales",
            "alone",
            "attached",
            "round",
            "spelled",
            "nothing",
            "fractions",
            "halves",
            "articles",
            "possessives",
            "and",
            "fold",
            "digits-after");

    private final Locale locale;
    private final Properties properties;
    /** The phrases, longest first, because "no more than" is not "more than". */
    private final List<Phrase> phrases;

    private final Map<String, String> folded;

    /**
     * @param meanings wordings, or ids of words that count without a number
     * @param precedes whether it can stand before its number
     * @param follows  whether it can stand after its number
     */
    private record Phrase(String words, boolean precedes, boolean follows, Set<String> meanings) {}

    /**
     * A phrase in a text.
     *
     * @param meanings wordings, or ids of words that count without a number; mostly one
     * @param precedes whether it can qualify the number after it
     * @param follows  whether it can qualify the number before it
     */
    record Standing(Set<String> meanings, boolean precedes, boolean follows, int start, int end) {

        int length() {
            return end - start;
        }

        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    private FigureWords(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.properties = load(language);
        this.folded = pairs("fold");
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        for (Properties some : List.of(properties, load("any"))) {
            for (String name : some.stringPropertyNames()) {
                if (!PARTS.contains(name)) {
                    alternatives(some, name)
                            .forEach(words -> meanings.computeIfAbsent(words, _ -> new TreeSet<>())
                                    .add(name));
                }
            }
        }
        this.phrases = meanings.keySet().stream()
                .map(words -> words.startsWith("_") ? words.substring(1) : words)
                .distinct()
                .map(words -> phrase(words, meanings.get(words), meanings.get("_" + words)))
                .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words.length())
                        .thenComparing(Phrase::words))
                .toList();
    }

    private Phrase phrase(String words, @Nullable Set<String> before, @Nullable Set<String> after) {
        Set<String> meanings = new TreeSet<>(before == null ? Set.of() : before);
        meanings.addAll(after == null ? Set.of() : after);
        return new Phrase(fold(words), before != null, after != null, meanings);
    }

    static FigureWords in(String language) {
        return LANGUAGES.computeIfAbsent(language, FigureWords::new);
    }

    /** Whether there is a file for the language; without one, the wording of numbers is not checked. */
    boolean known() {
        return !properties.isEmpty();
    }

    /** The text in lower case and in the spellings of the rules, with every character at its original index. */
    String fold(String text) {
        String lower = text.toLowerCase(locale);
        if (lower.length() != text.length()) {
            StringBuilder each = new StringBuilder(text);
            for (int i = 0; i < text.length(); i++) {
                each.setCharAt(i, Character.toLowerCase(text.charAt(i)));
            }
            lower = each.toString();
        }
        for (Map.Entry<String, String> spelling : folded.entrySet()) {
            lower = lower.replace(spelling.getKey(), spelling.getValue());
        }
        return lower;
    }

    /** The phrases in a folded text, except phrases within longer ones. */
    List<Standing> standing(String text) {
        List<Standing> found = new ArrayList<>();
        for (Phrase phrase : phrases) {
            for (int start : find(text, phrase.words)) {
                int end = start + phrase.words.length();
                if (found.stream().noneMatch(longer -> longer.overlaps(start, end))) {
                    found.add(new Standing(phrase.meanings, phrase.precedes, phrase.follows, start, end));
                }
            }
        }
        found.sort(Comparator.comparingInt(Standing::start));
        return found;
    }

    /** Signs match anywhere, words only as whole words. */
    private static List<Integer> find(String text, String phrase) {
        if (Character.isLetter(phrase.codePointAt(0))) {
            return WholeWordFinder.find(text, phrase);
        }
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean cut = Character.isLetter(phrase.codePointBefore(phrase.length()))
                    && end < text.length()
                    && Character.isLetter(text.codePointAt(end));
            if (!cut) {
                found.add(at);
            }
        }
        return found;
    }

    /** Words with their numbers: {@code scales}, {@code attached}, {@code round}, {@code spelled}, {@code fractions}. */
    Map<String, Double> numbers(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        pairs(name).forEach((words, number) -> numbers.put(fold(words), Double.valueOf(number)));
        return numbers;
    }

    /** Words of a list: {@code alone}, {@code nothing}, {@code halves}, {@code articles}, {@code possessives}, {@code and}. */
    List<String> list(String name) {
        return alternatives(properties, name).map(this::fold).toList();
    }

    private Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        alternatives(properties, name).forEach(entry -> {
            int colon = entry.lastIndexOf(':');
            pairs.put(entry.substring(0, colon), entry.substring(colon + 1));
        });
        return pairs;
    }

    private static Stream<String> alternatives(Properties properties, String name) {
        return Arrays.stream(properties.getProperty(name, "").split("\\|")).filter(words -> !words.isBlank());
    }

    private static Properties load(String language) {
        Properties properties = new Properties();
        try (InputStream in = FigureWords.class.getResourceAsStream("/figures_" + language + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
