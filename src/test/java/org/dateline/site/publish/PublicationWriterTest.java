package org.dateline.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dateline.site.publish.Publication.Draft;
import org.dateline.site.publish.Publication.File;
import org.dateline.site.publish.PublicationWriter.Summary;
import org.dateline.site.resource.Encoding;
import org.dateline.site.resource.MediaTypes;
import org.dateline.site.resource.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicationWriterTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("deep/public");
    }

    /** Files of these paths, each with its path's text or the one behind "=" as content. */
    private static Publication publication(String... files) {
        return new Publication(
                "hash",
                null,
                Stream.of(files)
                        .map(text -> {
                            String[] parts = text.split("=", 2);
                            byte[] content = Resource.utf8(parts.length > 1 ? parts[1] : parts[0]);
                            return new File(
                                    parts[0],
                                    parts[0],
                                    MediaTypes.of(parts[0]),
                                    Resource.Caching.REVALIDATE,
                                    Encoding.IDENTITY,
                                    () -> new Draft(null, () -> Optional.of(content)));
                        })
                        .toList());
    }

    /** A text and its gzip form; each time that one is encoded, its path is noted. */
    private Summary writeEncoded(List<String> encoded, String... texts) throws IOException {
        List<File> files = Stream.of(texts)
                .flatMap(text -> {
                    String[] parts = text.split("=", 2);
                    byte[] plain = Resource.utf8(parts[1]);
                    String type = MediaTypes.of(parts[0]);
                    return Stream.of(
                            new File(
                                    parts[0],
                                    parts[0],
                                    type,
                                    Resource.Caching.REVALIDATE,
                                    Encoding.IDENTITY,
                                    () -> new Draft(null, () -> Optional.of(plain))),
                            new File(
                                    parts[0] + ".gz",
                                    parts[0],
                                    type,
                                    Resource.Caching.REVALIDATE,
                                    Encoding.GZIP,
                                    () -> new Draft(null, () -> {
                                        encoded.add(parts[0]);
                                        return Encoding.GZIP.encode(plain).filter(some -> some.length < plain.length);
                                    })));
                })
                .toList();
        return PublicationWriter.write(new Publication("hash", null, files), folder, (_, _) -> {});
    }

    @Test
    void only_what_changed_or_was_damaged_is_encoded_again() throws Exception {
        String same = "a.txt=" + "a".repeat(500);
        String small = "b.txt=b";
        // Files are encoded side by side.
        List<String> first = Collections.synchronizedList(new ArrayList<>());
        writeEncoded(first, same, small, "c.txt=" + "c".repeat(500));
        assertThat(first).containsExactlyInAnyOrder("a.txt", "b.txt", "c.txt");
        String manifest = Files.readString(folder.resolve("manifest.json"));

        List<String> unchanged = new ArrayList<>();
        writeEncoded(unchanged, same, small, "c.txt=" + "c".repeat(500));
        assertThat(unchanged).isEmpty();
        assertThat(folder.resolve("manifest.json")).hasContent(manifest);

        List<String> edited = new ArrayList<>();
        Summary summary = writeEncoded(edited, same, small, "c.txt=" + "d".repeat(500));
        assertThat(edited).containsExactly("c.txt");
        assertThat(summary.written()).isEqualTo(2);

        Files.writeString(folder.resolve("a.txt.gz"), "damaged");
        List<String> damaged = new ArrayList<>();
        writeEncoded(damaged, same, small, "c.txt=" + "d".repeat(500));
        assertThat(damaged).containsExactly("a.txt");
        assertThat(folder.resolve("a.txt.gz"))
                .hasBinaryContent(
                        Encoding.GZIP.encode(Resource.utf8("a".repeat(500))).orElseThrow());
    }

    /** A picture that follows from something; each time that it is drawn, that is noted. */
    private Summary writeDrawn(Origin origin, String from, List<String> drawn) throws IOException {
        byte[] content = Resource.utf8(from);
        File picture = new File(
                "card.png",
                "card.png",
                "image/png",
                Resource.Caching.REVALIDATE,
                Encoding.IDENTITY,
                () -> new Draft(from, () -> {
                    drawn.add(from);
                    return Optional.of(content);
                }));
        return PublicationWriter.write(new Publication("hash", origin, List.of(picture)), folder, (_, _) -> {});
    }

    @Test
    void a_picture_is_drawn_again_only_if_what_it_follows_from_changed_or_it_was_damaged() throws Exception {
        List<String> drawn = new ArrayList<>();
        Origin first = new Origin("program", "first");
        writeDrawn(first, "a map", drawn);
        // Of the same site, nothing is even laid out.
        writeDrawn(first, "never asked for", drawn);
        writeDrawn(new Origin("program", "second"), "a map", drawn);
        assertThat(drawn).containsExactly("a map");
        writeDrawn(new Origin("program", "third"), "another map", drawn);
        Files.writeString(folder.resolve("card.png"), "damaged map");
        writeDrawn(new Origin("program", "third"), "another map", drawn);
        assertThat(drawn).containsExactly("a map", "another map", "another map");
        assertThat(folder.resolve("card.png")).hasContent("another map");
    }

    private Summary write(String... files) throws IOException {
        return PublicationWriter.write(publication(files), folder, (_, _) -> {});
    }

    /** The content of each file by its path, the manifest apart. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        content.remove("manifest.json");
        return content;
    }

    private void age() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
    }

    @Test
    void a_new_folder_gets_every_file_and_nothing_else() throws IOException {
        assertThat(write("index.html", "places/sibi/index.html=Sibi")).isEqualTo(new Summary(2, 0, 0, 14));
        assertThat(content())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("index.html", "index.html", "places/sibi/index.html", "Sibi"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "places", "manifest.json");
        }
    }

    @Test
    void the_manifest_describes_each_file_for_servers() throws IOException {
        write("a.css=body{}", "index.html");
        JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("manifest.json")));
        assertThat(manifest.path("catalog").asString()).isEqualTo("hash");
        JsonNode file = manifest.path("files").path(0);
        assertThat(file.path("path").asString()).isEqualTo("a.css");
        assertThat(file.path("bytes").asInt()).isEqualTo(6);
        assertThat(file.path("sha256").asString())
                .isEqualTo(Resource.hash("body{}".getBytes(StandardCharsets.US_ASCII)));
        assertThat(file.path("type").asString()).isEqualTo("text/css; charset=utf-8");
        assertThat(file.path("cache").asString()).isEqualTo("no-cache");
        assertThat(manifest.path("files")).hasSize(2);
    }

    @Test
    void a_second_run_leaves_unchanged_files_untouched() throws IOException {
        write("index.html", "a/index.html", "b/index.html=old");
        age();
        assertThat(write("index.html", "a/index.html", "b/index.html=new")).isEqualTo(new Summary(1, 2, 0, 25));
        assertThat(Files.getLastModifiedTime(folder.resolve("index.html"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(folder.resolve("a/index.html"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(folder.resolve("b/index.html"))).isGreaterThan(LONG_AGO);
        age();
        write("index.html", "a/index.html", "b/index.html=new");
        assertThat(Files.getLastModifiedTime(folder.resolve("manifest.json"))).isEqualTo(LONG_AGO);
    }

    @Test
    void files_no_longer_in_the_site_are_removed_with_empty_folders_but_foreign_files_stay() throws IOException {
        write("index.html", "places/x/index.html", "places/y/index.html");
        Files.writeString(folder.resolve("places/y/notes.txt"), "mine");
        Files.writeString(folder.resolve("CNAME"), "maps.example.org");
        assertThat(write("index.html")).isEqualTo(new Summary(0, 1, 2, 10));
        assertThat(content()).containsOnlyKeys("index.html", "places/y/notes.txt", "CNAME");
        assertThat(folder.resolve("places/x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "manifest.json", "sub/index.html"})
    void a_folder_with_files_of_others_is_refused_and_stays_as_it_is(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "{\"name\": \"an app\"}");
        assertThatThrownBy(() -> write("index.html"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("got " + folder)
                .hasMessageContaining("expected an empty or missing folder");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve(file));
        }
    }

    @Test
    void hidden_files_of_others_are_no_obstacle_and_stay() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "x");
        write("index.html");
        assertThat(content()).containsKeys("index.html", ".git/config");
    }

    @Test
    void a_file_of_others_where_the_site_has_one_now_is_refused_before_anything_is_written() throws IOException {
        write("index.html=old");
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/index.html"), "mine");
        assertThatThrownBy(() -> write("index.html=new", "a/index.html"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a/index.html")
                .hasMessageContaining("no publication wrote");
        assertThat(content()).isEqualTo(Map.of("index.html", "old", "a/index.html", "mine"));
    }

    @Test
    void a_frozen_embed_is_never_changed_and_never_removed() throws IOException {
        String frozen = "embed/sibi/@0a1b/index.html";
        String urdu = "ur/embed/sibi/@0a1b/index.html";
        write("index.html", frozen + "=first", urdu + "=first", "embed/sibi/index.html");
        write("index.html", frozen + "=second");
        assertThat(content()).isEqualTo(Map.of("index.html", "index.html", frozen, "first", urdu, "first"));
        assertThat(write("index.html")).isEqualTo(new Summary(0, 1, 0, 20));
        assertThat(write("index.html").removed()).isZero();
        assertThat(content()).containsOnlyKeys("index.html", frozen, urdu);
        assertThat(Files.readString(folder.resolve("manifest.json")))
                .contains(frozen)
                .contains(Resource.hash(Resource.utf8("first")));
    }

    @Test
    void a_run_that_was_interrupted_is_finished_by_the_next() throws IOException {
        write("index.html", "gone/index.html");
        File fails =
                new File("b.html", "b.html", MediaTypes.HTML, Resource.Caching.REVALIDATE, Encoding.IDENTITY, () -> {
                    throw new IllegalStateException("power cut");
                });
        List<File> files = List.of(publication("a.html").files().getFirst(), fails);
        assertThatThrownBy(() -> PublicationWriter.write(new Publication("hash", null, files), folder, (_, _) -> {}))
                .hasMessage("power cut");
        assertThat(content()).containsKeys("index.html", "gone/index.html", "a.html");

        assertThat(write("index.html", "b.html")).isEqualTo(new Summary(1, 1, 2, 16));
        assertThat(content()).containsOnlyKeys("index.html", "b.html");
    }

    @Test
    void a_first_run_that_was_interrupted_is_finished_as_well() throws IOException {
        Publication broken = new Publication(
                "hash",
                null,
                List.of(
                        publication("a.html").files().getFirst(),
                        new File(
                                "b.html",
                                "b.html",
                                MediaTypes.HTML,
                                Resource.Caching.REVALIDATE,
                                Encoding.IDENTITY,
                                () -> {
                                    throw new IllegalStateException("power cut");
                                })));
        assertThatThrownBy(() -> PublicationWriter.write(broken, folder, (_, _) -> {}))
                .hasMessage("power cut");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
        assertThat(write("a.html", "b.html")).isEqualTo(new Summary(1, 1, 0, 12));
        assertThat(content()).containsOnlyKeys("a.html", "b.html");
    }

    @Test
    void a_file_that_was_damaged_is_written_again() throws IOException {
        write("index.html");
        Files.writeString(folder.resolve("index.html"), "index.htmx");
        assertThat(write("index.html").written()).isEqualTo(1);
        assertThat(content()).containsEntry("index.html", "index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "/etc/passwd", ".", "a/../../outside.txt"})
    void a_manifest_that_names_files_outside_of_the_folder_is_refused(String path) throws IOException {
        write("index.html");
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("index.html", path));
        assertThatThrownBy(() -> write("index.html"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected the path of a file in that folder");
    }

    @Test
    void written_files_can_be_read_by_other_users() throws IOException {
        write("index.html");
        Path own = Files.writeString(temporary.resolve("own"), "");
        assertThat(Files.getPosixFilePermissions(folder.resolve("index.html")))
                .isEqualTo(Files.getPosixFilePermissions(own));
    }

    @Test
    void a_folder_that_is_a_file_is_refused() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "x");
        assertThatThrownBy(() -> write("index.html")).hasMessageContaining("expected a folder");
    }
}
