package org.dateline.model;

import java.util.List;

/**
 * Something that parties give figures for: hostages, killed, aboard ...
 *
 * @param counts what counts as one
 * @param groups parts of what is counted that parties give figures for on their own
 */
public record Measure(String id, Text label, Text unit, Text counts, List<Group> groups) {

    public Measure {
        groups = List.copyOf(groups);
    }

    /** A part of what a measure counts: of the killed, members of the security forces. */
    public record Group(String id, Text label) {}
}
