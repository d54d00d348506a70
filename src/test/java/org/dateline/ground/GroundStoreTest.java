package org.dateline.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundStoreTest {

    private static final List<Focus> FIJI = List.of(Focus.ofView(new Bbox(176, -20, -178, -15)));

    @TempDir
    private Path folder;

    private Basemap ground(String language, BoundaryRule... rules) {
        return new GroundStore(folder.resolve("caches")).of(FIJI, List.of(language), List.of(rules));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("caches"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void a_ground_that_was_derived_before_is_read_from_disk() throws IOException {
        Basemap english = ground("en");
        Path first = files().getFirst();
        Basemap french = ground("fr");
        assertThat(files()).hasSize(2);
        // The one in place of the other shows which of them is read.
        Path second =
                files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        Files.copy(first, second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertSame(ground("fr"), english);

        Files.write(second, new byte[] {1, 2, 3});
        assertSame(ground("fr"), french);
        assertSame(ground("fr"), french);
    }

    private static void assertSame(Basemap one, Basemap other) {
        assertThat(one.attribution()).isEqualTo(other.attribution());
        assertThat(one.files()).usingRecursiveFieldByFieldElementComparator().isEqualTo(other.files());
        assertThat(one.reliefs()).usingRecursiveFieldByFieldElementComparator().isEqualTo(other.reliefs());
    }

    @Test
    void a_folder_that_cannot_be_written_keeps_nothing() throws IOException {
        Files.write(folder.resolve("caches"), new byte[0]);
        assertThat(ground("en", new BoundaryRule(new Bbox(0, 0, 1, 1), Optional.empty(), "hidden"))
                        .files())
                .hasSize(4);
    }
}
