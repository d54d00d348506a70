package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedFactsTest {

    /** The forms in which agencies begin; all invented. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            en | Serrans, 3 May 2031 (Hill Wire) — The water rose.            | Serrans   | 2031-05-03 | Hill Wire
            en | SERRANS, May 3, 2031 (Hill Wire) - The water rose.           | SERRANS   | 2031-05-03 | Hill Wire
            en | SERRANS (Hill Wire) — The water rose.                        | SERRANS   | -          | Hill Wire
            es | Serrans (Agencia Cerro), 3 de mayo de 2031.- El agua subió.  | Serrans   | 2031-05-03 | Agencia Cerro
            fr | Serrans, 1er mai 2031 — L'eau est montée.                    | Serrans   | 2031-05-01 | -
            de | Serrans, 3. Mai 2031 – Das Wasser stieg.                     | Serrans   | 2031-05-03 | -
            uk | Київ, 4 березня 2033 («Дніпро-Вісті») — Рух відновили.       | Київ      | 2033-03-04 | «Дніпро-Вісті»
            ru | АНАДЫРЬ, 14 февраля 2024 — Колонна остановилась.             | АНАДЫРЬ   | 2024-02-14 | -
            ar | بيروت، 3 مايو 2031 — ارتفع الماء.                             | -         | 2031-05-03 | -
            en | The water rose on 3 May 2031 and again on 4 May 2031.        | -         | -          | -
            en | The water rose on 31 April 2031.                             | -         | -          | -
            en | Exclusive — The water rose.                                  | -         | -          | -
            en | Breaking: The water rose.                                    | -         | -          | -
            en | The water rose (and fell) in Serrans: nobody knows why.      | -         | -          | -
            """)
    void a_dateline_is_taken_apart_and_nothing_is_guessed(
            String language, String text, String place, LocalDate date, String agency) {
        StatedFacts facts = StatedFacts.of(text, language);
        assertThat(facts.dateline()).isEqualTo(place);
        assertThat(facts.date()).isEqualTo(date);
        assertThat(facts.agency()).isEqualTo(agency);
        assertThat(facts.title()).isNull();
    }

    @Test
    void a_title_stands_alone_before_the_text() {
        StatedFacts facts = StatedFacts.of(
                "Water rises again\n\nBy Ana Marí Costa\n\nSerrans, 3 May 2031 — It rose.\nhttps://example.org/a?b=1\n",
                "en");
        assertThat(facts.title()).isEqualTo("Water rises again");
        assertThat(facts.author()).isEqualTo("Ana Marí Costa");
        assertThat(facts.url()).isEqualTo("https://example.org/a?b=1");
        assertThat(facts.date()).isEqualTo(LocalDate.of(2031, 5, 3));
        assertThat(StatedFacts.of("The water rose.\n\nIt fell.", "en").title()).isNull();
        assertThat(StatedFacts.of("Hill Wire, 3 May 2031\n\nIt fell.", "en").title())
                .isNull();
        assertThat(StatedFacts.of("A line\nof a wrapped text", "en").title()).isNull();
    }
}
