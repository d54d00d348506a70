package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.dateline.catalog.CatalogCopy.CATALOG;
import static org.dateline.catalog.CatalogCopy.FERRY;
import static org.dateline.catalog.CatalogCopy.PARTIES;
import static org.dateline.catalog.CatalogCopy.PLACES;
import static org.dateline.catalog.CatalogCopy.ROAD;
import static org.dateline.catalog.CatalogCopy.VIEW;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dateline.Catalogs;
import org.dateline.geo.Bbox;
import org.dateline.geo.Location;
import org.dateline.geo.LocationClass;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Measure;
import org.dateline.model.Mention;
import org.dateline.model.Party;
import org.dateline.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogLoaderTest {

    @TempDir
    Path folder;

    @Test
    void loads_the_first_catalog() throws InvalidCatalogException {
        Catalog catalog = CatalogLoader.load(Path.of("geodata"));
        assertThat(catalog.languages()).containsExactly("en", "ur");
        assertThat(catalog.layers())
                .extracting(Layer::id)
                .containsExactly("areas", "rail-route", "places", "incidents");
        assertThat(catalog.reports())
                .hasSize(5)
                .allSatisfy(report -> assertThat(report.excerpts()).isNotEmpty());
        assertThat(catalog.citationsByFeature()).containsKeys("quetta", "sibi-district", "jaffar-express-hijacking");
    }

    @Test
    void loads_a_catalog_in_another_language_on_both_sides_of_180_degrees() throws InvalidCatalogException {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        assertThat(catalog.defaultLanguage()).isEqualTo("ru");
        assertThat(catalog.title().in("ru")).isEqualTo("Зимник и паром (выдумано для тестов)");
        assertThat(catalog.layers())
                .extracting(Layer::id)
                .containsExactly("notes", "route", "places", "survey", "incidents");
        // Without a basemap of its own, it stands on the world's ground.
        assertThat(catalog.basemap()).isNotNull();
        assertThat(catalog.parties()).extracting(Party::id).contains("dorozhnaya-sluzhba", "matros");
        assertThat(catalog.measures())
                .extracting(Measure::id)
                .containsExactly("lyudi-v-kolonne", "mashiny", "veter", "na-parome", "v-puti");
        assertThat(catalog.defaultView().bbox()).isEqualTo(new Bbox(165, 61, -165, 73));
        assertThat(catalog.extent()).hasValueSatisfying(box -> {
            assertThat(box.crossesAntimeridian()).isTrue();
            assertThat(box.west()).isEqualTo(170.3133);
            assertThat(box.east()).isEqualTo(-173.2258);
        });
    }

    @Test
    void reads_every_location_class() throws InvalidCatalogException {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        assertThat(feature(catalog, "anadyr").location())
                .isInstanceOfSatisfying(
                        Location.Point.class,
                        point -> assertThat(point.uncertaintyMetres()).isEqualTo(3000));
        assertThat(feature(catalog, "zaliv-kresta").location())
                .isInstanceOfSatisfying(
                        Location.Radius.class,
                        radius -> assertThat(radius.metres()).isEqualTo(150_000));
        assertThat(feature(catalog, "ostrov-vrangelya").location().locationClass())
                .isEqualTo(LocationClass.AREA);
        assertThat(feature(catalog, "parom").location().locationClass()).isEqualTo(LocationClass.LINE);
        assertThat(feature(catalog, "mesto-ostanovki").location().locationClass())
                .isEqualTo(LocationClass.BETWEEN);
        assertThat(feature(catalog, "propazha-zonda").location().geometry()).isEmpty();
    }

    @Test
    void reads_a_feature_with_its_names_and_its_note_in_each_language() throws InvalidCatalogException {
        Feature anadyr = feature(CatalogLoader.load(Catalogs.CHUKOTKA), "anadyr");
        assertThat(anadyr.name().byLanguage()).containsExactly(Map.entry("ru", "Анадырь"), Map.entry("en", "Anadyr"));
        assertThat(anadyr.altNames()).containsExactly("Ново-Мариинск", "Kagyrgyn");
        assertThat(anadyr.note().in("en")).isEqualTo("The point is the city's centre.");
        assertThat(anadyr.extra()).isEmpty();
    }

    @Test
    void reads_a_report_and_its_excerpts() throws InvalidCatalogException {
        Report report = CatalogLoader.load(Catalogs.CHUKOTKA).reports().stream()
                .filter(candidate -> candidate.id().equals("zimnik-2024-02-14"))
                .findFirst()
                .orElseThrow();
        assertThat(report.date()).hasToString("2024-02-14");
        assertThat(report.publisher()).isNull();
        Excerpt first = report.excerpts().getFirst();
        assertThat(first.party()).isEqualTo("dorozhnaya-sluzhba");
        assertThat(first.dateWords()).isEqualTo("во вторник");
        assertThat(first.mentions())
                .contains(new Mention.Named("anadyr", List.of("Анадырем")), new Mention.Tells("ostanovka-kolonny"));
        assertThat(report.excerpts().get(1).mentions()).hasAtLeastOneElementOfType(Mention.Inferred.class);
        assertThat(report.excerpts().get(3).notVerified()).isEqualTo("zimnik-2024-02-14-5");
    }

    @Test
    void a_view_of_a_place_shows_the_box_around_it() throws InvalidCatalogException {
        MapView view = (MapView) CatalogLoader.load(Catalogs.CHUKOTKA).views().stream()
                .filter(candidate -> candidate.id().equals("vrangel"))
                .findFirst()
                .orElseThrow();
        assertThat(view.bbox()).isEqualTo(new Bbox(178.6, 70.8, -177.5, 71.55));
    }

    @Test
    void reprojects_a_layer_that_a_map_editor_saved_in_metres() throws InvalidCatalogException {
        Catalog catalog = CatalogLoader.load(Catalogs.CHUKOTKA);
        assertThat(feature(catalog, "post-1").location()).isInstanceOfSatisfying(Location.Point.class, post -> {
            assertThat(post.position().x).isCloseTo(175.0, within(1e-5));
            assertThat(post.position().y).isCloseTo(65.0, within(1e-5));
        });
        assertThat(feature(catalog, "post-2").location()).isInstanceOfSatisfying(Location.Point.class, post -> {
            assertThat(post.position().x).isCloseTo(-179.95, within(1e-5));
            assertThat(post.position().y).isCloseTo(66.02, within(1e-5));
        });
        assertThat(feature(catalog, "uchastok-na-180").location()).isInstanceOfSatisfying(Location.Area.class, area -> {
            assertThat(area.polygons().getNumGeometries()).isEqualTo(2);
            assertThat(Bbox.of(area.polygons()).orElseThrow().width()).isCloseTo(0.4, within(1e-5));
        });
    }

    @Test
    void nulls_as_map_editors_write_them_are_no_fields() throws InvalidCatalogException {
        Feature post = feature(CatalogLoader.load(Catalogs.CHUKOTKA), "post-2");
        assertThat(post.name().byLanguage()).containsOnlyKeys("ru");
        assertThat(post.note().byLanguage()).containsOnlyKeys("ru");
        assertThat(post.date()).isNull();
        assertThat(post.altNames()).isEmpty();
        assertThat(post.extra()).isEmpty();
    }

    @Test
    void other_properties_are_kept_in_order_as_they_are() throws InvalidCatalogException {
        Catalog catalog = CatalogCopy.in(folder)
                .replace(
                        PLACES,
                        "\"kind\": \"capital\"",
                        "\"kind\": \"capital\", \"zulu\": [1, \"a\"], \"pop\": 99999999999999999999,"
                                + " \"b\": {\"c\": 1.5}")
                .load();
        assertThat(feature(catalog, "anadyr").extra())
                .containsExactly(
                        Map.entry("zulu", List.of(1L, "a")),
                        Map.entry("pop", new BigInteger("99999999999999999999")),
                        Map.entry("b", Map.of("c", 1.5)));
    }

    @Test
    void the_hash_follows_the_content() throws InvalidCatalogException {
        CatalogCopy copy = CatalogCopy.in(folder);
        String before = copy.load().hash();
        assertThat(before).matches("[0-9a-f]{64}");
        assertThat(copy.load().hash()).isEqualTo(before);
        assertThat(copy.replace(CATALOG, "Winter road", "Winter  road").load().hash())
                .isNotEqualTo(before);
    }

    @Test
    void reports_every_fault_of_every_file_in_one_run() {
        CatalogCopy copy = CatalogCopy.in(folder)
                .replace(CATALOG, "view: chukotka", "view: kamchatka")
                .replace(PARTIES, "kind: person", "kind: fish")
                .replace(PLACES, "64.7337", "95")
                .replace(FERRY, "party: matros", "party: bocman")
                .replace(FERRY, "words: Provideniya", "words: Providen")
                .replace(ROAD, "\"2024-02-14\"", "\"2024-02-30\"")
                .replace(VIEW, "layers: [notes", "layers: [nota")
                .delete("layers/route/layer.yaml");
        assertThat(copy.faults())
                .extracting(Fault::file, Fault::field)
                .containsExactly(
                        tuple(CATALOG, "view"),
                        tuple(PLACES, "features[0].geometry.coordinates"),
                        tuple("layers/route/layer.yaml", ""),
                        tuple(PARTIES, "[3].kind"),
                        tuple(FERRY, "excerpts[0].places[1].words"),
                        tuple(FERRY, "excerpts[1].party"),
                        tuple(ROAD, "date"),
                        tuple(VIEW, "layers[0]"));
    }

    @Test
    void a_layer_that_cannot_be_read_is_one_fault_and_not_one_for_each_of_its_places() {
        CatalogCopy copy = CatalogCopy.in(folder).replace(PLACES, "\"geometry\": {", "\"geometry\": ");
        assertThat(copy.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.file()).isEqualTo(PLACES));
    }

    @Test
    void parties_that_cannot_be_read_are_one_fault() {
        assertThat(CatalogCopy.in(folder).write(PARTIES, "a: b\n").faults())
                .containsExactly(new Fault(PARTIES, 1, "", "{\"a\":\"b\"}", "a list"));
    }

    @Test
    void a_folder_that_is_not_there_has_no_catalog() {
        assertThatThrownBy(() -> CatalogLoader.load(folder.resolve("nowhere")))
                .isInstanceOf(InvalidCatalogException.class)
                .hasMessage("catalog.yaml: got no such file, expected a file");
    }

    @Test
    void an_unknown_layer_is_a_fault() {
        CatalogCopy copy = CatalogCopy.in(folder).replace(CATALOG, "[notes, route", "[notes, ledokol, route");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        CATALOG,
                        copy.line(CATALOG, "layers:"),
                        "layers[1]",
                        "\"ledokol\"",
                        "a folder of this name in layers/"));
    }

    @Test
    void a_layer_folder_that_is_not_listed_is_a_fault() {
        CatalogCopy copy = CatalogCopy.in(folder).write("layers/ledokol/layer.yaml", "title: x\n");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        CATALOG,
                        copy.line(CATALOG, "layers:"),
                        "layers",
                        "no ledokol",
                        "every folder of layers/ in this list"));
    }

    @Test
    void an_unknown_default_view_is_a_fault() {
        CatalogCopy copy = CatalogCopy.in(folder).replace(CATALOG, "view: chukotka", "view: kamchatka");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        CATALOG, copy.line(CATALOG, "view:"), "view", "\"kamchatka\"", "a view of the map in views/"));
    }

    @Test
    void a_party_that_is_there_twice_is_a_fault() {
        CatalogCopy copy = CatalogCopy.in(folder).replace(PARTIES, "- id: matros", "- id: kapitan-porta");
        assertThat(copy.faults())
                .contains(new Fault(
                        PARTIES,
                        copy.line(PARTIES, "  name: {ru: Матрос") - 1,
                        "[3].id",
                        "\"kapitan-porta\"",
                        "a unique id: an earlier entry has this one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports/polar-tern.yml", "reports/Polar Tern.yaml", "views/notes.txt"})
    void a_file_that_would_not_be_read_is_a_fault(String name) {
        assertThat(CatalogCopy.in(folder).write(name, "x").faults())
                .containsExactly(new Fault(
                        name, 0, "", "a file of this name", "lower-case letters, digits and hyphens, then .yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reports/.polar-tern.yaml.swp", "reports/polar-tern.yaml~", "layers/.qgis/x", "views/#v.yaml#"})
    void hidden_files_and_backups_do_not_count(String name) throws InvalidCatalogException {
        CatalogCopy copy = CatalogCopy.in(folder);
        String hash = copy.load().hash();
        assertThat(copy.write(name, "x").load().hash()).isEqualTo(hash);
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "catalog.yaml, languages",
        "catalog.yaml, layers",
        "catalog.yaml, view",
        "views/chukotka.yaml, caption",
        "reports/polar-tern.yaml, language",
        "reports/polar-tern.yaml, url",
        "layers/notes/layer.yaml, licence"
    })
    void a_field_that_is_missing_is_named(String file, String name) {
        CatalogCopy copy = CatalogCopy.in(folder);
        copy.write(file, copy.read(file).replaceFirst("(?m)^" + name + ":.*\n", ""));
        assertThat(copy.faults())
                .contains(new Fault(
                        file, firstField(copy, file), "", "no field \"" + name + "\"", "the field \"" + name + "\""));
    }

    private static int firstField(CatalogCopy copy, String file) {
        return (int) copy.read(file)
                        .lines()
                        .takeWhile(line -> line.startsWith("#"))
                        .count()
                + 1;
    }

    private static Feature feature(Catalog catalog, String id) {
        return catalog.layers().stream()
                .flatMap(layer -> layer.features().stream())
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
