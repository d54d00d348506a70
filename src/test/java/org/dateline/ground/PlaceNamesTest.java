package org.dateline.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dateline.ground.PlaceNames.Kind;
import org.dateline.ground.PlaceNames.Rank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

    private static PlaceNames names;

    @BeforeAll
    static void open() {
        names = PlaceNames.open();
    }

    @ParameterizedTest
    @CsvSource({
        "Zürich,          zurich",
        "Kyzyl-Kyya,      kyzyl kyya",
        "Côte d’Ivoire,   cote divoire",
        "St. John's,      st johns",
        "U.S.,            us",
        "Łódź,            lodz",
        "Straße,          strasse",
        "दिल्ली,           दिल्ली",
        "كراچی,           کراچی",
    })
    void names_are_compared_without_case_accents_and_points(String name, String key) {
        assertEquals(key, PlaceNames.key(name));
    }

    @Test
    void a_place_is_found_by_its_name_and_by_names_in_other_scripts() {
        for (String name : List.of("Kyiv", "Киев", "كييف", "KIEV")) {
            assertTrue(
                    names.find(PlaceNames.key(name)).stream()
                            .anyMatch(found -> names.name(found.place()).equals("Kyiv")
                                    && names.kind(found.place()) == Kind.CAPITAL),
                    name);
        }
        assertTrue(names.find("no such place").isEmpty());
        assertTrue(names.find("").isEmpty());
    }

    @Test
    void a_place_knows_what_it_lies_in() {
        int town = names.find("springfield").stream()
                .map(PlaceNames.Found::place)
                .filter(place -> names.people(place) > 100_000 && names.division(place) >= 0)
                .filter(place -> names.name(names.division(place)).equals("Illinois"))
                .findFirst()
                .orElseThrow();

        assertEquals("US", names.country(town));
        assertEquals("Sangamon County", names.name(names.county(town)));
        assertEquals(39.8, names.position(town).y, 0.1);
        assertEquals(-89.65, names.position(town).x, 0.1);
    }

    @Test
    void short_forms_of_divisions_are_marked_as_such() {
        assertTrue(names.find("il").stream()
                .anyMatch(found ->
                        found.rank() == Rank.SHORT && names.name(found.place()).equals("Illinois")));
        assertTrue(names.find("illinois").stream()
                .anyMatch(found -> found.rank() == Rank.MAIN && names.kind(found.place()) == Kind.DIVISION));
    }
}
