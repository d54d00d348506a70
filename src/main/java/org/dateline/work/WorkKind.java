package org.dateline.work;

import java.time.Duration;

/** The kinds of expensive work. Each has its own threads, so that none waits for another. */
public enum WorkKind {
    /** Images, embeds and whole files of large layers. */
    DRAWING("drawing", Duration.ofSeconds(20)),
    /** Pages and the encodings of files. */
    ENCODING("encoding", Duration.ofSeconds(20)),
    /** Queries on collections in memory, and their responses. */
    QUERY("query", Duration.ofSeconds(5)),
    /** Queries on the database, which has a time limit of its own. */
    DATABASE("database", Duration.ofSeconds(20));

    private final String label;
    private final Duration longest;

    WorkKind(String label, Duration longest) {
        this.label = label;
        this.longest = longest;
    }

    /** The name in {@code /health} and of the threads. */
    public String label() {
        return label;
    }

    /** The time that one job may run, not including waiting. */
    public Duration longest() {
        return longest;
    }
}
