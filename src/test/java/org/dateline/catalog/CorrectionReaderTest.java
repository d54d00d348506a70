package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.FERRY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.dateline.model.Correction;
import org.dateline.model.Correction.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionReaderTest {

    private static final String FILE = "corrections.yaml";

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @Test
    void the_newest_come_first_and_those_of_one_day_in_the_order_of_the_file() throws Exception {
        assertThat(copy.load().corrections())
                .extracting(Correction::id)
                .containsExactly("lyudi-v-kolonne", "slova-o-parome", "tochka-egvekinota");
    }

    @Test
    void all_that_an_entry_says_is_read() throws Exception {
        Correction correction = copy.load().corrections().getFirst();
        assertThat(correction.date()).isEqualTo(LocalDate.of(2024, 2, 19));
        assertThat(correction.text().in("en")).startsWith("The words of the settlement's representative");
        assertThat(correction.was())
                .isNotNull()
                .satisfies(was -> assertThat(was.in("en")).isEqualTo("18 people"));
        assertThat(correction.now())
                .isNotNull()
                .satisfies(now -> assertThat(now.in("ru")).isEqualTo("людей было 19"));
        assertThat(correction.about(Kind.EXCERPT)).isEqualTo(Set.of("zimnik-2024-02-14-3"));
        assertThat(correction.about(Kind.CLAIM)).isEqualTo(Set.of("zimnik-2024-02-14-c3"));
        assertThat(correction.about(Kind.PLACE)).isEmpty();
    }

    @Test
    void a_catalog_without_the_file_is_valid_and_so_is_an_empty_list() throws Exception {
        copy.delete(FILE);
        assertThat(copy.load().corrections()).isEmpty();
        copy.write(FILE, "# none\n[]\n");
        assertThat(copy.load().corrections()).isEmpty();
    }

    @ParameterizedTest(name = "{0} > {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    [polar-tern]           | [polar-turn]   | [0].reports[0]  | "polar-turn"   | the id of a report in reports/
                    [v-puti]               | [v-putyah]     | [0].measures[0] | "v-putyah"     | the id of a measure in measures.yaml
                    [zimnik-2024-02-14-3]  | [zimnik-3]     | [1].excerpts[0] | "zimnik-3"     | an excerpt of a report
                    [zimnik-2024-02-14-c3] | [zimnik-c3]    | [1].claims[0]   | "zimnik-c3"    | a claim of a report
                    [egvekinot]            | [egvekinaut]   | [2].places[0]   | "egvekinaut"   | a feature of a layer
                    id: slova-o-parome     | id: tochka-egvekinota | [2].id   | "tochka-egvekinota" | a unique id: an earlier entry has this one
                    "2024-02-19"           | "2023-02-29"   | [1].date        | "2023-02-29"   | an existing date, as YYYY-MM-DD, YYYY-MM or YYYY
                    places: [egvekinot]    | places: []     | [2].places      | []             | at least 1 item
                    """)
    void unresolved_ids_are_named(String old, String with, String field, String got, String expected) {
        copy.replace(FILE, old, with);
        Fault fault = copy.faults().getFirst();
        assertThat(copy.faults()).hasSize(1);
        assertThat(fault.file()).isEqualTo(FILE);
        assertThat(fault.line()).isPositive();
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.got()).isEqualTo(got);
        assertThat(fault.expected()).isEqualTo(expected);
    }

    @Test
    void a_correction_is_of_a_day() {
        copy.replace(FILE, "\"2024-02-19\"", "\"2024-02\"");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("[1].date");
    }

    @Test
    void a_correction_concerns_something() {
        copy.replace(FILE, "  places: [egvekinot]\n", "");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        FILE,
                        copy.line(FILE, "- id: tochka-egvekinota"),
                        "[2]",
                        "none of these fields",
                        "at least one of the fields reports, excerpts, places, measures, claims"));
    }

    @Test
    void a_report_with_a_fault_is_that_one_fault_not_one_for_each_of_its_excerpts() {
        copy.replace(FILE, "[zimnik-2024-02-14-3]", "[polar-tern-1]").replace(FERRY, "language: en", "language: 5");
        assertThat(copy.faults()).extracting(Fault::file).containsExactly(FERRY);
    }
}
