package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What one downloads: unpacked in an empty folder, and started by its own scripts, without this build. */
@EnabledOnOs(OS.LINUX)
class DistributionIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Its name has a space, as folders of users do. */
    @TempDir
    private static Path temporary;

    private static Path folder;
    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        folder = Files.createDirectory(temporary.resolve("my maps"));
        run(folder, Map.of(), "tar", "-xf", only("dateline-*.tar.gz").toString());
        home = onlyIn(folder);
    }

    /** Commands of the guide that no test runs: they install packages from elsewhere, or need a tool that Debian's do not. */
    private static final List<String> NOT_RUN = List.of("apt install", "podman");

    @Test
    void the_guides_commands_make_and_serve_a_map() throws Exception {
        Path empty = Files.createDirectory(temporary.resolve("first try"));
        Files.createSymbolicLink(empty.resolve("dateline-VERSION.tar.gz"), only("dateline-*.tar.gz"));
        String commands = commands("tar -xf dateline-VERSION").replace("dateline-VERSION/", home.getFileName() + "/");
        assertThat(page(
                        empty,
                        Map.of("DATELINE_CACHE", "off", "DATELINE_PORT", "0"),
                        List.of("sh", "-ec", commands.replaceFirst("(?m)^(.* serve )", "exec $1")),
                        new ArrayList<>()))
                .contains("<title>A flood");
        String script = home.resolve("bin/dateline").toString();
        assertThat(run(empty, Map.of(), script, "--version")).startsWith("Dateline ");
        assertThat(run(empty, Map.of(), script, "check", "--geodata", "story")).contains("no faults");
    }

    @Test
    void the_guides_commands_back_a_catalog_up_and_restore_it() throws Exception {
        Path state = Files.createDirectories(temporary.resolve("state"));
        Path geodata = Catalogs.copy(Catalogs.CHUKOTKA, state.resolve("geodata"));
        List<String> before = files(geodata, state);
        String backup = commands("tar -czf").replace("/var/lib/dateline", "'" + state + "'");
        run(temporary, Map.of(), "sh", "-ec", backup);
        Files.delete(geodata.resolve("catalog.yaml"));
        run(temporary, Map.of(), "sh", "-ec", commands("tar -xzf").replace("/var/lib/dateline", "'" + state + "'"));
        assertThat(files(geodata, state)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(geodata.resolve("catalog.yaml")).hasSameBinaryContentAs(Catalogs.CHUKOTKA.resolve("catalog.yaml"));
    }

    @Test
    void each_command_of_the_guide_is_run_by_a_test_or_named_here() throws IOException {
        List<String> others = blocks().filter(block -> NOT_RUN.stream().noneMatch(block::startsWith))
                .map(block -> block.lines().findFirst().orElseThrow())
                .toList();
        assertThat(others)
                .containsExactly(
                        "tar -xf dateline-VERSION.tar.gz",
                        "tar -czf dateline-backup.tar.gz -C /var/lib/dateline geodata",
                        "tar -xzf dateline-backup.tar.gz -C /var/lib/dateline");
    }

    private static String commands(String start) throws IOException {
        return blocks().filter(block -> block.startsWith(start)).findFirst().orElseThrow();
    }

    /** The commands in {@code src/docs/operating.md}. */
    private static Stream<String> blocks() throws IOException {
        return Pattern.compile("(?ms)^```sh\\n(.*?)^```")
                .matcher(Files.readString(Path.of("src/docs/operating.md")))
                .results()
                .map(block -> block.group(1));
    }

    @Test
    void the_first_server_makes_a_cache_for_the_next_and_again_when_the_program_changes() throws Exception {
        Path cache = folder.resolve("cache");
        Map<String, String> environment = Map.of("DATELINE_CACHE", cache.toString());
        String script = home.resolve("bin/dateline").toString();
        List<String> serve = List.of(script, "serve", "--geodata", "flood", "--port", "0");
        run(folder, environment, script, "new", "flood", "--title", "A flood");
        assertThat(cache.resolve("dateline.aot")).doesNotExist();

        run(folder, environment, script, "make-cache");
        assertThat(cache.resolve("dateline.aot")).isNotEmptyFile();
        List<String> errors = new ArrayList<>();
        // Options of Java are words in one variable: no space in this path.
        Path loaded = temporary.resolve("loaded.txt");
        Map<String, String> noting = Map.of(
                "DATELINE_CACHE",
                cache.toString(),
                "DATELINE_JAVA_OPTIONS",
                "-Xlog:class+load:file=" + loaded + "::filecount=0");
        assertThat(page(folder, noting, serve, errors)).contains("<title>A flood");
        assertThat(errors).isEmpty();
        // The cache was made with the options of a server, so a server finds the classes in it that libraries choose by
        // them: with other options 33 of 258 are missing. One or two are loaded only when threads meet by chance.
        List<String> ofNetty = Files.readAllLines(loaded).stream()
                .filter(line -> line.contains(" io.netty.util.") && !line.contains("$$Lambda"))
                .toList();
        assertThat(ofNetty).hasSizeGreaterThan(50);
        assertThat(ofNetty)
                .filteredOn(line -> !line.endsWith("source: shared objects file"))
                .hasSizeLessThan(10);

        Path jar = home.resolve("lib/dateline.jar");
        Files.setLastModifiedTime(
                jar, java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2020-01-01T00:00:00Z")));
        page(folder, environment, serve, errors);
        assertThat(errors).singleElement().asString().contains("making", "in the background");
    }

    @Test
    void an_older_java_is_passed_over_and_named_if_there_is_no_other() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-17"));
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started the wrong Java\nexit 9\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"17.0.15\"\n");
        Map<String, String> environment = Map.of("DATELINE_CACHE", "off", "JAVA_HOME", old.toString());
        Path script = home.resolve("bin/dateline");

        assertThat(run(folder, environment, script.toString(), "--version")).startsWith("Dateline ");

        Path elsewhere = home.resolve("bin/dateline-elsewhere");
        Files.writeString(elsewhere, Files.readString(script).replace("/usr/lib/jvm", "/no/such/folder"));
        assertThat(elsewhere.toFile().setExecutable(true)).isTrue();
        Process process = start(folder, environment, List.of(elsewhere.toString(), "--version"));
        assertThat(read(process.getInputStream()))
                .contains("got 17 in " + old, "expected Java 25 or newer", "JAVA_HOME")
                .doesNotContain("wrong");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void archives_and_package_carry_the_licences_and_the_same_jar() throws Exception {
        Path zip = Files.createDirectory(temporary.resolve("zip"));
        try (var file = new java.util.zip.ZipFile(only("dateline-*.zip").toFile())) {
            assertThat(file.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()))
                    .containsExactlyInAnyOrderElementsOf(files(folder.resolve(home.getFileName()), folder));
        }
        Path deb = debRoot(zip.resolve("deb"));
        Path shared = deb.resolve("usr/share/doc/dateline");
        assertThat(home.resolve("licenses/geotools.txt"))
                .hasSameBinaryContentAs(shared.resolve("licenses/geotools.txt"));
        assertThat(home.resolve("licenses/THIRD-PARTY.txt")).isNotEmptyFile();
        assertThat(home.resolve("LICENSE")).hasSameBinaryContentAs(shared.resolve("copyright"));
        assertThat(shared.resolve("docs/your-own-map.md")).exists();
        assertThat(shared.resolve("docs/architecture.md")).doesNotExist();
        assertThat(deb.resolve("usr/share/dateline/lib/dateline.jar"))
                .hasSameBinaryContentAs(TARGET.resolve("dateline.jar"));
    }

    /** The unit's own line, with the folders of a system replaced by those of a test. */
    @Test
    void the_unit_of_the_debian_package_serves_what_its_settings_name() throws Exception {
        Path deb = debRoot(temporary.resolve("deb"));
        Path unit = deb.resolve("usr/lib/systemd/system/dateline.service");
        assertThat(Files.readString(unit))
                .contains("ProtectSystem=strict", "StateDirectory=dateline", "SuccessExitStatus=143", "User=dateline");
        Path state = Files.createDirectories(deb.resolve("var/lib/dateline"));
        Map<String, String> environment = new HashMap<>(settings(deb.resolve("etc/default/dateline"), ""));
        environment.putAll(settings(unit, "Environment="));
        assertThat(environment).containsKeys("DATELINE_PORT", "DATELINE_GEODATA", "DATELINE_CACHE");
        environment.replaceAll((_, value) -> value.replace("/var/lib/dateline", state.toString()));
        environment.putAll(Map.of("DATELINE_PORT", "0", "DATELINE_CACHE", "off"));
        String script = deb.resolve("usr/bin/dateline").toString();
        run(folder, environment, script, "new", state + "/geodata", "--title", "Deb");

        String line = settings(unit, "").get("ExecStart").replace("/usr/bin/dateline", "@");
        List<String> command = Stream.of(line.split(" "))
                .map(word -> word.replace("@", script))
                .toList();
        List<String> errors = new ArrayList<>();
        assertThat(page(folder, environment, command, errors)).contains("<title>Deb");
        assertThat(errors).noneMatch(error -> error.contains("DATELINE_"));
    }

    /** With its program where the test has it; 3.0 is what the unit had when it was written, and lower is safer. */
    @Test
    void systemd_accepts_the_unit_of_the_debian_package_and_its_limits() throws Exception {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).exists();
        Path deb = debRoot(temporary.resolve("systemd"));
        Path unit = Files.writeString(
                temporary.resolve("dateline.service"),
                Files.readString(deb.resolve("usr/lib/systemd/system/dateline.service"))
                        .replace("ExecStart=/usr", "ExecStart=" + deb + "/usr"));
        String said = run(folder, Map.of(), "systemd-analyze", "verify", "--man=no", unit.toString());
        assertThat(said).isEmpty();
        run(folder, Map.of(), "systemd-analyze", "security", "--offline=true", "--threshold=30", unit.toString());
    }

    /** The lines NAME=VALUE of a file, after a prefix. */
    private static Map<String, String> settings(Path file, String prefix) throws IOException {
        return Pattern.compile("(?m)^" + prefix + "([A-Za-z_]+)=(.*)$")
                .matcher(Files.readString(file))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (_, last) -> last));
    }

    private static Path debRoot(Path root) throws Exception {
        run(folder, Map.of(), "dpkg-deb", "-x", only("dateline_*_all.deb").toString(), root.toString());
        return root;
    }

    private static List<String> files(Path in, Path base) throws IOException {
        try (Stream<Path> found = Files.walk(in)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("dateline-elsewhere"))
                    .map(file -> base.relativize(file).toString())
                    .toList();
        }
    }

    private static Path only(String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(TARGET, pattern)) {
            return single(found);
        }
    }

    private static Path onlyIn(Path folder) throws IOException {
        try (var found = Files.newDirectoryStream(folder)) {
            return single(found);
        }
    }

    private static Path single(Iterable<Path> found) {
        List<Path> all = new ArrayList<>();
        found.forEach(all::add);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** Starts a server, reads its page, and stops it. What the commands before it say is passed over. */
    private static String page(Path in, Map<String, String> environment, List<String> command, List<String> errors)
            throws Exception {
        Path errorFile = Files.createTempFile(temporary, "errors", ".txt");
        Process server = builder(in, environment, command)
                .redirectError(errorFile.toFile())
                .start();
        try {
            String line = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(said -> said.matches(".*http://\\S+:\\d+/.*") && !said.contains(":8080/"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("got no address from " + command));
            try (InputStream page =
                    URI.create(line.substring(line.indexOf("http://"))).toURL().openStream()) {
                return new String(page.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Files.readAllLines(errorFile).stream()
                    .filter(line -> !line.contains(" INFO "))
                    .forEach(errors::add);
            assertThat(server.exitValue()).isEqualTo(143);
        }
    }

    private static String run(Path in, Map<String, String> environment, String... command) throws Exception {
        Process process = start(in, environment, List.of(command));
        String output = read(process.getInputStream());
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }

    private static Process start(Path in, Map<String, String> environment, List<String> command) throws IOException {
        return builder(in, environment, command).redirectErrorStream(true).start();
    }

    /** With nothing of this build's environment. */
    private static ProcessBuilder builder(Path in, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
