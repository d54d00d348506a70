package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @Test
    void is_as_coarse_as_it_is_stated() {
        assertThat(PartialDate.parse("2025-03-11").value()).isEqualTo(LocalDate.of(2025, 3, 11));
        assertThat(PartialDate.parse("2025-03").value()).isEqualTo(YearMonth.of(2025, 3));
        assertThat(PartialDate.parse("2025").value()).isEqualTo(Year.of(2025));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-11", "2024-02-29", "2025-03", "2025", "0999"})
    void is_written_as_it_was_read(String iso) {
        assertThat(PartialDate.parse(iso)).hasToString(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-02-29",
                "2025-13",
                "2025-3-1",
                "11.03.2025",
                "",
                "x",
                "-999",
                "20250311",
                " 2025"
            })
    void is_a_date_that_exists(String iso) {
        assertThatThrownBy(() -> PartialDate.parse(iso))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("got \"" + iso + "\", expected an existing date, as YYYY-MM-DD, YYYY-MM or YYYY");
    }
}
