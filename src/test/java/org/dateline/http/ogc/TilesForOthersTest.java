package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.Catalogs;
import org.dateline.draw.figure.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What other makers' maps need of tiles: properties, identifiers, TileJSON and a style. */
class TilesForOthersTest {

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

    private static VectorTile.Tile.Layer records(String path) throws Exception {
        return VectorTile.Tile.parseFrom(api.get(path).body()).getLayersList().stream()
                .filter(layer -> layer.getName().equals("records"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Long> ids(VectorTile.Tile.Layer layer) {
        return layer.getFeaturesList().stream()
                .map(VectorTile.Tile.Feature::getId)
                .collect(Collectors.toSet());
    }

    @Test
    void tiles_have_the_properties_asked_for() throws Exception {
        assertThat(records(TILES + "/0/0/0").getKeysList())
                .contains("id", "name", "kind")
                .doesNotContain("note");
        assertThat(records(TILES + "/0/0/0?properties=kind,note").getKeysList())
                .containsExactlyInAnyOrder("id", "kind", "note");
        assertThat(api.get(TILES + "/0/0/0?properties=kind,nothing").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_feature_has_the_same_number_in_every_tile() throws Exception {
        VectorTile.Tile.Layer world = records(TILES + "/0/0/0");
        assertThat(ids(world))
                .hasSize(world.getFeaturesCount())
                .doesNotContain(0L)
                .allMatch(id -> id < 1L << 53);
        VectorTile.Tile.Layer near = records(TILES + "/5/13/21");
        assertThat(ids(world)).containsAll(ids(near));
    }

    @Test
    void tile_json_leads_to_the_tiles() throws Exception {
        JsonNode described = api.json(TILES + "?f=tilejson&properties=kind,note");
        assertThat(described.path("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(described.path("bounds").size()).isEqualTo(4);
        assertThat(described.path("vector_layers").path(0).path("fields").propertyNames())
                .containsExactlyInAnyOrder("id", "kind", "note");
        String tile = described
                .path("tiles")
                .path(0)
                .asString()
                .replace("{z}", "0")
                .replace("{y}", "0")
                .replace("{x}", "0");
        assertThat(records(tile.substring(api.root().length())).getKeysList())
                .containsExactlyInAnyOrder("id", "kind", "note");
    }

    @Test
    void the_style_draws_all_layers_of_tiles_in_our_colours() throws Exception {
        JsonNode style = api.json(TILES + "?f=style");
        assertThat(style.path("version").asInt()).isEqualTo(8);
        String source = style.path("sources").path("dateline").path("url").asString();
        List<String> described = api.json(source)
                .path("vector_layers")
                .valueStream()
                .map(layer -> layer.path("id").asString())
                .toList();
        assertThat(style.path("layers")
                        .valueStream()
                        .filter(layer -> layer.has("source-layer"))
                        .map(layer -> layer.path("source-layer").asString())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(described);
        assertThat(style.path("layers").toString())
                .contains(Look.light(Look.tone("place")).css())
                .contains(Look.light("map-area").css());
    }
}
