package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedTextTest {

    /** Escapes, as in Java, stand for what cannot be seen. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `“Polar Tern”`            | `"Polar Tern"`
                    `«служба» „да“`           | `"служба" "да"`
                    `master’s ‘a‚ b‛`         | `master's 'a' b'`
                    `14\\u00A0февраля`         | `14 февраля`
                    `a \\t\\n\\r\\n b`            | `a b`
                    `  a\\u2003b\\u3000`         | `a b`
                    `a\\u2028b\\u2029c`          | `a b c`
                    `\\uFEFFa\\u200Bb\\u2060`     | `ab`
                    `и\\u0306`                 | `й`
                    `и\\u200B\\u0306`           | `й`
                    `\\u200B \\u00A0`           | ``
                    `می\\u200Cخواهم`           | `می\\u200Cخواهم`
                    `ex\\u00ADceptional`        | `exceptional`
                    `ex\\u00AD\n  ceptional`   | `exceptional`
                    `\\u200Fسبي\\u200E، \\u202Ba\\u202C \\u2068b\\u2069` | `سبي، a b`
                    `A\\u201171 A\\u201071`      | `A-71 A-71`
                    `o\\uFB03ce \\uFB01ve`       | `office five`
                    `مـــحمد`                  | `محمد`
                    `\\uFEE3\\uFEA4\\uFEE4\\uFEAA`  | `محمد`
                    `\\uFEFB`                  | `لا`
                    `35–40 — it's "so"`       | `35–40 — it's "so"`
                    """)
    void quotes_and_sources_are_compared_in_this_form(String text, String expected) {
        NormalisedText normalised = NormalisedText.of(unescaped(text));
        assertThat(normalised.value()).isEqualTo(unescaped(expected));
        assertThat(NormalisedText.of(normalised.value())).isEqualTo(normalised);
        assertThat(Normalizer.isNormalized(normalised.value(), Normalizer.Form.NFC))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFE70\u00AD \uFEFA",
                "a\u00AD\n\u0301",
                "\uFDFA\uFDFC \uFB1D\u202A",
                "\u0640\u0651 x\uFE7D\u0301",
                "\uFEFF \u200B\u0301 a",
                "\u0301",
                " \u0301",
                "a\u200B\u0301\u2060\u0323",
                "\uD800",
                "q\u0307\u200B\u0323"
            })
    void stays_as_it_is_when_it_is_normalised_again(String text) {
        NormalisedText once = NormalisedText.of(text);
        assertThat(NormalisedText.of(once.value())).isEqualTo(once);
    }

    @Test
    void is_as_long_as_its_code_points() {
        assertThat(NormalisedText.of(" 🚆  Sibi ").length()).isEqualTo(6);
        assertThat(NormalisedText.of("").length()).isZero();
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                .translateEscapes();
    }
}
