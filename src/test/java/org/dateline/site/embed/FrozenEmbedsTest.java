package org.dateline.site.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.catalog.CatalogLoader;
import org.dateline.site.Site;
import org.dateline.site.SiteBuilder;
import org.dateline.site.embed.Embeds.Theme;
import org.dateline.site.resource.Hosting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenEmbedsTest {

    private static final String VIEW = "views/vrangel.yaml";

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copy() {
        folder = Catalogs.copy(Catalogs.CHUKOTKA, temporary.resolve("catalog"));
    }

    @Test
    void a_frozen_embed_outlives_the_catalog_that_it_shows() throws Exception {
        Site before = site();
        String path = path(before, "embed/vrangel/");
        String frozen = html(before, path);
        assertThat(frozen).contains("Остров Врангеля").doesNotContain("id=\"dateline\"");

        Path view = folder.resolve(VIEW);
        Files.writeString(view, Files.readString(view).replace("Остров Врангеля", "Другой остров"));
        Site after = site();

        assertThat(html(after, "embed/vrangel/")).contains("Другой остров");
        assertThat(path(after, "embed/vrangel/")).isNotEqualTo(path);
        assertThat(html(after, path)).isEqualTo(frozen);
    }

    @Test
    void a_frozen_picture_outlives_the_catalog_that_it_shows() throws Exception {
        Site before = site();
        String path = path(before, "embed/vrangel/").replaceFirst("/$", ".png");
        byte[] frozen = before.find(path).orElseThrow().content();
        assertThat(frozen)
                .isEqualTo(before.find("embed/vrangel.png").orElseThrow().content());

        Path view = folder.resolve(VIEW);
        Files.writeString(view, Files.readString(view).replace("Остров Врангеля", "Другой остров"));
        Site after = site();

        assertThat(after.find("embed/vrangel.png").orElseThrow().content()).isNotEqualTo(frozen);
        assertThat(after.find(path).orElseThrow().content()).isEqualTo(frozen);
    }

    @Test
    void the_picture_is_kept_with_the_page_before_anybody_asks_for_it() throws Exception {
        Site before = site();
        String path = path(before, "embed/vrangel/");
        byte[] picture = before.find("embed/vrangel.png").orElseThrow().content();
        html(before, path);

        Path view = folder.resolve(VIEW);
        Files.writeString(view, Files.readString(view).replace("Остров Врангеля", "Другой остров"));

        assertThat(site().find(path.replaceFirst("/$", ".png")).orElseThrow().content())
                .isEqualTo(picture);
    }

    @Test
    void a_published_frozen_embed_names_its_own_oembed() throws Exception {
        Hosting hosting = new Hosting(Hosting.base("https://example.org/"), null, folder.resolve(Hosting.FROZEN));
        Site site = new SiteBuilder(hosting.asFiles()).build(CatalogLoader.load(folder));
        String path = path(site, "embed/vrangel/");
        assertThat(html(site, path)).contains("https://example.org/" + path + "oembed.json");
        assertThat(html(site, path + "oembed.json")).contains("https://example.org/" + path);
    }

    @Test
    void where_nothing_can_be_kept_nothing_is_offered_and_nothing_fails() throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");
        Hosting hosting = new Hosting(null, null, folder.resolve("file").resolve(Hosting.FROZEN));
        assertThat(hosting.canFreeze()).isFalse();
        Site site = new SiteBuilder(hosting).build(CatalogLoader.load(folder));
        assertThat(html(site, "")).contains("\"frozen\":false");
        assertThat(html(site, path(site, "embed/vrangel/"))).contains("Остров Врангеля");
    }

    @Test
    void freezing_an_embed_does_not_change_the_catalog() throws Exception {
        Site before = site();
        html(before, path(before, "en/embed/chukotka/"));
        assertThat(site().catalog().hash()).isEqualTo(before.catalog().hash());
    }

    @Test
    void tiles_that_were_not_requested_are_not_kept() throws Exception {
        site();
        assertThat(folder.resolve(Hosting.FROZEN)).doesNotExist();
    }

    @Test
    void simultaneous_requests_get_the_same_result() throws Exception {
        List<Site> servers = IntStream.range(0, 4).mapToObj(_ -> quietSite()).toList();
        String path = path(servers.getFirst(), "embed/vrangel/");
        assertThat(servers.parallelStream().map(server -> html(server, path)).distinct())
                .hasSize(1);
        try (Stream<Path> kept = Files.walk(folder.resolve(Hosting.FROZEN))) {
            assertThat(kept.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("vrangel.ru.auto.html", "vrangel.ru.png");
        }
    }

    @Test
    void servers_that_finish_one_after_another_do_not_trip_over_each_others_unfinished_files() throws Exception {
        List<FrozenEmbeds> servers = IntStream.range(0, 8)
                .mapToObj(_ -> new FrozenEmbeds(folder.resolve(Hosting.FROZEN), true, null))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(servers.size())) {
            for (int round = 0; round < 300; round++) {
                String view = "view-" + round;
                List<Future<byte[]>> kept = servers.stream()
                        .map(server -> threads.submit(() -> server.keeping(
                                        view, "ru", Theme.AUTO, "0123456789ab", () -> new byte[] {1}, () -> {})
                                .identity()
                                .bytes()))
                        .toList();
                for (Future<byte[]> each : kept) {
                    assertThat(each.get()).containsExactly(1);
                }
            }
        }
    }

    @Test
    void an_embed_that_cannot_be_stored_is_not_served() throws Exception {
        Site site = site();
        Files.writeString(folder.resolve(Hosting.FROZEN), "a file where the folder should be");
        assertThatThrownBy(() -> html(site, path(site, "embed/vrangel/")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("expected a place where a frozen embed can be kept for good");
    }

    private List<Path> kept() throws Exception {
        try (Stream<Path> kept = Files.walk(folder.resolve(Hosting.FROZEN))) {
            return kept.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_frozen_file_has_the_mode_of_any_other_file() throws Exception {
        Site site = site();
        html(site, path(site, "embed/vrangel/"));
        Path usual = Files.writeString(temporary.resolve("usual"), "x");
        assertThat(kept())
                .hasSize(2)
                .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(Files.getPosixFilePermissions(usual)));
    }

    @Test
    void what_a_killed_server_left_is_removed() throws Exception {
        Site site = site();
        Path home = Files.createDirectories(
                folder.resolve(Hosting.FROZEN).resolve(site.catalog().hash().substring(0, 12)));
        Path left = Files.writeString(home.resolve(".vrangel.ru.auto.html.1234.part"), "half");
        Files.setLastModifiedTime(left, FileTime.fromMillis(0));
        Path young = Files.writeString(home.resolve(".vrangel.ru.auto.html.5678.part"), "half");
        html(site, path(site, "embed/vrangel/"));
        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void a_link_among_the_frozen_files_is_not_followed() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret"), "a secret");
        Path home = Files.createDirectories(folder.resolve("frozen/0123456789ab"));
        Files.createSymbolicLink(home.resolve("vrangel.ru.auto.html"), secret);
        Site site = site();
        assertThat(site.find("embed/vrangel/@0123456789ab/")).isEmpty();

        String path = path(site, "embed/vrangel/");
        Path state = Files.createDirectories(
                folder.resolve(Hosting.FROZEN).resolve(site.catalog().hash().substring(0, 12)));
        Files.createSymbolicLink(state.resolve("vrangel.ru.auto.html"), secret);
        assertThatThrownBy(() -> html(site, path)).isInstanceOf(UncheckedIOException.class);
    }

    private Site site() throws Exception {
        Hosting hosting = new Hosting(null, null, folder.resolve(Hosting.FROZEN));
        return new SiteBuilder(hosting).build(CatalogLoader.load(folder));
    }

    private Site quietSite() {
        try {
            return site();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the frozen form of an embed. */
    private static String path(Site site, String embed) {
        return embed + "@" + site.catalog().hash().substring(0, 12) + "/";
    }

    private static String html(Site site, String path) {
        return new String(site.find(path).orElseThrow().identity().bytes(), StandardCharsets.UTF_8);
    }
}
