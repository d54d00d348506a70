package org.dateline.http.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.StoreUnavailableException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseWatcher;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.features.postgis.StoredCollection;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes in the database to the site: collections to queries and tiles and, if servers share a pushed catalog,
 * the catalog to the folder. Frozen embeds go both ways. The server starts from the folder, so it starts with its last
 * catalog even if no database answers.
 */
public final class StoreFollower implements AutoCloseable {

    private static final Duration SHARE_EVERY = Duration.ofSeconds(5);

    private final DatabaseWatcher changes;
    private final Watch frozen;

    /** @param folder the folder that keeps the pushed catalog; null if the catalog is not taken from the database */
    public StoreFollower(Database database, LiveSite live, @Nullable FollowedFolder folder) {
        this.changes = new DatabaseWatcher(
                database,
                new DatabaseWatcher.Listener() {
                    @Override
                    public void collections(List<StoredCollection> all) {
                        live.offer(
                                all.stream().map(one -> one.offered(database)).toList());
                    }

                    @Override
                    public void catalog(PushedCatalog catalog) throws IOException, InterruptedException {
                        if (folder != null) {
                            try {
                                folder.take(catalog);
                                // As the watch over the folder would do a moment later.
                                live.reload();
                            } catch (ForeignFileException e) {
                                live.refuse(
                                        "catalog pushed as version " + catalog.version(),
                                        List.of(new Fault(e.file(), 0, "", e.got(), e.expected())));
                                // Thrown on, so that it is tried again: the file may be moved away.
                                throw e;
                            } catch (InvalidCatalogException e) {
                                live.refuse("catalog pushed as version " + catalog.version(), e.faults());
                            }
                        }
                    }
                },
                folder != null);
        this.frozen = new Watch("frozen-embeds", SHARE_EVERY, () -> {
            try {
                live.site().site().embeds().share();
            } catch (StoreUnavailableException e) {
                // The watcher of the database says so.
            }
        });
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
