package org.dateline.draw.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.draw.render.PictureReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasemapCheckTest {

    private static final String RELIEF = "basemap/relief.webp";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void copy() {
        folder = Catalogs.copy(Catalogs.JAFFAR_EXPRESS, root.resolve("catalog"));
    }

    private List<Fault> faults() {
        InvalidCatalogException invalid = catchThrowableOfType(
                InvalidCatalogException.class, () -> BasemapCheck.require(CatalogLoader.load(folder)));
        assertThat(invalid).as("a fault").isNotNull();
        return invalid.faults();
    }

    private void cut(String file, double share) throws IOException {
        byte[] whole = Files.readAllBytes(Catalogs.JAFFAR_EXPRESS.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(whole, (int) (whole.length * share)));
    }

    @Test
    void the_basemap_of_the_first_catalog_has_no_fault() {
        assertThatCode(() -> BasemapCheck.require(CatalogLoader.load(folder))).doesNotThrowAnyException();
    }

    @Test
    void an_empty_file_is_one_fault() throws IOException {
        for (String file : List.of(RELIEF, "basemap/detail.topojson", "basemap/world.topojson")) {
            cut(file, 0);
        }
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        new Fault(RELIEF, 0, "", "an empty file", PictureReader.EXPECTED),
                        new Fault("basemap/detail.topojson", 0, "", "an empty file", "a topology"),
                        new Fault("basemap/world.topojson", 0, "", "an empty file", "a topology"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.002, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.999})
    void a_half_written_relief_is_one_fault(double share) throws IOException {
        cut(RELIEF, share);
        assertThat(faults()).extracting(Fault::file).containsExactly(RELIEF);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.999})
    void a_half_written_topology_is_one_fault(double share) throws IOException {
        cut("basemap/region.topojson", share);
        assertThat(faults()).containsExactly(new Fault("basemap/region.topojson", 0, "", "invalid JSON", "a topology"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | type | nothing",
                "[] | type | nothing",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | type | \"FeatureCollection\"",
                "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1e999,1]]],\"objects\":{}} | arcs[0][1][0] | Infinity",
                "{\"type\":\"Topology\",\"arcs\":[[[0,0],[7e5,4e6]]],\"objects\":{}} | arcs[0][1] | [700000.0,4000000.0]",
                "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"land\":{\"type\":\"Polygon\",\"arcs\":[[0]]}}} | objects.land.arcs[0][0] | 0"
            })
    void a_topology_that_cannot_be_drawn_is_a_fault_at_its_field(String content, String field, String got)
            throws IOException {
        Files.writeString(folder.resolve("basemap/world.topojson"), content);
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("basemap/world.topojson");
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.got()).contains(got.equals("Infinity") ? "" : got);
        });
    }

    @Test
    void a_picture_of_another_kind_is_a_fault() throws IOException {
        Files.writeString(folder.resolve(RELIEF), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThat(faults())
                .containsExactly(new Fault(
                        RELIEF, 0, "", "an incomplete picture, or a file of another kind", PictureReader.EXPECTED));
    }

    @Test
    void a_picture_larger_than_memory_is_a_fault() throws IOException {
        byte[] webp = Files.readAllBytes(folder.resolve(RELIEF));
        // "VP8X" gives the size of the canvas less one in 24 bits each; "VP8 " and "VP8L" give 14 bits.
        int at = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8");
        if (webp[at + 3] == 'X') {
            Arrays.fill(webp, at + 12, at + 18, (byte) 0x7F);
        } else {
            Arrays.fill(webp, at + 14, at + 18, (byte) 0x3F);
        }
        Files.write(folder.resolve(RELIEF), webp);
        assertThat(faults()).extracting(Fault::file).containsExactly(RELIEF);
    }

    @Test
    void a_picture_without_an_ending_is_a_fault() throws IOException {
        Files.move(folder.resolve(RELIEF), folder.resolve("basemap/relief"));
        Path yaml = folder.resolve("basemap/basemap.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("relief.webp", "relief"));
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.expected()).isEqualTo("a file in basemap/"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.2, 0.99})
    void an_incomplete_picture_is_found_without_decoding_it(double share) throws IOException {
        assertThatCode(() -> BasemapCheck.requireComplete(CatalogLoader.load(folder)))
                .doesNotThrowAnyException();

        cut(RELIEF, share);

        InvalidCatalogException invalid = catchThrowableOfType(
                InvalidCatalogException.class, () -> BasemapCheck.requireComplete(CatalogLoader.load(folder)));
        assertThat(invalid.faults()).extracting(Fault::file).containsExactly(RELIEF);
    }
}
