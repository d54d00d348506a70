package org.dateline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How what a measure counts can change over time. */
public enum Behaviour {
    /** One number for good: people aboard when it happened. */
    FIXED,
    /** A running total, which never falls: killed, rescued so far. */
    CUMULATIVE,
    /** Any number at any time: hostages who are held now. */
    VARIES;

    /** The name in files: {@code cumulative}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Behaviour> of(String id) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.id().equals(id))
                .findFirst();
    }
}
