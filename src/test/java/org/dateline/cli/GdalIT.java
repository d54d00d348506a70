package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.model.Layer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GDAL, which QGIS reads with, opens every layer as it is served. */
class GdalIT {

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void ogrinfo_reads_every_layer_with_all_its_features(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        try (Program.Serving server = new Program.Serving("--geodata", folder.toString())) {
            for (Layer layer : catalog.layers()) {
                String info = ogrinfo("/vsicurl/" + server.address() + "/layers/" + layer.id() + ".geojson");

                assertThat(info)
                        .as(layer.id())
                        .contains("using driver `GeoJSON' successful")
                        .contains("Feature Count: " + layer.features().size())
                        .contains("WGS 84")
                        .doesNotContain("Warning")
                        .doesNotContain("ERROR");
            }
        }
    }

    private static String ogrinfo(String address) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("ogrinfo", "-ro", "-al", "-so", address).redirectErrorStream(true);
        // The server is here: no proxy, and no wait for one.
        builder.environment().put("NO_PROXY", "127.0.0.1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
