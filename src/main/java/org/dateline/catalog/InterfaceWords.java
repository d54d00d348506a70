package org.dateline.catalog;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the interface, by key: those of the program, from {@code messages_<language>.properties}, and over
 * them a catalog's own, from {@code languages/<tag>.properties}. A message that neither has is English.
 */
public final class InterfaceWords {

    private static final Pattern FORM = Pattern.compile("([=\\w]+)\\{[^{}]*}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?:,plural,((?:[=\\w]+\\{[^{}]*})+))?}");

    /** Names of kinds are the catalog's own. */
    private static final String KIND = "kind.";

    private static final Map<String, String> ENGLISH = read("");

    private static final Map<String, Optional<String>> FILES = new ConcurrentHashMap<>();

    /** The program's own messages by language, which every page needs. */
    private static final Map<String, Messages> OURS = new ConcurrentHashMap<>();

    private InterfaceWords() {}

    /**
     * The messages in a language.
     *
     * @param patterns ICU patterns by key, in every key of English
     * @param language whose they are: English if there are none in the language
     */
    public record Messages(Map<String, String> patterns, String language) {}

    /** @param own the catalog's own messages in this language; empty for none */
    public static Messages in(String tag, Map<String, String> own) {
        Messages ours = OURS.computeIfAbsent(tag, InterfaceWords::ours);
        if (own.isEmpty()) {
            return ours;
        }
        Map<String, String> patterns = new TreeMap<>(ours.patterns);
        patterns.putAll(own);
        return new Messages(patterns, tag);
    }

    private static Messages ours(String tag) {
        Optional<String> file = fileFor(tag);
        if (file.isEmpty()) {
            return new Messages(ENGLISH, "en");
        }
        Map<String, String> patterns = new TreeMap<>(ENGLISH);
        file.ifPresent(name -> patterns.putAll(read(name)));
        return new Messages(Collections.unmodifiableMap(patterns), tag);
    }

    /** The keys that are English in a language; empty for English itself. */
    public static Set<String> missing(String tag, Map<String, String> own) {
        Set<String> missing = new TreeSet<>(ENGLISH.keySet());
        fileFor(tag).ifPresent(name -> missing.removeAll(read(name).keySet()));
        missing.removeAll(own.keySet());
        return missing;
    }

    /**
     * The name of the program's file that serves a language: the one of the same language in the same script, so that
     * {@code pt-BR} is served by {@code pt}, and {@code zh-Hant} is not by {@code zh}, which is simplified.
     */
    private static Optional<String> fileFor(String tag) {
        return FILES.computeIfAbsent(tag, InterfaceWords::find);
    }

    /** The language of the program's words that serves a language: {@code pt} for {@code pt-BR}. */
    static Optional<String> ownLanguage(String tag) {
        return fileFor(tag).map(suffix -> suffix.isEmpty() ? "en" : suffix.substring(1));
    }

    private static Optional<String> find(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        String language = locale.getLanguage();
        if (language.equals("en")) {
            return Optional.of("");
        }
        boolean exists = InterfaceWords.class.getResource(path("_" + language)) != null;
        String script = ULocale.addLikelySubtags(locale).getScript();
        String usual = ULocale.addLikelySubtags(new ULocale(language)).getScript();
        return exists && script.equals(usual) ? Optional.of("_" + language) : Optional.empty();
    }

    private static String path(String suffix) {
        return "/messages" + suffix + ".properties";
    }

    private static Map<String, String> read(String suffix) {
        try (InputStream in = InterfaceWords.class.getResourceAsStream(path(suffix))) {
            return in == null ? Map.of() : read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Reader in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        Map<String, String> messages = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }

    /** The messages of a catalog's file, without those that have faults. */
    static Map<String, String> read(String file, byte[] content, Faults faults) {
        String text = new String(content, StandardCharsets.UTF_8);
        Map<String, String> messages;
        try {
            messages = read(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            faults.add(
                    new Fault(file, 0, "", "text that is not of the form key=message", "one \"key=message\" a line"));
            return Map.of();
        }
        Map<String, String> sound = new LinkedHashMap<>();
        messages.forEach((key, message) -> {
            @Nullable String english = ENGLISH.get(key);
            String expected = english != null
                    ? misfit(english, message)
                    : key.startsWith(KIND) ? misfit("", message) : "a key of the interface, such as home.places";
            if (expected.isEmpty()) {
                sound.put(key, message);
            } else {
                faults.add(new Fault(file, line(text, key), key, "\"" + message + "\"", expected));
            }
        });
        return sound;
    }

    /** What a message should have to stand for the English one; empty if it can. */
    static String misfit(String english, String message) {
        String rest = PLACEHOLDER.matcher(message).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            return "placeholders such as {0} and {0,plural,one{# report}other{# reports}}, without other braces";
        }
        Set<String> wanted = arguments(english);
        if (!arguments(message).equals(wanted)) {
            return wanted.isEmpty() ? "no placeholder" : "the placeholders " + String.join(", ", wanted);
        }
        boolean other = PLACEHOLDER
                .matcher(message)
                .results()
                .filter(found -> found.group(2) != null)
                .allMatch(found -> forms(found).contains("other"));
        return other ? "" : "the form \"other\" in each plural";
    }

    private static Set<String> forms(MatchResult plural) {
        Set<String> forms = new HashSet<>();
        for (Matcher form = FORM.matcher(plural.group(2)); form.find(); ) {
            forms.add(form.group(1));
        }
        return forms;
    }

    /** The placeholders of a message: {@code {0}}, and as {@code {0,plural}} those that are numbers of things. */
    private static Set<String> arguments(String message) {
        Set<String> arguments = new TreeSet<>();
        PLACEHOLDER.matcher(message).results().forEach(found -> arguments.add("{" + found.group(1) + "}"));
        return arguments;
    }

    private static int line(String text, String key) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].stripLeading().startsWith(key)) {
                return i + 1;
            }
        }
        return 0;
    }
}
