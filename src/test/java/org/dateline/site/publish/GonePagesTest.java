package org.dateline.site.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.model.Catalog;
import org.dateline.site.SiteBuilder;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GonePagesTest {

    @TempDir
    Path temporary;

    @Test
    void what_was_published_under_a_former_id_stays_and_what_is_gone_is_said() throws Exception {
        Path folder = Catalogs.copy(Catalogs.JAFFAR_EXPRESS, temporary.resolve("catalog"));
        Path view = folder.resolve("views/incident.yaml");
        Files.writeString(view, Files.readString(view) + "aliases: [attack]\n");
        Path places = folder.resolve("layers/places/features.geojson");
        Files.writeString(
                places,
                Files.readString(places)
                        .replace("\"id\": \"gwadar\"", "\"id\": \"gwadar\", \"aliases\": [\"gawadar\"]"));
        Catalog catalog = CatalogLoader.load(folder);
        Hosting hosting = new Hosting(Hosting.base("https://example.org/maps/"), null, null).asFiles();
        Publication whole = Publication.of(new SiteBuilder(hosting).build(catalog), null, false);
        Publication some = new Publication(
                whole.catalog(),
                null,
                whole.files().stream()
                        .filter(file -> file.path().matches("(ur/)?(embed/(attack|incident)/|places/ga?wadar/).*html"))
                        .toList());
        Path out = temporary.resolve("out");
        PublicationWriter.write(some, out, (_, _) -> {});
        assertThat(out.resolve("embed/attack/dark/index.html"))
                .hasSameBinaryContentAs(out.resolve("embed/incident/dark/index.html"));
        assertThat(Files.readString(out.resolve("ur/places/gawadar/index.html")))
                .contains("content=\"0; url=../../../ur/places/gwadar/index.html\"")
                .contains("<link rel=\"canonical\" href=\"https://example.org/maps/ur/places/gwadar/\">");
        assertThat(GonePages.inFolder(out, catalog)).isEmpty();
        assertThat(GonePages.inFolder(out, CatalogLoader.load(Catalogs.JAFFAR_EXPRESS)))
                .containsExactly("embed/attack", "places/gawadar");
    }

    @Test
    void frozen_views_without_a_successor_are_said() throws Exception {
        Path frozen = Files.createDirectories(temporary.resolve("frozen/0123456789ab"));
        Files.writeString(frozen.resolve("atlantis.en.auto.html"), "x");
        Files.writeString(frozen.resolve("incident.en.auto.html"), "x");
        assertThat(GonePages.inFrozen(temporary.resolve("frozen"), CatalogLoader.load(Catalogs.JAFFAR_EXPRESS)))
                .isEqualTo(List.of("embed/atlantis"));
    }
}
