package org.dateline.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dateline.http.RunningServer.header;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.http.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses with former ids. */
class AliasesOverHttpTest {

    @TempDir
    static Path temporary;

    private static Path folder;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        folder = Catalogs.copy(Catalogs.JAFFAR_EXPRESS, temporary.resolve("catalog"));
        append("views/incident.yaml", "aliases: [attack, ambush]\n");
        append("reports/abc-wires.yaml", "aliases: [wires]\n");
        edit("measures.yaml", "- id: hostages\n", "- id: hostages\n  aliases: [captives]\n");
        edit("layers/places/features.geojson", "\"id\": \"gwadar\"", "\"id\": \"gwadar\", \"aliases\": [\"gawadar\"]");
        server = new RunningServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void append(String file, String text) throws Exception {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
    }

    private static void edit(String file, String from, String to) throws Exception {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "/embed/attack/, /embed/incident/",
        "/embed/attack, /embed/incident/",
        "/embed/ambush/dark/?utm_source=x, /embed/incident/dark/?utm_source=x",
        "/ur/embed/attack.png?width=400, /ur/embed/incident.png?width=400",
        "/places/gawadar/, /places/gwadar/",
        "/ur/claims/captives/, /ur/claims/hostages/",
        "/reports/wires/?a=b, /reports/abc-wires/?a=b",
        "/places/gwadar?a=b, /places/gwadar/?a=b",
        "/ur/embed/incident, /ur/embed/incident/"
    })
    void a_former_address_leads_on_below_any_path_and_with_its_query(String former, String present) throws Exception {
        HttpResponse<byte[]> response = server.get(former);
        assertThat(response.statusCode()).isIn(301, 308);
        String location = header(response, "Location");
        // Relative: a proxy may serve the site below a path that this server does not know.
        assertThat(location).startsWith(".");
        URI outside = URI.create("https://example.org/maps" + former).resolve(location);
        assertThat(outside).hasToString("https://example.org/maps" + present);
        assertThat(server.get(present).statusCode()).isEqualTo(200);
    }

    @Test
    void oembed_knows_former_addresses() throws Exception {
        String url = "http://127.0.0.1:" + server.port() + "/embed/attack/";
        HttpResponse<byte[]> answer = server.get("/oembed?url=" + url);
        assertThat(RunningServer.text(answer)).contains("/embed/incident/");
    }

    @Test
    void a_former_id_belongs_to_one_thing_that_does_not_have_it_now() throws Exception {
        Path broken = Catalogs.copy(folder, temporary.resolve("broken"));
        Path view = broken.resolve("views/gwadar.yaml");
        Files.writeString(view, Files.readString(view) + "aliases: [attack, overview]\n");
        assertThatThrownBy(() -> CatalogLoader.load(broken))
                .isInstanceOfSatisfying(
                        InvalidCatalogException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.expected())
                                .satisfiesExactlyInAnyOrder(
                                        fault -> assertThat(fault)
                                                .startsWith("a former id of one thing only: views/gwadar.yaml, line "),
                                        fault -> assertThat(fault)
                                                .isEqualTo("a former id: something has this one now")));
    }
}
