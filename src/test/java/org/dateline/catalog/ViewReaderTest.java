package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dateline.catalog.CatalogCopy.VIEW;

import java.nio.file.Path;
import org.dateline.geo.Bbox;
import org.dateline.model.ClaimsView;
import org.dateline.model.MapView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewReaderTest {

    private static final String CLAIMS = "views/mashiny.yaml";
    private static final String ISLAND = "views/vrangel.yaml";

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @Test
    void a_view_shows_layers_of_the_catalog() {
        copy.replace(VIEW, "[notes, route", "[notes, ledokol");
        assertFault(
                VIEW,
                "ledokol",
                "layers[1]",
                "\"ledokol\"",
                "one of the layers notes, route, places, survey, incidents");
    }

    @Test
    void a_view_of_a_place_shows_a_feature() {
        copy.replace(ISLAND, "place: ostrov-vrangelya", "place: ostrov-geralda");
        assertFault(ISLAND, "place:", "place", "\"ostrov-geralda\"", "a feature of a layer");
    }

    @Test
    void a_view_of_a_place_shows_a_located_feature() {
        copy.replace(ISLAND, "place: ostrov-vrangelya", "place: propazha-zonda");
        assertFault(ISLAND, "place:", "place", "\"propazha-zonda\"", "a feature with a location");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    [165, 73, -165, 61] | [165,73,-165,61] | [west, south, east, north] in degrees: got south 73.0 above north 61.0, expected south at or below north (order: west, south, east, north)
                    [165, 61, 165, 73]  | [165,61,165,73]  | a box with a width and a height
                    [165, 61, -165, 61] | [165,61,-165,61] | a box with a width and a height
                    """)
    void a_box_has_an_inside(String bbox, String got, String expected) {
        copy.replace(VIEW, "[165, 61, -165, 73]", bbox);
        assertFault(VIEW, "bbox:", "bbox", got, expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"anadyr, 80", "zaliv-kresta, 900", "ostanovka-kolonny, 120"})
    void around_a_spot_a_view_shows_the_country(String place, double kilometres) throws InvalidCatalogException {
        copy.replace(ISLAND, "place: ostrov-vrangelya", "place: " + place);
        Bbox box = view("vrangel").bbox();
        assertThat((box.north() - box.south()) * 111.5).isCloseTo(kilometres, within(kilometres / 100));
    }

    @Test
    void a_view_of_claims_shows_a_measure() throws InvalidCatalogException {
        assertThat(copy.load().views())
                .filteredOn(ClaimsView.class::isInstance)
                .extracting(view -> ((ClaimsView) view).measure())
                .containsExactly("mashiny");
        copy.replace(CLAIMS, "measure: mashiny", "measure: samolyoty");
        assertFault(CLAIMS, "measure:", "measure", "\"samolyoty\"", "the id of a measure in measures.yaml");
    }

    @Test
    void a_view_shows_a_map_or_claims() {
        copy.replace(ISLAND, "place: ostrov-vrangelya", "measure: mashiny\nplace: ostrov-vrangelya");
        assertFault(ISLAND, "title:", "", "place and measure", "exactly one of the fields bbox, place, measure");
    }

    @Test
    void a_view_of_the_map_says_which_layers() {
        copy.replace(ISLAND, "layers: [places]\n", "");
        assertFault(ISLAND, "title:", "", "no field \"layers\"", "the field \"layers\"");
    }

    @Test
    void a_view_of_claims_has_no_layers() {
        copy.replace(CLAIMS, "measure:", "layers: [places]\nmeasure:");
        assertFault(CLAIMS, "layers:", "layers", "[\"places\"]", "no layers together with a measure");
    }

    private MapView view(String id) throws InvalidCatalogException {
        return (MapView) copy.load().views().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void assertFault(String file, String at, String field, String got, String expected) {
        assertThat(copy.faults()).containsExactly(new Fault(file, copy.line(file, at), field, got, expected));
    }
}
