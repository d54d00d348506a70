package org.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir
    Path system;

    private void removeAbandoned() {
        TemporaryFolder.removeAbandoned(system, Instant.now().plusSeconds(1));
    }

    /** As a run leaves it that was killed: with files, and a lock that nobody holds. */
    private Path killed(String name) throws Exception {
        Path folder = Files.createDirectories(system.resolve(name));
        Files.writeString(folder.resolve("lock"), "");
        Files.writeString(
                Files.createDirectories(folder.resolve("native/linux")).resolve("libbrotli.so"), "x");
        return folder;
    }

    @Test
    void is_private_and_has_a_name_that_cannot_be_guessed() throws Exception {
        try (TemporaryFolder one = TemporaryFolder.in(system);
                TemporaryFolder other = TemporaryFolder.in(system)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one.folder())))
                    .isEqualTo("rwx------");
            assertThat(one.folder()).isNotEqualTo(other.folder());
        }
        assertThat(system).isEmptyDirectory();
    }

    @Test
    void of_a_run_that_was_killed_is_removed_and_of_one_that_runs_is_not() throws Exception {
        Path dead = killed("dateline-run-1");
        try (TemporaryFolder alive = TemporaryFolder.in(system)) {
            Files.writeString(alive.folder().resolve("font.ttf"), "x");
            removeAbandoned();
            assertThat(dead).doesNotExist();
            assertThat(alive.folder().resolve("font.ttf")).exists();
        }
    }

    @Test
    void nothing_else_is_removed() throws Exception {
        Path other = killed("dateline-postgres1");
        Path unlocked = Files.createDirectory(system.resolve("dateline-run-2"));
        Path elsewhere = killed("elsewhere");
        Files.createSymbolicLink(system.resolve("dateline-run-3"), elsewhere);
        Path linked = Files.createDirectory(system.resolve("dateline-run-4"));
        Files.createSymbolicLink(linked.resolve("lock"), elsewhere.resolve("lock"));
        removeAbandoned();
        assertThat(other).exists();
        assertThat(unlocked).exists();
        assertThat(elsewhere.resolve("native/linux/libbrotli.so")).exists();
        assertThat(linked).exists();
    }

    @Test
    void a_run_that_has_just_begun_is_left_alone() throws Exception {
        Path young = killed("dateline-run-5");
        Files.setLastModifiedTime(young.resolve("lock"), FileTime.from(Instant.now()));
        TemporaryFolder.removeAbandoned(system, Instant.now().minusSeconds(60));
        assertThat(young).exists();
    }
}
