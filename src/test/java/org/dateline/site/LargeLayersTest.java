package org.dateline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.LargeCatalog;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;
import org.dateline.site.resource.Hosting;
import org.dateline.site.resource.SlowResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a layer of thousands of records does to the site: next to nothing. */
class LargeLayersTest {

    private static final String FILE = "layers/observations.geojson";
    private static final String PLACES = "layers/observations/places.geojson";

    @TempDir
    Path folder;

    private Site site(Hosting hosting) throws Exception {
        Catalog catalog = CatalogLoader.load(LargeCatalog.in(folder, 3_000));
        return new SiteBuilder(hosting).build(catalog);
    }

    private static String content(Site site, String path) {
        return new String(site.find(path).orElseThrow().identity().bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode layer(Site site) {
        return JsonMapper.shared()
                .readTree(content(site, "catalog.json"))
                .path("layers")
                .valueStream()
                .filter(layer -> layer.path("id").asString().equals(LargeCatalog.LAYER))
                .findFirst()
                .orElseThrow();
    }

    /** Ties one record to an excerpt of the catalog. */
    private void cite(String record) throws Exception {
        LargeCatalog.in(folder, 3_000);
        Path report = folder.resolve("reports/zimnik-2024-02-14.yaml");
        String content = Files.readString(report);
        String before = "incidents: [";
        assertThat(content).contains(before);
        Files.writeString(report, content.replaceFirst("incidents: \\[", "incidents: [" + record + ", "));
    }

    @Test
    void a_layer_is_large_beyond_two_thousand_features() throws Exception {
        Layer small = CatalogLoader.load(LargeCatalog.in(folder, 2_000)).layers().stream()
                .filter(layer -> layer.id().equals(LargeCatalog.LAYER))
                .findFirst()
                .orElseThrow();
        assertThat(small.isLarge()).isFalse();
        assertThat(small.holding(java.util.Collections.nCopies(
                                2_001, small.features().getFirst()))
                        .isLarge())
                .isTrue();
    }

    @Test
    void its_records_have_no_page_and_are_on_none() throws Exception {
        Site site = site(Hosting.ANYWHERE);

        assertThat(site.resources().keySet()).noneMatch(path -> path.contains("seen-"));
        assertThat(content(site, "en/"))
                .contains("href=\"../en/records/observations/\">List of all 3,000 records</a>")
                .doesNotContain("seen-", "Observation 1")
                .hasSizeLessThan(content(site, "en/places/anadyr/").length() * 4);
    }

    @Test
    void the_script_and_others_get_the_address_of_its_tiles() throws Exception {
        Site site = site(Hosting.ANYWHERE);
        String tiles = "ogc/collections/observations/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt";

        assertThat(layer(site).path("tiles").asString()).isEqualTo(tiles);
        assertThat(layer(site).path("url").asString()).isEqualTo(FILE);
        assertThat(layer(site).path("features").asInt()).isEqualTo(3_000);
        assertThat(content(site, ""))
                .contains("\"tiles\":\"" + tiles + "&v=" + site.catalog().hash() + "\",\"count\":3000")
                .doesNotContain(FILE);
        assertThat(site.find(PLACES)).isEmpty();
    }

    @Test
    void its_file_is_made_at_the_first_request() throws Exception {
        Site site = site(Hosting.ANYWHERE);

        assertThat(site.firstVisit()).isNotEmpty().doesNotContain(FILE);
        assertThat(site.find(FILE)).get().isInstanceOf(SlowResource.class);
        assertThat(content(site, FILE)).contains("\"page\":\"records/observations/seen-2999/\"");
    }

    @Test
    void a_record_that_an_excerpt_tells_of_is_a_place() throws Exception {
        cite("seen-7");
        Site site = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(folder));

        assertThat(site.resources().keySet().stream().filter(path -> path.contains("seen-")))
                .containsExactlyInAnyOrder("places/seen-7/", "en/places/seen-7/");
        assertThat(content(site, "en/")).contains("href=\"../en/places/seen-7/\"");
        assertThat(content(site, PLACES))
                .contains("\"id\":\"seen-7\"", "\"page\":\"places/seen-7/\"")
                .doesNotContain("seen-8");
        assertThat(content(site, "")).contains("\"url\":\"" + PLACES + "\"");
    }

    @Test
    void a_published_folder_has_its_places_and_says_that_records_need_a_server() throws Exception {
        cite("seen-7");
        Hosting files = new Hosting(null, null, null).asFiles();
        Site site = new SiteBuilder(files).build(CatalogLoader.load(folder));

        assertThat(site.find(FILE)).isEmpty();
        assertThat(site.find("places/seen-7/")).isPresent();
        assertThat(layer(site).has("tiles")).isFalse();
        assertThat(layer(site).has("url")).isFalse();
        assertThat(content(site, "en/"))
                .contains("3,000 records: they are not part of this copy of the site.")
                .contains("\"url\":\"" + PLACES + "\",\"count\":1")
                .doesNotContain("records/observations/");
    }

    @Test
    void the_key_names_lines_that_only_records_have_where_these_are_shown() throws Exception {
        LargeCatalog.in(folder, 3_000);
        Path records = folder.resolve("layers/observations/features.geojson");
        Files.writeString(records, Files.readString(records).replaceFirst("\"features\": *\\[", """
                                $0{"type": "Feature", "properties": {"id": "pipe", "name": "A pipeline", "kind": "pipeline", "location": "line"},
                                "geometry": {"type": "LineString", "coordinates": [[-170, 65], [-171, 66]]}},"""));
        Catalog catalog = CatalogLoader.load(folder);

        assertThat(content(new SiteBuilder(Hosting.ANYWHERE).build(catalog), "en/"))
                .contains("\"sign.pipeline\":\"")
                .doesNotContain("\"sign.river\":\"");
        assertThat(content(new SiteBuilder(Hosting.ANYWHERE.asFiles()).build(catalog), "en/"))
                .doesNotContain("\"sign.pipeline\":\"");
    }

    @Test
    void a_layer_in_the_database_counts_nothing_and_has_no_file() throws Exception {
        LargeCatalog.in(folder, 1);
        Files.delete(folder.resolve("layers/observations/features.geojson"));
        Path about = folder.resolve("layers/observations/layer.yaml");
        Files.writeString(about, Files.readString(about) + "store: database\n");
        Site site = new SiteBuilder(Hosting.ANYWHERE).build(CatalogLoader.load(folder));

        assertThat(content(site, "en/")).contains(">List of all records</a>");
        assertThat(layer(site).has("tiles")).isTrue();
        assertThat(layer(site).has("url")).isFalse();
        assertThat(layer(site).has("features")).isFalse();
        // What the database holds changes without the catalog: no version of the catalog's may make it stay in caches.
        assertThat(content(site, "")).contains("{x}?f=mvt\"}");
        assertThat(site.find(FILE)).isEmpty();
    }
}
