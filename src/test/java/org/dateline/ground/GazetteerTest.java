package org.dateline.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dateline.geo.Bbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

    private static Gazetteer gazetteer;

    @BeforeAll
    static void open() {
        gazetteer = Gazetteer.open();
    }

    @ParameterizedTest
    @CsvSource({
        "Kyiv,     703448, UA",
        "Київ,     703448, UA",
        "Kiev,     703448, UA",
        "QUETTA,   1167528, PK",
        "Paiporta, 2513029, ES",
        "Merida,   3523349, MX",
        "الخرطوم,  379252, SD",
        "موصل,     99072, IQ",
        "الموصل,   99072, IQ",
    })
    void finds_a_town_by_any_of_its_names(String name, long id, String country) {
        assertThat(gazetteer.named(name))
                .filteredOn(town -> town.id() == id)
                .singleElement()
                .satisfies(town -> {
                    assertThat(town.country()).isEqualTo(country);
                    assertThat(town.people()).isPositive();
                });
    }

    @Test
    void gives_the_most_populous_of_a_name_first() {
        List<Town> towns = gazetteer.named("Valencia");
        assertThat(towns).extracting(Town::country).contains("ES", "VE", "PH");
        assertThat(towns).extracting(Town::people).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void finds_no_town_of_an_unknown_name() {
        assertThat(gazetteer.named("Nowhere at all")).isEmpty();
    }

    @Test
    void finds_towns_in_a_box_across_the_antimeridian() {
        List<Town> towns = gazetteer.in(new Bbox(176, -20, -178, -15.5));
        assertThat(towns)
                .filteredOn(town -> town.seat() == Town.Seat.COUNTRY)
                .extracting(Town::name)
                .containsExactly("Suva");
        assertThat(towns).extracting(Town::name).contains("Labasa", "Nadi").doesNotHaveDuplicates();
        assertThat(towns).extracting(Town::country).containsOnly("FJ");
    }
}
