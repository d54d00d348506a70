package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFolderTest {

    private static final String LEADS_OUT = "a link that leads out of the folder";

    @TempDir
    Path root;

    private CatalogCopy copy;

    @BeforeEach
    void copy() {
        copy = CatalogCopy.in(root.resolve("catalog"));
    }

    private Path secret() throws IOException {
        return Files.writeString(root.resolve("secret"), "root:x:0:0:root:/root:/bin/bash\n");
    }

    private void link(String file, Path target) throws IOException {
        Files.deleteIfExists(copy.path(file));
        Files.createSymbolicLink(copy.path(file), target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog.yaml",
                CatalogCopy.PARTIES,
                "corrections.yaml",
                CatalogCopy.FERRY,
                CatalogCopy.VIEW,
                CatalogCopy.PLACES,
                "layers/places/layer.yaml",
                "verified.yaml"
            })
    void no_link_leads_out_of_the_folder(String file) throws IOException {
        link(file, secret());
        assertThat(copy.faults()).contains(new Fault(file, 0, "", LEADS_OUT, "a file in it"));
        link(file, Path.of("../../../../../../../../../../etc/hostname"));
        assertThat(copy.faults()).anyMatch(fault -> fault.file().equals(file));
        assertThat(copy.faults().toString()).doesNotContain("root:x");
    }

    @Test
    void no_link_to_a_folder_leads_out_of_the_folder() throws IOException {
        Files.move(copy.path("reports"), root.resolve("reports"));
        link("reports", root.resolve("reports"));
        assertThat(copy.faults()).contains(new Fault("reports", 0, "", LEADS_OUT, "a folder in it"));
    }

    @Test
    void links_within_the_folder_are_followed_as_kubernetes_makes_them() throws Exception {
        String before = copy.load().hash();
        Path data = Files.createDirectory(copy.path("..2026_data"));
        Files.createSymbolicLink(copy.path("..data"), Path.of("..2026_data"));
        Files.move(copy.path("parties.yaml"), data.resolve("parties.yaml"));
        link("parties.yaml", Path.of("..data/parties.yaml"));
        assertThat(copy.load().hash()).isEqualTo(before);
    }

    @Test
    void a_link_to_itself_is_a_fault() throws IOException {
        link(CatalogCopy.PARTIES, Path.of("parties.yaml"));
        assertThat(copy.faults())
                .contains(new Fault(
                        CatalogCopy.PARTIES, 0, "", "an unreadable file (FileSystemException)", "a readable file"));
    }

    @Test
    @Timeout(30)
    void a_pipe_is_a_fault_and_nobody_waits_for_it() throws Exception {
        Files.delete(copy.path(CatalogCopy.PARTIES));
        assertThat(new ProcessBuilder("mkfifo", copy.path(CatalogCopy.PARTIES).toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(copy.faults())
                .contains(new Fault(CatalogCopy.PARTIES, 0, "", "a special file (a pipe, device or socket)", "a file"));
        assertThat(FolderFingerprint.ofState(root.resolve("catalog"))).contains(CatalogCopy.PARTIES);
    }

    @Test
    void all_files_together_have_a_limit() {
        Faults faults = new Faults();
        CatalogFolder folder = new CatalogFolder(root.resolve("catalog"), faults, 100);
        folder.read(copy.path("catalog.yaml"));
        assertThat(faults.first()).hasValueSatisfying(fault -> {
            assertThat(fault.got()).endsWith("bytes of files up to this one");
            assertThat(fault.expected()).isEqualTo("at most 100 bytes in all");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"film.mov", "reports.zip", "layers/places/scan.tif", "texts/report.txt", "layers/places/x.log"})
    void files_that_a_catalog_does_not_use_are_not_read(String stray) throws Exception {
        String hash = copy.load().hash();
        String state = FolderFingerprint.ofState(root.resolve("catalog"));
        Files.createDirectories(copy.path(stray).getParent());
        try (RandomAccessFile file = new RandomAccessFile(copy.path(stray).toFile(), "rw")) {
            // Larger than any memory; takes no room on the disk.
            file.setLength(1L << 40);
        }
        assertThat(copy.load().hash()).isEqualTo(hash);
        assertThat(FolderFingerprint.ofState(root.resolve("catalog"))).isEqualTo(state);
        assertThat(CatalogArchive.pack(root.resolve("catalog"))).hasSizeLessThan(1 << 20);
    }

    @Test
    void the_hash_follows_names_and_contents() throws Exception {
        String before = copy.load().hash();
        copy.replace("catalog.yaml", "Зимник", "Дорога");
        String after = copy.load().hash();
        assertThat(after).isNotEqualTo(before);
        Files.move(copy.path("views/vrangel.yaml"), copy.path("views/vrangel-2.yaml"));
        assertThat(copy.load().hash()).isNotEqualTo(after);
    }
}
