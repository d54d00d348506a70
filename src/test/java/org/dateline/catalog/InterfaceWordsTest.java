package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InterfaceWordsTest {

    private static final Pattern PLURAL = Pattern.compile("\\{\\d,plural,((?:[=\\w]+\\{[^{}]*})+)}");

    private static final Properties ENGLISH = file("");

    static List<String> languages() {
        return List.of("ur", "es", "fr", "ar", "pt", "de", "ru", "uk", "tr", "hi", "fa", "bn", "ps", "zh");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_language_has_every_message_with_its_placeholders(String language) {
        Properties messages = file("_" + language);
        assertThat(messages.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
        List<String> wrong = new ArrayList<>();
        for (String key : ENGLISH.stringPropertyNames()) {
            String misfit = InterfaceWords.misfit(ENGLISH.getProperty(key), messages.getProperty(key));
            if (!misfit.isEmpty()) {
                wrong.add(key + ": expected " + misfit);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_plural_has_the_forms_of_its_language(String language) {
        Properties messages = file("_" + language);
        PluralRules rules = PluralRules.forLocale(Locale.forLanguageTag(language));
        List<String> wrong = new ArrayList<>();
        for (String key : messages.stringPropertyNames()) {
            for (MatchResult plural :
                    PLURAL.matcher(messages.getProperty(key)).results().toList()) {
                String forms = "}" + plural.group(1);
                // One form for 1 and one for all else answers yes or no; it counts nothing.
                if (forms.matches("}=1\\{[^{}]*}other\\{[^{}]*}?")) {
                    continue;
                }
                Set<String> needed = new TreeSet<>();
                IntStream.rangeClosed(0, 200)
                        .filter(n -> !forms.contains("}=" + n + "{"))
                        .forEach(n -> needed.add(rules.select(n)));
                needed.removeIf(form -> forms.contains("}" + form + "{"));
                if (!needed.isEmpty()) {
                    wrong.add(key + ": no " + needed);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_message_of_several_words_is_left_in_english(String language) {
        Properties messages = file("_" + language);
        assertThat(ENGLISH.stringPropertyNames())
                .filteredOn(key -> ENGLISH.getProperty(key).matches(".*[a-z]{2,} [a-z]{2,}.*"))
                .allSatisfy(key -> assertThat(messages.getProperty(key)).isNotEqualTo(ENGLISH.getProperty(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "pt-BR,pt-BR,Idioma",
        "zh-Hans,zh-Hans,语言",
        "zh-Hant,en,Language",
        "it,en,Language",
        "en-GB,en-GB,Language"
    })
    void a_file_serves_the_languages_of_its_script(String tag, String language, String word) {
        InterfaceWords.Messages messages = InterfaceWords.in(tag, Map.of());
        assertThat(messages.language()).isEqualTo(language);
        assertThat(messages.patterns()).containsEntry("nav.languages", word);
        assertThat(InterfaceWords.missing(tag, Map.of()).isEmpty()).isEqualTo(tag.equals(language));
    }

    @Test
    void a_catalogs_own_messages_replace_ours() {
        assertThat(InterfaceWords.in("it", Map.of("home.places", "Luoghi")).patterns())
                .containsEntry("home.places", "Luoghi")
                .containsEntry("home.reports", "Reports");
        assertThat(InterfaceWords.missing("it", Map.of("home.places", "Luoghi")))
                .contains("home.reports")
                .doesNotContain("home.places");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "home.places=Luoghi|",
                "kind.bakery=panificio|",
                "quote.count={0,plural,one{# citazione}other{# citazioni}}|",
                "home.plaecs=Luoghi|a key of the interface",
                "map.label=Mappa|the placeholders {0}",
                "home.places=Luoghi {0}|no placeholder",
                "quote.count={0,plural,one{# citazione}|placeholders such as",
                "quote.count={0,plural,one{# citazione}}|the form \"other\"",
            })
    void a_message_that_does_not_fit_is_a_fault_with_its_line(String line, String expected) {
        Faults faults = new Faults();
        Map<String, String> read = InterfaceWords.read(
                "languages/it.properties", ("# a comment\n" + line).getBytes(StandardCharsets.UTF_8), faults);
        assertThat(read.isEmpty()).isEqualTo(expected != null);
        assertThat(faults.first().map(Fault::toString).orElse("")).satisfies(fault -> {
            if (expected == null) {
                assertThat(fault).isEmpty();
            } else {
                assertThat(fault).startsWith("languages/it.properties:2: ").contains("expected " + expected);
            }
        });
    }

    private static Properties file(String suffix) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                InterfaceWordsTest.class.getResourceAsStream("/messages" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
