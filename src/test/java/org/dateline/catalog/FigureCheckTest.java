package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.model.Vagueness;
import org.dateline.model.Value;
import org.dateline.model.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCheckTest {

    /** Quotes as news words them, with figures that are right and figures that are not. */
    private static final Path CASES = Path.of("src/test/resources/figures/cases.txt");

    static Stream<List<String>> cases() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String file : List.of("cases.txt", "more.txt", "fresh.txt", "lists.txt")) {
            lines.addAll(Files.readAllLines(CASES.resolveSibling(file)));
        }
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figures_stand_or_fall_as_their_quotes_word_them(List<String> fields) {
        Optional<FigureCheck.Objection> objection =
                FigureCheck.in(fields.get(0)).check(fields.get(1), fields.get(2), value(fields.get(3), fields.get(4)));
        assertThat(objection.isEmpty() ? "ok" : "refused")
                .as("%s: %s", fields, objection)
                .isEqualTo(fields.get(5));
    }

    private static Value value(String value, String wording) {
        return switch (wording) {
            case "words" -> new Value.Vague(Vagueness.of(value).orElseThrow());
            case "between" -> {
                String[] ends = value.split(", ");
                yield new Value.Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
            }
            default -> new Value.Figure(Wording.of(wording).orElseThrow(), Double.parseDouble(value));
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ur", "ru", "es", "fr", "de", "ar", "uk", "pt", "tr", "hi"})
    void each_of_these_languages_has_its_words(String language) {
        assertThat(FigureCheck.in(language).readsWording()).isTrue();
    }

    @Test
    void nothing_is_said_of_the_wording_in_a_language_without_a_file() {
        assertThat(FigureCheck.in("it").readsWording()).isFalse();
    }
}
