package org.dateline.catalog;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.dateline.geo.Location;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.StatedTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places as map editors and spreadsheet programs save them, without anything that is Dateline's own. */
class PlainFeaturesTest {

    private static final String DRAWN = "layers/drawn/features.geojson";
    private static final String TABLE = "layers/drawn/places.csv";

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder);
        copy.replace(CatalogCopy.CATALOG, "layers: [", "layers: [drawn, ");
        copy.write("layers/drawn/layer.yaml", """
                title: {ru: Чертёж, en: Drawn}
                description: {ru: Чертёж., en: Drawn.}
                style: place
                source: Own work
                licence: CC0-1.0
                """);
    }

    private List<Feature> drawn(CatalogLoader.Loaded loaded) {
        return loaded.catalog().layers().stream()
                .filter(layer -> layer.id().equals("drawn"))
                .map(Layer::features)
                .findFirst()
                .orElseThrow();
    }

    private CatalogLoader.Loaded load() throws InvalidCatalogException {
        return CatalogLoader.loadWithNotes(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "csv ¦ name,note,longitude,latitude\\nA,\"Open,66,30\\nB,x\",66,30\\nC,\"a, or\\nb\",66,30\\n ¦ layers/drawn/places.csv: 1 row with a text that looks like several rows (first in line 2: note); is a quotation mark not closed there?",
                "csv ¦ name,longitude,latitude,date\\nA,66,30,0025-09-26\\n ¦ layers/drawn/places.csv: the date 0025-09-26 of a is before the year 1000; is the century missing?",
                "geojson ¦ {\"type\": \"FeatureCollection\", \"numberMatched\": 9, \"features\": []} ¦ layers/drawn/features.geojson: the file says \"numberMatched\": 9 and has 0 features; are there more pages?",
                "geojson ¦ {\"type\": \"FeatureCollection\", \"totalFeatures\": 9, \"features\": []} ¦ layers/drawn/features.geojson: the file says \"totalFeatures\": 9 and has 0 features; are there more pages?",
                "geojson ¦ {\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"name\": \"A\", \"\": 1}, \"geometry\": null}]} ¦ layers/drawn/features.geojson: a property without a name is left out of 1 feature",
            })
    void what_may_be_missing_or_wrong_is_noted_as_load_does(String ending, String content, String note)
            throws Exception {
        copy.write(ending.equals("csv") ? TABLE : DRAWN, content.replace("\\n", "\n"));
        assertThat(load().notes()).contains(note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "PK␃␄ ¦ got an archive or a spreadsheet, expected text: unpack it, or save the spreadsheet as CSV",
                "<!DOCTYPE html><html> ¦ got a web page, expected a table; does its address need a password?",
            })
    void what_is_no_table_is_refused_with_its_kind(String content, String fault) {
        copy.write(TABLE, content.replace('␃', '\u0003').replace('␄', '\u0004'));
        assertThatThrownBy(this::load).hasMessageContaining("layers/drawn/places.csv: " + fault);
    }

    /** In the words of load, where it refuses the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <!DOCTYPE html><html>                               |  | a web page | well-formed JSON; does its address need a password?
            {"type": "FeatureCollection", "features": [NaN]}    |  | Non-standard token 'NaN' | well-formed JSON
            {"geometryType": "esriGeometryPoint", "features": [{"attributes": {"a": 1}, "geometry": {"x": 66, "y": 30}}]} | features | Esri's JSON | GeoJSON; servers give it with f=geojson
            {"type": "Feature", "properties": {"name": "A", "date_start": "2025-03-12", "date_end": "2025-03-11"}, "geometry": null} | features[0].properties.date_end | "2025-03-11" | a day that is not before 2025-03-12
            {"type": "Feature", "properties": {"name": "A", "date_start": "2025-03", "date_end": "2025-02-28"}, "geometry": null} | features[0].properties.date_end | "2025-02-28" | a day that is not before 2025-03
            {"type": "Feature", "properties": {"name": "A", "date_start": "11.03.2025"}, "geometry": null} | features[0].properties.date_start | "11.03.2025" | an existing date, as YYYY-MM-DD, YYYY-MM or YYYY
            {"type": "Feature", "properties": {"name": "A", "date_start": 1741651200000}, "geometry": null} | features[0].properties.date_start | 1741651200000 | an existing date, as YYYY-MM-DD, YYYY-MM or YYYY
            {"type": "Feature", "properties": {"name": "A", "date_end": "2025-03-11T10:30:00Z"}, "geometry": null} | features[0].properties.date_end | "2025-03-11T10:30:00Z" | an existing date, as YYYY-MM-DD, YYYY-MM or YYYY
            """)
    void what_is_no_layer_is_named_in_one_line(String content, String field, String got, String expected) {
        copy.write(DRAWN, content);
        assertThat(copy.faults()).containsExactly(new Fault(DRAWN, 1, field == null ? "" : field, got, expected));
    }

    /** As geojson.io, uMap, QGIS and Mapshaper write them, in this order. */
    @ParameterizedTest
    @ValueSource(strings = {"""
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {}, "geometry": {"coordinates": [170.3, 69.7], "type": "Point"}, "id": 0}]}
            """, """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"_umap_options": {"color": "Red"}}, "geometry": {"type": "Point", "coordinates": [170.3, 69.7]}}],
            "_umap_options": {"name": "Layer 1", "displayOnLoad": true}}
            """, """
            {"type": "FeatureCollection", "name": "drawn",
            "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },
            "features": [
            { "type": "Feature", "properties": { "id": null, "name": null }, "geometry": { "type": "MultiPoint", "coordinates": [ [ 170.3, 69.7, 12.5 ] ] } }
            ]}
            """, """
            {"type":"GeometryCollection", "geometries": [
            {"type":"Point","coordinates":[170.3,69.7]}
            ]}
            """, """
            {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [170.3, 69.7]}}
            """, """
            {"type": "Point", "coordinates": [170.3, 69.7]}
            """})
    void a_point_without_a_name_is_a_place_with_notes(String geoJson) throws Exception {
        copy.write(DRAWN, geoJson);

        CatalogLoader.Loaded loaded = load();

        Feature feature = drawn(loaded).getFirst();
        assertThat(feature.id()).isEqualTo("drawn-1");
        assertThat(feature.kind()).isEqualTo("place");
        assertThat(feature.extra()).isEmpty();
        assertThat(feature.location()).isInstanceOfSatisfying(Location.Point.class, point -> {
            assertThat(point.position().x).isEqualTo(170.3);
            assertThat(point.uncertaintyMetres()).isEqualTo(1000);
        });
        assertThat(loaded.notes())
                .containsExactly(
                        DRAWN + ": 1 feature without a name: drawn 1",
                        DRAWN
                                + ": 1 point without \"uncertainty_m\", drawn as known within 1000 m: drawn 1; say how far off each may be");
    }

    @Test
    void a_name_gives_the_id_and_a_geometry_the_rest() throws Exception {
        copy.write(DRAWN, """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"name": "Ўэлен"}, "geometry": {"type": "Point", "coordinates": [-169.8, 66.16]}},
                {"type": "Feature", "properties": {"Name": "Ice road"}, "geometry": {"type": "LineString", "coordinates": [[170, 69], [171, 69.5]]}},
                {"type": "Feature", "properties": {"name": "Ice road"}, "geometry": {"type": "Polygon", "coordinates": [[[170, 69], [171, 69], [171, 70], [170, 69]]]}},
                {"type": "Feature", "properties": {"name": "Camp", "id": 12, "colour": "red"}, "geometry": null}
                ]}
                """);

        assertThat(drawn(load()))
                .extracting(
                        Feature::id,
                        Feature::kind,
                        feature -> feature.location().getClass().getSimpleName())
                .containsExactly(
                        tuple("uelen", "place", "Point"),
                        tuple("ice-road", "line", "Line"),
                        tuple("ice-road-2", "area", "Area"),
                        tuple("12", "place", "Unlocated"));
        assertThat(drawn(load()).get(3).extra()).containsEntry("colour", "red");
    }

    /** As uMap, OpenStreetMap's tools and databases write it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "node/27" |         |        | node-27
            27        |         |        | 27
            "AzMTI"   |         | "Camp" | camp
            "node/27" | "mine"  | "Camp" | mine
            "node/27" | 12      |        | 12
            "node/27" |         | "—"    | node-27
            "//"      |         |        | drawn-1
            null      |         |        | drawn-1
            {}        |         |        | drawn-1
            0         |         |        | drawn-1
            """)
    void a_feature_without_a_name_has_its_own_id_unless_a_property_states_another(
            String own, String property, String name, String expected) throws Exception {
        copy.write(
                DRAWN,
                "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": " + own
                        + ", \"properties\": {" + (property == null ? "" : "\"id\": " + property + ", ")
                        + (name == null ? "" : "\"name\": " + name + ", ")
                        + "\"colour\": \"red\"}, \"geometry\": null}]}");
        assertThat(drawn(load())).extracting(Feature::id).containsExactly(expected);
    }

    @Test
    void a_table_adds_places_with_its_other_columns() throws Exception {
        copy.write(DRAWN, "{\"type\": \"FeatureCollection\", \"features\": []}");
        copy.write(
                TABLE,
                "Name,Lon,Lat,Uncertainty_m,alt_names,visited\n\"Camp, old\",170.5,69.7,250,Stan; Lager,2031\n,,,,,\nNowhere,,,,,\n");

        List<Feature> features = drawn(load());

        assertThat(features).extracting(Feature::id).containsExactly("camp-old", "nowhere");
        assertThat(features.getFirst().altNames()).containsExactly("Stan", "Lager");
        assertThat(features.getFirst().extra()).containsEntry("visited", "2031");
        assertThat(features.getFirst().location())
                .isInstanceOfSatisfying(
                        Location.Point.class,
                        point -> assertThat(point.uncertaintyMetres()).isEqualTo(250));
        assertThat(features.get(1).location()).isInstanceOf(Location.Unlocated.class);
    }

    /** Semicolons with decimal commas, tabs in UTF-16, a byte order mark. */
    @Test
    void tables_are_read_as_spreadsheet_programs_save_them() throws Exception {
        copy.write(TABLE, "\uFEFFname;longitude;latitude;uncertainty_m\r\nCamp;170,5;69,7;250\r\n");
        assertCamp();
        copy.write(TABLE, "\uFEFFname\tx\ty\tuncertainty_m\r\nCamp\t170.5\t69.7\t250\r\n".getBytes(UTF_16LE));
        assertCamp();
    }

    @Test
    void a_time_of_day_needs_the_words_that_state_it_else_it_is_any_property() throws Exception {
        copy.write(TABLE, """
                name,longitude,latitude,uncertainty_m,date,time,time_zone,time_words
                Camp,170.5,69.7,250,2024-02-13,09:30,+12:00,at half past nine
                Track,170.5,69.7,250,,2024-02-13T09:30:00Z,,
                """);
        List<Feature> drawn = drawn(load());
        assertThat(drawn.getFirst().time())
                .isEqualTo(new StatedTime(LocalTime.of(9, 30), "+12:00", "at half past nine"));
        assertThat(drawn.getFirst().extra()).doesNotContainKeys("time", "time_zone", "time_words");
        assertThat(drawn.getLast().time()).isNull();
        assertThat(drawn.getLast().extra()).containsEntry("time", "2024-02-13T09:30:00Z");
    }

    private void assertCamp() throws InvalidCatalogException {
        Feature camp = drawn(load()).getFirst();
        assertThat(camp.location().geometry().orElseThrow().getCoordinate().x).isEqualTo(170.5);
        assertThat(camp.id()).isEqualTo("camp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name,town;Camp,Uelen                | 1 | the columns name, town | among them longitude and latitude (or lon and lat, or x and y)
            name,lon,lat,lon;Camp,1,2,3         | 1 | the column "lon" twice | each name once
            name,lon,lat;Camp,170.5,69.7,5      | 2 | 4 fields               | 3, one for each column of line 1
            name,lon,lat;Camp,170.5,69.7;"Uelen,1,2 | 3 | a quotation mark that is never closed, so that the rest of the file belongs to one field | a second one
            """)
    void mistakes_in_tables_are_named_with_their_line(String table, int line, String got, String expected) {
        copy.write(TABLE, table.replace(';', '\n'));
        assertThat(copy.faults()).contains(new Fault(TABLE, line, "", got, expected));
    }

    @Test
    void a_position_that_is_none_is_named_with_its_line() {
        copy.write(TABLE, "name,lon,lat\nCamp,170.5,69.7\nUelen,west,69.7\n");
        assertThat(copy.faults())
                .containsExactly(new Fault(
                        TABLE,
                        3,
                        "features[1].geometry.coordinates",
                        "[\"west\",69.7]",
                        "a position, as [longitude, latitude]"));
    }
}
