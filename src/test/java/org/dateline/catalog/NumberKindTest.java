package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Dates
                "en | The attack of 11 March 2025 began on a Tuesday.",
                "en | On March 11, 2025, the train left.",
                "en | since the Taliban took power in 2021.",
                "en | The deadliest year, 2024, ended.",
                "es | el 29 de octubre de 2024",
                "ru | 11 марта 2025 года",
                "de | am 3. November 2031",
                "fr | le 1er novembre 2031",
                // Times of day
                "en | left at around 9am local time",
                "en | at 9:30 on Friday",
                "en | at 10 p.m. sharp",
                "de | um 14 Uhr",
                // Road numbers and other labels
                "en | The A-7 motorway reopened",
                "es | La autovía A-7 permanecía cerrada",
                "en | the M25 and Tunnel No. 8",
                // Ages
                "en | a 34-year-old driver",
                "en | a woman aged 34 said",
                "en | Rosa Ferrandis, 34, said so",
                "es | una mujer de 34 años",
                "fr | une femme de 34 ans",
                "ru | 34-летний водитель",
            })
    void dates_times_road_numbers_and_ages_count_nothing(String language, String text) {
        assertThat(counted(language, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | nearly 350 other passengers were safe | 350",
                "en | It killed 26 people, including 14 soldiers. | 26;14",
                "en | More than 1,600 people were killed in 2024 | 1600",
                "en | 2000 troops were sent | 2000",
                "es | cifró en 1.200 las personas desalojadas | 1200",
                "ru | Погибли 35 человек | 35",
                "en | 43 men, 26 women, 11 children | 43;26;11",
            })
    void numbers_of_people_and_things_count(String language, String text, String expected) {
        String numbers = String.join(
                ";",
                counted(language, text).stream()
                        .map(number -> Long.toString(number.longValue()))
                        .toList());
        assertThat(numbers).isEqualTo(expected == null ? "" : expected);
    }

    private static List<Double> counted(String language, String text) {
        NumberKind kinds = new NumberKind(language);
        return NumberFinder.in(language).find(text).stream()
                .filter(NumberFinder.Found::inDigits)
                .filter(found -> kinds.counts(found, text))
                .map(NumberFinder.Found::value)
                .toList();
    }
}
