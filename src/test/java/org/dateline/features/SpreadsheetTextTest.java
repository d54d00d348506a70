package org.dateline.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1-555",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "'=1",
                "''@x",
                "-",
                "=HYPERLINK(\"http://x\")"
            })
    void what_a_spreadsheet_would_run_it_shows(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.plain(SpreadsheetText.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=b", "-66.5", "+3", "-1e-5", "'quoted'", "' =x", "1-2", "2025-03-11"})
    void all_else_stays(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
        assertThat(SpreadsheetText.plain(text)).isEqualTo(text);
    }

    @Test
    void a_text_that_only_looks_guarded_comes_back_as_it_was() {
        assertThat(SpreadsheetText.plain(SpreadsheetText.of("'-x"))).isEqualTo("'-x");
    }
}
