package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeWordFinderTest {

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    in Pakistan.                    | Pakistan
                    Pakistan                        | Pakistan
                    in “Pakistan”                   | Pakistan
                    Pakistan’s army                 | Pakistan
                    Pakistan's army                 | Pakistan
                    the Quetta-Peshawar line        | Quetta
                    U.S. troops                     | U.S.
                    между Эгвекинотом и Анадырем,   | Анадырем
                    посёлка Эгвекинот               | посёлка Эгвекинот
                    ضلع سبی میں                     | سبی
                    クエッタからシビまで             | シビ
                    在俾路支省发生                    | 俾路支省
                    ไปเควตตาแล้ว                    | เควตตา
                    भारत में                         | भारत
                    """)
    void stand_where_they_are_whole_words(String text, String words) {
        assertThat(WholeWordFinder.find(text, words)).hasSize(1);
    }

    @ParameterizedTest(name = "{1} not in {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    the Pakistani army      | Pakistan
                    in Balochistan          | stan
                    in Balochistan          | Baloch
                    pakistan                | Pakistan
                    между Эгвекинотом       | Эгвекинот
                    Анадырский район        | Анадыр
                    350 people              | 35
                    1350 people             | 350
                    силӑ                    | сила
                    पाकिस्तानी सेना            | पाकिस्तान
                    अक्षरधाम                 | षरधाम
                    """)
    void do_not_stand_in_longer_ones(String text, String words) {
        assertThat(WholeWordFinder.find(text, words)).isEmpty();
    }

    @Test
    void are_found_each_time_in_order() {
        assertThat(WholeWordFinder.find("Quetta, Quettas, Quetta: Quetta", "Quetta"))
                .isEqualTo(List.of(0, 17, 25));
    }

    @Test
    void are_counted_in_utf_16_as_strings_are() {
        assertThat(WholeWordFinder.find("\uD83D\uDE86 Sibi", "Sibi")).containsExactly(3);
    }

    @Test
    void no_words_stand_nowhere() {
        assertThat(WholeWordFinder.find("Sibi", "")).isEmpty();
    }
}
