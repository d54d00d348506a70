package org.dateline.features.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dateline.catalog.CatalogArchive;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the database, so that loaded collections and pushed catalogs reach a server within a second or two, whichever
 * hosts are available.
 *
 * <p>The primary announces changes at once (LISTEN), but only the primary can, and a standby that is read from may not
 * have the change yet. So the registry is also polled on the host that is read from: once a second, and more often for
 * a while after an announcement.
 */
public final class DatabaseWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatcher.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_SOON = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(3);
    /** After this time the connection is renewed, in case a better standby is available. */
    private static final Duration READ_AGAIN = Duration.ofSeconds(30);

    /** How long to wait before reading a catalog again that could not be used, because archives are large. */
    private static final Duration CATALOG_AGAIN = Duration.ofSeconds(10);

    private static final Duration LISTEN_AGAIN = Duration.ofSeconds(2);

    /** Receives changes on one thread, which survives exceptions. */
    public interface Listener {

        /** All collections that exist now. */
        void collections(List<StoredCollection> all) throws Exception;

        /** A catalog that is newer than the previous one; offered again after an exception. */
        void catalog(PushedCatalog catalog) throws Exception;

        /**
         * A story that was added, changed or removed; offered again after an exception.
         *
         * @param read the connection to read its catalog with
         */
        void story(PushedStories.Latest latest, Connection read) throws Exception;
    }

    /** What servers take from the database apart from collections. */
    public enum Followed {
        NOTHING,
        CATALOG,
        STORIES
    }

    private final Database database;
    private final Listener listener;
    private final Followed followed;
    private final Thread thread;
    private List<StoredCollection> known = List.of();
    private long catalogVersion;
    private final Map<String, Long> storyVersions = new HashMap<>();
    private final Map<String, Instant> storiesAgain = new HashMap<>();
    private @Nullable Connection reading;
    private Instant readAgain = Instant.MIN;
    private @Nullable Connection listening;
    private Instant listenAgain = Instant.MIN;
    private Instant lookOftenUntil = Instant.MIN;
    private volatile @Nullable Instant failingSince;
    private volatile boolean closed;
    private Instant catalogAgain = Instant.MIN;
    private String failure = "";

    /** @param followed what to watch apart from collections */
    public DatabaseWatcher(Database database, Listener listener, Followed followed) {
        this.database = database;
        this.listener = listener;
        this.followed = followed;
        this.thread = Thread.ofPlatform().name("database-changes").daemon().unstarted(this::run);
    }

    /** Checks once, then continues in the background. */
    public void start() {
        look();
        thread.start();
    }

    /** The time since which the database has not answered; null while it does. */
    public @Nullable Instant failingSince() {
        return failingSince;
    }

    private void run() {
        while (!closed) {
            waitForNext();
            if (!closed) {
                look();
            }
        }
    }

    private void look() {
        try {
            Connection read = reading();
            List<StoredCollection> now = Registry.all(read);
            if (!now.equals(known)) {
                listener.collections(now);
                known = now;
                lookOftenUntil = Instant.MIN;
            }
            if (followed == Followed.STORIES) {
                lookAtStories(read);
            }
            if (followed == Followed.CATALOG && Instant.now().isAfter(catalogAgain)) {
                var newer = PushedCatalog.newerThan(read, catalogVersion, CatalogArchive.LARGEST);
                if (newer.isPresent()) {
                    listener.catalog(newer.get());
                    // Update the version only now, so that the catalog is fetched again after a failure that is not its
                    // own fault.
                    catalogVersion = newer.get().version();
                    lookOftenUntil = Instant.MIN;
                }
            }
            if (Instant.now().isAfter(catalogAgain)) {
                failure = "";
            }
            if (failingSince != null) {
                LOG.info("The database answers again");
                failingSince = null;
            }
        } catch (SQLException e) {
            close(reading);
            reading = null;
            if (failingSince == null) {
                failingSince = Instant.now();
                LOG.warn("The database does not answer; still serving what is known: {}", e.getMessage());
            }
        } catch (Throwable e) {
            // Catch errors too, because this thread must survive. The same failure is logged only once.
            catalogAgain = Instant.now().plus(CATALOG_AGAIN);
            tell(e);
        }
    }

    private void tell(Throwable e) {
        if (!e.toString().equals(failure)) {
            failure = e.toString();
            LOG.warn("Could not apply a change in the database; trying again", e);
        }
    }

    /** A story that cannot be taken is tried again later; the others do not wait for it. */
    private void lookAtStories(Connection read) throws SQLException {
        for (PushedStories.Latest latest : PushedStories.latest(read)) {
            String name = latest.name();
            if (Long.valueOf(latest.version()).equals(storyVersions.get(name))
                    || Instant.now().isBefore(storiesAgain.getOrDefault(name, Instant.MIN))) {
                continue;
            }
            try {
                listener.story(latest, read);
                storyVersions.put(name, latest.version());
                storiesAgain.remove(name);
            } catch (SQLException e) {
                throw e;
            } catch (Throwable e) {
                storiesAgain.put(name, Instant.now().plus(CATALOG_AGAIN));
                tell(e);
            }
        }
    }

    /** Waits until the primary announces a change or the next check is due. */
    private void waitForNext() {
        boolean often = Instant.now().isBefore(lookOftenUntil);
        Duration longest = often ? LOOK_SOON : LOOK_EVERY;
        Connection connection = listening();
        if (connection != null) {
            try {
                var told = connection.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
                if (told != null && told.length > 0) {
                    lookOftenUntil = Instant.now().plus(SOON);
                }
                return;
            } catch (SQLException e) {
                stopListening();
            }
        }
        try {
            Thread.sleep(longest);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** A connection outside the pool, so that changes arrive even if queries have to wait. */
    private Connection reading() throws SQLException {
        Connection connection = reading;
        if (connection == null || Instant.now().isAfter(readAgain)) {
            close(connection);
            connection = database.readApart();
            reading = connection;
            readAgain = Instant.now().plus(READ_AGAIN);
        }
        return connection;
    }

    private @Nullable Connection listening() {
        if (listening == null && Instant.now().isAfter(listenAgain)) {
            try {
                Connection connection = database.primary();
                listening = connection;
                try (Statement listen = connection.createStatement()) {
                    listen.execute("listen " + Registry.CHANNEL);
                }
            } catch (SQLException e) {
                // No primary is available: polling continues.
                stopListening();
            }
        }
        return listening;
    }

    private void stopListening() {
        listenAgain = Instant.now().plus(LISTEN_AGAIN);
        close(listening);
        listening = null;
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // The connection is useless, closed or not.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        stopListening();
        close(reading);
    }
}
