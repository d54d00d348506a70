package org.dateline.model;

import java.util.List;

/**
 * Something for which parties give figures: hostages, killed, aboard …
 *
 * @param counts  what counts as one
 * @param behaves how the number can change over time
 * @param groups  parts of what is counted that have figures of their own
 */
public record Measure(String id, Text label, Text unit, Text counts, Behaviour behaves, List<Group> groups) {

    public Measure {
        groups = List.copyOf(groups);
    }

    /** A part of what a measure counts, such as members of the security forces among the killed. */
    public record Group(String id, Text label) {}
}
