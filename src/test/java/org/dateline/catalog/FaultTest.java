package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void is_one_line_that_an_editor_can_jump_to() {
        assertThat(new Fault("reports/a.yaml", 12, "excerpts[3].offset", "\"x\"", "a whole number"))
                .hasToString("reports/a.yaml:12: excerpts[3].offset: got \"x\", expected a whole number");
    }

    @Test
    void leaves_out_what_it_does_not_know() {
        assertThat(new Fault("reports/a.yaml", 0, "", "no such file", "a file"))
                .hasToString("reports/a.yaml: got no such file, expected a file");
    }

    @Test
    void comes_once_and_in_the_order_of_files_and_lines() {
        Fault first = new Fault("a.yaml", 2, "x", "1", "2");
        Fault second = new Fault("a.yaml", 10, "x", "1", "2");
        Fault third = new Fault("b.yaml", 1, "x", "1", "2");
        InvalidCatalogException invalid = new InvalidCatalogException(List.of(third, second, first, third));
        assertThat(invalid.faults()).containsExactly(first, second, third);
        assertThat(invalid.getMessage().lines()).hasSize(3);
    }
}
