package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each message names the line on which the mistake was made, not the one on which the parser noticed it. */
class YamlMistakeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a: 1\nb: "open\nc: 3\nd: 4\n`                 | 2 | a quotation mark that is never closed
            `a: 1\nb: "open\nc: 3\nd: 4\ne: "x"\nf: 1\n`   | 2 | a quotation mark that is closed on line 5 only
            `a:\n- q: 'open\n  r: 1\n- q: 'x'\n`            | 2 | a quotation mark that is closed on line 4 only
            `a: 'it's here'\n`                              | 1 | a line that does not continue what stands above it
            `a: 1\nb: he said: no\n`                        | 2 | a colon and a space within a text
            `a:\n  - b: 1\n\tc: 2\n`                        | 3 | a tab
            `a: 1\n b: 2\n`                                 | 2 | a colon and a space within a text
            `a:\n  - b: 1\n   c: 2\n`                       | 3 | a line that does not continue what stands above it
            `a: 1\nb\nc: 2\n`                               | 2 | a line without a colon
            `a: @home\n`                                    | 1 | a text that starts with a sign of YAML
            `a: *\n`                                        | 1 | a text that starts with a sign of YAML
            `a: {b: 1\nc: 2\n`                              | 1 | a bracket after which something is missing on line 2
            """)
    void a_mistake_is_named_where_it_was_made(String yaml, int line, String got) {
        assertThat(YamlMistake.in(yaml.translateEscapes())).hasValueSatisfying(mistake -> {
            assertThat(mistake.got()).isEqualTo(got);
            assertThat(mistake.line()).isEqualTo(line);
        });
    }

    @Test
    void a_text_without_mistakes_has_none() {
        assertThat(YamlMistake.in("a: \"one\n  two\"\nb: 1\n")).isEmpty();
    }
}
