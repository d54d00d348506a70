package org.dateline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
        String text = byLanguage.get(language);
        return text != null ? text : first();
    }

    /** The language that {@link #in} answers in. */
    public String languageFor(String language) {
        return byLanguage.containsKey(language)
                ? language
                : byLanguage.keySet().iterator().next();
    }
}
