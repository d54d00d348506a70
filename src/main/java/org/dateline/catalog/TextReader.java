package org.dateline.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.model.Text;

/** Reads texts in one or more languages, which must include the catalog's default language. */
public final class TextReader {

    private final List<String> languages;
    private final Faults faults;

    /** @param languages the catalog's, default first */
    public TextReader(List<String> languages, Faults faults) {
        this.languages = languages;
        this.faults = faults;
    }

    /** A plain string is in the default language; an object has one text per language. */
    public Text read(Field field) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        if (!field.node().isObject()) {
            return new Text(Map.of(languages.getFirst(), field.text()));
        }
        for (String language : languages) {
            field.find(language).ifPresent(text -> byLanguage.put(language, text.text()));
        }
        for (String language : field.node().propertyNames()) {
            byLanguage.putIfAbsent(language, field.get(language).text());
        }
        if (!byLanguage.containsKey(languages.getFirst())) {
            faults.add(field.fault("a text in the catalog's first language, " + languages.getFirst()));
            byLanguage.put(languages.getFirst(), "");
        }
        return new Text(byLanguage);
    }

    /** A text in any of the catalog's languages, which need not be the default: others would show nowhere. */
    Text readAny(Field field) {
        if (!field.node().isObject()) {
            return read(field);
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (String language : field.node().propertyNames()) {
            if (!languages.contains(language)) {
                faults.add(field.get(language)
                        .fault(
                                "the language " + language,
                                "a language of catalog.yaml (" + String.join(", ", languages) + ")"));
            }
            byLanguage.put(language, field.get(language).text());
        }
        return new Text(byLanguage);
    }

    /** Reads flat properties: {@code name} in the default language, {@code name_ur} in another. */
    Text readSuffixed(Field properties, String name) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        byLanguage.put(languages.getFirst(), properties.get(name).text());
        for (String language : languages) {
            properties.find(name + "_" + language).ifPresent(text -> byLanguage.put(language, text.text()));
        }
        return new Text(byLanguage);
    }
}
