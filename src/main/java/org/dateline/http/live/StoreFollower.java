package org.dateline.http.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dateline.catalog.CatalogArchive;
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
     * @param folder to keep the pushed catalog in; null where the folder is the server's own
     */
    public StoreFollower(Database database, LiveSite live, @Nullable Path folder) {
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
                            CatalogArchive.unpack(catalog.archive(), folder);
                            // As the watch over the folder would, a moment later: what has faults is refused.
                            live.lookNow();
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
