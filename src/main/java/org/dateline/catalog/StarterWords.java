package org.dateline.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The words of the catalog to start from, in its languages. A language of which the program has no words is left out,
 * so that {@code check} names what is missing; in the place of the first language stands English.
 */
public final class StarterWords {

    private static final JsonNode WORDS = read();
    /** What an editor replaces; the rest, such as "Places", may stay. */
    private static final List<String> TO_REPLACE =
            List.of("summary", "source", "service", "service_named", "no_town", "no_address");

    private static final String TOWN = "Exampleton";
    private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

    private static final Pattern TOKEN = Pattern.compile("@(words|first|name|note)\\.([a-z_]+)@");
    /** What YAML reads as a text without quotation marks. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}((?!: | #)[\\p{L}\\p{M}\\p{N} .,:;()“”’-])*");

    private final List<String> languages;

    StarterWords(List<String> languages) {
        this.languages = languages;
    }

    /** The starter's sentences, in all languages, that say nothing of a catalog of one's own. */
    public static Set<String> toReplace() {
        Set<String> sentences = new TreeSet<>();
        TO_REPLACE.forEach(key -> WORDS.path(key).forEach(sentence -> sentences.add(sentence.asString())));
        return sentences;
    }

    /** A file of the starter with its words. */
    String fill(String template) {
        return TOKEN.matcher(template)
                .replaceAll(token -> Matcher.quoteReplacement(
                        switch (token.group(1)) {
                            case "words" -> yaml(words(token.group(2)));
                            case "first" ->
                                yaml(Map.of(
                                        languages.getFirst(),
                                        words(token.group(2)).get(languages.getFirst())));
                            default -> properties(token.group(1), words(token.group(2)));
                        }));
    }

    private Map<String, String> words(String key) {
        return switch (key) {
            case "town" -> each(_ -> TOWN);
            case "label" ->
                each(language -> "Example Wire, " + TOWN + ", "
                        + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(language.equals("en") ? Locale.UK : Locale.forLanguageTag(language))
                                .format(DAY));
            default -> each(language -> WORDS.path(key).path(language).asString());
        };
    }

    private Map<String, String> each(Function<String, String> words) {
        Map<String, String> each = new LinkedHashMap<>();
        for (String language : languages) {
            InterfaceWords.ownLanguage(language).ifPresent(own -> each.put(language, words.apply(own)));
        }
        each.computeIfAbsent(languages.getFirst(), _ -> words.apply("en"));
        return each;
    }

    private String yaml(Map<String, String> words) {
        String first = words.get(languages.getFirst());
        if (words.size() == 1) {
            return PLAIN.matcher(first).matches() ? first : quoted(first);
        }
        return languages.stream()
                .filter(words::containsKey)
                .map(language -> language + ": " + quoted(words.get(language)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String properties(String name, Map<String, String> words) {
        return languages.stream()
                .filter(words::containsKey)
                .map(language -> '"' + (language.equals(languages.getFirst()) ? name : name + '_' + language) + "\": "
                        + quoted(words.get(language)))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String words) {
        return JsonNodeFactory.instance.stringNode(words).toString();
    }

    private static JsonNode read() {
        try (InputStream in = StarterWords.class.getResourceAsStream("/starter/words.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
