package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Police said so.                 | Police said so.",
                "\"Safe,\" he said, \"now.\" | \"Safe,\" he said, \"now.\"",
                "the army, he said.              | … the army, he said.",
                "Security forces have been       | Security forces have been …",
                "“we hold them” and others       | … “we hold them” and others …",
                "35 hostages were freed          | 35 hostages were freed …",
                "یہ ایک جملہ ہے۔                   | یہ ایک جملہ ہے۔",
                "यह एक वाक्य है।                   | यह एक वाक्य है।",
            })
    void an_ellipsis_stands_where_a_quote_starts_or_stops_inside_a_sentence(String quote, String shown) {
        assertThat(excerpt(quote, null).shown()).isEqualTo(shown);
    }

    @Test
    void what_the_editor_says_of_the_cut_wins() {
        assertThat(excerpt("Pakistani authorities said so.", Excerpt.Cut.START).shown())
                .isEqualTo("… Pakistani authorities said so.");
        assertThat(excerpt("11 children", Excerpt.Cut.NONE).shown()).isEqualTo("11 children");
    }

    private static Excerpt excerpt(String quote, Excerpt.@Nullable Cut cut) {
        return new Excerpt("r-1", quote, 0, null, null, null, null, null, null, cut, null, List.of());
    }
}
