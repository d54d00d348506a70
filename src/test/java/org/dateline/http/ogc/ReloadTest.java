package org.dateline.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

    @TempDir
    private Path folder;

    @Test
    void collections_follow_an_edit_of_the_catalog() throws Exception {
        Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        try (Api api = new Api(folder.resolve("catalog"))) {
            assertThat(api.items("places", "filter", "kind = 'harbour'")
                            .path("numberMatched")
                            .asInt())
                    .isZero();

            Path file = folder.resolve("catalog/layers/places/features.geojson");
            Files.writeString(file, Files.readString(file).replace("\"kind\": \"port\"", "\"kind\": \"harbour\""));

            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (api.foundIds("places", "kind", "harbour").isEmpty()
                    && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
            assertThat(api.foundIds("places", "kind", "harbour")).containsExactly("pevek");
        }
    }
}
