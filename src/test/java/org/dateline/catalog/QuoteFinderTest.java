package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteFinderTest {

    private static SourceText source(String text) throws Exception {
        return SourceText.of("a.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> find(String text, String quote) throws Exception {
        return new QuoteFinder(source(text)).find(NormalisedText.of(quote).value());
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `For exam-\nple, yes.`              | `example`                | 4
                    `For exam-\r\n  ple, yes.`          | `For example, yes.`      | 0
                    `the south-\neast of it`            | `south-east of it`       | 4
                    `the south-\neast of it`            | `southeast of it`        | 4
                    `the south-\neast of it`            | `south- east of it`      | 4
                    `exam-\nple and sam-\nple and it`   | `and it`                 | 23
                    `exam-\nple and sam-\nple and it`   | `sample and`             | 14
                    `наводне-\nния не было`             | `наводнения не`          | 0
                    `Über-\nschwemmung`                 | `Überschwemmung`         | 0
                    `A\u201171 is cut`                  | `A-71`                   | 0
                    """)
    void a_word_that_is_divided_at_the_end_of_a_line_is_the_word(String text, String quote, int at) throws Exception {
        SourceText source = source(text.replace("\\u2011", "\u2011").translateEscapes());
        QuoteFinder finder = new QuoteFinder(source);
        String normalised = NormalisedText.of(quote).value();
        assertThat(finder.find(normalised)).containsExactly(at);
        assertThat(finder.end(normalised, at + 1)).isNegative();
        String found = source.normalised().value().substring(at, finder.end(normalised, at));
        assertThat(found.replace("- ", "").replace("-", ""))
                .isEqualTo(normalised.replace("- ", "").replace("-", ""));
    }

    /** A hyphen and a space within a line are words of their own: suspended, and not divided. */
    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `pre- and post-war`       | `preand`
                    `Vor- und Nachteile`      | `Vorund`
                    `a re-sign of it`         | `resign`
                    `35-\n40 hostages`        | `3540`
                    `end-\n\nNext`            | `endNext`
                    `350 people`              | `50 people`
                    `Pakistani`               | `Pakistan`
                    `35 hostages`             | `214 hostages`
                    """)
    void nothing_else_is_forgiven(String text, String quote) throws Exception {
        assertThat(find(text.translateEscapes(), quote)).isEmpty();
    }

    @Test
    void each_occurrence_is_found_in_order() throws Exception {
        assertThat(find("No. \uD83D\uDE86 No. No, no.", "No.")).containsExactly(0, 7);
        assertThat(find("on-\nce, once, on-\nce", "once")).containsExactly(0, 8, 14);
    }
}
