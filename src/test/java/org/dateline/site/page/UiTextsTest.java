package org.dateline.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.StatedTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UiTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "ckb", "ar-MA", "dv", "pa-Arab", "ku-Arab", "fa"
            })
    void some_languages_are_written_from_right_to_left(String language) {
        assertThat(UiTexts.direction(language)).isEqualTo("rtl");
    }

    /** Expected values as Unicode's CLDR gives them; a zone's name says nothing of summer time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 09:00 |              | 09:00",
                "en | 21:05 | local        | 21:05 local time",
                "en | 21:05 | Asia/Karachi | 21:05 (Pakistan Standard Time)",
                "en | 21:05 | +05:00       | 21:05 (GMT+05:00)",
                "en | 21:05 | Z            | 21:05 (GMT+00:00)",
                "es | 21:05 | Europe/Madrid | 21:05 (hora de Europa central)",
                "ur | 21:05 | local        | مقامی وقت 21:05",
                "hi | 09:00 | local        | स्थानीय समय 09:00",
                "fa | 21:05 | local        | ۲۱:۰۵ به وقت محلی",
                "zh | 21:05 | Asia/Shanghai | 21:05 (中国标准时间)"
            })
    void a_time_of_day_is_written_as_the_language_does(String language, String time, String zone, String shown)
            throws Exception {
        UiTexts texts = UiTexts.of(CatalogLoader.load(Catalogs.NEWSROOM), language);
        assertThat(texts.time(new StatedTime(LocalTime.parse(time), zone, "-")).replaceAll("\\h", " "))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ru", "hi", "zh", "tr", "xx"})
    void others_from_left_to_right(String language) {
        assertThat(UiTexts.direction(language)).isEqualTo("ltr");
    }
}
