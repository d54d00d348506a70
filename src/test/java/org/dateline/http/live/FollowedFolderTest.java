package org.dateline.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dateline.Catalogs;
import org.dateline.Zips;
import org.dateline.catalog.CatalogArchive;
import org.dateline.catalog.CatalogLoader;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.PushedCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowedFolderTest {

    private static final String REPORT = "reports/polar-tern.yaml";

    @TempDir
    Path root;

    private Path folder;
    private Path source;
    private long version;

    @BeforeEach
    void source() {
        folder = root.resolve("followed");
        source = Catalogs.copy(Catalogs.CHUKOTKA, root.resolve("source"));
    }

    private PushedCatalog pushed(byte[] archive) {
        return new PushedCatalog(++version, "hash " + version, archive.length, archive);
    }

    private PushedCatalog pushed() throws IOException, InvalidCatalogException {
        return pushed(CatalogArchive.pack(source));
    }

    private FollowedFolder taken() throws Exception {
        FollowedFolder followed = FollowedFolder.open(folder);
        followed.take(pushed());
        return followed;
    }

    /** An archive of the catalog with one more entry. */
    private byte[] archiveWith(String name, byte[] content) throws IOException {
        Map<String, byte[]> entries = Zips.entries(source);
        entries.put(name, content);
        return Zips.of(entries);
    }

    /** Everything below the folder that holds them all, by path, without what the followed folder keeps for itself. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.contains(".dateline-follow")) {
                    all.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all;
    }

    private void refusedWithoutAnyChange(ThrowingCallable taking, String message) throws IOException {
        Map<String, String> before = everything();
        assertThatThrownBy(taking).hasMessageContaining(message);
        assertThat(everything()).isEqualTo(before);
        assertThat(folder.resolve(".dateline-follow/next")).doesNotExist();
    }

    @Test
    void a_missing_folder_is_made_and_holds_the_catalog() throws Exception {
        taken();
        assertThat(CatalogLoader.load(folder).hash())
                .isEqualTo(CatalogLoader.load(source).hash());
    }

    @Test
    void a_folder_of_its_own_is_reused_and_loses_the_files_that_the_next_catalog_lacks() throws Exception {
        taken();
        Files.delete(source.resolve("corrections.yaml"));
        taken();
        assertThat(folder.resolve("corrections.yaml")).doesNotExist();
        assertThat(CatalogLoader.load(folder).hash())
                .isEqualTo(CatalogLoader.load(source).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog.yaml", "notes.md", ".git/HEAD", "frozen/x.html", "a~"})
    void a_folder_with_anything_in_it_that_it_did_not_make_is_refused(String file) throws Exception {
        Path own = folder.resolve(file);
        Files.createDirectories(own.getParent());
        Files.writeString(own, "mine");
        refusedWithoutAnyChange(
                () -> FollowedFolder.open(folder), "which holds files that no server with --follow put there");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws Exception {
        Files.writeString(folder, "mine");
        refusedWithoutAnyChange(() -> FollowedFolder.open(folder), "expected a missing or empty folder");
    }

    @Test
    void files_of_others_stay() throws Exception {
        taken();
        Files.writeString(folder.resolve("notes.md"), "mine");
        Files.writeString(folder.resolve("reports/.draft.yaml"), "mine");
        Files.createDirectories(folder.resolve("frozen/abc"));
        Files.writeString(folder.resolve("frozen/abc/view.html"), "kept");
        Files.delete(source.resolve("corrections.yaml"));
        taken();
        assertThat(folder.resolve("notes.md")).hasContent("mine");
        assertThat(folder.resolve("reports/.draft.yaml")).hasContent("mine");
        assertThat(folder.resolve("frozen/abc/view.html")).hasContent("kept");
    }

    @Test
    void a_locally_edited_file_is_kept_beside_the_new_one() throws Exception {
        taken();
        Files.writeString(folder.resolve("corrections.yaml"), "my correction");
        Files.writeString(folder.resolve(REPORT), "my report");
        Files.delete(source.resolve("corrections.yaml"));
        Files.writeString(source.resolve(REPORT), "\n", StandardOpenOption.APPEND);
        taken();
        assertThat(folder.resolve("corrections.yaml")).doesNotExist();
        assertThat(folder.resolve("corrections.yaml~")).hasContent("my correction");
        assertThat(folder.resolve(REPORT + "~")).hasContent("my report");
        assertThat(CatalogLoader.load(folder).hash())
                .isEqualTo(CatalogLoader.load(source).hash());
    }

    @Test
    void a_foreign_file_in_the_way_stops_the_whole_change() throws Exception {
        FollowedFolder followed = taken();
        Files.writeString(folder.resolve("views/mine.yaml"), "mine");
        Files.copy(source.resolve("views/chukotka.yaml"), source.resolve("views/mine.yaml"));
        Path yaml = source.resolve("layers/survey/layer.yaml");
        Files.writeString(yaml, "\n", StandardOpenOption.APPEND);
        refusedWithoutAnyChange(() -> followed.take(pushed()), "which no server with --follow wrote");
    }

    @Test
    void links_in_the_folder_are_not_followed() throws Exception {
        FollowedFolder followed = taken();
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Catalogs.copy(folder.resolve("views"), elsewhere.resolve("views"));
        try (Stream<Path> files = Files.list(folder.resolve("views"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.resolve("views"));
        Files.createSymbolicLink(folder.resolve("views"), elsewhere.resolve("views"));
        Files.writeString(source.resolve("views/chukotka.yaml"), "\n", StandardOpenOption.APPEND);
        refusedWithoutAnyChange(() -> followed.take(pushed()), "which is not a folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.yaml",
                "reports/../../outside.yaml",
                "/tmp/dateline-outside.yaml",
                "reports/./a.yaml",
                "reports//a.yaml",
                "..\\outside.yaml",
                "C:/outside.yaml",
                "reports/",
                ".dateline-follow/files",
                ".git/config",
                "reports/a.yaml~",
                "frozen/0123456789ab/chukotka.ru.auto.html",
                "reports/a\u0000b.yaml",
                "reports/a\nb.yaml",
                "catalog.yaml/inside",
                "reports"
            })
    void an_archive_with_a_file_that_belongs_to_no_catalog_is_refused(String name) throws Exception {
        FollowedFolder followed = taken();
        byte[] archive = archiveWith(name, "<script>".getBytes(StandardCharsets.UTF_8));
        refusedWithoutAnyChange(() -> followed.take(pushed(archive)), "the pushed archive: got ");
        assertThat(Path.of("/tmp/dateline-outside.yaml")).doesNotExist();
    }

    @Test
    void a_name_that_no_file_system_takes_is_refused() throws Exception {
        FollowedFolder followed = taken();
        byte[] archive = archiveWith("reports/" + "я".repeat(200) + ".yaml", new byte[0]);
        refusedWithoutAnyChange(() -> followed.take(pushed(archive)), "the pushed archive: got ");
    }

    @Test
    void an_archive_that_is_broken_anywhere_is_refused() throws Exception {
        FollowedFolder followed = taken();
        byte[] archive = CatalogArchive.pack(source);
        for (double share : new double[] {0, 0.01, 0.3, 0.7, 0.95, 0.999}) {
            byte[] cut = Arrays.copyOf(archive, (int) (archive.length * share));
            refusedWithoutAnyChange(() -> followed.take(pushed(cut)), "the pushed archive: got ");
        }
        byte[] changed = archive.clone();
        for (int i = 60; i < archive.length / 2; i += 101) {
            changed[i] ^= 0x55;
        }
        refusedWithoutAnyChange(() -> followed.take(pushed(changed)), "the pushed archive: got ");
    }

    @Test
    void an_archive_without_a_catalog_is_refused() throws Exception {
        FollowedFolder followed = taken();
        byte[] nothing = Zips.of(Map.of());
        refusedWithoutAnyChange(() -> followed.take(pushed(nothing)), "catalog.yaml: got no such file");
    }

    @Test
    void an_archive_that_unpacks_to_more_than_fits_is_refused() throws Exception {
        FollowedFolder followed = taken();
        byte[] archive = archiveWith("layers/places/huge.bin", new byte[1 << 20]);
        assertThatThrownBy(() -> CatalogArchive.unpack(
                        Files.write(root.resolve("a.zip"), archive), Files.createDirectory(root.resolve("u")), 1 << 20))
                .isInstanceOf(InvalidCatalogException.class)
                .hasMessageContaining("more than 1048576 bytes when unpacked");
        followed.take(pushed(archive));
        // No catalog uses it.
        assertThat(folder.resolve("layers/places/huge.bin")).doesNotExist();
    }

    @Test
    void a_change_that_was_interrupted_is_completed_at_the_next_start() throws Exception {
        taken();
        Files.writeString(source.resolve("catalog.yaml"), "\n# newer\n", StandardOpenOption.APPEND);
        Files.write(folder.resolve(".dateline-follow/next.zip"), CatalogArchive.pack(source));
        // Killed after the first file was moved.
        Files.copy(source.resolve("catalog.yaml"), folder.resolve("catalog.yaml"), StandardCopyOption.REPLACE_EXISTING);
        FollowedFolder.open(folder);
        assertThat(CatalogLoader.load(folder).hash())
                .isEqualTo(CatalogLoader.load(source).hash());
        assertThat(folder.resolve(".dateline-follow/next.zip")).doesNotExist();
    }
}
