package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void what_a_spreadsheet_would_run_gets_an_apostrophe(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sibi", "a=b", "5 - 6"})
    void all_else_stays(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }
}
