package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final PartialDate TOLD = PartialDate.parse("2024");
    private static final PartialDate REPORTED = PartialDate.parse("2025-03-12");

    @Test
    void an_excerpt_is_of_the_date_that_it_tells_of_as_coarse_as_it_is_stated() {
        assertThat(dated(REPORTED, TOLD)).isEqualTo(TOLD);
        assertThat(dated(null, TOLD)).isEqualTo(TOLD);
    }

    @Test
    void an_excerpt_that_states_no_date_is_of_its_reports_date() {
        assertThat(dated(REPORTED, null)).isEqualTo(REPORTED);
    }

    @Test
    void no_date_is_filled_in_if_neither_states_one() {
        assertThat(dated(null, null)).isNull();
    }

    private static @Nullable PartialDate dated(@Nullable PartialDate ofReport, @Nullable PartialDate ofExcerpt) {
        Excerpt excerpt =
                new Excerpt("r-1", "quote", 0, null, ofExcerpt, null, null, null, null, null, null, List.of());
        Report report = new Report(
                "r",
                new Text(Map.of("en", "R")),
                "en",
                false,
                null,
                null,
                null,
                null,
                null,
                ofReport,
                null,
                List.of(),
                "",
                100,
                List.of(),
                List.of(excerpt),
                List.of(),
                List.of(),
                null);
        return report.dateOf(excerpt);
    }
}
