package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dateline.Catalogs;
import org.dateline.geo.Geometries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** OGC API - Tiles - Part 1 (OGC 20-057), by requirement; tiles are read by a decoder, not by what wrote them. */
class TilesRequirementsTest {

    private static final String TILES = "/collections/places/tiles/WebMercatorQuad";

    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        api = new Api(Catalogs.JAFFAR_EXPRESS);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static List<String> ids(HttpResponse<byte[]> response) throws IOException {
        JtsMvt tile = MvtReader.loadMvt(
                new ByteArrayInputStream(response.body()),
                Geometries.FACTORY,
                new TagKeyValueMapConverter(),
                MvtReader.RING_CLASSIFIER_V2_1);
        List<String> ids = new ArrayList<>();
        JtsLayer records = tile.getLayer("records");
        for (Geometry geometry : records.getGeometries()) {
            ids.add(((Map<?, ?>) geometry.getUserData()).get("id").toString());
        }
        return ids;
    }

    @Test
    void req_core_tc_success() throws Exception {
        HttpResponse<byte[]> world = api.get(TILES + "/0/0/0?f=mvt");
        assertThat(world.statusCode()).isEqualTo(200);
        assertThat(header(world, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(ids(world)).contains("quetta", "sibi", "gwadar").doesNotHaveDuplicates();
        assertThat(api.get(TILES + "/10/0/0").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TILES + "/0/1/0",
                TILES + "/0/0/1",
                TILES + "/21/0/0",
                TILES + "/-1/0/0",
                TILES + "/a/b/c",
                TILES + "/0/0/99999999999",
                "/collections/places/tiles/WorldCRS84Quad/0/0/0",
                "/collections/nowhere/tiles/WebMercatorQuad/0/0/0",
                "/tileMatrixSets/other",
            })
    void req_core_tc_error(String path) throws Exception {
        HttpResponse<byte[]> response = api.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void req_tileset_description() throws Exception {
        JsonNode tileset = api.json(TILES + "?f=json");
        assertThat(tileset.path("dataType").asString()).isEqualTo("vector");
        assertThat(tileset.path("tileMatrixSetURI").asString()).endsWith("/WebMercatorQuad");
        assertThat(tileset.path("crs").asString()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
        String template = tileset.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString().equals("item"))
                .map(link -> link.path("href").asString())
                .findFirst()
                .orElseThrow();
        String address =
                template.replace("{tileMatrix}", "0").replace("{tileRow}", "0").replace("{tileCol}", "0");
        HttpResponse<byte[]> tile = api.get(address.substring(api.root().length()));
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(header(tile, "Cache-Control")).contains("immutable");
    }

    @Test
    void req_tilesets_list_and_geodata_tilesets() throws Exception {
        JsonNode collection = api.json("/collections/places");
        String list = collection
                .path("links")
                .valueStream()
                .filter(link ->
                        link.path("rel").asString().equals("http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"))
                .map(link -> link.path("href").asString())
                .findFirst()
                .orElseThrow();
        JsonNode tilesets = api.json(list);
        assertThat(tilesets.path("tilesets").size()).isEqualTo(1);
        assertThat(tilesets.path("tilesets").path(0).path("links").valueStream())
                .anySatisfy(link -> assertThat(link.path("rel").asString()).isEqualTo("self"));
    }

    @Test
    void req_tilematrixset() throws Exception {
        JsonNode set = api.json("/tileMatrixSets/WebMercatorQuad");
        assertThat(set.path("tileMatrices").size()).isEqualTo(25);
        assertThat(set.path("orderedAxes").toString()).isEqualTo("[\"X\",\"Y\"]");
        JsonNode first = set.path("tileMatrices").path(0);
        // OGC 17-083r4, annex D.1.
        assertThat(first.path("scaleDenominator").asDouble())
                .isEqualTo(559_082_264.028_717_8, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(first.path("cellSize").asDouble())
                .isEqualTo(156_543.033_928_041, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(first.path("pointOfOrigin").path(1).asDouble())
                .isEqualTo(20_037_508.342_789_2, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(api.json("/tileMatrixSets").path("tileMatrixSets").size()).isEqualTo(1);
    }

    @Test
    void a_tile_set_states_the_rows_and_columns_that_it_has() throws Exception {
        JsonNode limits = api.json(TILES).path("tileMatrixSetLimits");
        assertThat(limits.size()).isEqualTo(21);
        assertThat(limits.path(0).toString())
                .isEqualTo(
                        "{\"tileMatrix\":\"0\",\"minTileRow\":0,\"maxTileRow\":0,\"minTileCol\":0,\"maxTileCol\":0}");
        JsonNode street = limits.path(12);
        for (String side : List.of("min", "max")) {
            int row = street.path(side + "TileRow").asInt();
            int column = street.path(side + "TileCol").asInt();
            assertThat(column).isBetween(2_700, 2_900);
            assertThat(row).isBetween(1_600, 1_800);
        }
    }

    @Test
    void filters_of_items_hold_for_tiles() throws Exception {
        assertThat(ids(api.get(TILES + "/0/0/0" + Api.query("filter", "kind = 'city'"))))
                .containsExactlyInAnyOrderElementsOf(located("kind = 'city'"));
        assertThat(ids(api.get("/collections/incidents/tiles/WebMercatorQuad/0/0/0?datetime=2025-03-11")))
                .isNotEmpty();
        assertThat(api.get("/collections/incidents/tiles/WebMercatorQuad/0/0/0?datetime=yesterday")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.get(TILES + "/0/0/0?colour=red").statusCode()).isEqualTo(400);
    }

    private static List<String> located(String filter) throws Exception {
        return api.items("places", "filter", filter)
                .path("features")
                .valueStream()
                .filter(feature -> !feature.path("geometry").isNull())
                .map(feature -> feature.path("id").asString())
                .toList();
    }

    @Test
    void a_tile_without_a_version_is_revalidated_and_not_sent_twice() throws Exception {
        HttpResponse<byte[]> first = api.get(TILES + "/5/13/21", "Accept-Encoding", "gzip");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(first, "Content-Encoding")).isEqualTo("gzip");
        HttpResponse<byte[]> again =
                api.get(TILES + "/5/13/21", "Accept-Encoding", "gzip", "If-None-Match", header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(api.get(TILES + "/5/13/21?v=0"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void both_ways_of_answering_give_the_same_bytes() throws Exception {
        String address = TILES + "/4/6/10?f=mvt";
        byte[] made = api.get(address).body();
        assertThat(IntStream.range(0, 3).mapToObj(_ -> {
                    try {
                        return api.get(address).body();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }))
                .allSatisfy(body -> assertThat(body).isEqualTo(made));
        HttpResponse<byte[]> head = api.send("HEAD", address);
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(made.length));
    }

    @ParameterizedTest
    @CsvSource({"/0/0/0?f=mvt, 200", "/0/0/0?f=png, 400", "/0/0/0, 200"})
    void a_tile_has_one_form(String tile, int status) throws Exception {
        assertThat(api.get(TILES + tile, "Accept", "image/png").statusCode()).isEqualTo(status);
    }
}
