package org.dateline.http.live;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseWatcher;
import org.dateline.features.postgis.FrozenFiles;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.features.postgis.PushedStories;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.site.embed.Embeds;
import org.dateline.site.resource.Hosting;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes in the database to the sites: collections to queries and tiles and, if servers share a pushed catalog or
 * pushed stories, those to their folders. Frozen embeds go both ways. The server starts from its folder, so it starts with what
 * it had last even if no database answers.
 */
public final class StoreFollower implements AutoCloseable {

    private static final Duration SHARE_EVERY = Duration.ofSeconds(5);

    /**
     * What is taken from the database.
     *
     * @param catalog the folder that keeps the pushed catalog; null if that is not taken from the database
     * @param stories the folder that keeps the pushed stories; null likewise
     */
    public record Followed(
            @Nullable FollowedFolder catalog, @Nullable FollowedStories stories) {

        /** Only collections and frozen embeds. */
        public static final Followed NOTHING = new Followed(null, null);

        private DatabaseWatcher.Followed watched() {
            return catalog != null
                    ? DatabaseWatcher.Followed.CATALOG
                    : stories != null ? DatabaseWatcher.Followed.STORIES : DatabaseWatcher.Followed.NOTHING;
        }
    }

    private final DatabaseWatcher changes;
    private final Watch frozen;

    public StoreFollower(Database database, Stories stories, Followed followed) {
        this.changes = new DatabaseWatcher(
                database,
                new DatabaseWatcher.Listener() {
                    @Override
                    public void collections(List<StoredCollection> all) {
                        stories.offer(database, all);
                    }

                    @Override
                    public void catalog(PushedCatalog catalog) throws Exception {
                        if (followed.catalog() != null) {
                            take(catalog, followed.catalog(), stories.root().join());
                        }
                    }

                    @Override
                    public void story(PushedStories.Latest latest, Connection read) throws Exception {
                        if (followed.stories() != null) {
                            take(latest, read, followed.stories(), stories);
                        }
                    }
                },
                followed.watched());
        this.frozen = new Watch("frozen-embeds", SHARE_EVERY, () -> {
            try {
                share(stories);
            } catch (StoreUnavailableException e) {
                // The watcher of the database says so.
            }
        });
    }

    private static void take(PushedCatalog catalog, FollowedFolder folder, LiveSite live)
            throws IOException, InterruptedException {
        String what = "catalog pushed as version " + catalog.version();
        try {
            folder.take(catalog);
            // As the watch over the folder would do a moment later.
            live.reload();
        } catch (ForeignFileException e) {
            live.refuse(what, List.of(e.fault()));
            // Thrown on, so that it is tried again: the file may be moved away.
            throw e;
        } catch (InvalidCatalogException e) {
            live.refuse(what, e.faults());
        }
    }

    private static void take(PushedStories.Latest latest, Connection read, FollowedStories folder, Stories stories)
            throws IOException, InterruptedException, SQLException {
        try {
            if (folder.take(latest, read)) {
                stories.take(latest.name());
            }
        } catch (InvalidCatalogException e) {
            stories.refuse(latest.name(), latest.version(), e.faults());
        } catch (IOException e) {
            Fault fault = e instanceof ForeignFileException foreign
                    ? foreign.fault()
                    : new Fault(latest.name(), 0, "", String.valueOf(e.getMessage()), "a folder that can be written");
            stories.refuse(latest.name(), latest.version(), List.of(fault));
            throw e;
        }
    }

    /** A story whose folder cannot be read or written does not keep others from sharing. */
    private static void share(Stories stories) throws IOException {
        FrozenFiles shared = stories.hosting().shared();
        if (shared == null) {
            return;
        }
        Map<String, List<String>> paths = shared.pathsByStory();
        IOException failed = null;
        for (Map.Entry<String, Hosting> one : stories.hostings().entrySet()) {
            try {
                Embeds.share(one.getValue(), paths.getOrDefault(one.getKey(), List.of()));
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    public void start() {
        changes.start();
        frozen.start();
    }

    @Nullable
    public Instant failingSince() {
        return changes.failingSince();
    }

    @Override
    public void close() {
        frozen.close();
        changes.close();
    }
}
