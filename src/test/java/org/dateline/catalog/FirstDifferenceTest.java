package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "35\u201340, 35-40, U+2013 EN DASH, U+002D HYPHEN-MINUS",
        "\u0441an, can, U+0441 CYRILLIC SMALL LETTER ES, U+0063 LATIN SMALL LETTER C",
        "\u06a9\u0648\u0626\u0679\u06c1, \u0643\u0648\u0626\u0679\u06c1, U+06A9 ARABIC LETTER KEHEH, U+0643 ARABIC LETTER KAF",
        "a\u200cb, ab, U+200C ZERO WIDTH NON-JOINER, U+0062 LATIN SMALL LETTER B"
    })
    void what_looks_alike_is_named(String text, String quote, String there, String here) {
        assertThat(FirstDifference.named(text, quote))
                .contains("the text has " + there + " where the quote has " + here);
    }

    @Test
    void what_can_be_told_apart_is_not() {
        assertThat(FirstDifference.named("35 hostages", "214 hostages")).isEmpty();
        assertThat(FirstDifference.named("so it is", "so it")).isEmpty();
    }

    @Test
    void a_character_is_never_split() {
        assertThat(FirstDifference.index("a\uD83D\uDE86", "a\uD83D\uDE87")).isEqualTo(1);
    }
}
