package org.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Correction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

    /** The excerpt zimnik-2024-02-14-3 and its claim of 19 people; the report and a measure of the ferry; a town. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "EXCERPT, zimnik-2024-02-14-3, lyudi-v-kolonne",
        "CLAIM, zimnik-2024-02-14-c3, lyudi-v-kolonne",
        "REPORT, zimnik-2024-02-14, lyudi-v-kolonne",
        "MEASURE, lyudi-v-kolonne, lyudi-v-kolonne",
        "PLACE, ostanovka-kolonny, lyudi-v-kolonne",
        "PLACE, egvekinot, lyudi-v-kolonne tochka-egvekinota",
        "REPORT, polar-tern, slova-o-parome",
        "MEASURE, v-puti, slova-o-parome",
        "MEASURE, na-parome, ''",
        "PLACE, pevek, ''",
        "CLAIM, zimnik-2024-02-14-c2, ''",
    })
    void it_concerns_the_things_it_names_and_the_pages_that_show_them(Kind kind, String id, String corrections)
            throws Exception {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        assertThat(catalog.correctionsOf(kind, Set.of(id)))
                .extracting(Correction::id)
                .isEqualTo(corrections.isEmpty() ? List.of() : List.of(corrections.split(" ")));
    }

    @Test
    void it_concerns_something() {
        Text text = new Text(Map.of("en", "x"));
        assertThatThrownBy(() -> new Correction("x", LocalDate.EPOCH, text, null, null, Map.of(Kind.PLACE, Set.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an id");
    }
}
