package org.dateline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text that people read, in one or more languages.
 *
 * @param byLanguage language code (BCP 47) to text, default language first; not empty
 */
public record Text(Map<String, String> byLanguage) {

    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("got no language, expected at least one");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static Text english(String text) {
        return new Text(Map.of("en", text));
    }

    /** The text in its first language. */
    public String first() {
        return byLanguage.values().iterator().next();
    }

    /** The text in a language, or in its first language if it is not available in that one. */
    public String in(String language) {
        String text = byLanguage.get(languageFor(language));
        return text != null ? text : first();
    }

    /** The closest of several languages: itself, or what it is a kind of, as Portuguese is for pt-BR (RFC 4647, section 3.4). */
    public static Optional<String> closest(Set<String> languages, String language) {
        String code = language;
        while (!languages.contains(code)) {
            int end = code.lastIndexOf('-');
            if (end < 0) {
                return Optional.empty();
            }
            code = code.substring(0, end);
        }
        return Optional.of(code);
    }

    /** The language that {@link #in} answers in. */
    public String languageFor(String language) {
        return closest(byLanguage.keySet(), language)
                .orElseGet(() -> byLanguage.keySet().iterator().next());
    }
}
