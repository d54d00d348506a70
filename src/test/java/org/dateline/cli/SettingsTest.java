package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SettingsTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private Path file;

    @BeforeEach
    void writeFile() throws Exception {
        file = Files.writeString(folder.resolve("dateline.conf"), """
                # A server of its own
                port = 8001
                tiles-attribution: © Somebody
                drain=30
                """);
    }

    private CommandLine program(Map<String, String> environment, String... arguments) throws Exception {
        CommandLine program = Dateline.commandLine().setErr(new PrintWriter(said, true));
        Dateline.useSettings(program, List.of(arguments), environment);
        return program;
    }

    private Map<String, Object> served(Map<String, String> environment, String... arguments) throws Exception {
        CommandLine program = program(environment, arguments);
        CommandLine serve =
                program.parseArgs(arguments).subcommand().commandSpec().commandLine();
        return Map.of(
                "port", value(serve, "--port"),
                "drain", value(serve, "--drain"),
                "follow", value(serve, "--follow"),
                "attribution", value(serve, "--tiles-attribution"));
    }

    private static Object value(CommandLine command, String name) {
        OptionSpec option = command.getCommandSpec().findOption(name);
        return option.getValue();
    }

    @Test
    void the_command_line_comes_before_the_environment_and_that_before_the_file() throws Exception {
        Map<String, String> environment = Map.of("DATELINE_PORT", "8002", "DATELINE_FOLLOW", "true", "PATH", "/bin");
        assertThat(served(environment, "serve", "--config", file.toString(), "--drain", "9"))
                .isEqualTo(Map.of("port", 8002, "drain", 9, "follow", true, "attribution", "© Somebody"));
        assertThat(served(Map.of("DATELINE_CONFIG", file.toString()), "serve"))
                .isEqualTo(Map.of("port", 8001, "drain", 30, "follow", false, "attribution", "© Somebody"));
        assertThat(served(Map.of("DATELINE_PORT", ""), "serve"))
                .isEqualTo(Map.of("port", 8080, "drain", 0, "follow", false, "attribution", ""));
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void every_option_of_every_command_has_a_variable() throws Exception {
        for (CommandLine command : Dateline.commandLine().getSubcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp()
                        && !option.versionHelp()
                        && !option.longestName().equals("--config")) {
                    String variable = "DATELINE_"
                            + option.longestName().substring(2).toUpperCase().replace('-', '_');
                    program(Map.of(variable, "x"));
                }
            }
        }
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void an_unknown_variable_is_named_and_those_of_kubernetes_and_the_start_script_are_left_alone() throws Exception {
        Map<String, String> environment =
                Map.of("DATELINE_PROT", "1", "DATELINE_PORT", "tcp://10.0.0.7:8080", "DATELINE_CACHE", "off");
        assertThat(served(environment, "serve")).containsEntry("port", 8080);
        assertThat(said.toString().lines()).singleElement().asString().contains("DATELINE_PROT", "no option");
    }

    @Test
    void a_server_that_starts_without_mistakes_reads_the_options_of_no_other_command() {
        for (List<String> arguments :
                List.of(List.of("serve", "--port", "8001"), List.of("--port", "8001"), List.<String>of())) {
            Dateline.Invocation invocation = Dateline.Invocation.of(arguments);
            assertThat(invocation.program().getSubcommands()).isEmpty();
            assertThat(invocation.arguments()).doesNotContain("serve");
        }
        for (List<String> arguments : List.of(
                List.of("serve", "--prot", "8001"),
                List.of("serve", "--help"),
                List.of("-h"),
                List.of("--port", "8001", "check"),
                List.of("check"))) {
            Dateline.Invocation invocation = Dateline.Invocation.of(arguments);
            assertThat(invocation.program().getSubcommands()).containsKeys("serve", "check", "push");
            assertThat(invocation.arguments()).isEqualTo(arguments);
        }
    }

    @Test
    void such_a_server_knows_the_settings_of_all_commands() throws Exception {
        CommandLine serve = Dateline.Invocation.of(List.of("serve")).program().setErr(new PrintWriter(said, true));
        Files.writeString(file, "port = 8001\nout = site\n");
        Dateline.useSettings(
                serve,
                List.of("serve", "--config=" + file),
                Map.of("DATELINE_STREETS_MB", "1", "DATELINE_DRAIN", "7", "DATELINE_PROT", "1"));
        serve.parseArgs("--config=" + file);
        assertThat(value(serve, "--port")).isEqualTo(8001);
        assertThat(value(serve, "--drain")).isEqualTo(7);
        assertThat(said.toString().lines()).singleElement().asString().contains("DATELINE_PROT", "no option");
    }

    @Test
    void an_unknown_setting_in_the_file_is_refused() throws Exception {
        Files.writeString(file, "prot = 1\n");
        assertThatThrownBy(() -> program(Map.of(), "serve", "--config=" + file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("got \"prot\" in " + file + ", expected");
    }

    @Test
    void a_file_that_says_two_things_or_is_no_text_is_refused_and_a_byte_order_mark_is_no_part_of_a_name()
            throws Exception {
        Map<String, String> environment = Map.of("DATELINE_CONFIG", file.toString());
        Files.writeString(file, "\uFEFFport = 8003\n");
        assertThat(served(environment, "serve")).containsEntry("port", 8003);
        assertThat(served(Map.of("DATELINE_CONFIG", ""), "serve")).containsEntry("port", 8080);
        Files.writeString(file, "port = 8003\nport = 8004\n");
        assertThatThrownBy(() -> program(environment))
                .isInstanceOf(UsageException.class)
                .hasMessage("got \"port\" twice in " + file + ", expected each option once");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 'p', 0});
        assertThatThrownBy(() -> program(environment))
                .hasMessage("got " + file + ", which is not readable (not UTF-8), expected lines such as port = 8080");
    }

    @Test
    void a_value_that_cannot_be_read_is_told_with_where_it_stands() throws Exception {
        assertThat(program(Map.of("DATELINE_PORT", "eighty")).execute("serve")).isEqualTo(2);
        assertThat(said.toString())
                .contains("'--port'", "'eighty'", "(from the environment variable DATELINE_PORT)")
                .doesNotContain("Exception");
    }

    @Test
    void caches_are_kept_where_the_start_script_keeps_them() {
        assertThat(Caches.folder(Map.of("HOME", "/home/ana"), "Linux")).contains(Path.of("/home/ana/.cache/dateline"));
        assertThat(Caches.folder(Map.of("HOME", "/h", "XDG_CACHE_HOME", "/c"), "Linux"))
                .contains(Path.of("/c/dateline"));
        assertThat(Caches.folder(Map.of("HOME", "/h"), "Mac OS X")).contains(Path.of("/h/Library/Caches/dateline"));
        assertThat(Caches.folder(Map.of("HOME", "/h", "DATELINE_CACHE", "/x"), "Linux"))
                .contains(Path.of("/x"));
        assertThat(Caches.folder(Map.of("HOME", "/h", "DATELINE_CACHE", "off"), "Linux"))
                .isEmpty();
        assertThat(Caches.folder(Map.of(), "Linux")).isEmpty();
    }
}
