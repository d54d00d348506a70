package org.dateline.http.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.dateline.catalog.CatalogArchive;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.features.postgis.PushedStories;
import org.dateline.site.stories.StoryName;

/**
 * A folder that {@code serve --stories --follow} created to keep the pushed stories, each in a {@link FollowedFolder} of its
 * name. Thread-safe for different stories.
 */
public final class FollowedStories {

    private final Path folder;

    private FollowedStories(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder that an earlier server created, or creates one.
     *
     * @throws IOException if the folder contains anything that no server wrote; the message says what was got and what
     *     was expected
     */
    public static FollowedStories open(Path folder) throws IOException {
        Path mark = folder.resolve(FollowedFolder.WORK);
        if (!Files.isDirectory(mark, LinkOption.NOFOLLOW_LINKS)) {
            FollowedFolder.requireEmpty(folder, "--stories");
            Files.createDirectories(mark);
        }
        return new FollowedStories(folder);
    }

    /** The folder of all stories. */
    public Path folder() {
        return folder;
    }

    /**
     * Takes the last catalogs of all stories.
     *
     * @param refused is told of each story that cannot be taken, with its name; on any thread
     * @throws SQLException if the database does not answer
     */
    public void takeAll(Database database, BiConsumer<String, Exception> refused) throws SQLException {
        List<PushedStories.Latest> all;
        try (Connection read = database.read()) {
            all = PushedStories.latest(read);
        }
        try (ExecutorService takers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (PushedStories.Latest latest : all) {
                takers.execute(() -> {
                    try (Connection read = database.read()) {
                        take(latest, read);
                    } catch (SQLException | IOException | InvalidCatalogException | RuntimeException e) {
                        refused.accept(latest.name(), e);
                    }
                });
            }
        }
    }

    /**
     * Does with a story's folder what the database tells: replaces its catalog, unless it is already there, or removes it.
     *
     * @return whether anything has changed
     * @throws InvalidCatalogException if the archive is broken or its catalog invalid; nothing has changed then
     * @throws IOException if foreign files are in the way, or a file cannot be written
     * @throws SQLException if the database does not answer
     */
    public boolean take(PushedStories.Latest latest, Connection read)
            throws IOException, InvalidCatalogException, SQLException {
        Optional<String> expected = StoryName.fault(latest.name());
        if (expected.isPresent()) {
            throw CatalogArchive.refused("the name " + latest.name(), expected.get());
        }
        Path place = folder.resolve(latest.name());
        if (latest.isRemoved()) {
            boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
            if (there) {
                FollowedFolder.open(place).clear();
            }
            return there;
        }
        FollowedFolder story = FollowedFolder.open(place);
        if (story.has(latest.version(), latest.hash())) {
            return false;
        }
        Optional<PushedCatalog> pushed = PushedStories.find(read, latest.version(), CatalogArchive.LARGEST);
        if (pushed.isPresent()) {
            story.take(pushed.get());
        }
        return pushed.isPresent();
    }
}
