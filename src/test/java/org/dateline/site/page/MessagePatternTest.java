package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 0    | no quotes
            en | 1    | 1 quote
            en | 1234 | 1,234 quotes
            de | 1234 | 1.234 quotes
            ru | 21   | 21 quote
            ru | 3    | 3 quotes
            """)
    void the_form_follows_the_number_and_the_language(String language, int number, String text) {
        MessagePattern pattern = new MessagePattern(
                "{0,plural,=0{no quotes}one{# quote}other{# quotes}}", Locale.forLanguageTag(language));
        assertThat(pattern.format(number)).isEqualTo(text);
    }

    @Test
    void values_stay_as_they_are() {
        assertThat(new MessagePattern("{1}, the report''s {0}", Locale.ENGLISH).format("text {1} $1", "In"))
                .isEqualTo("In, the report's text {1} $1");
    }
}
