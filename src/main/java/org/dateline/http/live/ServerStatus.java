package org.dateline.http.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether this server wants requests, and how its database is. Any thread may ask. */
public final class ServerStatus {

    private final @Nullable StoreFollower follower;
    private volatile boolean draining;

    public ServerStatus(@Nullable StoreFollower follower) {
        this.follower = follower;
    }

    /** From now on a load balancer should send requests elsewhere; those that come are answered all the same. */
    public void drain() {
        draining = true;
    }

    public boolean ready() {
        return !draining;
    }

    /** Whether it has a database at all. */
    public boolean hasDatabase() {
        return follower != null;
    }

    /** Since when the database has not answered; null while it does, or where there is none. */
    @Nullable
    public Instant databaseFailingSince() {
        return follower == null ? null : follower.failingSince();
    }
}
