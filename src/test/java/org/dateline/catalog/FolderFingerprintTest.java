package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFingerprintTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.createDirectories(folder.resolve("reports")).resolve("a.yaml");
        Files.writeString(file, "a: b\n");
    }

    @Test
    void of_the_state_follows_times_and_names() throws IOException {
        String before = FolderFingerprint.ofState(folder);
        assertThat(FolderFingerprint.ofState(folder)).isEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        String touched = FolderFingerprint.ofState(folder);
        assertThat(touched).isNotEqualTo(before);
        Files.move(file, folder.resolve("reports/b.yaml"));
        assertThat(FolderFingerprint.ofState(folder)).isNotEqualTo(touched);
    }

    @Test
    void leaves_out_hidden_files_and_backups() throws IOException {
        String before = FolderFingerprint.ofState(folder);
        Files.writeString(folder.resolve(".a.yaml.swp"), "x");
        Files.writeString(folder.resolve("reports/a.yaml~"), "x");
        Files.writeString(Files.createDirectory(folder.resolve(".git")).resolve("HEAD"), "x");
        assertThat(FolderFingerprint.ofState(folder)).isEqualTo(before);
    }

    @Test
    void of_a_folder_that_is_not_there_is_a_state_too() {
        assertThat(FolderFingerprint.ofState(folder.resolve("nowhere"))).isEmpty();
    }
}
