package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.catalog.CatalogCopy.PLACES;
import static org.dateline.catalog.CatalogCopy.ROUTE;
import static org.dateline.catalog.CatalogCopy.SURVEY;

import java.nio.file.Path;
import org.dateline.geo.Location;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerReaderTest {

    private static final String INCIDENTS = "layers/incidents/features.geojson";

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
    }

    @ParameterizedTest(name = "{1} with a {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    PLACES | "location": "area"    | "location": "point", "uncertainty_m": 5  | features[5] | "MultiPolygon"    | a Point, because the location class is point
                    PLACES | "location": "area"    | "location": "radius", "uncertainty_m": 5 | features[5] | "MultiPolygon"    | a Point, because the location class is radius
                    PLACES | "location": "area"    | "location": "line"                       | features[5] | "MultiPolygon"    | a LineString or MultiLineString, because the location class is line
                    PLACES | "location": "point"   | "location": "area"                       | features[0] | "Point"           | a Polygon or MultiPolygon, because the location class is area
                    ROUTE  | "location": "between" | "location": "area"                       | features[1] | "MultiLineString" | a Polygon or MultiPolygon, because the location class is area
                    PLACES | "location": "point"   | "location": "between"                    | features[0] | "Point"           | a LineString or MultiLineString, because the location class is between
                    """)
    void the_geometry_fits_the_location_class(
            String name, String old, String with, String field, String got, String expected) {
        String file = name.equals("PLACES") ? PLACES : ROUTE;
        copy.replace(file, old, with);
        assertThat(copy.faults())
                .containsExactly(new Fault(file, copy.line(file, with), field + ".geometry.type", got, expected));
    }

    @Test
    void unlocated_features_have_no_geometry() {
        copy.replace(PLACES, "\"location\": \"point\"", "\"location\": \"unlocated\"");
        assertFault(
                PLACES,
                "\"anadyr\"",
                "features[0].geometry",
                "{\"type\":\"Point\",\"coordinates\":[177.4968,64.7337]}",
                "null, because the location class is unlocated");
    }

    @Test
    void located_features_have_a_geometry() {
        copy.replace(INCIDENTS, "\"location\": \"unlocated\"", "\"location\": \"area\"");
        assertFault(
                INCIDENTS,
                "propazha",
                "features[1].geometry",
                "null",
                "a geometry, because the location class is area");
    }

    @Test
    void the_id_of_a_feature_is_its_own_over_all_layers() {
        copy.replace(PLACES, "\"id\": \"pevek\"", "\"id\": \"zimnik\"");
        assertThat(copy.faults())
                .contains(new Fault(
                        PLACES,
                        copy.line(PLACES, "\"zimnik\""),
                        "features[3].properties.id",
                        "\"zimnik\"",
                        "a unique id: " + ROUTE + ", line 2 has this one"));
    }

    @Test
    void an_incidents_date_exists() {
        copy.replace(INCIDENTS, "2024-02-13", "2025-02-30");
        assertFault(
                INCIDENTS,
                "2025-02-30",
                "features[0].properties.date",
                "\"2025-02-30\"",
                "an existing date, as YYYY-MM-DD, YYYY-MM or YYYY");
    }

    @Test
    void a_layer_without_features_is_a_layer() throws InvalidCatalogException {
        assertThat(copy.load().layers().getFirst()).satisfies(layer -> {
            assertThat(layer.id()).isEqualTo("notes");
            assertThat(layer.features()).isEmpty();
            assertThat(layer.visible()).isFalse();
        });
    }

    @Test
    void a_layer_is_on_at_first_where_it_does_not_say() throws InvalidCatalogException {
        copy.replace("layers/notes/layer.yaml", "visible: false\n", "");
        assertThat(copy.load().layers().getFirst().visible()).isTrue();
    }

    @Test
    void layer_yaml_can_name_the_reference_system_too() throws InvalidCatalogException {
        String survey = copy.read(SURVEY);
        copy.write(SURVEY, survey.replaceFirst("\"crs\": .*\n", ""))
                .replace("layers/survey/layer.yaml", "style: place", "style: place\ncrs: EPSG:32660");
        assertThat(post(copy)).isEqualTo(post(CatalogCopy.in(folder.resolve("other"))));
    }

    @Test
    void metres_without_a_reference_system_are_no_degrees() {
        copy.write(SURVEY, copy.read(SURVEY).replaceFirst("\"crs\": .*\n", ""));
        assertThat(copy.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.expected()).startsWith("longitude within -180..180"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EPSG:0", "EPSG:999999999", "EPSG:99999999999999999999", "EPSG:5773", "EPSG:4978", "UTM zone 60"
            })
    void a_reference_system_that_is_not_known_is_a_fault(String name) {
        copy.replace(SURVEY, "urn:ogc:def:crs:EPSG::32660", name);
        assertThat(copy.faults())
                .contains(new Fault(
                        SURVEY,
                        copy.line(SURVEY, name),
                        "crs.properties.name",
                        "\"" + name + "\"",
                        "a known reference system, such as EPSG:32642 or OGC:CRS84"));
    }

    @Test
    void a_reference_system_without_a_name_is_a_fault() {
        copy.replace(PLACES, "{\"type\": \"FeatureCollection\",", "{\"type\": \"FeatureCollection\", \"crs\": 5,");
        assertFault(PLACES, "\"crs\": 5", "crs", "5", "an object or null");
    }

    private static Location post(CatalogCopy copy) throws InvalidCatalogException {
        Layer survey = copy.load().layers().stream()
                .filter(layer -> layer.id().equals("survey"))
                .findFirst()
                .orElseThrow();
        return survey.features().stream()
                .filter(feature -> feature.id().equals("uchastok"))
                .map(Feature::location)
                .findFirst()
                .orElseThrow();
    }

    private void assertFault(String file, String at, String field, String got, String expected) {
        assertThat(copy.faults()).containsExactly(new Fault(file, copy.line(file, at), field, got, expected));
    }

    private void moveIncidentsToDatabase() {
        copy.replace("layers/incidents/layer.yaml", "visible: true", "store: database\nvisible: true");
        copy.delete(INCIDENTS);
    }

    @Test
    void a_layer_in_the_database_has_no_file() throws Exception {
        copy.replace("layers/notes/layer.yaml", "visible: false", "store: database\nvisible: false");
        assertFault(
                "layers/notes/layer.yaml",
                "store:",
                "store",
                "\"database\"",
                "file, or no features.geojson beside it: a layer's records are in one place");
        copy.delete("layers/notes/features.geojson");
        Layer notes = copy.load().layers().getFirst();
        assertThat(notes.store()).isEqualTo(Layer.Store.DATABASE);
        assertThat(notes.features()).isEmpty();
        assertThat(notes.isLarge()).isTrue();
    }

    @Test
    void no_evidence_can_rest_on_a_layer_in_the_database() {
        moveIncidentsToDatabase();
        assertThat(copy.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.expected())
                        .isEqualTo("a feature of a layer that is a file: nothing can point to records of the database "
                                + "(incidents), which a catalog cannot check"));
    }

    @Test
    void a_store_is_a_file_or_the_database() {
        copy.replace("layers/notes/layer.yaml", "visible: false", "store: cloud");
        assertThat(copy.faults()).extracting(Fault::field).containsExactly("store");
    }
}
