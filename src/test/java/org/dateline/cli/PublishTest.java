package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.site.resource.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PublishTest {

    /** A link to a file of the folder, without what stands behind it. */
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\":#]+)");

    @TempDir
    Path temporary;

    private Path geodata;
    private Path out;
    private String output = "";

    @BeforeEach
    void copy() {
        geodata = Catalogs.copy(Catalogs.CHUKOTKA, temporary.resolve("catalog"));
        out = temporary.resolve("public");
    }

    private int publish(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--geodata", geodata.toString()));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    private int run(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("publish"));
        arguments.addAll(options);
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            CommandLine commandLine = Dateline.commandLine().setErr(new PrintWriter(both, true));
            return commandLine.execute(arguments.toArray(String[]::new));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
            output = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private int publishTo(Path folder) {
        return publish("--out", folder.toString());
    }

    private String summary() {
        return output.lines()
                .filter(line -> line.startsWith(out + ": "))
                .findFirst()
                .orElse(output);
    }

    private void oneLine(int exit, String... parts) {
        assertThat(exit).isEqualTo(1);
        assertThat(output.strip().lines()).hasSize(1);
        assertThat(output).startsWith("dateline: got ").contains("expected").contains(parts);
    }

    @Test
    void the_site_is_in_the_folder_and_the_last_line_sums_up() throws IOException {
        assertThat(publishTo(out)).isZero();
        assertThat(summary()).matches(".*: \\d+ files? written, 0 unchanged, 0 removed; [\\d,]+ bytes");
        for (String path : List.of(
                "index.html",
                "en/index.html",
                "en/places/anadyr/index.html",
                "404.html",
                "catalog.json",
                "corrections.atom",
                "layers/places.geojson",
                "manifest.json")) {
            assertThat(out.resolve(path)).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("en/places/anadyr/index.html"))).contains("<h1>Anadyr</h1>");
    }

    @Test
    void an_edit_writes_the_files_that_it_changes() throws IOException {
        publishTo(out);
        Path notes = geodata.resolve("parties.yaml");
        Files.writeString(notes, Files.readString(notes).replace("A deckhand", "A sailor"));
        assertThat(publishTo(out)).isZero();
        assertThat(summary()).containsPattern(": [1-9]\\d? files? written, [1-9]\\d+ unchanged, 0 removed");
        publishTo(out);
        assertThat(summary()).contains(": 0 files written");
    }

    /** The content of each file, without what a folder keeps of earlier states: frozen embeds, and the list of all files. */
    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.contains("/@") && !path.equals("manifest.json")) {
                    content.put(path, Resource.hash(Files.readAllBytes(file)));
                }
            }
        }
        return content;
    }

    private void edit(String file, String words, String other) throws IOException {
        Path path = geodata.resolve(file);
        String text = Files.readString(path);
        assertThat(text).as(file).contains(words);
        Files.writeString(path, text.replace(words, other));
    }

    @Test
    void a_folder_that_was_published_to_before_is_the_same_as_a_new_one() throws IOException {
        Path fresh = temporary.resolve("fresh");
        publishTo(out);
        Map<String, String> before = content(out);

        edit("parties.yaml", "A deckhand", "A sailor");
        edit("layers/route/layer.yaml", "style: route", "style: place");
        Files.move(geodata.resolve("views/vrangel.yaml"), geodata.resolve("views/island.yaml"));
        edit("catalog.yaml", "languages: [ru, en]", "languages: [en, ru]");
        edit("layers/places/features.geojson", "Wrangel Island", "The island");
        assertThat(publishTo(out)).as(output).isZero();
        publishTo(fresh);
        assertThat(content(out)).isEqualTo(content(fresh)).isNotEqualTo(before);
        assertThat(out.resolve("embed/vrangel/index.html")).doesNotExist();
    }

    @Test
    void a_catalog_with_a_fault_publishes_nothing() throws IOException {
        Files.delete(geodata.resolve("parties.yaml"));
        assertThat(publishTo(out)).isEqualTo(1);
        assertThat(output).contains("parties.yaml").contains("nothing was published");
        assertThat(out).doesNotExist();
    }

    @Test
    void stories_have_a_folder_each_below_their_list_and_a_broken_one_harms_none() throws IOException {
        Path stories = temporary.resolve("stories");
        Catalogs.copy(Catalogs.MARKET, stories.resolve("market"));
        Path about = Catalogs.copy(Catalogs.FLOOD, stories.resolve("broken")).resolve("catalog.yaml");
        Files.writeString(about, Files.readString(about).replace("languages:", "langauges:"));

        assertThat(run(List.of("--stories", stories.toString(), "--out", out.toString())))
                .isEqualTo(1);

        assertThat(output).contains("catalog.yaml", "langauges", "nothing of it was published");
        assertThat(out.resolve("broken")).doesNotExist();
        String list = Files.readString(out.resolve("index.html"));
        assertThat(list)
                .contains("href=\"market/index.html\"", "<h2>broken</h2>")
                .doesNotContain("href=\"broken");
        for (Path page : List.of(out.resolve("index.html"), out.resolve("market/index.html"))) {
            List<String> links = LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(links)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(link -> assertThat(page.resolveSibling(link)).isNotEmptyFile());
            assertThat(page.resolveSibling("manifest.json")).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("embed/stories/index.html")))
                .contains(">1 story</summary>", "/market/index.html\"")
                .doesNotContain("No places", "class=\"sources\"");
    }

    @Test
    void the_catalogs_own_folder_is_refused() throws IOException {
        oneLine(publishTo(geodata), "outside the catalog");
        oneLine(publishTo(geodata.resolve("not/yet/there")), "outside the catalog");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), geodata);
        oneLine(publishTo(link.resolve("public")), "outside the catalog");
        try (Stream<Path> files = Files.list(geodata)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("index.html", "not", "public");
        }
    }

    @Test
    void a_folder_with_files_of_others_is_refused() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "mine");
        oneLine(publishTo(out), out.toString(), "no publication wrote");
    }

    @Test
    void wrong_options_are_named() {
        oneLine(publish("--out", out.toString(), "--base", "maps.example.org"), "maps.example.org");
        oneLine(publish("--out", out.toString(), "--view", "atlantis"), "atlantis", "chukotka, mashiny, vrangel");
        oneLine(publish("--out", out.toString(), "--language", "en"), "--language");
        assertThat(publish()).isEqualTo(2);
        assertThat(output).contains("--out");
        assertThat(out).doesNotExist();
    }
}
