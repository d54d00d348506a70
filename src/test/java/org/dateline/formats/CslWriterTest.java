package org.dateline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CslWriterTest {

    static Stream<Path> catalogs() {
        return Catalogs.all();
    }

    private static JsonNode reference(Path folder, String excerpt) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        Written.Of of = Written.excerpt(catalog, excerpt);
        return Written.json(new CslWriter(catalog).write(of.report(), of.excerpt()))
                .path(0);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_reference_is_csl_json_with_its_quote_and_position(Path folder) throws Exception {
        Catalog catalog = CatalogLoader.load(folder);
        for (Written.Of of : Written.excerpts(catalog)) {
            byte[] written = new CslWriter(catalog).write(of.report(), of.excerpt());
            assertThat(Written.faults(written, "csl-data.schema.json")).isEmpty();
            assertThat(Written.json(written).path(0).path("note").asString())
                    .contains(Quotation.of(of.excerpt().shown()))
                    .contains(of.report().sha256())
                    .endsWith(" " + of.excerpt().offset());
        }
    }

    @Test
    void a_reports_own_statements_are_in_its_fields() throws Exception {
        JsonNode stated = reference(Catalogs.CHUKOTKA, "zimnik-2024-02-14-2");

        assertThat(stated.path("title").asString()).isEqualTo("Автоколонна остановилась на зимнике");
        assertThat(stated.path("issued").toString()).isEqualTo("{\"date-parts\":[[2024,2,14]]}");
        assertThat(stated.path("URL").asString()).isEqualTo("https://example.org/2024/zimnik?id=14&lang=ru");
        assertThat(stated.path("note").asString()).contains("(«Северная дорожная служба»)");
    }

    @Test
    void unstated_fields_are_left_out_and_a_supplied_title_is_in_brackets() throws Exception {
        JsonNode unstated = reference(Catalogs.CHUKOTKA, "polar-tern-4");

        assertThat(unstated.path("title").asString()).isEqualTo("[Заметка о пароме без даты]");
        assertThat(unstated.propertyNames()).containsExactlyInAnyOrder("id", "type", "title", "language", "note");
    }
}
