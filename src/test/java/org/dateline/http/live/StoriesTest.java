package org.dateline.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.dateline.Waiting.until;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dateline.Catalogs;
import org.dateline.site.resource.Hosting;
import org.dateline.site.stories.SummaryStore;
import org.dateline.work.Admission;
import org.dateline.work.Client;
import org.dateline.work.Cost;
import org.dateline.work.Room;
import org.dateline.work.SharedCache;
import org.dateline.work.WorkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTest {

    /** Less than one story takes: each that is opened has another dropped. */
    private static final long NO_ROOM = 1;

    @TempDir
    private Path folder;

    @TempDir
    private Path caches;

    private Stories open(Path folder) throws Exception {
        try (Admission admission = new Admission(1, 0)) {
            return open(folder, admission.room());
        }
    }

    private Stories open(Path folder, Room room) throws Exception {
        return Stories.ofFolder(
                folder, Hosting.ANYWHERE, null, SharedCache.ofHeap(), room, SummaryStore.in(caches), NO_ROOM);
    }

    private static String home(LiveSite site) {
        return new String(
                Objects.requireNonNull(site.site().site().find("").orElse(null)).content(), StandardCharsets.UTF_8);
    }

    @Test
    void the_least_recently_read_story_is_dropped_and_made_again_the_same() throws Exception {
        Catalogs.copy(Catalogs.FLOOD, folder.resolve("one"));
        Catalogs.copy(Catalogs.MARKET, folder.resolve("two"));
        try (Stories stories = open(folder)) {
            stories.root().get(60, TimeUnit.SECONDS);
            assertThat(stories.opened("one")).isNull();

            String before = home(Objects.requireNonNull(stories.open("one")));
            assertThat(stories.opened("one")).isNotNull();
            stories.open("two");

            assertThat(stories.opened("one")).isNull();
            assertThat(stories.opened("two")).isNotNull();
            assertThat(home(Objects.requireNonNull(stories.open("one")))).isEqualTo(before);
            assertThat(stories.opened("two")).isNull();
        }
    }

    @Test
    void a_story_whose_files_were_broken_since_is_not_dropped() throws Exception {
        Catalogs.copy(Catalogs.FLOOD, folder.resolve("one"));
        Catalogs.copy(Catalogs.MARKET, folder.resolve("two"));
        try (Stories stories = open(folder)) {
            stories.root().get(60, TimeUnit.SECONDS);
            LiveSite one = Objects.requireNonNull(stories.open("one"));
            Files.writeString(folder.resolve("one/catalog.yaml"), "title: [");
            one.reload();
            stories.open("two");

            assertThat(stories.opened("one")).isSameAs(one);
            assertThat(stories.faults()).containsOnlyKeys("one");
        }
    }

    @Test
    void a_reader_who_leaves_while_a_story_is_opened_leaves_it_as_it_is() throws Exception {
        Catalogs.copy(Catalogs.FLOOD, folder.resolve("one"));
        Client reader = new Client("reader");
        try (Admission admission = new Admission(1, 0);
                Stories stories = open(folder, admission.room())) {
            stories.root().get(60, TimeUnit.SECONDS);
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            CompletableFuture<?> asked = admission.submit(WorkKind.ENCODING, Cost.LIGHT, reader, null, () -> {
                reader.leave();
                ended.complete(catchThrowable(() -> stories.open("one")));
                return null;
            });

            assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
            assertThat(asked).isCompletedExceptionally();
            assertThat(stories.faults()).isEmpty();
            assertThat(stories.open("one")).isNotNull();
        }
    }

    @Test
    void a_later_start_reads_no_catalog_that_is_as_it_was() throws Exception {
        Catalogs.copy(Catalogs.FLOOD, folder.resolve("one"));
        Path catalog = folder.resolve("one/catalog.yaml");
        String list;
        try (Stories stories = open(folder)) {
            list = home(stories.root().get(60, TimeUnit.SECONDS));
        }
        // Neither its size nor its time tells that it was broken.
        FileTime time = Files.getLastModifiedTime(catalog);
        Files.writeString(catalog, "[".repeat((int) Files.size(catalog)));
        Files.setLastModifiedTime(catalog, time);
        try (Stories stories = open(folder)) {
            assertThat(home(stories.root().get(60, TimeUnit.SECONDS))).isEqualTo(list);
        }

        Files.setLastModifiedTime(catalog, FileTime.fromMillis(time.toMillis() + 5_000));
        try (Stories stories = open(folder)) {
            stories.root().get(60, TimeUnit.SECONDS);
            assertThat(stories.faults()).containsOnlyKeys("one");
        }
    }

    @Test
    void a_long_list_answers_with_what_has_been_read_and_says_so_and_soon_has_all() throws Exception {
        for (int i = 1; i <= 12; i++) {
            Catalogs.copy(Catalogs.FLOOD, folder.resolve("s" + i));
        }
        try (Admission admission = new Admission(1, 0);
                Stories stories = open(folder, admission.room())) {
            String all = home(stories.root().get(60, TimeUnit.SECONDS));
            until(() -> !home(stories.root().join()).contains("stories-reading"));
            assertThat(all.contains("stories-reading") ? home(stories.root().join()) : all)
                    .contains("href=\"s12/");
            // Then they are looked for faults.
            stories.watch();
            until(() -> kept() == 12);
        }

        // The others are known from the first start. This one waits for memory to be read.
        Files.writeString(folder.resolve("s7/catalog.yaml"), "\n# edited", StandardOpenOption.APPEND);
        try (Admission admission = new Admission(1, 0)) {
            Room room = admission.room();
            for (int i = 0; i < room.places(); i++) {
                room.claim(Duration.ofSeconds(1));
            }
            try (Stories stories = open(folder, room)) {
                LiveSite list = stories.root().get(60, TimeUnit.SECONDS);
                // It answers after a second or two, when a busy machine may have read fewer.
                until(() -> home(list).contains("So far 11"));
                assertThat(home(list))
                        .contains("So far 11 of 12 stories are listed", "href=\"s8/")
                        .doesNotContain("href=\"s7/");
                assertThat(new String(
                                Objects.requireNonNull(list.site().site().storySearch())
                                        .find("en", "vale")
                                        .content(),
                                StandardCharsets.UTF_8))
                        .contains("So far 11 of 12 stories are listed");
                for (int i = 0; i < room.places(); i++) {
                    room.release();
                }
                until(() -> home(list).contains("href=\"s7/"));
                assertThat(home(list)).contains("href=\"s7/").doesNotContain("stories-reading");
            }
        }
    }

    @Test
    void a_fault_that_does_not_show_at_a_glance_is_found_once_all_are_listed() throws Exception {
        for (int i = 1; i <= 11; i++) {
            Catalogs.copy(Catalogs.FLOOD, folder.resolve("s" + i));
        }
        Path report = folder.resolve("s7/reports/undated.yaml");
        Files.writeString(report, Files.readString(report).replace("words: \"150 to 200\"", "words: \"150 to 300\""));
        try (Stories stories = open(folder)) {
            LiveSite list = stories.root().get(60, TimeUnit.SECONDS);
            stories.watch();
            until(() -> home(list).contains("<h2>s7</h2>"));
            assertThat(home(list)).contains("<h2>s7</h2>", "href=\"s8/").doesNotContain("href=\"s7/");
            assertThat(stories.faults()).containsOnlyKeys("s7");
            assertThat(stories.open("s7")).isNull();
        }
    }

    /** How many summaries are kept for later starts. */
    private int kept() {
        return Objects.requireNonNull(caches.toFile().list()).length;
    }

    @Test
    void a_path_is_that_of_a_story_only_if_its_whole_first_part_is_a_name() throws Exception {
        Catalogs.copy(Catalogs.FLOOD, folder.resolve("one"));
        try (Stories stories = open(folder)) {
            assertThat(stories.within("/one/places/x/?a=/one/")).isEqualTo("/places/x/?a=/one/");
            assertThat(stories.within("/one?a")).isEqualTo("?a");
            assertThat(stories.within("/one")).isEmpty();
            assertThat(stories.within("/ones/")).isEqualTo("/ones/");
            assertThat(stories.within("//one/")).isEqualTo("//one/");
            assertThat(stories.within("/%6fne/")).isEqualTo("/%6fne/");
            assertThat(stories.within("")).isEmpty();
            assertThat(stories.within("*")).isEqualTo("*");
            stories.root().get(60, TimeUnit.SECONDS);
        }
    }
}
