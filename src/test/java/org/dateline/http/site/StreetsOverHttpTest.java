package org.dateline.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dateline.http.RunningServer.header;
import static org.dateline.http.RunningServer.text;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dateline.Catalogs;
import org.dateline.geo.Tile;
import org.dateline.http.RunningServer;
import org.dateline.site.resource.FirstView;
import org.dateline.streets.StreetArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetsOverHttpTest {

    private static final Pattern TEMPLATE = Pattern.compile("\"streets\":\\{\"url\":\"(streets/[0-9a-f-]+/)\\{z}");

    private static final Tile TILE = new Tile(14, 2621, 6331);

    @TempDir
    static Path temporary;

    private static Path folder;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        folder = Catalogs.copy(Catalogs.MARKET, temporary.resolve("catalog"));
        Files.copy(Catalogs.MARKET_STREETS, folder.resolve("city.pmtiles"));
        Files.writeString(
                folder.resolve("catalog.yaml"),
                Files.readString(folder.resolve("catalog.yaml")) + "streets: city.pmtiles\n");
        server = new RunningServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String tiles() throws Exception {
        Matcher found = TEMPLATE.matcher(text(server.get("/")));
        return found.find() ? "/" + found.group(1) : "";
    }

    @Test
    void a_tile_has_what_a_map_draws_in_fewer_bytes_than_the_archive_and_is_kept_for_good() throws Exception {
        byte[] stored = StreetArchive.open(Catalogs.MARKET_STREETS).stored(TILE).orElseThrow();
        String path = tiles() + "14/2621/6331.mvt";
        for (int time = 0; time < 2; time++) {
            HttpResponse<byte[]> packed = server.get(path, "Accept-Encoding", "gzip");
            assertThat(packed.statusCode()).isEqualTo(200);
            assertThat(packed.body()).hasSizeLessThan(stored.length * 3 / 4);
            assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(packed, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
            assertThat(header(packed, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            String etag = header(packed, "ETag");
            assertThat(server.get(path, "Accept-Encoding", "gzip", "If-None-Match", etag)
                            .statusCode())
                    .isEqualTo(304);
        }
        HttpResponse<byte[]> plain = server.get(path);
        assertThat(header(plain, "Content-Encoding")).isNull();
        assertThat(VectorTile.Tile.parseFrom(plain.body()).getLayersList())
                .extracting(VectorTile.Tile.Layer::getName)
                .containsExactly("streets");
    }

    @Test
    void beyond_the_archives_zoom_there_are_small_parts_of_its_tiles_and_a_map_asks_for_no_others() throws Exception {
        int whole = server.get(tiles() + "14/2621/6331.mvt", "Accept-Encoding", "gzip")
                .body()
                .length;
        int quarter = server.get(tiles() + "15/5242/12662.mvt", "Accept-Encoding", "gzip")
                .body()
                .length;
        byte[] deepest = server.get(tiles() + "16/10486/25326.mvt").body();
        assertThat(quarter).isLessThan(whole / 2);
        assertThat(VectorTile.Tile.parseFrom(deepest).getLayers(0).getFeaturesCount())
                .isPositive();
        assertThat(server.get(tiles() + "17/20972/50652.mvt").statusCode()).isEqualTo(204);
        assertThat(text(server.get("/"))).containsPattern("\"minZoom\":\\d+,\"maxZoom\":16,");
    }

    @Test
    void where_the_archive_has_nothing_there_is_nothing_and_no_such_tile_is_not_found() throws Exception {
        String tiles = tiles();
        assertThat(server.get(tiles + "14/0/0.mvt").statusCode()).isEqualTo(204);
        for (String none : new String[] {"3/9/9.mvt", "x/0/0.mvt", "99/0/0.mvt", "14/0/0", "0/-1/0.mvt"}) {
            assertThat(server.get(tiles + none).statusCode()).as(none).isEqualTo(404);
        }
        assertThat(server.get("/streets/0123456789ab/14/2621/6331.mvt").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_tiles_that_a_page_shows_first_have_the_bytes_that_their_number_allows() throws Exception {
        assertThat(text(server.get("/"))).contains("\"first\":\"" + tiles().substring(1) + "{first}/{z}/{x}/{y}.mvt\"");
        byte[] alone = server.get(tiles() + "1x1-0-0/14/2621/6331.mvt").body();
        assertThat(alone).isEqualTo(server.get(tiles() + "14/2621/6331.mvt").body());
        HttpResponse<byte[]> one = server.get(tiles() + "4x4-1-2-ground/14/2621/6331.mvt", "Accept-Encoding", "gzip");
        assertThat(one.body()).hasSizeBetween(1, FirstView.MOST_BESIDE_GROUND);
        assertThat(header(one, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(server.get(tiles() + "4x4-1-2/14/0/0.mvt").statusCode()).isEqualTo(204);
        // Beside the view, tiles are as coarse as in it.
        assertThat(server.get(tiles() + "1x1-1-0/14/2621/6331.mvt").statusCode())
                .isEqualTo(200);
        for (String none : new String[] {"7x4-1-2/14/2621/6331.mvt", "x/14/2621/6331.mvt", "4x4-1-2/14/-1/6331.mvt"}) {
            assertThat(server.get(tiles() + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void the_page_names_the_source_of_its_streets() throws Exception {
        assertThat(text(server.get("/"))).contains("© OpenStreetMap contributors");
    }

    @Test
    void a_broken_archive_leaves_a_site_without_streets_and_a_whole_one_brings_them_back() throws Exception {
        byte[] whole = Files.readAllBytes(Catalogs.MARKET_STREETS);
        replace(java.util.Arrays.copyOf(whole, 1000));
        await(false);
        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(text(server.get("/"))).doesNotContain("OpenStreetMap");
        replace(whole);
        await(true);
    }

    private static void replace(byte[] content) throws Exception {
        Path part = Files.write(temporary.resolve("part"), content);
        Files.move(part, folder.resolve("city.pmtiles"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(boolean streets) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (tiles().isEmpty() == streets && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(tiles().isEmpty()).isNotEqualTo(streets);
    }
}
