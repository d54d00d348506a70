package org.dateline.site.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryStoreTest {

    @TempDir
    private Path folder;

    private SummaryStore store() {
        return SummaryStore.in(folder);
    }

    @Test
    void a_summary_is_found_again_as_it_was_kept() throws Exception {
        // A brand with logos, dates of each precision, corrections, and several scripts.
        for (Path catalog : new Path[] {Catalogs.NEWSROOM, Catalogs.CHUKOTKA, Catalogs.FLOOD, Catalogs.RIADA}) {
            StorySummary summary = StorySummary.of("one", CatalogLoader.load(catalog, Map.of()));
            store().keep("state", summary);

            assertThat(store().find("one", "state")).contains(summary);
        }
    }

    @Test
    void a_glance_shows_the_same_of_a_catalog_as_checking_it() throws Exception {
        for (Path catalog : new Path[] {
            Catalogs.JAFFAR_EXPRESS, Catalogs.NEWSROOM, Catalogs.CHUKOTKA, Catalogs.FLOOD, Catalogs.MARKET
        }) {
            assertThat(CatalogLoader.glance(catalog).map(seen -> StorySummary.of("one", seen)))
                    .contains(StorySummary.of("one", CatalogLoader.load(catalog, Map.of())));
        }
    }

    @Test
    void a_summary_of_another_story_or_state_and_a_damaged_one_are_not_found() throws Exception {
        store().keep("state", StorySummary.of("one", CatalogLoader.load(Catalogs.FLOOD, Map.of())));

        assertThat(store().find("two", "state")).isEmpty();
        assertThat(store().find("one", "later")).isEmpty();
        damage();
        assertThat(store().find("one", "state")).isEmpty();
    }

    private void damage() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path kept = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(kept);
            bytes[bytes.length / 2]++;
            Files.write(kept, bytes);
        }
    }
}
