package org.dateline.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whoever waits for work: a connection, and the address that it comes from. Who has used less goes first, by address and
 * then by connection, because everybody behind a proxy has one address. Thread-safe.
 */
public final class Client {

    private volatile String address;
    private final Use use = new Use();
    private final Set<Job<?>> jobs = new HashSet<>();
    private boolean left;

    public Client(String address) {
        this.address = address;
    }

    /** The address that its next work is for; a proxy's connection serves many. */
    public void comesFrom(String one) {
        address = one;
    }

    String address() {
        return address;
    }

    Use use() {
        return use;
    }

    /** Stops all work that nobody else waits for. */
    public void leave() {
        List<Job<?>> all;
        synchronized (this) {
            left = true;
            all = new ArrayList<>(jobs);
            jobs.clear();
        }
        all.forEach(job -> job.left(this));
    }

    /** False if the client has left already. */
    synchronized boolean waitsFor(Job<?> job) {
        return !left && jobs.add(job);
    }

    synchronized void hasDone(Job<?> job) {
        jobs.remove(job);
    }
}
