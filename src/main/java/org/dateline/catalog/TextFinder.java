package org.dateline.catalog;

import java.util.List;
import java.util.Optional;

/** Finds the texts of reports. */
interface TextFinder {

    /**
     * The text of a report whose file leaves out what can be derived from it.
     *
     * @param report the report's id
     * @param sha256 the SHA-256 that its file records; empty if it records none
     * @param quotes its quotes, normalised
     */
    Optional<SourceText> find(String report, String sha256, List<String> quotes);

    /** The text of a report whose file leaves nothing out, to compare it with; empty if there is none at hand. */
    Optional<SourceText> findWhole(String report);

    /** Where it looks, for a message: as in {@code texts/ID.txt}. */
    String place(String report);
}
