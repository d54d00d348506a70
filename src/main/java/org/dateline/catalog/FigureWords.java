package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.dateline.model.WholeWordFinder;

/**
 * The words with which a language qualifies numbers ("at least", "_or more" after them) or counts without one
 * ("hundreds"), from {@code figures_<language>.properties}. In a language without such a file, words are not checked.
 */
final class FigureWords {

    private static final Map<String, FigureWords> LANGUAGES = new ConcurrentHashMap<>();
    /** Properties that are not phrases. */
    private static final Set<String> NUMBERS = Set.of("scales", "spelled");

    private final Locale locale;
    /** Longest first, because "no more than" is not "more than". */
    private final List<Phrase> phrases;

    /** @param follows whether it stands after its number */
    private record Phrase(String meaning, String words, boolean follows) {}

    private FigureWords(String language) {
        this.locale = Locale.forLanguageTag(language);
        Properties properties = load(language);
        this.phrases = properties.stringPropertyNames().stream()
                .filter(name -> !NUMBERS.contains(name))
                .flatMap(name -> alternatives(properties, name)
                        .map(words -> words.startsWith("_")
                                ? new Phrase(name, words.substring(1), true)
                                : new Phrase(name, words, false)))
                .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words.length())
                        .thenComparing(Phrase::words))
                .toList();
    }

    static FigureWords in(String language) {
        return LANGUAGES.computeIfAbsent(language, FigureWords::new);
    }

    boolean known() {
        return !phrases.isEmpty();
    }

    /** Whether words contain a phrase with a meaning: {@code hundreds}, {@code between}. */
    boolean means(String words, String meaning) {
        String folded = words.toLowerCase(locale);
        return phrases.stream().anyMatch(phrase -> phrase.meaning.equals(meaning) && stands(folded, phrase.words));
    }

    /** What qualifies the number in some words, out of the given meanings; empty if nothing does. */
    Optional<String> qualifier(String words, Predicate<String> meanings) {
        String folded = words.toLowerCase(locale);
        return phrases.stream()
                .filter(phrase -> stands(folded, phrase.words))
                .map(Phrase::meaning)
                .filter(meanings)
                .findFirst();
    }

    /** The phrase outside the words between two indices of a quote that qualifies the number in them. */
    Optional<String> qualifierAround(String quote, int start, int end, Predicate<String> meanings) {
        String before = quote.substring(0, start).toLowerCase(locale).stripTrailing();
        String after = quote.substring(end).toLowerCase(locale).stripLeading();
        return phrases.stream()
                .filter(phrase -> meanings.test(phrase.meaning))
                .filter(phrase -> phrase.follows
                        ? after.startsWith(phrase.words) && stands(after, phrase.words)
                        : before.endsWith(phrase.words) && stands(before, phrase.words))
                .map(Phrase::words)
                .findFirst();
    }

    /** Signs match anywhere, words only as whole words. */
    private static boolean stands(String text, String phrase) {
        return Character.isLetter(phrase.codePointAt(0))
                ? !WholeWordFinder.find(text, phrase).isEmpty()
                : text.contains(phrase);
    }

    /**
     * Words with their numbers: {@code scales} multiply the number before them, as in "1.6 million"; {@code spelled}
     * are numbers themselves.
     */
    static Map<String, Double> numbers(String language, String name) {
        Map<String, Double> numbers = new HashMap<>();
        alternatives(load(language), name).forEach(entry -> {
            int colon = entry.indexOf(':');
            numbers.put(entry.substring(0, colon), Double.valueOf(entry.substring(colon + 1)));
        });
        return numbers;
    }

    private static java.util.stream.Stream<String> alternatives(Properties properties, String name) {
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
