package org.dateline.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A client that waits for work: a connection and its address. Addresses that have used less go first; among connections
 * of an address, use counts a little, because all clients behind a proxy share an address. Thread-safe.
 */
public final class Client {

    private volatile String address;
    private final RecentUse use = new RecentUse();
    private final Set<Job<?>> jobs = new HashSet<>();
    private boolean left;

    public Client(String address) {
        this.address = address;
    }

    /** Sets the address for the next work, because a proxy's connection serves many clients. */
    public void comesFrom(String one) {
        address = one;
    }

    String address() {
        return address;
    }

    RecentUse use() {
        return use;
    }

    /** Stops all work that no other client waits for. */
    public void leave() {
        List<Job<?>> all;
        synchronized (this) {
            left = true;
            all = new ArrayList<>(jobs);
            jobs.clear();
        }
        all.forEach(job -> job.left(this));
    }

    /** Adds a job that the client waits for; false if the client has already left. */
    synchronized boolean waitsFor(Job<?> job) {
        return !left && jobs.add(job);
    }

    synchronized void hasDone(Job<?> job) {
        jobs.remove(job);
    }
}
