package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.draw.plane.TopoJson;
import org.dateline.geo.Bbox;
import org.dateline.ground.DerivedGround;
import org.dateline.ground.Focus;
import org.dateline.model.Basemap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasemapCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void writes_a_folder_that_a_catalog_can_name() throws Exception {
        Path catalog = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        assertThat(run(
                        "--bbox",
                        "165,61,-165,73",
                        "--out",
                        catalog.resolve("base").toString(),
                        "--languages",
                        "ru,en"))
                .isZero();
        Path about = catalog.resolve("catalog.yaml");
        Files.writeString(about, Files.readString(about) + "basemap: base\n");
        Basemap basemap = CatalogLoader.load(catalog).basemap();
        Basemap derived =
                DerivedGround.of(List.of(Focus.ofView(new Bbox(165, 61, -165, 73))), List.of("ru", "en"), List.of());
        assertThat(basemap).isNotNull();
        assertThat(basemap.attribution().in("en"))
                .isEqualTo(derived.attribution().in("en"));
        assertThat(basemap.files()).hasSameSizeAs(derived.files());
        for (int i = 0; i < derived.files().size(); i++) {
            Basemap.File file = basemap.files().get(i);
            assertThat(file.file().toString()).startsWith("base");
            assertThat(file.content()).isEqualTo(derived.files().get(i).content());
            assertThat(file.maxZoom()).isEqualTo(derived.files().get(i).maxZoom());
        }
        assertThat(basemap.reliefs())
                .extracting(Basemap.Relief::bbox)
                .isEqualTo(derived.reliefs().stream().map(Basemap.Relief::bbox).toList());
    }

    @Test
    void an_edited_line_is_drawn_as_edited() throws Exception {
        Path catalog = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        run("--bbox", "70,30,80,37", "--out", catalog.resolve("base").toString(), "--languages", "fr");
        Path about = catalog.resolve("catalog.yaml");
        Files.writeString(about, Files.readString(about) + "basemap: base\n");
        Path file = catalog.resolve("base/town.topojson");
        Files.writeString(
                file, Files.readString(file).replace("\"status\":\"line-of-control\"", "\"status\":\"international\""));
        Basemap basemap = CatalogLoader.load(catalog).basemap();
        assertThat(TopoJson.read(file, basemap.files().getLast().content()).members("boundaries"))
                .extracting(line -> line.properties().path("status").asString(""))
                .contains("international")
                .doesNotContain("line-of-control");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1,2,3     | got --bbox 1,2,3, expected west,south,east,north in degrees",
                "1,9,3,2   | got south 9.0 above north 2.0",
                "1,2,300,4 | got east 300.0, expected degrees from -180.0 to 180.0",
                "a,2,3,4   | got --bbox a,2,3,4, expected west,south,east,north in degrees",
            })
    void says_what_is_wrong_with_a_box(String bbox, String message) {
        assertThat(run("--bbox", bbox, "--out", folder.resolve("new").toString()))
                .isNotZero();
        assertThat(errors.toString()).contains(message).doesNotContain("Exception:");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void never_writes_over_files() throws IOException {
        Files.writeString(folder.resolve("basemap.yaml"), "mine");
        assertThat(run("--bbox", "1,2,3,4", "--out", folder.toString())).isNotZero();
        assertThat(errors.toString()).contains("expected a new or empty folder");
        assertThat(folder.resolve("basemap.yaml")).hasContent("mine");
    }

    private int run(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("basemap"));
        arguments.addAll(List.of(options));
        return Dateline.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments.toArray(new String[0]));
    }
}
