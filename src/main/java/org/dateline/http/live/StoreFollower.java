package org.dateline.http.live;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.DatabaseWatcher;
import org.dateline.features.postgis.PushedCatalog;
import org.dateline.features.postgis.StoredCollection;
import org.jspecify.annotations.Nullable;

/**
 * Brings what changes in the database to the site: its collections into queries and tiles, and, where servers share a
 * catalog that is pushed to the database, that catalog into the folder. The folder is what the server starts from, so it
 * starts, with the last catalog it had, where no database answers.
 */
public final class StoreFollower implements AutoCloseable {

    private final DatabaseWatcher changes;

    /**
     * @param folder to keep the pushed catalog in; null where the catalog is not taken from the database
     */
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
                    public void catalog(PushedCatalog catalog) throws IOException {
                        if (folder != null) {
                            try {
                                folder.take(catalog);
                                // As the watch over the folder would, a moment later.
                                live.reload();
                            } catch (InvalidCatalogException e) {
                                live.refuse("catalog pushed as version " + catalog.version(), e.faults());
                            }
                        }
                    }
                },
                folder != null);
    }

    public void start() {
        changes.start();
    }

    @Nullable
    public Instant failingSince() {
        return changes.failingSince();
    }

    @Override
    public void close() {
        changes.close();
    }
}
