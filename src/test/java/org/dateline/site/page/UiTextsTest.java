package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UiTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "ckb", "ar-MA", "dv", "pa-Arab", "ku-Arab", "fa"
            })
    void some_languages_are_written_from_right_to_left(String language) {
        assertThat(UiTexts.direction(language)).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ru", "hi", "zh", "tr", "xx"})
    void others_from_left_to_right(String language) {
        assertThat(UiTexts.direction(language)).isEqualTo("ltr");
    }
}
