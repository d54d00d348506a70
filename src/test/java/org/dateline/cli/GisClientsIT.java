package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs that people use ask the packaged server: GDAL's OAPIF driver and QGIS's provider get the features of each
 * collection, all of them once and where they are; downloads open in GDAL with the same features.
 */
class GisClientsIT {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> LAYERS = List.of("areas", "rail-route", "places", "incidents");
    private static final String QGIS_PYTHON = System.getenv().getOrDefault("QGIS_PYTHON", "/usr/bin/python3");

    private static Program.Serving server;
    private static Program.Serving chukotka;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new Program.Serving("--geodata", Catalogs.JAFFAR_EXPRESS.toString());
        chukotka = new Program.Serving("--geodata", Catalogs.CHUKOTKA.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        chukotka.close();
    }

    static Stream<String> layers() {
        return LAYERS.stream();
    }

    static Stream<String> collections() {
        return Stream.concat(LAYERS.stream(), Stream.of("excerpts", "claims"));
    }

    /** Ids and geometries, null for none. */
    private static Map<String, @Nullable JsonNode> features(String geoJson) {
        Map<String, @Nullable JsonNode> features = new LinkedHashMap<>();
        for (JsonNode feature : MAPPER.readTree(geoJson).path("features")) {
            String id = feature.path("properties").path("id").asString();
            JsonNode geometry = feature.path("geometry");
            assertThat(features).doesNotContainKey(id);
            features.put(id, geometry.isNull() ? null : geometry);
        }
        return features;
    }

    private static Map<String, @Nullable JsonNode> served(Program.Serving from, String path) throws Exception {
        return features(new String(get(from, path), StandardCharsets.UTF_8));
    }

    private static byte[] get(Program.Serving from, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create(from.address() + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        }
    }

    private static String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }

    private static Map<String, @Nullable JsonNode> ogr2ogr(Program.Serving from, String collection, String... options)
            throws Exception {
        List<String> command =
                new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=6", "/vsistdout/"));
        command.add("OAPIF:" + from.address() + "/ogc/");
        command.add(collection);
        command.addAll(List.of(options));
        return features(run(command.toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gdal_pages_through_a_layer_and_gets_the_features_of_its_file(String layer) throws Exception {
        assertThat(ogr2ogr(server, layer, "-oo", "PAGE_SIZE=7"))
                .isEqualTo(served(server, "/layers/" + layer + ".geojson"));
    }

    @ParameterizedTest
    @MethodSource("collections")
    void gdal_gets_every_feature_of_every_collection(String collection) throws Exception {
        assertThat(ogr2ogr(server, collection)).isEqualTo(served(server, "/ogc/collections/" + collection + "/items"));
    }

    @Test
    void gdal_keeps_its_box_from_page_to_page() throws Exception {
        assertThat(ogr2ogr(server, "rail-route", "-spat", "66", "28", "70", "31", "-oo", "PAGE_SIZE=5"))
                .isEqualTo(served(server, "/ogc/collections/rail-route/items?bbox=66,28,70,31"))
                .hasSizeGreaterThan(15);
    }

    @Test
    void gdal_lets_the_server_filter_by_attribute() throws Exception {
        assertThat(ogr2ogr(server, "rail-route", "-where", "kind = 'station'", "-oo", "PAGE_SIZE=50"))
                .isEqualTo(served(server, "/ogc/collections/rail-route/items?kind=station"))
                .hasSizeGreaterThan(50);
    }

    @Test
    void gdal_transforms_to_the_same_place_as_the_server() throws Exception {
        JsonNode ours = served(server, "/ogc/collections/places/items?crs=http://www.opengis.net/def/crs/EPSG/0/32642")
                .get("sibi")
                .path("coordinates");
        String theirs = run(
                "ogr2ogr",
                "-f",
                "CSV",
                "-lco",
                "GEOMETRY=AS_XY",
                "/vsistdout/",
                "-t_srs",
                "EPSG:32642",
                "-where",
                "id = 'sibi'",
                "-select",
                "id",
                "OAPIF:" + server.address() + "/ogc/",
                "places");
        String[] position = theirs.lines().skip(1).findFirst().orElseThrow().split(",");

        assertThat(ours.path(0).asDouble()).isCloseTo(Double.parseDouble(position[0]), within(0.2));
        assertThat(ours.path(1).asDouble()).isCloseTo(Double.parseDouble(position[1]), within(0.2));
    }

    @ParameterizedTest
    @MethodSource("collections")
    void gdal_opens_every_download_with_the_same_features(String collection) throws Exception {
        Map<String, @Nullable JsonNode> expected = served(server, "/ogc/collections/" + collection + "/items");
        for (String form : List.of("kml", "gpkg", "fgb", "csv", "geojsonseq")) {
            Path file = folder.resolve(collection + "." + (form.equals("geojsonseq") ? "geojsons" : form));
            Files.write(file, get(server, "/ogc/collections/" + collection + "/items?f=" + form));
            Map<String, @Nullable JsonNode> opened = features(
                    run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=6", "/vsistdout/", file.toString()));
            assertThat(opened.keySet()).as(form).isEqualTo(expected.keySet());
            opened.forEach((id, geometry) -> assertSame(id + " of " + form, shape(geometry), shape(expected.get(id))));
        }
    }

    private static @Nullable Geometry shape(@Nullable JsonNode geoJson) {
        return geoJson == null ? null : GeoJsonShapes.read(geoJson);
    }

    /** The same to a millionth of a degree, in which texts round; a ring may begin elsewhere and a part stand alone. */
    private static void assertSame(String what, @Nullable Geometry found, @Nullable Geometry expected) {
        assertThat(found == null).as(what).isEqualTo(expected == null);
        if (found != null && expected != null) {
            assertThat(single(found).norm().equalsExact(single(expected).norm(), 2e-6))
                    .as("%s: got %s, expected %s", what, found, expected)
                    .isTrue();
        }
    }

    private static Geometry single(Geometry geometry) {
        return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    }

    @Test
    void qgis_gets_every_feature_of_every_collection() throws Exception {
        Map<String, Map<String, @Nullable Geometry>> found = new LinkedHashMap<>();
        for (JsonNode line : qgis(server, collections().toArray(String[]::new))) {
            Map<String, @Nullable Geometry> features =
                    found.computeIfAbsent(line.path("collection").asString(), _ -> new LinkedHashMap<>());
            if (line.has("count")) {
                assertThat(line.path("crs").asString()).isIn("OGC:CRS84", "EPSG:4326");
            } else {
                JsonNode wkt = line.path("wkt");
                features.put(line.path("id").asString(), wkt.isNull() ? null : new WKTReader().read(wkt.asString()));
            }
        }
        for (String collection : collections().toList()) {
            Map<String, @Nullable JsonNode> expected = served(server, "/ogc/collections/" + collection + "/items");
            assertThat(found.get(collection).keySet()).as(collection).isEqualTo(expected.keySet());
            expected.forEach((id, geometry) ->
                    assertSame(id + " in QGIS", found.get(collection).get(id), shape(geometry)));
        }
    }

    @Test
    void qgis_finds_both_sides_of_the_antimeridian() throws Exception {
        assertThat(qgis(chukotka, "places"))
                .filteredOn(line -> line.has("id"))
                .extracting(line -> line.path("id").asString())
                .containsExactlyInAnyOrder(
                        "anadyr", "provideniya", "egvekinot", "pevek", "zaliv-kresta", "ostrov-vrangelya");
    }

    private static List<JsonNode> qgis(Program.Serving from, String... collections) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(QGIS_PYTHON, "src/test/python/qgis_features.py", from.address() + "/ogc/"));
        command.addAll(List.of(collections));
        return run(command.toArray(String[]::new))
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(MAPPER::readTree)
                .toList();
    }
}
