package org.dateline.ground;

import java.util.List;

/** The status of boundaries, in the order of their codes in the file. */
final class Statuses {

    static final List<String> ALL = List.of("international", "disputed", "line-of-control", "indefinite");

    private Statuses() {}
}
