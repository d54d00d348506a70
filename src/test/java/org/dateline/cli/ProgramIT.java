package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dateline.Catalogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProgramIT {

    @TempDir
    private Path folder;

    private static void oneLine(Program.Result result, String... parts) {
        assertThat(result.exit()).isNotZero();
        assertThat(result.output().strip().lines()).hasSize(1);
        assertThat(result.output()).contains(parts).doesNotContain("Exception");
    }

    @Test
    void it_serves_by_default_and_stops_on_a_signal() throws Exception {
        try (Program.Serving server = new Program.Serving();
                InputStream page =
                        URI.create(server.address() + "/places/sibi/").toURL().openStream()) {
            assertThat(new String(page.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("<h1>Sibi</h1>");
        }
    }

    @Test
    void stopping_while_reference_systems_are_loaded_leaves_no_files_behind() throws Exception {
        Path catalog = Catalogs.CHUKOTKA.toAbsolutePath();
        try (Program.Serving server = new Program.Serving(folder, "--geodata", catalog.toString());
                InputStream queries = URI.create(server.address() + "/ogc/collections")
                        .toURL()
                        .openStream()) {
            assertThat(queries.readAllBytes()).isNotEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Timeout(120)
    void a_hangup_opens_the_access_log_anew_and_loads_the_catalog_which_may_be_read_only() throws Exception {
        Path catalog = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        Path log = folder.resolve("access.log");
        Path state = folder.resolve("state");
        try (Program.Serving server = new Program.Serving(
                "--geodata", catalog.toString(), "--state", state.toString(), "--access-log", log.toString())) {
            String hash = read(server, "/catalog.json").replaceFirst("(?s).*\"hash\":\"([0-9a-f]{12}).*", "$1");
            assertThat(read(server, "/embed/vrangel/@" + hash + "/")).contains("<html");
            assertThat(state.resolve("frozen/" + hash)).isNotEmptyDirectory();
            assertThat(catalog.resolve("frozen")).doesNotExist();

            Files.move(log, folder.resolve("access.log.1"));
            server.signal("HUP");
            while (Files.notExists(log)) {
                read(server, "/health");
                Thread.sleep(50);
            }
        }
        assertThat(folder.resolve("access.log.1")).content().contains("GET /catalog.json");
        assertThat(log).content().contains("GET /health");
    }

    private static String read(Program.Serving server, String path) throws Exception {
        try (InputStream in = URI.create(server.address() + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_port_that_is_taken_is_one_clear_line() throws Exception {
        try (Program.Serving server = new Program.Serving("serve")) {
            String port = Integer.toString(server.port());
            oneLine(Program.run("serve", "--port", port), "127.0.0.1:" + port, "expected", "free");
        }
    }

    @Test
    void a_folder_that_is_missing_is_one_clear_line() throws Exception {
        oneLine(Program.run("--geodata", "no/such/folder"), "no/such/folder", "expected a folder");
        oneLine(Program.run("check", "--geodata", "no/such/folder"), "no/such/folder", "expected a folder");
    }

    @Test
    void an_unknown_option_command_or_value_is_one_clear_line() throws Exception {
        oneLine(Program.run("--prot", "8080"), "--prot");
        oneLine(Program.run("sevre"), "sevre");
        oneLine(Program.run("--port", "eighty"), "--port", "eighty");
        oneLine(Program.run("--port", "99999"), "99999", "65535");
        oneLine(Program.run("--host", "no.such.host.invalid"), "no.such.host.invalid");
        oneLine(Program.run("--port", "0", "--tiles", "https://tiles.example/"), "{z}/{x}/{y}");
    }

    @Test
    void check_says_that_there_are_no_faults() throws Exception {
        Program.Result result = Program.run("check", "--geodata", Catalogs.CHUKOTKA.toString());

        assertThat(result.exit()).isZero();
        assertThat(result.output()).contains("no faults").contains("2 reports").contains("6 claims");
    }

    @Test
    void check_lists_every_fault_with_its_place_and_exits_1() throws Exception {
        Path catalog = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        Path parties = catalog.resolve("parties.yaml");
        Files.writeString(parties, Files.readString(parties).replaceFirst("kind:", "kinds:"));
        Path view = catalog.resolve("views/chukotka.yaml");
        Files.writeString(view, Files.readString(view).replaceFirst("layers: \\[", "layers: [no-such-layer, "));

        Program.Result result = Program.run("check", "--geodata", catalog.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .containsPattern("parties.yaml:\\d+: .*kinds.*expected")
                .containsPattern("views/chukotka.yaml:\\d+: layers\\[0]: got \"no-such-layer\", expected")
                .doesNotContain("\tat ");
    }

    @Test
    void a_catalog_with_faults_is_not_served() throws Exception {
        Path catalog = Catalogs.copy(Catalogs.CHUKOTKA, folder.resolve("catalog"));
        Files.delete(catalog.resolve("parties.yaml"));

        Program.Result result = Program.run("--geodata", catalog.toString(), "--port", "0");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("parties.yaml")
                .contains("no such file")
                .doesNotContain("Exception");
    }
}
