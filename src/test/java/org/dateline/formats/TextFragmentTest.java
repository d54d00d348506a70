package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFragmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            70-80 held        ¦ 70%2D80%20held
            dead, & wounded   ¦ dead%2C%20%26%20wounded
            100 % sure        ¦ 100%20%25%20sure
            “seven”           ¦ %E2%80%9Cseven%E2%80%9D
            поезд             ¦ %D0%BF%D0%BE%D0%B5%D0%B7%D0%B4
            a#b=c?            ¦ a%23b%3Dc%3F
            """)
    void characters_with_a_meaning_in_the_directive_are_encoded(String quote, String encoded) {
        assertThat(TextFragment.of("https://example.org/a", quote))
                .isEqualTo("https://example.org/a#:~:text=" + encoded);
    }

    @Test
    void a_long_quote_is_named_by_its_first_and_last_words() {
        String quote = "one two three four five six seven eight nine ten eleven twelve thirteen";

        assertThat(TextFragment.of("https://example.org/", quote))
                .isEqualTo("https://example.org/#:~:text=one%20two%20three%20four%20five,"
                        + "nine%20ten%20eleven%20twelve%20thirteen");
    }

    @Test
    void a_fragment_of_the_address_itself_is_kept() {
        assertThat(TextFragment.of("https://example.org/a#part-2", "here"))
                .isEqualTo("https://example.org/a#part-2:~:text=here");
    }

    @Test
    void it_is_an_address_that_decodes_to_the_quote() {
        String quote = "“Ни-кто, & «чай»” 100 %";
        String fragment =
                URI.create(TextFragment.of("https://example.org/", quote)).getRawFragment();

        assertThat(URLDecoder.decode(fragment, StandardCharsets.UTF_8)).isEqualTo(":~:text=" + quote);
    }
}
