package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CC BY 4.0                                     | https://creativecommons.org/licenses/by/4.0/",
                "CC BY-NC-SA 3.0                               | https://creativecommons.org/licenses/by-nc-sa/3.0/",
                "CC0                                           | https://creativecommons.org/publicdomain/zero/1.0/",
                "ODbL 1.0                                      | https://opendatacommons.org/licenses/odbl/1-0/",
                "Terms of use (https://example.org/terms)      | https://example.org/terms",
                "https://example.org/a and https://example.org/b |",
                "Natural Earth: public domain; world-atlas: ISC |",
                "None needed                                   |",
                "CC BY 4.0 for the text, other terms for points |",
            })
    void words_name_a_licence_or_state_its_address(String words, String address) {
        assertThat(LicenceAddress.of(words).orElse(null)).isEqualTo(address);
    }
}
