package org.dateline.http.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether this server accepts requests, and the state of its database. Thread-safe. */
public final class ServerStatus {

    private final @Nullable StoreFollower follower;
    private volatile boolean draining;

    public ServerStatus(@Nullable StoreFollower follower) {
        this.follower = follower;
    }

    /** Tells load balancers to send requests elsewhere; requests that still arrive are answered. */
    public void drain() {
        draining = true;
    }

    public boolean ready() {
        return !draining;
    }

    /** Whether the server has a database. */
    public boolean hasDatabase() {
        return follower != null;
    }

    /** The time since which the database has not answered; null while it does, or if there is none. */
    @Nullable
    public Instant databaseFailingSince() {
        return follower == null ? null : follower.failingSince();
    }
}
