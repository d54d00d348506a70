package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dateline.model.Basemap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasemapReaderTest {

    private static final String BASEMAP = "basemap/basemap.yaml";

    @TempDir
    Path folder;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(folder)
                .replace(CatalogCopy.CATALOG, "view: chukotka", "basemap: basemap\nview: chukotka")
                .write("basemap/region.topojson", "{}")
                .write("basemap/relief.webp", "picture")
                .write(BASEMAP, """
                        attribution: Invented for the tests.
                        relief: {file: relief.webp, bbox: [165, 61, -165, 73], fade: [8, 9.5], source: a, licence: b}
                        files:
                          - {file: region.topojson, min_zoom: 4, max_zoom: 9.5, source: a, licence: b}
                          - {file: region.topojson, min_zoom: 0, source: a, licence: b}
                        """);
    }

    @Test
    void is_what_lies_beneath_the_layers() throws InvalidCatalogException {
        Basemap basemap = copy.load().basemap();
        assertThat(basemap).isNotNull();
        assertThat(basemap.reliefs()).singleElement().satisfies(relief -> {
            assertThat(relief.file()).isEqualTo(Path.of("basemap/relief.webp"));
            assertThat(relief.content()).asString().isEqualTo("picture");
            assertThat(relief.bbox().crossesAntimeridian()).isTrue();
            assertThat(relief.fadeTo()).isEqualTo(9.5);
        });
        assertThat(basemap.files()).extracting(Basemap.File::maxZoom).containsExactly(9.5, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.topojson", "../catalog.yaml", "/etc/hostname", "."})
    void its_files_are_beside_it(String file) {
        copy.replace(BASEMAP, "{file: region.topojson, min_zoom: 0", "{file: \"" + file + "\", min_zoom: 0");
        assertThat(copy.faults())
                .containsExactly(new Fault(BASEMAP, 5, "files[1].file", "\"" + file + "\"", "a file in basemap/"));
    }

    @Test
    void a_relief_says_at_which_zooms_it_fades() {
        copy.replace(BASEMAP, ", fade: [8, 9.5]", "");
        assertThat(copy.faults())
                .containsExactly(new Fault(BASEMAP, 2, "relief", "no field \"fade\"", "the field \"fade\""));
    }

    @Test
    void a_basemap_that_is_named_is_there() {
        copy.delete(BASEMAP);
        assertThat(copy.faults()).containsExactly(new Fault(BASEMAP, 0, "", "no such file", "a file"));
    }
}
