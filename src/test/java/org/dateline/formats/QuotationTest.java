package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Police said so.                       | “Police said so.”",
                "\"Safe,\" said Rana Dilawar.        | “‘Safe,’ said Rana Dilawar.”",
                "“Terrorists have halted the train.    | “‘Terrorists have halted the train.’”",
                "… the operation,” he said.            | “‘… the operation,’ he said.”",
            })
    void marks_within_a_quotation_are_single_and_pair(String quote, String expected) {
        assertThat(Quotation.of(quote)).isEqualTo(expected);
    }
}
