package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.PublishedStreets;
import org.dateline.site.resource.Resource;
import org.dateline.streets.StreetArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streets in still pictures and in a site of files. */
class StreetsTest {

    private static Catalog catalog;
    private static StreetArchive archive;
    private static Site site;

    @BeforeAll
    static void build() throws Exception {
        catalog = CatalogLoader.load(Catalogs.MARKET);
        archive = StreetArchive.open(Catalogs.MARKET_STREETS);
        site = new SiteBuilder(Hosting.ANYWHERE.on(archive)).build(catalog);
    }

    private static Resource resource(String path) {
        return site.find(path).orElseThrow();
    }

    private static String text(String path) {
        return new String(resource(path).content(), StandardCharsets.UTF_8);
    }

    private static int gzipped(String path) {
        return resource(path).body(Encoding.GZIP).orElseThrow().bytes().length;
    }

    @Test
    void an_embed_has_streets_within_its_budget_and_names_their_source() {
        String embed = text("embed/waterfront/");
        assertThat(embed).contains("class=\"street-building\"", "class=\"street-road\"", "Vaillancourt Fountain");
        assertThat(embed).contains("© OpenStreetMap contributors", ".street-road{stroke:var(--street-road)}");
        // Half of it is for places.
        assertThat(gzipped("embed/waterfront/")).isLessThan(45_000);
        assertThat(embed).contains("Market moves", "Ferry Building", "Fremont Street");
    }

    @Test
    void a_page_without_script_has_streets_by_day_and_by_night() {
        String backdrop = text("basemap/backdrop.svg");
        assertThat(backdrop).contains("class=\"street-water\"", "class=\"street-road\"");
        assertThat(backdrop).contains(".street-road{stroke:#fffdf8}", ".street-road{stroke:#443f38}");
        assertThat(gzipped("basemap/backdrop.svg")).isLessThan(60_000);
    }

    @Test
    void close_up_coordinates_are_counted_from_the_view() {
        // Numbers of the whole world would be too coarse for a browser here.
        assertThat(text(""))
                .containsPattern("viewBox=\"10\\d{3}\\.\\d+ 253\\d\\d")
                .contains("translate(10");
        assertThat(Pattern.compile("<circle[^>]*cx=\"(-?[\\d.]+)")
                        .matcher(text(""))
                        .results())
                .isNotEmpty()
                .allSatisfy(circle ->
                        assertThat(Double.parseDouble(circle.group(1))).isBetween(-2.0, 30.0));
    }

    @Test
    void pictures_have_streets_and_name_their_source() throws Exception {
        String svg = text("embed/waterfront.svg");
        assertThat(svg).contains("© OpenStreetMap contributors", "fill=\"#e3d9c7\"");
        // Surfaces overlap: what two of them cover must not be empty.
        assertThat(svg).doesNotContainPattern("fill=\"#ece4d3\"[^>]*evenodd");
        BufferedImage png = ImageIO.read(
                new ByteArrayInputStream(resource("embed/waterfront.png").content()));
        assertThat(count(png, 0xfffdf8)).as("pixels of roads").isGreaterThan(20_000);
        assertThat(count(png, 0xe3d9c7)).as("pixels of buildings").isGreaterThan(20_000);
    }

    private static int count(BufferedImage picture, int colour) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void streets_are_named_along_them_wherever_the_map_is_drawn() {
        assertThat(text("embed/waterfront/"))
                .containsPattern("transform=\"rotate\\(-?[\\d.]+ [\\d.]+ [\\d.]+\\)\"[^>]*>The Embarcadero<");
        assertThat(text("embed/waterfront.svg")).containsPattern("rotate\\([^>]*>Drumm Street<");
        // No name is upside down.
        assertThat(Pattern.compile("rotate\\((-?[\\d.]+)")
                        .matcher(text("embed/waterfront.svg"))
                        .results())
                .isNotEmpty()
                .allSatisfy(
                        turn -> assertThat(Double.parseDouble(turn.group(1))).isBetween(-90.0, 90.0));
    }

    @Test
    void a_map_elsewhere_has_none() throws Exception {
        Site elsewhere = new SiteBuilder(Hosting.ANYWHERE.on(archive)).build(CatalogLoader.load(Catalogs.FLOOD));
        assertThat(new String(
                        elsewhere.find("basemap/backdrop.svg").orElseThrow().content(), StandardCharsets.UTF_8))
                .doesNotContain("street-");
    }

    @Test
    void a_site_of_files_takes_along_the_tiles_of_its_views_within_a_budget() throws Exception {
        Hosting files = Hosting.ANYWHERE.asFiles().on(archive);
        Site whole = new SiteBuilder(files).build(catalog);
        List<String> tiles = tiles(whole);
        assertThat(tiles)
                .hasSize(5)
                .allMatch(path -> path.matches("streets/[0-9a-f]{12}-[0-9a-f]{4}/1[0-4]/\\d+/\\d+\\.mvt"));
        assertThat(whole.find(tiles.getLast()).orElseThrow().content())
                .as("gzipped")
                .startsWith(0x1f, 0x8b);
        assertThat(page(whole)).contains("\"maxZoom\":14", "\"areas\":[[-122.4").doesNotContain("\"first\"");

        PublishedStreets all = PublishedStreets.of(whole.catalog(), 1_000_000).orElseThrow();
        assertThat(all.left()).isZero();
        Site small = new SiteBuilder(files.with(all.bytes() - 1)).build(catalog);
        assertThat(tiles(small)).hasSize(4);
        assertThat(page(small)).contains("\"maxZoom\":13");
        Site none = new SiteBuilder(files.with(10)).build(catalog);
        assertThat(tiles(none)).isEmpty();
        assertThat(page(none)).doesNotContain("\"streets\":");
    }

    @Test
    void a_map_of_files_finds_an_empty_one_where_the_archive_has_nothing(@TempDir Path folder) throws Exception {
        Catalogs.copy(Catalogs.MARKET, folder);
        Path view = folder.resolve("views/waterfront.yaml");
        Files.writeString(
                view, Files.readString(view).replaceFirst("bbox: .*", "bbox: [-122.43, 37.77, -122.37, 37.82]"));
        Site wide = new SiteBuilder(Hosting.ANYWHERE.asFiles().on(archive)).build(CatalogLoader.load(folder));
        assertThat(tiles(wide))
                .filteredOn(path -> wide.find(path).orElseThrow().content().length == 0)
                .isNotEmpty()
                .hasSizeLessThan(500);
        assertThat(tiles(wide))
                .filteredOn(path -> wide.find(path).orElseThrow().content().length > 0)
                .isNotEmpty();
    }

    private static List<String> tiles(Site site) {
        return site.resources().keySet().stream()
                .filter(path -> path.startsWith("streets/"))
                .toList();
    }

    private static String page(Site site) {
        return Optional.of(site.find("").orElseThrow())
                .map(page -> new String(page.content(), StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
