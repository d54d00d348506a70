package org.dateline.work;

import java.time.Duration;

/** Kinds of work that cost. Each has threads of its own, so that none waits for another. */
public enum Kind {
    /** Images, embeds and whole files of large layers. */
    DRAWING("drawing", Duration.ofSeconds(20)),
    /** Pages and the encodings of files. */
    ENCODING("encoding", Duration.ofSeconds(20)),
    /** Queries on collections in memory, and their answers. */
    QUERY("query", Duration.ofSeconds(5)),
    /** Queries on the database, which has a time limit of its own. */
    DATABASE("database", Duration.ofSeconds(20));

    private final String label;
    private final Duration longest;

    Kind(String label, Duration longest) {
        this.label = label;
        this.longest = longest;
    }

    /** Its name in {@code /health} and of its threads. */
    public String label() {
        return label;
    }

    /** The time that one piece of work may run, waiting not included. */
    public Duration longest() {
        return longest;
    }
}
