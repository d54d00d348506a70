package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | killed seven travellers            | 7",
                "en | Seven were killed                  | 7",
                "en | Seven                              | 7",
                "en | 70-80 attackers                    | 70",
                "en | 70-80 attackers                    | 80",
                "en | More than 1,600 people             | 1600",
                "en | a more than 30-hour journey        | 30",
                "en | nearly 44%                         | 44",
                "en | twenty-six people                  | 26",
                "en | two hundred fourteen hostages      | 214",
                "en | 1.6 million people                 | 1600000",
                "en | 3 lakh rupees                      | 300000",
                "en | two million people                 | 2000000",
                "en | a share of 4.5                     | 4.5",
                "ru | Колонна из девяти машин            | 9",
                "ru | двадцать шесть человек             | 26",
                "ru | 1600 человек, то есть 1 600        | 1600",
                "ru | 4,5 тысячи                         | 4500",
                "ur | ۳۵ یرغمالی                         | 35",
                "de | sechs Menschen                     | 6",
                "de | 1.600 Menschen                     | 1600",
            })
    void a_number_may_be_in_digits_or_spelled_out(String language, String text, double number) {
        assertThat(NumberFinder.in(language).stating(text, number)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | twenty-six people   | 6",
                "en | seven               | 6",
                "en | 214 hostages        | 21",
                "en | 214 hostages        | 35",
                "en | 1,600 people        | 600",
                "en | 1.6 million people  | 1.6",
                "en | tension, often      | 10",
                "en | a sixth of them     | 6",
                "ru | двадцать шесть      | 20",
                "de | 1.600 Menschen      | 1.6",
            })
    void a_number_within_another_number_is_not_found(String language, String text, double number) {
        assertThat(NumberFinder.in(language).stating(text, number)).isEmpty();
    }

    @Test
    void all_numbers_of_a_text_are_found_in_its_order() {
        assertThat(NumberFinder.in("en").find("Six of 43 men, twenty-six women and 1.5 million others"))
                .extracting(NumberFinder.Found::value)
                .containsExactly(6.0, 43.0, 26.0, 1_500_000.0);
    }
}
